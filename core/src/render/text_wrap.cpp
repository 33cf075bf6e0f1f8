#include "render/text_wrap.hpp"

#include "base/text.hpp"
#include "base/utf8.hpp"
#include "render/plain_text.hpp"

namespace lectern {
namespace {

int columns_of(char32_t c) {
  constexpr char32_t kFirstCombining = 0x300;
  constexpr char32_t kLastCombining = 0x36F;
  if (c >= kFirstCombining && c <= kLastCombining) return 0;
  return is_cjk(c) ? 2 : 1;
}

// Breaks one line. `word` is what has been read since the last place where a break is allowed.
void wrap_line(std::string& out, std::string_view line, int columns) {
  int line_width = 0;
  std::string word;
  int word_width = 0;
  bool space_before_word = false;
  bool ends_in_unspaced = false;
  const auto flush = [&] {
    if (word.empty()) return;
    const int gap = space_before_word && line_width > 0 ? 1 : 0;
    if (line_width > 0 && line_width + gap + word_width > columns) {
      out += '\n';
      line_width = 0;
    } else if (gap > 0) {
      out += ' ';
      line_width += 1;
    }
    out += word;
    line_width += word_width;
    word.clear();
    word_width = 0;
    space_before_word = false;
  };
  for (std::size_t at = 0; at < line.size();) {
    const std::size_t begin = at;
    const char32_t c = next_code_point(line, at);
    if (c == U' ') {
      flush();
      space_before_word = true;
      ends_in_unspaced = false;
      continue;
    }
    if (is_unspaced(c) && ends_in_unspaced) flush();
    word.append(line.substr(begin, at - begin));
    word_width += columns_of(c);
    // Punctuation after such a character stays with it, and a break is allowed behind it.
    ends_in_unspaced = is_unspaced(c) || (ends_in_unspaced && is_cjk(c));
  }
  flush();
}

} // namespace

std::string wrap_text(std::string_view text, int columns) {
  std::string out;
  bool is_first = true;
  for (const std::string_view line : split(text, '\n')) {
    if (!is_first) out += '\n';
    is_first = false;
    if (columns > 0)
      wrap_line(out, line, columns);
    else
      out.append(line);
  }
  return out;
}

std::string fold_lines(std::string_view text) {
  std::string out;
  for (const std::string_view line : split(text, '\n')) {
    const std::string folded = fold_ascii_space(line);
    if (folded.empty()) continue;
    if (!out.empty()) out += '\n';
    out += folded;
  }
  return out;
}

} // namespace lectern
