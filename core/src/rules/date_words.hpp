#pragma once
// The words of core/data/dates, compiled: month names, weekdays, what stands between the parts of a
// date, and what says whether a date is of publication or of a change.

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

#include "rules/packed_words.hpp"

namespace lectern {

enum class DateWordKind : std::uint8_t {
  month,
  weekday,
  filler,
  clock,
  morning,
  afternoon,
  month_word, // stands before the month's number
};

struct DateWord {
  std::string_view word;
  std::uint8_t kind;     // a DateWordKind
  std::uint8_t value;    // the month; more than 12 are those of the solar calendar
  std::uint8_t language; // an index into kDateLanguages
};

struct DatePhrase {
  std::string_view phrase;
  bool is_modified;
};

enum class DateOrder : std::uint8_t { day_month_year, month_day_year, year_month_day };

/// In which years may be counted beside those of the Gregorian calendar.
enum class DateCalendar : std::uint8_t { gregorian, buddhist, solar };

struct DateLanguage {
  std::string_view code;
  std::uint8_t order;    // a DateOrder
  std::uint8_t calendar; // a DateCalendar
};

/// Sorted by the bytes of the word, then by language; unpacked when first asked for.
std::span<const DateWord> date_words();

extern const PackedWords kPackedDateWords; // with kinds, values and languages
extern const DatePhrase kDatePhrases[];
extern const std::size_t kDatePhraseCount;
extern const DateLanguage kDateLanguages[];
extern const std::size_t kDateLanguageCount;

} // namespace lectern
