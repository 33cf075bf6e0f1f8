#pragma once
// Dates as pages write them: ISO 8601 and its relatives in metadata, and dates in the words of many
// languages in visible text. Bounded work, no locale.

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace lectern {

/// A day, with the time and its zone where they are known. Always a day that exists.
struct Date {
  static constexpr int kUnknown = -1;
  static constexpr int kNoZone = 100'000;
  int year = 0, month = 0, day = 0;
  int hour = kUnknown, minute = kUnknown, second = kUnknown;
  int zone_minutes = kNoZone;  // east of UTC
  bool may_be_swapped = false; // 3/5: the language alone said which is the month

  bool has_time() const { return hour != kUnknown; }
  bool same_day(const Date& other) const {
    return year == other.year && month == other.month && day == other.day;
  }
};

/// "2024-05-03", or "2024-05-03T10:11:00+02:00", the zone left out when unknown.
std::string to_iso(const Date& date);

/// A date that stands somewhere in a text.
struct FoundDate {
  Date date;
  std::size_t begin = 0; // in bytes
  std::size_t end = 0;
};

/// The first date in the first part of `text` at or after `from`. `language` is a BCP 47 tag or
/// empty; it decides between 3/5 and 5/3 and between words that are months in two languages.
std::optional<FoundDate> find_date(std::string_view text, std::string_view language = {},
                                   std::size_t from = 0);

/// The date that a metadata value states: what find_date() finds, and compact and Unix-time forms.
std::optional<Date> parse_date(std::string_view value, std::string_view language = {});

/// The date of a line that is one or holds one, as ISO 8601.
std::optional<std::string> date_in_text(std::string_view line, std::string_view language = {});

/// The day in the path of an address, such as /2024/05/03/ or /20240503-.
std::optional<Date> date_in_url(std::string_view path);

/// What the words beside a date say of it.
enum class DateLabel { none, published, modified };
DateLabel date_label(std::string_view words_before);

/// What a line says that is such a label and nothing else: "Published:".
DateLabel date_label_line(std::string_view line);

} // namespace lectern
