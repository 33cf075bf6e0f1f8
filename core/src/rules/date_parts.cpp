// Words are looked up in the tables of core/data/dates; one that is a month in two languages is
// that of the text's language. Years are of four digits, or of two where the caller leaves no
// doubt.
#include "rules/date_parts.hpp"

#include <algorithm>
#include <string>

#include "base/text.hpp"
#include "base/utf8.hpp"
#include "rules/calendars.hpp"

namespace lectern {
namespace {

constexpr int kLastYear = 2100;
constexpr int kBuddhistEra = 543;        // years that Thai dates are ahead
constexpr int kBuddhistCentury = 2500;   // of its years with two digits
constexpr int kShortYearPivot = 50;      // '50 is 1950, '49 is 2049
constexpr std::size_t kLongestWord = 40; // bytes

bool same_primary_language(std::string_view tag, std::string_view code) {
  return starts_with_ignoring_case(tag, code) &&
         (tag.size() == code.size() || tag[code.size()] == '-' || tag[code.size()] == '_');
}

int full_year(long long value, int digits) {
  if (digits == 4) {
    if (value > kLastYear && value <= kLastYear + kBuddhistEra) value -= kBuddhistEra;
    return value >= kFirstDateYear && value <= kLastYear ? static_cast<int>(value) : 0;
  }
  if (digits != 2) return 0;
  return static_cast<int>(value) + (value < kShortYearPivot ? 2000 : 1900);
}

} // namespace

bool is_day(int year, int month, int day) {
  if (year < kFirstDateYear || year > kLastYear || month < 1 || month > 12 || day < 1) return false;
  static constexpr int kDays[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
  return day <= kDays[month - 1] + (month == 2 && leap ? 1 : 0);
}

DateParts::DateParts(std::string_view text, const std::vector<DateToken>& tokens,
                     std::string_view language)
    : text_(text), tokens_(tokens) {
  if (language.empty()) return;
  if (same_primary_language(language, "nb") || same_primary_language(language, "nn"))
    language = "no";
  for (std::size_t i = 0; i < kDateLanguageCount; ++i) {
    if (same_primary_language(language, kDateLanguages[i].code)) language_ = static_cast<int>(i);
  }
}

const DateWord* DateParts::word(std::size_t at) const {
  const DateToken* t = token(at);
  if (!t || t->type != DateToken::Type::word || t->end - t->begin > kLongestWord) return nullptr;
  // A Thai or Arabic abbreviation may hold a dot; all others are one token.
  std::string lower = to_lower(text_of(at));
  const auto find = [this](const std::string& key) -> const DateWord* {
    const std::span<const DateWord> words = date_words();
    const DateWord* end = words.data() + words.size();
    const DateWord* entry = std::lower_bound(
        words.data(), end, key, [](const DateWord& e, const std::string& k) { return e.word < k; });
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

bool DateParts::is_word(std::size_t at, DateWordKind kind) const {
  const DateWord* w = word(at);
  return w && static_cast<DateWordKind>(w->kind) == kind;
}

void DateParts::skip_fillers(std::size_t& at, bool with_weekdays) const {
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

int DateParts::read_month(std::size_t& at) const {
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

int DateParts::read_year_after_word(std::size_t& at, bool allow_short) const {
  const DateToken* t = token(at);
  if (!t || t->type != DateToken::Type::number || t->digits <= 4) return read_year(at, allow_short);
  long long value = t->value;
  for (int digits = t->digits; digits > 4; --digits) value /= 10;
  const int year = full_year(value, 4);
  if (year) ++at;
  return year;
}

int DateParts::read_solar_year(std::size_t& at) const {
  if (!is_number(at, 4, 4) || !may_be_solar_year(tokens_[at].value)) return 0;
  return static_cast<int>(tokens_[at++].value);
}

int DateParts::read_era_year(std::size_t& at) const {
  constexpr char32_t kFirstOfEra = 0x5143;
  const DateToken* first = token(at);
  const DateToken* second = token(at + 1);
  if (!first || !second || first->mark == 0) return 0;
  const Era* era = find_era(first->mark, second->mark);
  const bool is_first = is_character(at + 2, kFirstOfEra);
  if (!era || !(is_first || is_number(at + 2, 1, 3))) return 0;
  const int year = is_first ? 1 : static_cast<int>(tokens_[at + 2].value);
  if (year < 1 || year > era->last) return 0;
  at += 3;
  return era->year_before + year;
}

int DateParts::read_year(std::size_t& at, bool allow_short) const {
  const DateToken* t = token(at);
  if (!t || t->type != DateToken::Type::number) return 0;
  if (t->digits != 4 && !(allow_short && t->digits == 2)) return 0;
  const bool is_short_buddhist =
      t->digits == 2 && t->value >= kShortYearPivot && calendar() == DateCalendar::buddhist;
  const int year = is_short_buddhist ? full_year(kBuddhistCentury + t->value, 4)
                                     : full_year(t->value, t->digits);
  if (year) ++at;
  return year;
}

} // namespace lectern
