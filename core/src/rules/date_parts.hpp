#pragma once
#include <algorithm>
#include <cstddef>
#include <iterator>
#include <string_view>
#include <vector>

#include "rules/date_tokens.hpp"
#include "rules/date_words.hpp"

namespace lectern {

inline constexpr int kFirstDateYear = 1900;
inline constexpr int kMonths = 12;

/// Tells what the tokens of a text are to a date: numbers of so many digits, marks, words of the
/// tables. The methods that read move `at` past what they read, or leave it and give 0. Any `at` is
/// allowed; behind the last token there is nothing.
class DateParts {
 public:
  DateParts(std::string_view text, const std::vector<DateToken>& tokens, std::string_view language);

  const DateToken* token(std::size_t at) const {
    return at < tokens_.size() ? &tokens_[at] : nullptr;
  }
  /// Of a token that is there.
  const DateToken& operator[](std::size_t at) const { return tokens_[at]; }

  bool is_mark(std::size_t at, char32_t mark) const {
    const DateToken* t = token(at);
    return t && t->type == DateToken::Type::mark && t->mark == mark;
  }
  /// A mark, or a character of a script without spaces.
  bool is_character(std::size_t at, char32_t c) const {
    const DateToken* t = token(at);
    return t && t->mark == c;
  }
  template <std::size_t n>
  bool is_one_of(std::size_t at, const char32_t (&signs)[n]) const {
    const DateToken* t = token(at);
    return t && std::find(std::begin(signs), std::end(signs), t->mark) != std::end(signs);
  }
  bool is_number(std::size_t at, int digits_min, int digits_max) const {
    const DateToken* t = token(at);
    return t && t->type == DateToken::Type::number && t->digits >= digits_min &&
           t->digits <= digits_max;
  }
  std::string_view text_of(std::size_t at) const {
    const DateToken* t = token(at);
    return t ? text_.substr(t->begin, t->end - t->begin) : std::string_view();
  }

  /// The table's entry for the word at `at`, which may be of several tokens; null for none.
  const DateWord* word(std::size_t at) const;
  bool is_word(std::size_t at, DateWordKind kind) const;

  /// 1 to 12; 13 to 24 are months of the solar calendar.
  int read_month(std::size_t& at) const;
  /// A year of the solar calendar.
  int read_solar_year(std::size_t& at) const;
  /// The Gregorian year of one that is counted from the beginning of an era and named after it.
  int read_era_year(std::size_t& at) const;
  int read_year(std::size_t& at, bool allow_short) const;
  /// As read_year(); behind a day and a month's name also a year with other digits right behind it:
  /// "May 3, 202412 comments".
  int read_year_after_word(std::size_t& at, bool allow_short) const;
  /// Past marks and words such as "of" that may stand between the parts.
  void skip_fillers(std::size_t& at, bool with_weekdays) const;

  /// Of the text, an index into kDateLanguages; -1 for one that has no table.
  int language() const { return language_; }
  DateCalendar calendar() const {
    return language_ < 0 ? DateCalendar::gregorian
                         : static_cast<DateCalendar>(kDateLanguages[language_].calendar);
  }

 private:
  std::string_view text_;
  const std::vector<DateToken>& tokens_;
  int language_ = -1;
};

/// A day of the calendar, within the years that pages write.
bool is_day(int year, int month, int day);

} // namespace lectern
