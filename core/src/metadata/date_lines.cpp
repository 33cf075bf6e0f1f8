// Dates in lines: the date line below the headline, or one that says what it is of anywhere; a line
// that is prose tells of other days.
#include "metadata/date_lines.hpp"

#include <algorithm>
#include <cstddef>

#include "base/text.hpp"
#include "metadata/dated_text.hpp"
#include "metadata/visible_lines.hpp"
#include "rules/date_tokens.hpp"

namespace lectern {
namespace {

constexpr std::size_t kLongestDateLine = 160; // bytes of a line that is a date line and not prose
constexpr std::size_t kLongestLabel = 40;     // bytes of a line that says what the next one is

} // namespace

void DateLines::add(const Date& date, DateLabel label, const char* place, bool stands_alone) {
  claims_.push_back({date, MetadataSource::text, label, place, stands_alone});
}

void DateLines::read_near_headline(const std::vector<std::string>& lines) {
  constexpr std::size_t kDateline = 70; // bytes at the beginning of a paragraph
  constexpr std::size_t kFirstLines = 4;
  DateLabel label = DateLabel::none;
  std::size_t number = 0;
  for (const std::string& line : lines) {
    std::string_view text = line;
    if (text.size() > kLongestDateLine) {
      // "Press release, 3 May 2024 | Town - ..." opens the text right below the headline.
      if (++number > kFirstLines) continue;
      text = text.substr(0, kDateline);
    }
    const DateClaim origin{{}, MetadataSource::text, label, "line"};
    const std::vector<DateClaim> dates =
        dates_in_text(text, text.size() == line.size(), origin, language_);
    claims_.insert(claims_.end(), dates.begin(), dates.end());
    // "Published" may stand on a line of its own.
    label = !dates.empty() || text.size() > kLongestLabel ? DateLabel::none : date_label_line(text);
  }
}

void DateLines::read_whole_body() {
  constexpr std::size_t kMostBytes = 80'000;
  if (dom_.body() == kNoNode) return;
  const NodeId from = headline_ == kNoNode ? dom_.body() : headline_;
  VisibleLines lines(dom_, from, dom_.end(dom_.body()), {kMostBytes, false, kLongestDateLine});
  DateLabel announced = DateLabel::none; // "Published" may stand on a line of its own
  for (std::string line; lines.next(line);) {
    const DateLabel before = announced;
    announced = line.size() > kLongestLabel ? DateLabel::none : date_label_line(line);
    if (line.size() > kLongestDateLine) continue;
    const auto found = find_date(line, language_);
    if (!found) continue;
    DateLabel label = date_label(std::string_view(line).substr(0, found->begin));
    if (label == DateLabel::none) label = before;
    if (label != DateLabel::none) add(found->date, label, "body", stands_alone(*found, line));
  }
}

void DateLines::read_title() {
  constexpr std::string_view kMarks = "|(-[,";
  const bool is_known = std::any_of(claims_.begin(), claims_.end(), [](const DateClaim& claim) {
    return claim.label != DateLabel::none || claim.stands_alone || claim.date.has_time() ||
           claim.source != MetadataSource::text;
  });
  if (is_known) return;
  const auto found = find_date(facts_.title, language_);
  if (!found) return;
  const std::string_view before = trim(std::string_view(facts_.title).substr(0, found->begin));
  const std::string_view behind = trim(std::string_view(facts_.title).substr(found->end));
  const bool is_set_apart = !before.empty() && kMarks.find(before.back()) != std::string_view::npos;
  const bool is_in_brackets = behind.starts_with(')') || behind.starts_with(']');
  if (is_in_brackets || (is_set_apart && behind.empty()))
    add(found->date, DateLabel::published, "title");
}

void DateLines::read_lone_date() {
  if (dom_.body() == kNoNode) return;
  NodeId at = headline_ == kNoNode ? dom_.body() : headline_;
  std::optional<Date> only;
  for (const ChromeRegion& region : facts_.regions) {
    const bool holds_headline = region.begin <= headline_ && headline_ < region.end;
    if (region.end <= at || (holds_headline && headline_ != kNoNode)) continue;
    if (!read_lone_dates(at, region.begin, only)) return;
    at = region.end;
  }
  if (read_lone_dates(at, dom_.end(dom_.body()), only) && only)
    add(*only, DateLabel::none, "body", true);
}

// False when there is a second day.
bool DateLines::read_lone_dates(NodeId begin, NodeId end, std::optional<Date>& only) const {
  constexpr std::size_t kMostBytes = 80'000;
  if (begin >= end) return true;
  VisibleLines lines(dom_, begin, end, {kMostBytes, false, kLongestDateLine});
  for (std::string line; lines.next(line);) {
    if (line.size() > kLongestDateLine) continue;
    const auto found = find_date(line, language_);
    if (!found || !stands_alone(*found, line)) continue;
    if (only && !only->same_day(found->date)) return false;
    if (!only) only = found->date;
  }
  return true;
}

} // namespace lectern
