#include "rules/calendars.hpp"

#include <algorithm>
#include <iterator>

namespace lectern {
namespace {

constexpr int kSolarMonths = 12;

// Eight years of every 33 are leap years, as exactly as in the calendar itself until 1635.
bool is_solar_leap_year(int year) {
  constexpr int kCycle = 33;
  constexpr int kLeapYears[] = {1, 5, 9, 13, 17, 22, 26, 30};
  return std::find(std::begin(kLeapYears), std::end(kLeapYears), year % kCycle) !=
         std::end(kLeapYears);
}

int days_of_solar_month(int year, int month) {
  constexpr int kMonthsOf31 = 6;
  if (month <= kMonthsOf31) return 31;
  return month < kSolarMonths || is_solar_leap_year(year) ? 30 : 29;
}

constexpr Era kEras[] = {
    {0x4EE4, 0x548C, 2018, 99},  // Reiwa
    {0x5E73, 0x6210, 1988, 31},  // Heisei
    {0x662D, 0x548C, 1925, 64},  // Showa
    {0x6C11, 0x570B, 1911, 189}, // of the Republic, in Taiwan
    {0x6C11, 0x56FD, 1911, 189},
};

} // namespace

// By eras of 400 years, which begin in March.
Date date_of_day_number(long long days) {
  const long long shifted = days + 719'468;
  const long long era = shifted / 146'097;
  const long long day_of_era = shifted - era * 146'097;
  const long long year_of_era =
      (day_of_era - day_of_era / 1460 + day_of_era / 36'524 - day_of_era / 146'096) / 365;
  const long long day_of_year =
      day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  const long long month_from_march = (5 * day_of_year + 2) / 153;
  Date date;
  date.day = static_cast<int>(day_of_year - (153 * month_from_march + 2) / 5 + 1);
  date.month =
      static_cast<int>(month_from_march < 10 ? month_from_march + 3 : month_from_march - 9);
  date.year = static_cast<int>(year_of_era + era * 400 + (date.month <= 2 ? 1 : 0));
  return date;
}

std::optional<Date> date_of_solar_day(int year, int month, int day) {
  if (!may_be_solar_year(year) || month < 1 || month > kSolarMonths || day < 1 ||
      day > days_of_solar_month(year, month))
    return std::nullopt;
  constexpr int kKnownYear = 1300;
  constexpr long long kItsFirstDay = -17'818; // 1921-03-21
  constexpr int kDaysOfYear = 365;
  long long days = kItsFirstDay + day - 1;
  for (int y = kKnownYear; y < year; ++y) days += kDaysOfYear + (is_solar_leap_year(y) ? 1 : 0);
  for (int m = 1; m < month; ++m) days += days_of_solar_month(year, m);
  return date_of_day_number(days);
}

const Era* find_era(char32_t first, char32_t second) {
  const Era* era = std::find_if(std::begin(kEras), std::end(kEras), [&](const Era& e) {
    return e.first == first && e.second == second;
  });
  return era == std::end(kEras) ? nullptr : era;
}

} // namespace lectern
