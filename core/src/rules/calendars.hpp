#pragma once
// Days of other calendars than the Gregorian one, as that one calls them.

#include <optional>

#include "rules/dates.hpp"

namespace lectern {

/// A day of the solar calendar of Iran and Afghanistan; none for a day that does not exist.
std::optional<Date> date_of_solar_day(int year, int month, int day);

/// The day that many days after 1970-01-01.
Date date_of_day_number(long long days);

/// Whether a number can be a year of the solar calendar in a page of our time.
inline bool may_be_solar_year(long long year) { return year >= 1300 && year < 1450; }

/// The Gregorian year before the first one of an era that `first` and `second` name, such as that
/// of an emperor or of a republic; 0 for none. `last` is the era's last year.
struct Era {
  char32_t first, second;
  int year_before;
  int last;
};
const Era* find_era(char32_t first, char32_t second);

} // namespace lectern
