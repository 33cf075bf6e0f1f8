// Columns of plain text alone: a line's words. The article's own lines take up its words again,
// the headlines of other stories do not; what a page says twice is a menu or a teaser.
#include <algorithm>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "annotate/feature_groups.hpp"

namespace lectern {
namespace {

constexpr float kMostWeight = 6;           // blocks with a word; more say no more
constexpr int kNear = 8;                   // blocks on each side
constexpr std::ptrdiff_t kMaxTokens = 120; // of a block that are looked at

using Tokens = std::vector<TokenHash>;

/// Past the last of a block's words that are looked at. A page without words has no place for them.
const TokenHash* last_token_looked_at(const PageIndex& index, std::size_t i) {
  const TokenHash* begin = index.tokens_begin(i);
  return begin + std::min(index.tokens_end(i) - begin, kMaxTokens);
}

/// A block's distinct words without the page's most frequent short ones, sorted.
Tokens words_of_block(const PageIndex& index, std::size_t i) {
  Tokens words;
  const TokenHash* end = last_token_looked_at(index, i);
  for (const TokenHash* t = index.tokens_begin(i); t != end; ++t)
    if (!index.is_common(*t)) words.push_back(*t);
  std::sort(words.begin(), words.end());
  words.erase(std::unique(words.begin(), words.end()), words.end());
  return words;
}

/// Words of good text: in how many of its blocks each stands.
using BlocksWith = std::unordered_map<TokenHash, int>;

void add_known_words(const PageIndex& index, const std::vector<Tokens>& words,
                     FeatureTable& table) {
  BlocksWith page, near;
  const auto count = static_cast<int>(words.size());
  const auto change = [&](BlocksWith& known, int i, int by) {
    if (i < 0 || i >= count || index.good(static_cast<std::size_t>(i)) <= 0) return;
    for (TokenHash word : words[static_cast<std::size_t>(i)]) known[word] += by;
  };
  for (int i = 0; i < count; ++i) change(page, i, 1);
  for (int i = 0; i < kNear; ++i) change(near, i, 1);
  for (int i = 0; i < count; ++i) {
    change(near, i + kNear, 1);
    change(near, i - kNear - 1, -1);
    const auto row = static_cast<std::size_t>(i);
    const int own = index.good(row) > 0;
    float known = 0, weight = 0, known_near = 0;
    for (TokenHash word : words[row]) {
      const auto found = page.find(word);
      const int others = found == page.end() ? 0 : found->second - own;
      if (others <= 0) continue;
      known += 1;
      weight += std::min(kMostWeight, static_cast<float>(others));
      const auto around = near.find(word);
      known_near += around != near.end() && around->second - own > 0;
    }
    const auto all = static_cast<float>(std::max<std::size_t>(1, words[row].size()));
    table.at(row, LineFeature::known_words) = known / all;
    table.at(row, LineFeature::word_weight) = weight / all;
    table.at(row, LineFeature::known_near) = known_near / all;
  }
}

void add_repetitions(const PageIndex& index, FeatureTable& table) {
  std::unordered_map<std::uint64_t, int> trigrams;
  std::unordered_map<TokenHash, int> first, last;
  const auto own_trigrams = [&](std::size_t i) {
    return trigrams_of(index.tokens_begin(i), last_token_looked_at(index, i));
  };
  for (std::size_t i = 0; i < table.size(); ++i) {
    for (std::uint64_t trigram : own_trigrams(i)) ++trigrams[trigram];
    if (index.tokens_begin(i) == index.tokens_end(i)) continue;
    ++first[*index.tokens_begin(i)];
    ++last[*(index.tokens_end(i) - 1)];
  }
  for (std::size_t i = 0; i < table.size(); ++i) {
    const std::vector<std::uint64_t> own = own_trigrams(i);
    std::unordered_map<std::uint64_t, int> in_own;
    for (std::uint64_t trigram : own) ++in_own[trigram];
    const auto repeated = std::count_if(own.begin(), own.end(), [&](std::uint64_t trigram) {
      return trigrams[trigram] > in_own[trigram];
    });
    const bool is_empty = index.tokens_begin(i) == index.tokens_end(i);
    table.at(i, LineFeature::repeated_words) =
        own.empty() ? kUnknown : static_cast<float>(repeated) / static_cast<float>(own.size());
    table.at(i, LineFeature::same_first_word) =
        is_empty ? 0.0F : static_cast<float>(first[*index.tokens_begin(i)]);
    table.at(i, LineFeature::same_last_word) =
        is_empty ? 0.0F : static_cast<float>(last[*(index.tokens_end(i) - 1)]);
    table.at(i, LineFeature::sentence_tokens) =
        table.at(i, Feature::tokens) / std::max(1.0F, table.at(i, Feature::sentences));
  }
}

} // namespace

void add_line_word_features(const AnnotateInput& input, FeatureTable& table) {
  std::vector<Tokens> words;
  words.reserve(table.size());
  for (std::size_t i = 0; i < table.size(); ++i) words.push_back(words_of_block(input.index, i));
  add_known_words(input.index, words, table);
  add_repetitions(input.index, table);
}

} // namespace lectern
