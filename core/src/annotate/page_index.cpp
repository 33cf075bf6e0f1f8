#include "annotate/page_index.hpp"

#include <algorithm>

#include "base/text.hpp"

namespace lectern {
namespace {

// "Good" text: as long as a sentence, and not mostly links. The measure of learned block
// classifiers since boilerpipe; ten tokens and three tenths are the values of the block experiments
// on this corpus.
constexpr int kMinGoodTokens = 10;
constexpr float kMaxGoodLinkDensity = 0.3F;
constexpr float kAncestorShare[] = {1.0F, 0.6F, 0.3F};
constexpr std::size_t kCommonWords = 60;
constexpr std::size_t kMaxStatedBodyTokens = 50'000;

void add_tokens(std::string_view text, std::vector<TokenHash>& set) {
  std::vector<unsigned char> unused;
  measure_text(text, set, unused);
}

/// Numbers the distinct words of a page in the order in which they come.
class WordNumbers {
 public:
  std::uint32_t of(TokenHash word) {
    if (2 * words_.size() >= places_.size()) grow();
    std::uint32_t& number = place_of(word);
    if (number == kNone) {
      number = static_cast<std::uint32_t>(words_.size());
      words_.push_back(word);
    }
    return number;
  }
  const std::vector<TokenHash>& words() const { return words_; } // by their numbers

 private:
  static constexpr std::uint32_t kNone = 0xFFFFFFFF;

  std::uint32_t& place_of(TokenHash word) {
    const std::size_t last = places_.size() - 1;
    std::size_t at = word & last;
    while (places_[at] != kNone && words_[places_[at]] != word) at = (at + 1) & last;
    return places_[at];
  }
  void grow() {
    constexpr std::size_t kFewest = 1024;
    places_.assign(std::max(kFewest, 2 * places_.size()), kNone);
    for (std::uint32_t number = 0; number < words_.size(); ++number)
      place_of(words_[number]) = number;
  }

