#include "document/join_lines.hpp"

#include <functional>

#include "base/utf8.hpp"

namespace lectern {
namespace {

constexpr std::size_t kVocabularyBits = std::size_t{1} << 21;
constexpr char32_t kSoftHyphen = 0xAD;
constexpr char32_t kHyphen = 0x2010;
constexpr char32_t kEmDash = 0x2014;

bool is_dropped(char32_t c) {
  return (c < 0x20 && !is_space(c)) || c == 0x7F || c == 0xFEFF || c == 0x200B || c == 0x2060;
}

// Scripts whose lines meet without a space; Korean has spaces.
bool joins_without_space(char32_t c) {
  const bool is_hangul =
      (c >= 0xAC00 && c <= 0xD7A3) || (c >= 0x1100 && c <= 0x11FF) || (c >= 0x3130 && c <= 0x318F);
  const bool is_wide_mark = (c >= 0x3001 && c <= 0x303F) || (c >= 0xFF01 && c <= 0xFF60);
  return !is_hangul && (is_unspaced(c) || is_wide_mark);
}

// The start of the code point that ends before `at`.
std::size_t previous(std::string_view text, std::size_t at) {
  if (at > 0) --at;
  while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) --at;
  return at;
}

char32_t code_point_at(std::string_view text, std::size_t at) { return next_code_point(text, at); }

std::string_view first_word(std::string_view line) {
  std::size_t at = 0;
  while (at < line.size()) {
    const std::size_t here = at;
    if (!is_letter(next_code_point(line, at))) return line.substr(0, here);
  }
  return line;
}

std::string_view last_word(std::string_view text) {
  std::size_t begin = text.size();
  while (begin > 0) {
    const std::size_t before = previous(text, begin);
    if (!is_letter(code_point_at(text, before))) break;
    begin = before;
  }
  return text.substr(begin);
}

} // namespace

Vocabulary::Vocabulary(std::string_view text) : seen_(kVocabularyBits) {
  std::size_t begin = 0, at = 0;
  const auto add = [&](std::size_t end) {
    std::string_view word = text.substr(begin, end - begin);
    if (word.size() > 1 && word.back() == '-') word.remove_suffix(1);
    if (!word.empty()) seen_[std::hash<std::string_view>{}(word) % kVocabularyBits] = true;
  };
  while (at < text.size()) {
    const std::size_t here = at;
    const char32_t c = next_code_point(text, at);
    if (is_letter(c) || c == U'-') continue;
    add(here);
    begin = at;
  }
  add(text.size());
}

bool Vocabulary::has(std::string_view word) const {
  return seen_[std::hash<std::string_view>{}(word) % kVocabularyBits];
}

void append_folded(std::string& out, std::string_view line) {
  bool needs_space = false;
  bool is_first = true;
  std::size_t at = 0;
  while (at < line.size()) {
    const auto byte = static_cast<unsigned char>(line[at]);
    if (byte > 0x20 && byte < 0x7F) { // most text, word by word and without decoding
      if (needs_space && !is_first) out += ' ';
      needs_space = is_first = false;
      const std::size_t begin = at;
      while (at < line.size() && line[at] > 0x20 && line[at] < 0x7F) ++at;
      out.append(line.substr(begin, at - begin));
      continue;
    }
    const char32_t c = next_code_point(line, at);
    if (is_space(c)) {
      needs_space = true;
    } else if (!is_dropped(c)) {
      if (needs_space && !is_first) out += ' ';
      needs_space = is_first = false;
      append_utf8(out, c);
    }
  }
}

void append_joined(std::string& out, std::size_t begin, std::string_view line,
                   const Vocabulary* vocabulary) {
  if (out.size() == begin || line.empty()) {
    append_folded(out, line);
    return;
  }
  const std::string_view above = std::string_view(out).substr(begin);
  const std::size_t end = previous(above, above.size());
  const char32_t last = code_point_at(above, end);
  const char32_t first = code_point_at(line, 0);
  const char32_t before = end > 0 ? code_point_at(above, previous(above, end)) : U' ';

  if (last == kSoftHyphen) {
    out.resize(begin + end);
  } else if ((last == U'-' || last == kHyphen) && is_letter(before) && is_letter(first) &&
             vocabulary != nullptr) {
    const std::string head(last_word(above.substr(0, end)));
    const std::string tail(first_word(line));
    const bool is_compound =
        is_upper(first) || (!vocabulary->has(head + tail) && vocabulary->has(head + "-" + tail));
    if (!is_compound) out.resize(begin + end);
  } else if (last == kEmDash && !is_space(before)) {
    // "word--" and "word" of English typography: closed up on both sides.
  } else if (!(joins_without_space(last) && joins_without_space(first))) {
    out += ' ';
  }
  append_folded(out, line);
}

} // namespace lectern
