#pragma once
#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "rules/date_tokens.hpp"
#include "rules/date_words.hpp"
#include "rules/dates.hpp"

namespace lectern {

/// Reads dates out of tokens. Every method looks at a bounded number of tokens from `at` and moves
/// `at` past what it read, or leaves it when there is nothing of the kind.
class DateGrammar {
 public:
  DateGrammar(std::string_view text, const std::vector<DateToken>& tokens,
              std::string_view language);

  /// A date, with a time after it where there is one.
  std::optional<Date> read_date(std::size_t& at) const;

 private:
  std::optional<Date> read_year_first(std::size_t& at) const;
  std::optional<Date> read_numbers(std::size_t& at) const;
  std::optional<Date> read_day_and_month(std::size_t& at) const;
  std::optional<Date> read_month_and_day(std::size_t& at) const;
  int read_month(std::size_t& at) const;
  int read_year(std::size_t& at, bool allow_short) const;
  void read_time(std::size_t& at, Date& date) const;
  void read_zone(std::size_t& at, Date& date) const;

  const DateToken* token(std::size_t at) const {
    return at < tokens_.size() ? &tokens_[at] : nullptr;
  }
  bool is_mark(std::size_t at, char32_t mark) const;
  bool is_number(std::size_t at, int digits_min, int digits_max) const;
  std::string_view text_of(std::size_t at) const;
  const DateWord* word(std::size_t at) const;
  bool is_word(std::size_t at, DateWordKind kind) const;
  void skip_fillers(std::size_t& at, bool with_weekdays) const;

  std::string_view text_;
  const std::vector<DateToken>& tokens_;
  int language_ = -1; // an index into kDateLanguages
  DateOrder order_ = DateOrder::day_month_year;
};

bool is_day(int year, int month, int day);

} // namespace lectern
