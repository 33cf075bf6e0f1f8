#include "document/text_lines.hpp"

#include <algorithm>
#include <array>

#include "base/text.hpp"
#include "base/utf8.hpp"

namespace lectern {
namespace {

constexpr std::uint32_t kTabColumns = 4;

// Hard-wrapped text, from mail (60 to 76 columns) to fixed-pitch dumps (up to 120).
constexpr std::uint32_t kMinWrapWidth = 30;
constexpr std::uint32_t kMaxWrapWidth = 120;
constexpr std::uint32_t kMinWrappedJoints = 4;
constexpr double kMinFullShare = 0.7; // of the text in lines that another follows at once
constexpr double kMaxLongShare = 0.2; // of the text in lines longer than any wrap width
constexpr std::size_t kWrapSampleBytes = std::size_t{1} << 20; // more of the text says nothing new
constexpr double kWidthQuantile = 0.97; // a few lines overhang: addresses, long words

// Few writers fill lines to the last column: a word that just fitted may still be on the next line.
// A line of an unspaced script ends early so that no punctuation begins the next.
constexpr std::uint32_t kSpacedSlack = 4;
constexpr std::uint32_t kUnspacedSlack = 4;

// U+2028, U+2029, U+0085 end lines as well. A form feed that opens a line belongs to the break
// above.
std::size_t break_length(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) {
    return at + i < text.size() ? static_cast<unsigned char>(text[at + i]) : 0u;
  };
  switch (byte(0)) {
    case '\n':
      return byte(1) == '\f' ? 2 : 1;
    case '\v':
    case '\f':
      return 1;
    case '\r':
      if (byte(1) != '\n') return 1;
      return byte(2) == '\f' ? 3 : 2;
    case 0xC2:
      return byte(1) == 0x85 ? 2 : 0;
    case 0xE2:
      return byte(1) == 0x80 && (byte(2) == 0xA8 || byte(2) == 0xA9) ? 3 : 0;
    default:
      return 0;
  }
}

// The bytes that a line break can begin with.
bool may_break(char c) { return (c >= '\n' && c <= '\r') || c == '\xC2' || c == '\xE2'; }

// Characters that no one sees at the start of a line.
bool is_invisible(char32_t c) {
  return c < 0x20 || c == 0x7F || c == 0xFEFF || c == 0x200B || c == 0x2060;
}

std::uint32_t columns_of(char32_t c) {
  if (is_invisible(c) || (c >= 0x300 && c <= 0x36F) || (c >= 0x200C && c <= 0x200F)) return 0;
  const bool is_wide = is_cjk(c) || (c >= 0x3000 && c <= 0x303F) || (c >= 0xFF01 && c <= 0xFF60);
  return is_wide ? 2 : 1;
}

void measure(std::string_view whole, TextLine& line) {
  std::size_t at = 0;
  std::size_t begin = whole.size();
  while (at < whole.size()) {
    const std::size_t here = at;
    const char32_t c = next_code_point(whole, at);
    if (c == '\t') {
      line.indent += kTabColumns;
    } else if (is_space(c)) {
      line.indent += columns_of(c);
    } else if (!is_invisible(c)) {
      begin = here;
      break;
    }
  }
  std::size_t end = begin;
  std::uint32_t columns = 0;
  bool in_first_word = true;
  at = begin;
  while (at < whole.size()) {
    const auto byte = static_cast<unsigned char>(whole[at]);
    if (byte > 0x20 && byte < 0x7F) { // most text, without decoding
      line.columns = ++columns;
      end = ++at;
      if (in_first_word) line.first_word = columns;
      continue;
    }
    const char32_t c = next_code_point(whole, at);
    if (is_space(c)) {
      in_first_word = false;
      columns += c == '\t' ? kTabColumns : columns_of(c);
      continue;
    }
    if (is_invisible(c)) continue;
    columns += columns_of(c);
    line.columns = columns;
    end = at;
    if (in_first_word) {
      line.first_word = columns;
      in_first_word = !is_unspaced(c) || (c >= 0xAC00 && c <= 0xD7A3); // hangul is spaced
    }
  }
  line.text = whole.substr(begin, end - begin);
}

bool is_bullet(char32_t c) {
  static constexpr std::array<char32_t, 17> kBullets = {
      U'*',   0xB7,   0x2022, 0x2023, 0x2043, 0x204C, 0x204D, 0x2219, 0x25A0,
      0x25AA, 0x25AB, 0x25B8, 0x25BA, 0x25CB, 0x25CF, 0x25E6, 0x30FB};
  return std::find(kBullets.begin(), kBullets.end(), c) != kBullets.end();
}

bool is_dash(char32_t c) { return c == U'-' || c == 0x2013 || c == 0x2014; }

// "---", "***", "* * *", "====": nothing but one sign, at least three times.
bool is_divider(std::string_view line) {
  if (line.empty()) return false;
  const char sign = line.front();
  if (sign != '-' && sign != '*' && sign != '_' && sign != '=' && sign != '~') return false;
  std::size_t signs = 0;
  for (const char c : line) {
    if (c == sign)
      ++signs;
    else if (c != ' ')
      return false;
  }
  return signs >= 3;
}

// The end of white space after a mark, or `at` itself when there is none.
std::size_t skip_space(std::string_view line, std::size_t at) {
  while (at < line.size()) {
    std::size_t next = at;
    if (!is_space(next_code_point(line, next))) break;
    at = next;
  }
  return at;
}

LineMark number_mark(std::string_view line) {
  constexpr std::size_t kMaxDigits = 3;
  LineMark mark;
  std::size_t at = line.front() == '(' ? 1 : 0;
  unsigned number = 0;
  std::size_t digits = 0;
  for (; at < line.size() && line[at] >= '0' && line[at] <= '9' && digits <= kMaxDigits;
       ++at, ++digits) {
    number = number * 10 + static_cast<unsigned>(line[at] - '0');
  }
  if (digits == 0 || digits > kMaxDigits || at >= line.size()) return mark;
  std::size_t after = at;
  const char32_t sign = next_code_point(line, after);
  const bool is_full_width = sign == 0x3001 || sign == 0xFF0E || sign == 0xFF09;
  if (sign != U'.' && sign != U')' && !is_full_width) return mark;
  const std::size_t text = skip_space(line, after);
  if (text == line.size() || (text == after && !is_full_width)) return mark;
  mark.type = LineMark::Type::number;
  mark.number = static_cast<std::uint16_t>(number);
  mark.length = static_cast<std::uint32_t>(text);
  return mark;
}

} // namespace

