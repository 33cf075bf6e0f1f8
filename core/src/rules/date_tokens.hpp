#pragma once
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace lectern {

/// A number, a word, or a mark of a text that may hold a date.
struct DateToken {
  enum class Type : std::uint8_t { number, word, mark };
  Type type = Type::mark;
  bool after_space = false;
  int digits = 0;        // number
  long long value = 0;   // number, 18 digits at most; longer ones count as marks
  char32_t mark = 0;     // mark, and a word of one character of Han or hangul
  std::size_t begin = 0; // in bytes
  std::size_t end = 0;
};

/// At most `limit` tokens from `from` on. Digits of any script are digits.
std::vector<DateToken> read_date_tokens(std::string_view text, std::size_t from, std::size_t limit);

/// True when the text holds a digit of any script that read_date_tokens() knows.
bool has_digit(std::string_view text);

} // namespace lectern