  std::vector<TokenHash> words_;
  std::vector<std::uint32_t> places_; // open addressing, by the lower bits of the word's hash
};

void sort_unique(std::vector<TokenHash>& set) {
  std::sort(set.begin(), set.end());
  set.erase(std::unique(set.begin(), set.end()), set.end());
}

} // namespace

void TokenSet::close() {
  sort_unique(tokens_);
  for (TokenHash token : tokens_) filter_[slot(token)] |= bit(token);
}

bool TokenSet::find(TokenHash token) const {
  return std::binary_search(tokens_.begin(), tokens_.end(), token);
}

std::vector<std::uint64_t> trigrams_of(const TokenHash* begin, const TokenHash* end) {
  std::vector<std::uint64_t> result;
  for (; end - begin >= 3; ++begin) {
    const std::uint64_t high = static_cast<std::uint64_t>(begin[0]) * 0x9E3779B97F4A7C15u;
    result.push_back((high ^ (static_cast<std::uint64_t>(begin[1]) << 20)) * 0xC2B2AE3D27D4EB4Fu +
                     begin[2]);
  }
  return result;
}

PageIndex::PageIndex(const Dom& dom, const Document& document, const PageData& page_data) {
  const std::size_t count = document.blocks.size();
  metrics_.reserve(count);
  token_at_.push_back(0);
  std::vector<unsigned char> short_tokens;
  tokens_sum_.assign(count + 1, 0);
  good_sum_.assign(count + 1, 0);
  linked_sum_.assign(count + 1, 0);
  for (std::size_t i = 0; i < count; ++i) {
    const Block& block = document.blocks[i];
    metrics_.push_back(measure_text(document.text_of(block), tokens_, short_tokens));
    token_at_.push_back(static_cast<std::uint32_t>(tokens_.size()));
    const auto tokens = static_cast<float>(metrics_[i].tokens);
    const float density = block.text_length == 0
                              ? 0.0F
                              : std::min(1.0F, static_cast<float>(block.linked_bytes) /
                                                   static_cast<float>(block.text_length));
    link_density_.push_back(density);
    const bool is_text = block.shape != Shape::figure && block.shape != Shape::caption &&
                         block.shape != Shape::embed;
    good_.push_back(is_text && metrics_[i].tokens >= kMinGoodTokens && density < kMaxGoodLinkDensity
                        ? tokens
                        : 0.0F);
    tokens_sum_[i + 1] = tokens_sum_[i] + tokens;
    good_sum_[i + 1] = good_sum_[i] + good_[i];
    linked_sum_[i + 1] = linked_sum_[i] + tokens * density;
  }
  total_tokens = std::max(1.0F, tokens_sum_[count]);
  total_good = std::max(1.0F, good_sum_[count]);

  first_block_.assign(dom.size() + 1, static_cast<std::uint32_t>(count));
  std::size_t node = 0;
  for (std::size_t i = 0; i < count && dom.size() > 0; ++i)
    for (; node <= document.blocks[i].first && node <= dom.size(); ++node)
      first_block_[node] = static_cast<std::uint32_t>(i);

  add_tokens(page_data.metadata.title, title.open());
  if (!page_data.headline_candidates.empty())
    add_tokens(page_data.headline_candidates.front(), title.open());
  title.close();
  for (const std::string& summary : page_data.descriptions) add_tokens(summary, description.open());
  description.close();
  count_words(short_tokens);
  if (!page_data.article_body.empty()) {
    std::vector<TokenHash> stated;
    add_tokens(page_data.article_body, stated);
    if (stated.size() > kMaxStatedBodyTokens) stated.resize(kMaxStatedBodyTokens);
    stated_trigrams = trigrams_of(stated.data(), stated.data() + stated.size());
    std::sort(stated_trigrams.begin(), stated_trigrams.end());
  }

  find_headline(document);
  if (dom.size() > 0) {
    find_best_container(dom, document);
    half = deepest_with(dom, 0.5F);
    most = deepest_with(dom, 0.8F);
  }
  first_good = 0;
  last_good = static_cast<int>(count) - 1;
  bool any = false;
  for (std::size_t i = 0; i < count; ++i) {
    if (good_[i] <= 0) continue;
    if (best != kNoNode && !dom.contains(best, document.blocks[i].first)) continue;
    if (!any) first_good = static_cast<int>(i);
    any = true;
    last_good = static_cast<int>(i);
  }
}

Holdings PageIndex::below(const Dom& dom, NodeId element) const {
  const std::uint32_t from = first_block_[element], to = first_block_[dom.end(element)];
  Holdings held;
  held.tokens = tokens_sum_[to] - tokens_sum_[from];
  held.good = good_sum_[to] - good_sum_[from];
  held.linked = linked_sum_[to] - linked_sum_[from];
  held.blocks = static_cast<int>(to - from);
  return held;
}

// What is asked of a word is worked out once for the page: whether title and description hold it,
// and whether it is one of the short words that stand there most often.
void PageIndex::count_words(const std::vector<unsigned char>& short_tokens) {
  WordNumbers numbers;
  std::vector<std::uint32_t> number_of(tokens_.size()), times_short;
  for (std::size_t t = 0; t < tokens_.size(); ++t) {
    const std::uint32_t number = number_of[t] = numbers.of(tokens_[t]);
    if (number == times_short.size()) times_short.push_back(0);
    times_short[number] += short_tokens[t];
  }

  const std::vector<TokenHash>& words = numbers.words();
  std::vector<std::uint32_t> shorts; // their numbers
  for (std::uint32_t number = 0; number < words.size(); ++number)
    if (times_short[number] > 0) shorts.push_back(number);
  const std::size_t keep = std::min(kCommonWords, shorts.size());
  std::partial_sort(shorts.begin(), shorts.begin() + static_cast<std::ptrdiff_t>(keep),
                    shorts.end(), [&](std::uint32_t a, std::uint32_t b) {
                      return times_short[a] != times_short[b] ? times_short[a] > times_short[b]
                                                              : words[a] < words[b];
                    });
  shorts.resize(keep);
  for (const std::uint32_t number : shorts) common_.open().push_back(words[number]);
  common_.close();

  struct Word {
    bool is_common, in_title, in_description;
    std::uint32_t last_block; // that has it, and one
  };
  std::vector<Word> notes;
  for (const TokenHash word : words)
    notes.push_back({common_.has(word), title.has(word), description.has(word), 0});
  shared_.resize(metrics_.size());
  for (std::uint32_t i = 0; i < shared_.size(); ++i) {
    SharedWords& shared = shared_[i];
    for (std::uint32_t t = token_at_[i]; t != token_at_[i + 1]; ++t) {
      Word& word = notes[number_of[t]];
      shared.common += word.is_common;
      if (word.last_block == i + 1) continue; // each distinct word counts once
      word.last_block = i + 1;
      ++shared.distinct;
      shared.with_title += word.in_title;
      shared.with_description += word.in_description;
    }
  }
}

void PageIndex::find_best_container(const Dom& dom, const Document& document) {
  std::vector<float> score(dom.size(), 0.0F);
  for (std::size_t i = 0; i < document.blocks.size(); ++i) {
    if (good_[i] <= 0) continue;
    NodeId node = dom.parent(document.blocks[i].node);
    for (float share : kAncestorShare) {
      if (node == kNoNode) break;
      score[node] += good_[i] * share;
      node = dom.parent(node);
    }
  }
  const auto top = std::max_element(score.begin(), score.end());
  if (top != score.end() && *top > 0) best = static_cast<NodeId>(top - score.begin());
}

NodeId PageIndex::deepest_with(const Dom& dom, float share) const {
  NodeId node = dom.body() == kNoNode ? dom.html() : dom.body();
  while (true) {
    NodeId next = kNoNode;
    for (NodeId child = dom.first_child(node); child != kNoNode; child = dom.next_sibling(child)) {
      if (dom.is_text(child)) continue;
      const float good_below =
          good_sum_[first_block_[dom.end(child)]] - good_sum_[first_block_[child]];
      if (good_below >= share * total_good) {
        next = child;
        break;
      }
    }
    if (next == kNoNode) return node;
    node = next;
  }
}

void PageIndex::find_headline(const Document& document) {
  float best_score = -1;
  for (std::size_t i = 0; i < document.blocks.size(); ++i) {
    const Block& block = document.blocks[i];
    const SharedWords& words = shared_[i];
    const int all = words.distinct + static_cast<int>(title.size()) - words.with_title;
    float score = all > 0 ? static_cast<float>(words.with_title) / static_cast<float>(all) : 0.0F;
    // A first-level heading wins over the same words elsewhere (a breadcrumb, a teaser).
    if (block.shape == Shape::heading) score += block.heading_level == 1 ? 0.5F : 0.1F;
    if (score > best_score + 1e-6F) {
      best_score = score;
      headline = static_cast<int>(i);
    }
  }
}

} // namespace lectern
