#include "rules/date_tokens.hpp"

#include <algorithm>

#include "base/utf8.hpp"

namespace lectern {
namespace {

constexpr int kMaxDigits = 18;
constexpr int kYearDigits = 4;

// The value of a digit of the scripts that pages write dates in, or -1.
int digit_value(char32_t c) {
  if (c >= '0' && c <= '9') return static_cast<int>(c - '0');
  if (c < 0x660) return -1;
  static constexpr char32_t kZeros[] = {0x660, 0x6F0, 0x966, 0x9E6, 0xA66,  0xAE6,  0xBE6, 0xC66,
                                        0xCE6, 0xD66, 0xE50, 0xED0, 0x1040, 0x17E0, 0xFF10};
  for (const char32_t zero : kZeros) {
    if (c >= zero && c <= zero + 9) return static_cast<int>(c - zero);
  }
  return -1;
}

bool stands_alone(char32_t c) { return is_cjk(c); }

// Vowel signs and joiners that belong to the word before them in scripts whose months are words.
bool continues_word(char32_t c) {
  return (c >= 0x300 && c <= 0x36F) || (c >= 0x900 && c <= 0xDFF) || (c >= 0xE30 && c <= 0xE4E) ||
         c == 0x200C || c == 0x200D;
}

} // namespace

bool has_digit(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const unsigned char byte = static_cast<unsigned char>(text[at]);
    if (byte < 0x80) {
      if (byte - unsigned{'0'} <= 9) return true;
      ++at;
    } else if (digit_value(next_code_point(text, at)) >= 0) {
      return true;
    }
  }
  return false;
}

std::vector<DateToken> read_date_tokens(std::string_view text, std::size_t from,
                                        std::size_t limit) {
  constexpr std::size_t kUsual = 24; // of a line with a date
  std::vector<DateToken> tokens;
  tokens.reserve(std::min(limit, kUsual));
  bool after_space = true;
  for (std::size_t at = from; at < text.size() && tokens.size() < limit;) {
    DateToken token;
    token.begin = at;
    char32_t c = next_code_point(text, at);
    if (is_space(c)) {
      after_space = true;
      continue;
    }
    if (c == 0x200E || c == 0x200F) continue; // direction marks stand around numbers
    token.after_space = after_space;
    after_space = false;
    if (int digit = digit_value(c); digit >= 0) {
      token.type = DateToken::Type::number;
      token.digits = 1;
      token.value = digit;
      while (at < text.size()) {
        std::size_t next = at;
        digit = digit_value(next_code_point(text, next));
        if (digit < 0) break;
        at = next;
        if (++token.digits <= kMaxDigits) token.value = token.value * 10 + digit;
      }
      if (token.digits > kMaxDigits) token.type = DateToken::Type::mark;
      // "20245:00": a year and the time right behind it.
      if ((token.digits == kYearDigits + 1 || token.digits == kYearDigits + 2) &&
          at < text.size() && text[at] == ':' && text[token.begin] >= '1' &&
          text[token.begin] <= '2') {
        token.value /= token.digits == kYearDigits + 1 ? 10 : 100;
        token.digits = kYearDigits;
        at = token.begin + kYearDigits;
      }
    } else if (is_letter(c)) {
      token.type = DateToken::Type::word;
      if (stands_alone(c)) {
        token.mark = c;
      } else {
        // "Ann LeeMay 3": nothing but a style sheet stands between a name and its date.
        bool was_lower = !is_upper(c);
        while (at < text.size()) {
          std::size_t next = at;
          c = next_code_point(text, next);
          if (digit_value(c) >= 0 || stands_alone(c) || !(is_letter(c) || continues_word(c))) break;
          const bool is_capital = is_upper(c);
          if (is_capital && was_lower) break;
          was_lower = !is_capital;
          at = next;
        }
      }
    } else {
      token.mark = c;
    }
    token.end = at;
    tokens.push_back(token);
  }
  return tokens;
}

} // namespace lectern
