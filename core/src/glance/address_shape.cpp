#include "glance/address_shape.hpp"

#include <algorithm>
#include <array>

#include "base/text.hpp"

namespace lectern {
namespace {

// Words of a path that go with one article, and with lists, shops, forums and companies' own pages.
constexpr std::array<std::string_view, 16> kArticleWords = {
    "article", "articles", "blog",  "blogs",   "news",     "story",    "stories",  "post",
    "posts",   "opinion",  "guide", "recipes", "magazine", "insights", "politics", "world"};
constexpr std::array<std::string_view, 43> kOtherWords = {
    "product",    "products",   "shop",       "store",     "category",  "categories", "collections",
    "collection", "tag",        "tags",       "forum",     "forums",    "thread",     "threads",
    "topic",      "t",          "showthread", "viewtopic", "questions", "services",   "service",
    "solutions",  "docs",       "search",     "author",    "c",         "p",          "dp",
    "itm",        "catalog",    "about",      "pricing",   "jobs",      "careers",    "events",
    "community",  "discussion", "r",          "portfolio", "features",  "platform",   "software",
    "cart"};

bool is_digit(char c) { return c >= '0' && c <= '9'; }

template <std::size_t n>
bool is_one_of(std::string_view word, const std::array<std::string_view, n>& words) {
  return std::any_of(words.begin(), words.end(),
                     [word](std::string_view w) { return equals_ignoring_case(w, word); });
}

std::size_t longest_number(std::string_view text) {
  std::size_t longest = 0;
  std::size_t run = 0;
  for (const char c : text) {
    run = is_digit(c) ? run + 1 : 0;
    longest = std::max(longest, run);
  }
  return longest;
}

// A part that is a year: the date of a news item stands in its path.
bool is_year(std::string_view part) {
  return part.size() == 4 && longest_number(part) == 4 &&
         (part.starts_with("19") || part.starts_with("20"));
}

} // namespace

void count_address(std::string_view url, PageCounts& counts) {
  constexpr std::size_t kLongest = 2000; // bytes
  constexpr std::size_t kDigitsOfAnId = 4;
  url = url.substr(0, kLongest);
  const std::size_t scheme = url.find("://");
  if (scheme == std::string_view::npos) return;
  url.remove_prefix(scheme + 3);
  url = url.substr(0, url.find('#'));
  const std::size_t query = url.find('?');
  const std::size_t slash = url.find('/');
  counts[Count::address_known] = 1;
  counts[Count::address_has_query] = query != std::string_view::npos ? 1 : 0;
  if (slash == std::string_view::npos) return;
  const std::string_view path =
      url.substr(slash, query == std::string_view::npos ? query : query - slash);
  counts[Count::address_ends_in_slash] = path.size() > 1 && path.back() == '/' ? 1 : 0;
  counts[Count::address_has_number] = longest_number(path) >= kDigitsOfAnId ? 1 : 0;
  std::string_view last;
  for (const std::string_view part : split(path, '/')) {
    if (part.empty()) continue;
    last = part;
    ++counts[Count::address_depth];
    counts[Count::address_has_date] |= is_year(part) ? 1 : 0;
    const std::string_view stem = part.substr(0, part.find_first_of(".-_"));
    counts[Count::address_article_words] += is_one_of(stem, kArticleWords) ? 1 : 0;
    counts[Count::address_other_words] += is_one_of(stem, kOtherWords) ? 1 : 0;
  }
  counts[Count::address_last_bytes] = static_cast<std::int32_t>(last.size());
  counts[Count::address_slug_words] = static_cast<std::int32_t>(
      std::count_if(last.begin(), last.end(), [](char c) { return c == '-' || c == '_'; }));
}

} // namespace lectern
