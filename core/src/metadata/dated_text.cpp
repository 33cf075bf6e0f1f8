// A text that is a date and little else dates the article more surely than a sentence: what stands
// beside the date is counted in columns.
#include "metadata/dated_text.hpp"

#include <cstddef>

#include "base/utf8.hpp"
#include "rules/date_tokens.hpp"

namespace lectern {
namespace {

// "Published on", a short name.
constexpr std::size_t kMostBeside = 24; // columns

std::size_t columns(std::string_view text) {
  constexpr std::size_t kColumnsOfHan = 3; // they say more
  std::size_t count = 0;
  for (std::size_t at = 0; at < text.size();)
    count += is_cjk(next_code_point(text, at)) ? kColumnsOfHan : 1;
  return count;
}

} // namespace

bool stands_alone(const FoundDate& found, std::string_view line) {
  return columns(line) - columns(line.substr(found.begin, found.end - found.begin)) <= kMostBeside;
}

// Two dates in one line are the two that readers are told: published and updated. With what says
// so of the second the line is no prose.
std::vector<DateClaim> dates_in_text(std::string_view text, bool is_whole, const DateClaim& origin,
                                     std::string_view language) {
  const auto first = find_date(text, language);
  if (!first) return {};
  const auto second = find_date(text, language, first->end);
  const DateLabel own = date_label(text.substr(0, first->begin));
  const DateLabel next =
      second ? date_label(text.substr(first->end, second->begin - first->end)) : DateLabel::none;
  const bool is_pair =
      next != DateLabel::none &&
      columns(text) - columns(text.substr(first->begin, first->end - first->begin)) <=
          2 * kMostBeside + columns(text.substr(second->begin, second->end - second->begin));
  std::vector<DateClaim> claims;
  const auto add = [&](const Date& date, DateLabel label, bool alone) {
    claims.push_back(
        {date, origin.source, label, origin.place, is_whole && alone, origin.is_element});
  };
  add(first->date, own != DateLabel::none ? own : origin.label,
      is_pair || stands_alone(*first, text));
  if (second) add(second->date, next, stands_alone(*second, text));
  return claims;
}

} // namespace lectern
