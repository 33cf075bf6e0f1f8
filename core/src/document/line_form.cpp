#include "document/line_form.hpp"

#include "base/utf8.hpp"

namespace lectern {
namespace {

bool is_lower_letter(char32_t c) {
  return is_letter(c) && !is_upper(c) && to_lower(c) == c && !is_cjk(c);
}

} // namespace

bool starts_in_lower_case(std::string_view line) {
  std::size_t at = 0;
  const char32_t c = line.empty() ? U' ' : next_code_point(line, at);
  const bool has_case =
      (c >= U'a' && c <= U'z') || (c >= 0xDF && c <= 0x24F) || (c >= 0x370 && c <= 0x587);
  return has_case && is_lower_letter(c);
}

bool has_no_case(std::string_view line) {
  std::size_t at = 0;
  while (at < line.size()) {
    const char32_t c = next_code_point(line, at);
    if (is_letter(c) && (is_upper(c) || is_lower_letter(c)) && c < 0x588) return false;
  }
  return true;
}

char32_t last_mark(std::string_view line) {
  std::size_t end = line.size();
  while (end > 0) {
    std::size_t at = end - 1;
    while (at > 0 && (static_cast<unsigned char>(line[at]) & 0xC0) == 0x80) --at;
    std::size_t read = at;
    const char32_t c = next_code_point(line, read);
    const bool is_closing = c == U'"' || c == U'\'' || c == U')' || c == U']' || c == 0xBB ||
                            c == 0xAB || (c >= 0x2018 && c <= 0x201F) ||
                            (c >= 0x3009 && c <= 0x3011) || c == 0xFF09;
    if (!is_closing && !is_space(c)) return c;
    end = at;
  }
  return 0;
}

bool ends_sentence(std::string_view line) {
  switch (last_mark(line)) {
    case U'.':
    case U'!':
    case U'?':
    case U':':
    case U';':
    case 0x2026:
    case 0x3002:
    case 0xFF01:
    case 0xFF1F:
    case 0xFF1A:
    case 0x61F:
    case 0x6D4:
    case 0x964:
      return true;
    default:
      return false;
  }
}

int count_words(std::string_view text) {
  int words = 0;
  bool in_word = false;
  std::size_t at = 0;
  while (at < text.size()) {
    const char32_t c = next_code_point(text, at);
    const bool is_part = !is_space(c);
    if (is_part && (!in_word || is_unspaced(c))) ++words;
    in_word = is_part;
  }
  return words;
}

} // namespace lectern
