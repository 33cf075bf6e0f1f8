#pragma once
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace lectern {

/// Reads the code point at `at` and moves `at` past it. An invalid sequence gives U+FFFD and moves
/// on by its maximal invalid part, as the Encoding Standard says.
char32_t next_code_point(std::string_view text, std::size_t& at);

/// Appends a code point; surrogates and what is over U+10FFFF become U+FFFD.
void append_utf8(std::string& out, char32_t code_point);

bool is_valid_utf8(std::string_view text);

/// The first `limit` bytes of UTF-8 text, or a few less: no character is cut in two.
std::string_view first_bytes(std::string_view text, std::size_t limit);

/// `text` with invalid sequences and NUL replaced by U+FFFD.
std::string to_valid_utf8(std::string_view text);

// Character classes, by ranges of scripts, small enough to be exact where it matters: letters of
// any script, upper case of the scripts that have case, and scripts written without spaces.
bool is_letter(char32_t c);
bool is_digit(char32_t c);
bool is_upper(char32_t c);
bool is_space(char32_t c);    // Unicode White_Space
bool is_cjk(char32_t c);      // Han, kana, hangul, and full-width forms
bool is_unspaced(char32_t c); // one token a character: Han, kana, hangul, Thai
bool is_right_to_left(char32_t c);
char32_t to_lower(char32_t c); // simple case folding of Latin, Greek, Cyrillic, Armenian

/// Lower case of a whole text by `to_lower`.
std::string to_lower(std::string_view text);

} // namespace lectern