bool LineReader::next(TextLine& line) {
  line = TextLine{};
  if (at_ >= text_.size()) return false;
  const std::size_t begin = at_;
  std::size_t length = 0;
  while (at_ < text_.size()) {
    if (may_break(text_[at_])) length = break_length(text_, at_);
    if (length != 0) break;
    ++at_;
  }
  measure(text_.substr(begin, at_ - begin), line);
  line.after_page_break = begin > 0 && text_[begin - 1] == '\f';
  at_ += length;
  return true;
}

LineMark mark_of(std::string_view line) {
  LineMark mark;
  if (line.empty()) return mark;
  if (line.substr(0, 3) == "```" || line.substr(0, 3) == "~~~") {
    mark.type = LineMark::Type::fence;
    return mark;
  }
  if (is_divider(line)) {
    mark.type = LineMark::Type::divider;
    return mark;
  }
  if (line.front() == '>') {
    mark.type = LineMark::Type::quote;
    std::size_t at = 0;
    while (at < line.size() && (line[at] == '>' || line[at] == ' ')) ++at;
    mark.length = static_cast<std::uint32_t>(at);
    return mark;
  }
  if (line.front() == '#') {
    std::size_t level = 0;
    while (level < line.size() && line[level] == '#') ++level;
    if (level <= 6 && level < line.size() && line[level] == ' ') {
      mark.type = LineMark::Type::heading;
      mark.level = static_cast<std::uint8_t>(level);
      mark.length = static_cast<std::uint32_t>(skip_space(line, level));
    }
    return mark;
  }
  if (line.front() == '(' || (line.front() >= '0' && line.front() <= '9')) return number_mark(line);

  std::size_t at = 0;
  const char32_t sign = next_code_point(line, at);
  if (!is_bullet(sign) && !is_dash(sign)) return mark;
  const std::size_t text = skip_space(line, at);
  if (text == line.size()) return mark;
  if (text == at && sign < 0x80) return mark; // "*bold*", "-5 degrees"
  mark.type = is_dash(sign) ? LineMark::Type::dash : LineMark::Type::bullet;
  mark.sign = sign;
  mark.length = static_cast<std::uint32_t>(text);
  return mark;
}

