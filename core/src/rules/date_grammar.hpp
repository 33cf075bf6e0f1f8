#pragma once
#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "rules/date_parts.hpp"
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

  /// Where the weekday before a date begins that begins at `at`; `at` when there is none.
  std::size_t weekday_before(std::size_t at) const;

 private:
  std::optional<Date> read_year_first(std::size_t& at) const;
  std::optional<Date> read_behind_year(std::size_t& at, int year) const;
  std::optional<Date> read_era(std::size_t& at) const;
  std::optional<Date> read_numbers(std::size_t& at) const;
  std::optional<Date> read_day_and_month(std::size_t& at) const;
  std::optional<Date> read_month_and_day(std::size_t& at) const;

  DateParts parts_;
  DateOrder order_;
};

} // namespace lectern
