// Which runs of numbers, words and marks are dates. A date needs a year of four digits, or of two
// where its form leaves no doubt, a month and a day that exist; "May 2024" alone is none.
#include "rules/date_grammar.hpp"

#include <utility>

#include "base/text.hpp"
#include "rules/calendars.hpp"
#include "rules/time_of_day.hpp"

namespace lectern {
namespace {

constexpr char32_t kYearSigns[] = {0x5E74, 0xB144};
constexpr char32_t kMonthSigns[] = {0x6708, 0xC6D4};
constexpr char32_t kDaySigns[] = {0x65E5, 0xC77C, 0x53F7};

DateOrder order_of(int language, std::string_view tag) {
  if (language < 0) return DateOrder::month_day_year;
  const auto order = static_cast<DateOrder>(kDateLanguages[language].order);
  // English outside America writes the day first; without a region the American order is likelier.
  if (order == DateOrder::month_day_year && tag.size() >= 5) {
    const std::string_view region = tag.substr(tag.size() - 2);
    if (!equals_ignoring_case(region, "us") && !equals_ignoring_case(region, "ph"))
      return DateOrder::day_month_year;
  }
  return order;
}

} // namespace

DateGrammar::DateGrammar(std::string_view text, const std::vector<DateToken>& tokens,
                         std::string_view language)
    : parts_(text, tokens, language), order_(order_of(parts_.language(), language)) {}

namespace {

// None for a day that does not exist.
std::optional<Date> day_of(int year, int month, int day) {
  if (!is_day(year, month, day)) return std::nullopt;
  Date date;
  date.year = year;
  date.month = month;
  date.day = day;
  return date;
}

// As day_of(), of years and months in the order of those of the solar calendar when `is_solar`.
std::optional<Date> day_of(int year, int month, int day, bool is_solar) {
  return is_solar ? date_of_solar_day(year, month, day) : day_of(year, month, day);
}

} // namespace

// 2024-05-03, 2024/5/3, 2024. 5. 3., with year, month and day signs, 2024 May 3, 2024. majus 3.,
// 20240503
std::optional<Date> DateGrammar::read_year_first(std::size_t& at) const {
  std::size_t i = at;
  if (parts_.is_number(i, 8, 8)) { // 20240503T101112
    const long long value = parts_[i].value;
    Date date;
    date.year = static_cast<int>(value / 10000);
    date.month = static_cast<int>(value / 100 % 100);
    date.day = static_cast<int>(value % 100);
    if (!is_day(date.year, date.month, date.day)) return std::nullopt;
    ++i;
    if (equals_ignoring_case(parts_.text_of(i), "t") && parts_.is_number(i + 1, 4, 6)) {
      const int time = static_cast<int>(parts_[i + 1].value);
      const bool has_seconds = parts_[i + 1].digits == 6;
      date.hour = has_seconds ? time / 10000 : time / 100;
      date.minute = has_seconds ? time / 100 % 100 : time % 100;
      date.second = has_seconds ? time % 100 : 0;
      i += 2;
      if (date.hour > 23 || date.minute > 59 || date.second > 60) {
        date.hour = date.minute = date.second = Date::kUnknown;
      } else {
        read_zone(parts_, i, date);
      }
    }
    at = i;
    return date;
  }
  if (parts_.is_number(i, 4, 4) && parts_.is_one_of(i + 1, kYearSigns)) {
    const int year = parts_.read_year(i, false);
    const auto date = year ? read_behind_year(i, year) : std::nullopt;
    if (date) at = i;
    return date;
  }
  int year = parts_.read_year(i, false);
  const bool is_solar = !year && parts_.calendar() == DateCalendar::solar;
  if (is_solar) year = parts_.read_solar_year(i);
  if (!year) return std::nullopt;
  int month = 0;
  int day = 0;
  const DateToken* sign = parts_.token(i);
  if (!sign) return std::nullopt;
  if (sign->type == DateToken::Type::mark && parts_.is_number(i + 1, 1, 2) &&
      parts_.is_mark(i + 2, sign->mark) && parts_.is_number(i + 3, 1, 2) &&
      (sign->mark == '-' || sign->mark == '/' || sign->mark == '.' || sign->mark == 0x2010 ||
       sign->mark == 0x2011 || sign->mark == ':')) {
    month = static_cast<int>(parts_[i + 1].value);
    day = static_cast<int>(parts_[i + 3].value);
    // A year-day-month order does not exist in the wild but for a template's mistake.
    if (month > 12 && day <= 12) std::swap(month, day);
    i += 4;
    if (sign->mark == '.' && parts_.is_mark(i, '.')) ++i;
  } else {
    if (parts_.is_mark(i, '-') || parts_.is_mark(i, '/')) ++i;
    parts_.skip_fillers(i, false);
    month = parts_.read_month(i);
    if (!month || (month > kMonths) != is_solar) return std::nullopt;
    if (is_solar) month -= kMonths;
    if (parts_.is_mark(i, '-') || parts_.is_mark(i, '/')) ++i;
    parts_.skip_fillers(i, false);
    if (!parts_.is_number(i, 1, 2)) return std::nullopt;
    day = static_cast<int>(parts_[i++].value);
    if (parts_.is_mark(i, '.')) ++i;
  }
  const auto date = day_of(year, month, day, is_solar);
  if (date) at = i;
  return date;
}

// What stands behind a year and its sign: the month, the day and their signs.
std::optional<Date> DateGrammar::read_behind_year(std::size_t& at, int year) const {
  std::size_t i = at;
  if (!parts_.is_one_of(i, kYearSigns) || !parts_.is_number(i + 1, 1, 2)) return std::nullopt;
  const int month = static_cast<int>(parts_[i + 1].value);
  i += 2;
  if (!parts_.is_one_of(i, kMonthSigns) || !parts_.is_number(i + 1, 1, 2)) return std::nullopt;
  const auto date = day_of(year, month, static_cast<int>(parts_[i + 1].value));
  if (!date) return std::nullopt;
  i += 2;
  at = parts_.is_one_of(i, kDaySigns) ? i + 1 : i;
  return date;
}

// 03.05.2024, 3/5/2024, 5/3/24, 03-05-2024, 03 | 05 | 2024
std::optional<Date> DateGrammar::read_numbers(std::size_t& at) const {
  if (!parts_.is_number(at, 1, 2)) return std::nullopt;
  const DateToken* sign = parts_.token(at + 1);
  if (!sign || sign->type != DateToken::Type::mark ||
      (sign->mark != '.' && sign->mark != '/' && sign->mark != '-' && sign->mark != '|' &&
       sign->mark != 0x2010)) {
    return std::nullopt;
  }
  if (!parts_.is_number(at + 2, 1, 2) || !parts_.is_mark(at + 3, sign->mark)) return std::nullopt;
  std::size_t i = at + 4;
  // Two digits of a year are believed where dots or slashes join full pairs: 03.05.24.
  const bool tight = !parts_[at + 1].after_space && !parts_[at + 2].after_space &&
                     parts_.token(i) && !parts_[i].after_space;
  // Between dots also 25.4.24, where only the first number can be the day.
  const bool is_pair = parts_[at + 2].digits == 2 || (sign->mark == '.' && parts_[at].value > 12);
  int year = parts_.read_year(i, tight && sign->mark != '-' && sign->mark != '|' && is_pair);
  const bool is_solar = !year && parts_.calendar() == DateCalendar::solar;
  if (is_solar) year = parts_.read_solar_year(i);
  // 1.2.2024.5 is a version, 03.05.24/7 something else.
  if (!year || (parts_.is_number(i + 1, 1, 4) && parts_.is_mark(i, sign->mark) &&
                !parts_[i + 1].after_space)) {
    return std::nullopt;
  }
  int day = static_cast<int>(parts_[at].value);
  int month = static_cast<int>(parts_[at + 2].value);
  const bool month_first = sign->mark != '.' && order_ == DateOrder::month_day_year;
  if ((month_first && day <= 12) || month > 12) std::swap(day, month);
  auto date = day_of(year, month, day, is_solar);
  if (!date) return std::nullopt;
  at = i;
  // Dots stand between day and month, but for some pages in the American order.
  date->may_be_swapped = !is_solar && (sign->mark != '.' || order_ == DateOrder::month_day_year) &&
                         day <= 12 && month <= 12 && day != month;
  return date;
}

// 3 May 2024, 3rd of May, 2024, 3. Mai 2024, 3 de mayo de 2024, 03-May-24, 03/May/2024
std::optional<Date> DateGrammar::read_day_and_month(std::size_t& at) const {
  if (!parts_.is_number(at, 1, 2)) return std::nullopt;
  const int day = static_cast<int>(parts_[at].value);
  std::size_t i = at + 1;
  const bool joined = parts_.is_mark(i, '-') || parts_.is_mark(i, '/');
  if (joined) ++i;
  parts_.skip_fillers(i, false);
  const int month = parts_.read_month(i);
  if (!month) return std::nullopt;
  if (joined && (parts_.is_mark(i, '-') || parts_.is_mark(i, '/'))) ++i;
  parts_.skip_fillers(i, false);
  const bool is_solar = month > kMonths;
  const bool has_apostrophe =
      i > 0 && (parts_.is_mark(i - 1, 0x2019) || parts_.is_mark(i - 1, '\''));
  const bool may_be_short = joined || has_apostrophe || parts_.calendar() == DateCalendar::buddhist;
  const int year =
      is_solar ? parts_.read_solar_year(i) : parts_.read_year_after_word(i, may_be_short);
  const auto date = day_of(year, is_solar ? month - kMonths : month, day, is_solar);
  if (date) at = i;
  return date;
}

// May 3, 2024, May 3rd 2024, May-03-2024, Fri May 03 10:11:12 EDT 2024
std::optional<Date> DateGrammar::read_month_and_day(std::size_t& at) const {
  std::size_t i = at;
  const int month = parts_.read_month(i);
  if (!month || month > kMonths) return std::nullopt;
  const bool joined = parts_.is_mark(i, '-');
  if (joined) ++i;
  parts_.skip_fillers(i, false);
  if (!parts_.is_number(i, 1, 2)) return std::nullopt;
  const int day = static_cast<int>(parts_[i++].value);
  if (joined && parts_.is_mark(i, '-')) ++i;
  parts_.skip_fillers(i, true);
  Date date;
  if (parts_.is_number(i, 1, 2) && parts_.is_mark(i + 1, ':')) { // the time stands before the year
    date.year = kFirstDateYear;
    read_time(parts_, i, date);
    if (date.has_time() && parts_.token(i) && parts_.token(i)->type == DateToken::Type::word) ++i;
  }
  const int year = parts_.read_year_after_word(
      i, i > 0 && (parts_.is_mark(i - 1, 0x2019) || parts_.is_mark(i - 1, '\'')));
  if (!year || !is_day(year, month, day)) return std::nullopt;
  at = i;
  date.year = year;
  date.month = month;
  date.day = day;
  return date;
}

// The sixth year of an era, the fifth month, the third day.
std::optional<Date> DateGrammar::read_era(std::size_t& at) const {
  std::size_t i = at;
  const int year = parts_.read_era_year(i);
  const auto date = year ? read_behind_year(i, year) : std::nullopt;
  if (date) at = i;
  return date;
}

std::size_t DateGrammar::weekday_before(std::size_t at) const {
  std::size_t first = at;
  while (first > 0 && (parts_.is_mark(first - 1, ',') || parts_.is_mark(first - 1, '.'))) --first;
  return first > 0 && parts_.is_word(first - 1, DateWordKind::weekday) ? first - 1 : at;
}

std::optional<Date> DateGrammar::read_date(std::size_t& at) const {
  const DateToken* first = parts_.token(at);
  if (!first) return std::nullopt;
  std::optional<Date> date;
  if (first->type == DateToken::Type::number) {
    // 12,345/6/2024 and 1.2.3.2024 do not begin in their middle.
    if (at > 0 && !first->after_space && parts_[at - 1].type == DateToken::Type::mark &&
        (parts_[at - 1].mark == '.' || parts_[at - 1].mark == '/' || parts_[at - 1].mark == '-') &&
        at > 1 && parts_[at - 2].type == DateToken::Type::number) {
      return std::nullopt;
    }
    date = read_year_first(at);
    if (!date) date = read_numbers(at);
    if (!date) date = read_day_and_month(at);
  } else if (first->type == DateToken::Type::word) {
    date = read_month_and_day(at);
    if (!date && first->mark != 0) date = read_era(at);
  }
  if (date && !date->has_time()) read_time(parts_, at, *date);
  return date;
}

} // namespace lectern
