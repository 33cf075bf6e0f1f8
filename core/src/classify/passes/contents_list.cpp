// "In this article": a run of links to the headings below it. It says once more what the headings
// say, and readers are given contents made of those. A list whose links lead elsewhere on the page,
// to notes or to the entries of a table, says something of its own.
#include <algorithm>
#include <optional>
#include <vector>

#include "base/text.hpp"
#include "classify/passes.hpp"

namespace lectern {
namespace {

constexpr float kWhollyLinked = 0.9F;
constexpr std::size_t kMinEntries = 3;
constexpr float kMinHeadings = 0.5F; // of the entries that are a heading's words
constexpr float kMaxLabelTokens = 4; // "Table of contents", "Jump to:"

using Words = std::vector<std::uint64_t>;

/// The words of a line; "1." and "2.3" before them are the list's numbers.
Words words_of(const PassInput& in, std::size_t i) {
  Words words;
  std::string_view text = in.text(i);
  const auto is_number = [](char c) { return (c >= '0' && c <= '9') || c == '.' || c == ' '; };
  while (!text.empty() && is_number(text.front())) text.remove_prefix(1);
  append_token_hashes(text, words);
  return words;
}

/// The words of the headings from block `begin` on, sorted.
std::vector<Words> headings_from(const PassInput& in, std::size_t begin) {
  std::vector<Words> headings;
  for (std::size_t i = begin; i < in.size(); ++i)
    if (in.block(i).shape == Shape::heading) headings.push_back(words_of(in, i));
  std::sort(headings.begin(), headings.end());
  return headings;
}

bool is_entry(const PassInput& in, std::size_t i) {
  const Shape shape = in.block(i).shape;
  return (shape == Shape::list_item || shape == Shape::paragraph) &&
         in.at(i, Feature::tokens) > 0 && in.at(i, Feature::link_density) >= kWhollyLinked &&
         in.at(i, Feature::fragment_link_share) >= 1;
}

bool is_label(const PassInput& in, std::size_t i) {
  const Shape shape = in.block(i).shape;
  return (shape == Shape::heading || shape == Shape::paragraph) &&
         in.at(i, Feature::tokens) <= kMaxLabelTokens && in.at(i, Feature::ends_strictly) <= 0;
}

} // namespace

void drop_contents_list(const PassInput& in, Verdicts& verdicts) {
  if (in.is_text()) return;
  std::optional<std::vector<Words>> headings; // made when the first run is met
  for (std::size_t begin = 0; begin < in.size();) {
    std::size_t end = begin;
    while (end < in.size() && is_entry(in, end)) ++end;
    if (end - begin < kMinEntries) {
      begin = std::max(end, begin + 1);
      continue;
    }
    if (!headings) headings = headings_from(in, end);
    std::size_t named = 0;
    for (std::size_t i = begin; i < end; ++i)
      named += std::binary_search(headings->begin(), headings->end(), words_of(in, i)) ? 1 : 0;
    if (static_cast<float>(named) >= kMinHeadings * static_cast<float>(end - begin)) {
      if (begin > 0 && is_label(in, begin - 1)) --begin;
      for (std::size_t i = begin; i < end; ++i) {
        drop_block(verdicts[i], "contents_list");
        verdicts[i].kind = Kind::navigation;
      }
    }
    begin = end;
  }
}

} // namespace lectern
