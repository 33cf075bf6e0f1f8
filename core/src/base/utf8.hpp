#pragma once
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace lectern {

// Most characters of most pages are ASCII, and these functions are asked for every character of a
// page many times: their ASCII half stands here, where it can be inlined, the rest in utf8.cpp.
namespace beyond_ascii {
char32_t next_code_point(std::string_view text, std::size_t& at);
bool is_letter(char32_t c);
bool is_digit(char32_t c);
bool is_upper(char32_t c);
bool is_space(char32_t c);
bool is_unspaced(char32_t c);
bool is_right_to_left(char32_t c);
char32_t to_lower(char32_t c);
} // namespace beyond_ascii

inline constexpr char32_t kAsciiEnd = 0x80;

/// Reads the code point at `at` and moves `at` past it. An invalid sequence gives U+FFFD and moves
/// on by its maximal invalid part, as the Encoding Standard says.
inline char32_t next_code_point(std::string_view text, std::size_t& at) {
  const auto lead = static_cast<unsigned char>(text[at]);
  if (lead >= kAsciiEnd) return beyond_ascii::next_code_point(text, at);
  ++at;
  return lead;
}

/// Appends a code point; surrogates and what is over U+10FFFF become U+FFFD.
void append_utf8(std::string& out, char32_t code_point);

bool is_valid_utf8(std::string_view text);

/// The first `limit` bytes of UTF-8 text, or a few less: no character is cut in two.
inline std::string_view first_bytes(std::string_view text, std::size_t limit) {
  if (text.size() <= limit) return text;
  while (limit > 0 && (static_cast<unsigned char>(text[limit]) & 0xC0) == 0x80) --limit;
  return text.substr(0, limit);
}

/// `text` with invalid sequences and NUL replaced by U+FFFD.
std::string to_valid_utf8(std::string_view text);

// Character classes, by ranges of scripts, small enough to be exact where it matters: letters of
// any script, upper case of the scripts that have case, and scripts written without spaces.
inline bool is_letter(char32_t c) {
  return c < kAsciiEnd ? (c | 0x20) - U'a' <= U'z' - U'a' : beyond_ascii::is_letter(c);
}
inline bool is_digit(char32_t c) {
  return c < kAsciiEnd ? c - U'0' <= U'9' - U'0' : beyond_ascii::is_digit(c);
}
inline bool is_upper(char32_t c) {
  return c < kAsciiEnd ? c - U'A' <= U'Z' - U'A' : beyond_ascii::is_upper(c);
}
inline bool is_space(char32_t c) { // Unicode White_Space
  return c < kAsciiEnd ? c == U' ' || c - U'\t' <= U'\r' - U'\t' : beyond_ascii::is_space(c);
}
bool is_cjk(char32_t c);              // Han, kana, hangul, and full-width forms
inline bool is_unspaced(char32_t c) { // one token a character: Han, kana, hangul, Thai
  return c >= kAsciiEnd && beyond_ascii::is_unspaced(c);
}
inline bool is_right_to_left(char32_t c) {
  return c >= kAsciiEnd && beyond_ascii::is_right_to_left(c);
}
inline char32_t to_lower(char32_t c) { // simple case folding of Latin, Greek, Cyrillic, Armenian
  if (c < kAsciiEnd) return c - U'A' <= U'Z' - U'A' ? c + 32 : c;
  return beyond_ascii::to_lower(c);
}

/// Lower case of a whole text by `to_lower`.
std::string to_lower(std::string_view text);

} // namespace lectern
