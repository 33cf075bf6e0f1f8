// Which runs of numbers, words and marks are dates. A date needs a year of four digits, or of two
// where its form leaves no doubt, a month and a day that exist; "May 2024" alone is none.
#include "rules/date_grammar.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "base/text.hpp"
#include "base/utf8.hpp"

namespace lectern {
namespace {

constexpr int kFirstYear = 1900;
constexpr int kLastYear = 2100;
constexpr int kBuddhistEra = 543;        // years that Thai dates are ahead
constexpr int kShortYearPivot = 50;      // '50 is 1950, '49 is 2049
constexpr std::size_t kLongestWord = 40; // bytes

constexpr char32_t kYearSigns[] = {0x5E74, 0xB144};
constexpr char32_t kMonthSigns[] = {0x6708, 0xC6D4};
constexpr char32_t kDaySigns[] = {0x65E5, 0xC77C, 0x53F7};
constexpr char32_t kHourSigns[] = {0x6642, 0x65F6, 0x70B9, 0x9EDE, 0xC2DC};
constexpr char32_t kMinuteSigns[] = {0x5206, 0xBD84};

template <std::size_t n>
bool is_one_of(char32_t c, const char32_t (&signs)[n]) {
  return std::find(std::begin(signs), std::end(signs), c) != std::end(signs);
}

struct NamedZone {
  const char* name;
  int minutes;
};

// Names that mean one zone; those that depend on the season ("ET") or the country are left out.
constexpr std::array<NamedZone, 31> kZones = {{
    {"z", 0},      {"utc", 0},    {"gmt", 0},    {"est", -300}, {"edt", -240},  {"cdt", -300},
    {"mst", -420}, {"mdt", -360}, {"pst", -480}, {"pdt", -420}, {"akst", -540}, {"akdt", -480},
    {"hst", -600}, {"bst", 60},   {"wet", 0},    {"west", 60},  {"cet", 60},    {"cest", 120},
    {"mez", 60},   {"mesz", 120}, {"eet", 120},  {"eest", 180}, {"msk", 180},   {"jst", 540},
    {"kst", 540},  {"hkt", 480},  {"sgt", 480},  {"wib", 420},  {"aest", 600},  {"aedt", 660},
    {"nzst", 720},
}};

bool same_primary_language(std::string_view tag, std::string_view code) {
  return starts_with_ignoring_case(tag, code) &&
         (tag.size() == code.size() || tag[code.size()] == '-' || tag[code.size()] == '_');
}

int full_year(long long value, int digits) {
  if (digits == 4) {
    if (value > kLastYear && value <= kLastYear + kBuddhistEra) value -= kBuddhistEra;
    return value >= kFirstYear && value <= kLastYear ? static_cast<int>(value) : 0;
  }
  if (digits != 2) return 0;
  return static_cast<int>(value) + (value < kShortYearPivot ? 2000 : 1900);
}

} // namespace

bool is_day(int year, int month, int day) {
  if (year < kFirstYear || year > kLastYear || month < 1 || month > 12 || day < 1) return false;
  constexpr int kDays[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
  return day <= kDays[month - 1] + (month == 2 && leap ? 1 : 0);
}

DateGrammar::DateGrammar(std::string_view text, const std::vector<DateToken>& tokens,
                         std::string_view language)
    : text_(text), tokens_(tokens) {
  if (same_primary_language(language, "nb") || same_primary_language(language, "nn"))
    language = "no";
  for (std::size_t i = 0; i < kDateLanguageCount; ++i) {
    if (!same_primary_language(language, kDateLanguages[i].code)) continue;
    language_ = static_cast<int>(i);
    order_ = static_cast<DateOrder>(kDateLanguages[i].order);
  }
  // English outside America writes the day first; without a region the American order is likelier.
  if (order_ == DateOrder::month_day_year && language.size() >= 5) {
    const std::string_view region = language.substr(language.size() - 2);
    if (!equals_ignoring_case(region, "us") && !equals_ignoring_case(region, "ph")) {
      order_ = DateOrder::day_month_year;
    }
  }
  if (language_ < 0) order_ = DateOrder::month_day_year;
}

bool DateGrammar::is_mark(std::size_t at, char32_t mark) const {
  const DateToken* t = token(at);
  return t && t->type == DateToken::Type::mark && t->mark == mark;
}

bool DateGrammar::is_number(std::size_t at, int digits_min, int digits_max) const {
  const DateToken* t = token(at);
  return t && t->type == DateToken::Type::number && t->digits >= digits_min &&
         t->digits <= digits_max;
}

std::string_view DateGrammar::text_of(std::size_t at) const {
  const DateToken* t = token(at);
  return t ? text_.substr(t->begin, t->end - t->begin) : std::string_view();
}

const DateWord* DateGrammar::word(std::size_t at) const {
  const DateToken* t = token(at);
  if (!t || t->type != DateToken::Type::word || t->end - t->begin > kLongestWord) return nullptr;
  // A Thai or Arabic abbreviation may hold a dot; all others are one token.
  std::string lower = to_lower(text_of(at));
  const auto find = [this](const std::string& key) -> const DateWord* {
    const DateWord* end = kDateWords + kDateWordCount;
    const DateWord* entry = std::lower_bound(
        kDateWords, end, key, [](const DateWord& e, const std::string& k) { return e.word < k; });
    const DateWord* best = nullptr;
    for (; entry != end && entry->word == key; ++entry) {
      if (!best || entry->language == language_) best = entry;
    }
    return best;
  };
  if (is_mark(at + 1, '.')) {
    if (const DateToken* second = token(at + 2);
        second && second->type == DateToken::Type::word && !second->after_space) {
      const std::string dotted = lower + "." + to_lower(text_of(at + 2));
      if (const DateWord* found = find(dotted)) return found;
    }
  }
  // Words of scripts without spaces are read a character at a time; those of dates have two.
  if (const DateToken* second = token(at + 1); t->mark != 0 && second && second->mark != 0 &&
                                               second->type == DateToken::Type::word &&
                                               !second->after_space) {
    if (const DateWord* found = find(lower + to_lower(text_of(at + 1)))) return found;
  }
  return find(lower);
}

bool DateGrammar::is_word(std::size_t at, DateWordKind kind) const {
  const DateWord* w = word(at);
  return w && static_cast<DateWordKind>(w->kind) == kind;
}

void DateGrammar::skip_fillers(std::size_t& at, bool with_weekdays) const {
  constexpr int kMost = 6;
  for (int i = 0; i < kMost; ++i) {
    const DateToken* t = token(at);
    if (!t) return;
    if (t->type == DateToken::Type::mark) {
      if (t->mark != '.' && t->mark != ',' && t->mark != 0x60C && t->mark != 0xBA &&
          t->mark != 0x2019 && t->mark != '\'') {
        return;
      }
    } else if (t->type == DateToken::Type::number) {
      return;
    } else {
      const DateWord* w = word(at);
      if (!w) return;
      const auto kind = static_cast<DateWordKind>(w->kind);
      if (kind != DateWordKind::filler && !(with_weekdays && kind == DateWordKind::weekday)) return;
    }
    ++at;
  }
}

int DateGrammar::read_month(std::size_t& at) const {
  const DateWord* w = word(at);
  if (!w) return 0;
  if (static_cast<DateWordKind>(w->kind) == DateWordKind::month) {
    const bool dotted = w->word.find('.') != std::string_view::npos;
    at += dotted ? 3 : 1;
    return w->value;
  }
  if (static_cast<DateWordKind>(w->kind) == DateWordKind::month_word && is_number(at + 1, 1, 2)) {
    const int month = static_cast<int>(tokens_[at + 1].value);
    at += 2;
    return month;
  }
  return 0;
}

int DateGrammar::read_year(std::size_t& at, bool allow_short) const {
  const DateToken* t = token(at);
  if (!t || t->type != DateToken::Type::number) return 0;
  if (t->digits != 4 && !(allow_short && t->digits == 2)) return 0;
  const int year = full_year(t->value, t->digits);
  if (year) ++at;
  return year;
}

// 2024-05-03, 2024/5/3, 2024. 5. 3., with year, month and day signs, 2024 May 3, 2024. majus 3.,
// 20240503
std::optional<Date> DateGrammar::read_year_first(std::size_t& at) const {
  std::size_t i = at;
  if (is_number(i, 8, 8)) { // 20240503T101112
    const long long value = tokens_[i].value;
    Date date;
    date.year = static_cast<int>(value / 10000);
    date.month = static_cast<int>(value / 100 % 100);
    date.day = static_cast<int>(value % 100);
    if (!is_day(date.year, date.month, date.day)) return std::nullopt;
    ++i;
    if (equals_ignoring_case(text_of(i), "t") && is_number(i + 1, 4, 6)) {
      const int time = static_cast<int>(tokens_[i + 1].value);
      const bool has_seconds = tokens_[i + 1].digits == 6;
      date.hour = has_seconds ? time / 10000 : time / 100;
      date.minute = has_seconds ? time / 100 % 100 : time % 100;
      date.second = has_seconds ? time % 100 : 0;
      i += 2;
      if (date.hour > 23 || date.minute > 59 || date.second > 60) {
        date.hour = date.minute = date.second = Date::kUnknown;
      } else {
        read_zone(i, date);
      }
    }
    at = i;
    return date;
  }
  const int year = read_year(i, false);
  if (!year) return std::nullopt;
  int month = 0;
  int day = 0;
  const DateToken* sign = token(i);
  if (!sign) return std::nullopt;
  if (is_one_of(sign->mark, kYearSigns)) {
    ++i;
    if (!is_number(i, 1, 2)) return std::nullopt;
    month = static_cast<int>(tokens_[i++].value);
    if (!token(i) || !is_one_of(token(i)->mark, kMonthSigns) || !is_number(i + 1, 1, 2))
      return std::nullopt;
    day = static_cast<int>(tokens_[i + 1].value);
    i += 2;
    if (token(i) && is_one_of(token(i)->mark, kDaySigns)) ++i;
  } else if (sign->type == DateToken::Type::mark && is_number(i + 1, 1, 2) &&
             is_mark(i + 2, sign->mark) && is_number(i + 3, 1, 2) &&
             (sign->mark == '-' || sign->mark == '/' || sign->mark == '.' || sign->mark == 0x2010 ||
              sign->mark == 0x2011 || sign->mark == ':')) {
    month = static_cast<int>(tokens_[i + 1].value);
    day = static_cast<int>(tokens_[i + 3].value);
    // A year-day-month order does not exist in the wild but for a template's mistake.
    if (month > 12 && day <= 12) std::swap(month, day);
    i += 4;
    if (sign->mark == '.' && is_mark(i, '.')) ++i;
  } else {
    if (is_mark(i, '-') || is_mark(i, '/')) ++i;
    skip_fillers(i, false);
    month = read_month(i);
    if (!month) return std::nullopt;
    if (is_mark(i, '-') || is_mark(i, '/')) ++i;
    skip_fillers(i, false);
    if (!is_number(i, 1, 2)) return std::nullopt;
    day = static_cast<int>(tokens_[i++].value);
    if (is_mark(i, '.')) ++i;
  }
  if (!is_day(year, month, day)) return std::nullopt;
  at = i;
  Date date;
  date.year = year;
  date.month = month;
  date.day = day;
  return date;
}

// 03.05.2024, 3/5/2024, 5/3/24, 03-05-2024
std::optional<Date> DateGrammar::read_numbers(std::size_t& at) const {
  if (!is_number(at, 1, 2)) return std::nullopt;
  const DateToken* sign = token(at + 1);
  if (!sign || sign->type != DateToken::Type::mark ||
      (sign->mark != '.' && sign->mark != '/' && sign->mark != '-' && sign->mark != 0x2010)) {
    return std::nullopt;
  }
  if (!is_number(at + 2, 1, 2) || !is_mark(at + 3, sign->mark)) return std::nullopt;
  std::size_t i = at + 4;
  // Two digits of a year are believed where dots or slashes join full pairs: 03.05.24.
  const bool tight = !tokens_[at + 1].after_space && !tokens_[at + 2].after_space && token(i) &&
                     !tokens_[i].after_space;
  const int year = read_year(i, tight && sign->mark != '-' && tokens_[at + 2].digits == 2);
  // 1.2.2024.5 is a version, 03.05.24/7 something else.
  if (!year || (is_number(i + 1, 1, 4) && is_mark(i, sign->mark) && !tokens_[i + 1].after_space)) {
    return std::nullopt;
  }
  int day = static_cast<int>(tokens_[at].value);
  int month = static_cast<int>(tokens_[at + 2].value);
  const bool month_first = sign->mark != '.' && order_ == DateOrder::month_day_year;
  if ((month_first && day <= 12) || month > 12) std::swap(day, month);
  if (!is_day(year, month, day)) return std::nullopt;
  at = i;
  Date date;
  date.year = year;
  date.month = month;
  date.day = day;
  date.may_be_swapped = sign->mark != '.' && day <= 12 && month <= 12 && day != month;
  return date;
}

// 3 May 2024, 3rd of May, 2024, 3. Mai 2024, 3 de mayo de 2024, 03-May-24, 03/May/2024
std::optional<Date> DateGrammar::read_day_and_month(std::size_t& at) const {
  if (!is_number(at, 1, 2)) return std::nullopt;
  const int day = static_cast<int>(tokens_[at].value);
  std::size_t i = at + 1;
  const bool joined = is_mark(i, '-') || is_mark(i, '/');
  if (joined) ++i;
  skip_fillers(i, false);
  const int month = read_month(i);
  if (!month) return std::nullopt;
  if (joined && (is_mark(i, '-') || is_mark(i, '/'))) ++i;
  skip_fillers(i, false);
  const bool has_apostrophe = i > 0 && (is_mark(i - 1, 0x2019) || is_mark(i - 1, '\''));
  const int year = read_year(i, joined || has_apostrophe);
  if (!year || !is_day(year, month, day)) return std::nullopt;
  at = i;
  Date date;
  date.year = year;
  date.month = month;
  date.day = day;
  return date;
}

// May 3, 2024, May 3rd 2024, Fri May 03 10:11:12 EDT 2024
std::optional<Date> DateGrammar::read_month_and_day(std::size_t& at) const {
  std::size_t i = at;
  const int month = read_month(i);
  if (!month) return std::nullopt;
  skip_fillers(i, false);
  if (!is_number(i, 1, 2)) return std::nullopt;
  const int day = static_cast<int>(tokens_[i++].value);
  skip_fillers(i, true);
  Date date;
  if (is_number(i, 1, 2) && is_mark(i + 1, ':')) { // the time stands before the year
    date.year = kFirstYear;
    read_time(i, date);
    if (date.has_time() && token(i) && token(i)->type == DateToken::Type::word) ++i;
  }
  const int year = read_year(i, i > 0 && (is_mark(i - 1, 0x2019) || is_mark(i - 1, '\'')));
  if (!year || !is_day(year, month, day)) return std::nullopt;
  at = i;
  date.year = year;
  date.month = month;
  date.day = day;
  return date;
}

std::optional<Date> DateGrammar::read_date(std::size_t& at) const {
  const DateToken* first = token(at);
  if (!first) return std::nullopt;
  std::optional<Date> date;
  if (first->type == DateToken::Type::number) {
    // 12,345/6/2024 and 1.2.3.2024 do not begin in their middle.
    if (at > 0 && !first->after_space && tokens_[at - 1].type == DateToken::Type::mark &&
        (tokens_[at - 1].mark == '.' || tokens_[at - 1].mark == '/' ||
         tokens_[at - 1].mark == '-') &&
        at > 1 && tokens_[at - 2].type == DateToken::Type::number) {
      return std::nullopt;
    }
    date = read_year_first(at);
    if (!date) date = read_numbers(at);
    if (!date) date = read_day_and_month(at);
  } else if (first->type == DateToken::Type::word) {
    date = read_month_and_day(at);
  }
  if (date && !date->has_time()) read_time(at, *date);
  return date;
}

void DateGrammar::read_time(std::size_t& at, Date& date) const {
  std::size_t i = at;
  bool clock_word = false;
  bool afternoon = false;
  bool morning = false;
  // What may stand between: "T", marks, weekdays, "um", "at", "(Fri)".
  constexpr int kMostBetween = 6;
  for (int n = 0; n < kMostBetween && token(i) && token(i)->type != DateToken::Type::number;
       ++n, ++i) {
    const DateToken& t = tokens_[i];
    if (t.type == DateToken::Type::word) {
      const DateWord* w = word(i);
      const auto kind = w ? static_cast<DateWordKind>(w->kind) : DateWordKind::month;
      if (w && t.mark != 0 && w->word.size() > t.end - t.begin) ++i; // its second character
      const bool is_t = t.end - t.begin == 1 && ascii_lower(text_[t.begin]) == 't';
      if (kind == DateWordKind::clock)
        clock_word = true;
      else if (kind == DateWordKind::afternoon && t.mark != 0)
        afternoon = true;
      else if (kind == DateWordKind::afternoon || kind == DateWordKind::morning) {
        afternoon = kind == DateWordKind::afternoon;
        morning = !afternoon;
      } else if (!is_t && kind != DateWordKind::weekday && kind != DateWordKind::filler &&
                 t.mark == 0)
        return;
    } else if (t.mark == ';' || t.mark == '"') {
      return;
    }
  }
  if (!is_number(i, 1, 2)) return;
  const int hour = static_cast<int>(tokens_[i].value);
  if (hour > 24) return;
  int minute = 0;
  int second = 0;
  const DateToken* sign = token(i + 1);
  std::size_t next = i + 1;
  bool is_time = false;
  if (sign && is_one_of(sign->mark, kHourSigns)) {
    is_time = true;
    ++next;
    if (is_number(next, 1, 2)) {
      minute = static_cast<int>(tokens_[next++].value);
      if (token(next) && is_one_of(token(next)->mark, kMinuteSigns)) ++next;
    }
  } else if (sign && is_number(i + 2, 2, 2) && !tokens_[i + 2].after_space &&
             (sign->mark == ':' || sign->mark == '.' ||
              equals_ignoring_case(text_of(i + 1), "h"))) {
    minute = static_cast<int>(tokens_[i + 2].value);
    next = i + 3;
    is_time = sign->mark == ':' || clock_word || is_word(next, DateWordKind::clock) ||
              is_word(next, DateWordKind::morning) || is_word(next, DateWordKind::afternoon) ||
              equals_ignoring_case(text_of(i + 1), "h");
    if (is_mark(next, sign->mark) && is_number(next + 1, 1, 2) && sign->mark == ':') {
      second = static_cast<int>(tokens_[next + 1].value);
      next += 2;
      if ((is_mark(next, '.') || is_mark(next, ',')) && token(next + 1) &&
          token(next + 1)->type != DateToken::Type::mark && !token(next + 1)->after_space) {
        next += 2; // parts of a second
      }
    }
  } else if (is_word(next, DateWordKind::morning) || is_word(next, DateWordKind::afternoon)) {
    is_time = true; // "3 pm"
  }
  // "a.m." and "p.m." are words with a dot.
  if (is_word(next, DateWordKind::afternoon) || is_word(next, DateWordKind::morning)) {
    afternoon = is_word(next, DateWordKind::afternoon);
    morning = !afternoon;
    next += is_mark(next + 1, '.') && token(next + 2) && !token(next + 2)->after_space &&
                    token(next + 2)->type == DateToken::Type::word
                ? 3
                : 1;
    if (is_mark(next, '.')) ++next;
  } else if (is_word(next, DateWordKind::clock)) {
    ++next;
  }
  if (!is_time || minute > 59 || second > 60) return;
  date.hour = hour % 24;
  if (afternoon && date.hour < 12) date.hour += 12;
  if (morning && date.hour == 12) date.hour = 0;
  date.minute = minute;
  date.second = second;
  read_zone(next, date);
  at = next;
}

void DateGrammar::read_zone(std::size_t& at, Date& date) const {
  std::size_t i = at;
  bool named = false;
  const bool in_brackets = is_mark(i, '(') || is_mark(i, '[');
  if (in_brackets) ++i;
  if (const DateToken* t = token(i); t && t->type == DateToken::Type::word) {
    for (const NamedZone& zone : kZones) {
      if (!equals_ignoring_case(text_of(i), zone.name)) continue;
      date.zone_minutes = zone.minutes;
      named = true;
      at = ++i;
      break;
    }
  }
  // +02:00, -0500, +2; a minus sign needs to touch what it belongs to, or it is a dash.
  const bool plus = is_mark(i, '+');
  const bool minus = is_mark(i, '-') || is_mark(i, 0x2212);
  if (!(plus || minus) || !is_number(i + 1, 1, 4) || tokens_[i + 1].after_space) return;
  if (minus && tokens_[i].after_space && tokens_[i + 1].digits < 2) return;
  if (named && date.zone_minutes != 0) return;
  const DateToken& number = tokens_[i + 1];
  int hours = static_cast<int>(number.digits > 2 ? number.value / 100 : number.value);
  int minutes = static_cast<int>(number.digits > 2 ? number.value % 100 : 0);
  std::size_t next = i + 2;
  if (number.digits == 2 && is_mark(next, ':') && is_number(next + 1, 2, 2)) {
    minutes = static_cast<int>(tokens_[next + 1].value);
    next += 2;
  }
  if (hours > 14 || minutes > 59) return;
  date.zone_minutes = (hours * 60 + minutes) * (plus ? 1 : -1);
  at = next;
}

} // namespace lectern