std::uint32_t wrap_width_of(std::string_view text) {
  text = text.substr(0, kWrapSampleBytes);
  // Lines that another line follows at once, by their width; the last one counts all longer lines.
  std::array<std::uint32_t, kMaxWrapWidth + 2> widths{};
  std::uint64_t joints = 0, columns = 0, long_columns = 0;
  TextLine line, next;
  {
    LineReader reader(text);
    bool has_line = reader.next(line);
    while (has_line) {
      const bool has_next = reader.next(next);
      const std::uint32_t width = line.indent + line.columns;
      columns += line.columns;
      if (width > kMaxWrapWidth) long_columns += line.columns;
      if (has_next && !line.is_blank() && !next.is_blank()) {
        ++joints;
        ++widths[std::min(width, kMaxWrapWidth + 1)];
      }
      line = next;
      has_line = has_next;
    }
  }
  if (joints < kMinWrappedJoints) return 0;
  if (static_cast<double>(long_columns) > kMaxLongShare * static_cast<double>(columns)) return 0;

  std::uint32_t width = 0;
  std::uint64_t seen = 0;
  const auto wanted = static_cast<std::uint64_t>(kWidthQuantile * static_cast<double>(joints));
  for (std::uint32_t i = 0; i < widths.size() && seen <= wanted; ++i) {
    seen += widths[i];
    if (widths[i] != 0) width = i;
  }
  if (width < kMinWrapWidth || width > kMaxWrapWidth) return 0;

  // Wrapped text fills its lines: a menu, a poem or a list of headlines does not. Each line counts
  // by its length, so that a menu above the text does not outweigh it; the lines above an item or a
  // quotation end where they end.
  std::uint64_t full = 0, all = 0;
  LineReader reader(text);
  bool has_line = reader.next(line);
  while (has_line) {
    const bool has_next = reader.next(next);
    if (has_next && !line.is_blank() && !next.is_blank() &&
        mark_of(next.text).type == LineMark::Type::none &&
        mark_of(line.text).type != LineMark::Type::quote) {
      all += line.columns;
      if (is_full_line(line, next, width)) full += line.columns;
    }
    line = next;
    has_line = has_next;
  }
  return static_cast<double>(full) >= kMinFullShare * static_cast<double>(std::max(all, joints))
             ? width
             : 0;
}

bool is_full_line(const TextLine& first, const TextLine& second, std::uint32_t width) {
  const std::uint32_t used = first.indent + first.columns;
  // A word longer than a line would make any line before it look full.
  constexpr std::uint32_t kLeastUsedPart = 2;
  if (used * kLeastUsedPart < width) return false;
  const bool is_spaced = second.first_word > 2;
  return is_spaced ? used + 1 + second.first_word + kSpacedSlack > width
                   : used + kUnspacedSlack >= width;
}

} // namespace lectern
