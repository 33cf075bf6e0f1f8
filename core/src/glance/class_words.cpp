#include "glance/class_words.hpp"

#include <algorithm>
#include <array>

#include "base/text.hpp"

namespace lectern {
namespace {

constexpr std::size_t kLongestWord = 14; // bytes

struct Word {
  std::string_view word;
  Count column;
};

// Whole words; sorted.
constexpr std::array<Word, 88> kWords = {{
    {"addtocart", Count::commerce_words},  {"answer", Count::forum_words},
    {"answers", Count::forum_words},       {"article", Count::article_words},
    {"author", Count::article_words},      {"avatar", Count::forum_words},
    {"basket", Count::commerce_words},     {"blog", Count::article_words},
    {"brand", Count::commerce_words},      {"brands", Count::commerce_words},
    {"breadcrumb", Count::listing_words},  {"button", Count::landing_words},
    {"buy", Count::commerce_words},        {"byline", Count::article_words},
    {"caption", Count::article_words},     {"card", Count::listing_words},
    {"cards", Count::listing_words},       {"carousel", Count::landing_words},
    {"cart", Count::commerce_words},       {"category", Count::listing_words},
    {"checkout", Count::commerce_words},   {"client", Count::landing_words},
    {"clients", Count::landing_words},     {"code", Count::docs_words},
    {"collection", Count::commerce_words}, {"comment", Count::comment_words},
    {"comments", Count::comment_words},    {"cta", Count::landing_words},
    {"date", Count::article_words},        {"dateline", Count::article_words},
    {"demo", Count::landing_words},        {"discussion", Count::forum_words},
    {"docs", Count::docs_words},           {"docsearch", Count::docs_words},
    {"entry", Count::article_words},       {"faq", Count::landing_words},
    {"feature", Count::landing_words},     {"features", Count::landing_words},
    {"filter", Count::listing_words},      {"filters", Count::listing_words},
    {"forum", Count::forum_words},         {"grid", Count::listing_words},
    {"headline", Count::article_words},    {"hero", Count::landing_words},
    {"highlight", Count::docs_words},      {"listing", Count::listing_words},
    {"listings", Count::listing_words},    {"logo", Count::landing_words},
    {"logos", Count::landing_words},       {"member", Count::forum_words},
    {"message", Count::forum_words},       {"pager", Count::listing_words},
    {"pagination", Count::listing_words},  {"plan", Count::landing_words},
    {"player", Count::video_words},        {"post", Count::article_words},
    {"postbit", Count::forum_words},       {"posts", Count::forum_words},
    {"price", Count::commerce_words},      {"prices", Count::commerce_words},
    {"pricing", Count::landing_words},     {"product", Count::commerce_words},
    {"products", Count::commerce_words},   {"published", Count::article_words},
    {"quantity", Count::commerce_words},   {"quote", Count::forum_words},
    {"rating", Count::commerce_words},     {"replies", Count::forum_words},
    {"reply", Count::forum_words},         {"result", Count::listing_words},
    {"results", Count::listing_words},     {"review", Count::commerce_words},
    {"reviews", Count::commerce_words},    {"shop", Count::commerce_words},
    {"signature", Count::forum_words},     {"sku", Count::commerce_words},
    {"sort", Count::listing_words},        {"story", Count::article_words},
    {"swatch", Count::commerce_words},     {"teaser", Count::listing_words},
    {"testimonial", Count::landing_words}, {"testimonials", Count::landing_words},
    {"thread", Count::forum_words},        {"toc", Count::docs_words},
    {"topic", Count::forum_words},         {"username", Count::forum_words},
    {"video", Count::video_words},         {"vote", Count::forum_words},
}};

static_assert([] {
  for (std::size_t i = 1; i < kWords.size(); ++i) {
    if (kWords[i].word <= kWords[i - 1].word) return false;
  }
  return true;
}());

// The lengths of the words by their first letter, as bits: they sort most words of class names out.
constexpr std::array<std::uint32_t, 26> lengths_by_letter() {
  std::array<std::uint32_t, 26> lengths{};
  for (const Word& entry : kWords)
    lengths[static_cast<std::size_t>(entry.word[0] - 'a')] |= 1u << entry.word.size();
  return lengths;
}

/// Calls `add` with the column of each word of `names` that has one.
template <typename Add>
void for_each_column(std::string_view names, Add add) {
  static constexpr std::array<std::uint32_t, 26> kLengths = lengths_by_letter();
  char word[kLongestWord];
  std::size_t length = 0;
  bool too_long = false;
  const auto finish = [&] {
    if (length > 2 && !too_long &&
        (kLengths[static_cast<std::size_t>(word[0] - 'a')] >> length & 1u) != 0) {
      const std::string_view found(word, length);
      const auto entry =
          std::lower_bound(kWords.begin(), kWords.end(), found,
                           [](const Word& e, std::string_view w) { return e.word < w; });
      if (entry != kWords.end() && entry->word == found) add(entry->column);
    }
    length = 0;
    too_long = false;
  };
  char before = ' ';
  for (const char c : names) {
    const char lower = ascii_lower(c);
    if (lower < 'a' || lower > 'z') {
      finish();
    } else {
      // "postAuthor" is two words.
      if (c != lower && before >= 'a' && before <= 'z') finish();
      if (length < kLongestWord)
        word[length++] = lower;
      else
        too_long = true;
    }
    before = c;
  }
  finish();
}

} // namespace

void ClassWords::count_once(std::string_view name) {
  for_each_column(name, [&](Count column) { ++counts_[column]; });
}

void ClassWords::count(std::string_view names, std::uint32_t hash) {
  Seen& seen = seen_[hash % seen_.size()];
  if (seen.names != names) {
    const auto begin = static_cast<std::uint32_t>(columns_.size());
    for_each_column(names, [&](Count column) { columns_.push_back(column); });
    seen = {names, begin, static_cast<std::uint32_t>(columns_.size())};
  }
  for (std::uint32_t at = seen.begin; at < seen.end; ++at) ++counts_[columns_[at]];
}

} // namespace lectern
