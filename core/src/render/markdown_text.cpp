#include "render/markdown_text.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "base/utf8.hpp"

namespace lectern {
namespace {

constexpr std::string_view kAsciiPunctuation = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~";

bool is_ascii_punctuation(char c) { return kAsciiPunctuation.find(c) != std::string_view::npos; }
bool is_ascii_digit(char c) { return c >= '0' && c <= '9'; }
bool is_ascii_letter(char c) { return ascii_lower(c) >= 'a' && ascii_lower(c) <= 'z'; }

// Punctuation in every edition of CommonMark: quotation marks, dashes, dots and brackets of Latin
// and East Asian text.
bool is_known_punctuation(char32_t c) {
  // Programs with strikethrough look past a tilde for the neighbour of other marks.
  if (c < 0x80) return c != U'~' && is_ascii_punctuation(static_cast<char>(c));
  if (c < 0x100)
    return c == 0xA1 || c == 0xA7 || c == 0xAB || c == 0xB6 || c == 0xB7 || c == 0xBB || c == 0xBF;
  if (c >= 0x2010 && c <= 0x2027) return true;
  if (c >= 0x2030 && c <= 0x2043) return true;
  if (c >= 0x3001 && c <= 0x3003) return true;
  if (c >= 0x3008 && c <= 0x3011) return true;
  if (c >= 0xFF01 && c <= 0xFF0F) return c != 0xFF04 && c != 0xFF0B;
  return c == 0xFF1A || c == 0xFF1B || c == 0xFF1F;
}

// `&name;` or `&#1;` at `at`, which a renderer would resolve; where the text ends before it does,
// the rest may follow.
bool looks_like_reference(std::string_view text, std::size_t at, bool is_followed) {
  constexpr std::size_t kLongestName = 33;
  std::size_t end = at + 1;
  if (end < text.size() && text[end] == '#') ++end;
  while (end < text.size() && (is_ascii_letter(text[end]) || is_ascii_digit(text[end]))) ++end;
  if (end - at > kLongestName) return false;
  if (end == text.size()) return is_followed;
  return text[end] == ';' && end > at + 1;
}

// Writes one run of text. Every rule looks at the character before and the one after.
class Escaper {
 public:
  Escaper(std::string& out, std::string_view text, const TextPlace& place)
      : out_(out), text_(text), place_(place) {}

  void write() {
    std::size_t at = 0;
    if (place_.at_line_start) at = write_line_start();
    while (at < text_.size()) {
      if (starts_address(at)) {
        at = write_address(at);
        continue;
      }
      write_character(at);
      ++at;
    }
  }

 private:
  char next(std::size_t at) const { return at + 1 < text_.size() ? text_[at + 1] : '\0'; }
  bool is_followed() const { return place_.after != CharacterClass::space; }

  CharacterClass before(std::size_t at) const {
    return at == 0 ? place_.before : last_class(text_.substr(0, at));
  }
  CharacterClass after(std::size_t at) const {
    return at + 1 < text_.size() ? first_class(text_.substr(at + 1)) : place_.after;
  }

  void write_character(std::size_t at) {
    if (needs_escape(at)) out_ += '\\';
    out_ += text_[at];
  }

  // Marks that mean something at the start of a line only. Gives the place up to which it wrote.
  std::size_t write_line_start() {
    if (text_.empty()) return 0;
    std::size_t digits = 0;
    while (digits < text_.size() && is_ascii_digit(text_[digits])) ++digits;
    if (digits > 0) {
      constexpr std::size_t kMostDigits = 9;
      const char mark = digits < text_.size() ? text_[digits] : '\0';
      const char then = next(digits);
      if (digits > kMostDigits || (mark != '.' && mark != ')') || (then != ' ' && then != '\0'))
        return 0;
      out_.append(text_.substr(0, digits)).append("\\").append(1, mark);
      return digits + 1;
    }
    if (!is_mark_at_line_start()) return 0;
    out_ += '\\';
    out_ += text_[0];
    return 1;
  }

  bool is_mark_at_line_start() const {
    const char then = next(0);
    const bool ends_mark = then == ' ' || then == '\0';
    switch (text_[0]) {
      case '#': {
        const std::size_t end = text_.find_first_not_of('#');
        return end == std::string_view::npos || text_[end] == ' ';
      }
      case '+':
      case '*':
        return ends_mark;
      case '-':
        return ends_mark || then == '-' || then == '|' || then == ':';
      case ':':
        return then == '-' || then == '\0';
      case '_': // three of them, spaces between, are a rule
      case '>':
      case '=':
      case '|':
      case '[':
        return true;
      default:
        return false;
    }
  }

  bool needs_escape(std::size_t at) const {
    const char then = next(at);
    const bool is_last = at + 1 == text_.size();
    switch (text_[at]) {
      case '`':
        return true;
      case '\\':
        return is_last || is_ascii_punctuation(then) || starts_address(at + 1);
      case '*':
        return before(at) != CharacterClass::space || after(at) != CharacterClass::space;
      case '_': {
        const CharacterClass left = before(at), right = after(at);
        const bool is_inside_word = left == CharacterClass::word && right == CharacterClass::word;
        const bool is_alone = left == CharacterClass::space && right == CharacterClass::space;
        return !is_inside_word && !is_alone;
      }
      case '[':
        return place_.in_brackets || then == '^' || then == '[' ||
               (at == 0 && (place_.after_bracket || place_.last == '[')) ||
               (is_last && place_.before_bracket);
      case ']':
        if (place_.in_brackets || then == '(' || then == '[' || then == ':') return true;
        return is_last && is_followed();
      case '(':
      case ':':
        return at == 0 && place_.after_bracket;
      case '.':
      case ')':
        return ends_number(at);
      case '<': // before nothing but what no program begins a tag with, it may stay
        return then != ' ' && then != '=' && !is_ascii_digit(then);
      case '&':
        return looks_like_reference(text_, at, is_followed());
      case '!':
        return then == '[' || (is_last ? place_.before_bracket : starts_address(at + 1));
      case '|':
        return place_.in_cell;
      case '~':
        return place_.in_strike || then == '~' || before(at) != CharacterClass::space ||
               (is_last && is_followed());
      case '$':
        return place_.escapes_dollars ||
               (before(at) != CharacterClass::space && !is_ascii_digit(then));
      case '=':
        return (then == '=' && at + 2 < text_.size() && text_[at + 2] != ' ') ||
               (at == 0 && place_.last == '=');
      case '^':
        return at == 0 && (place_.in_brackets || place_.last == '[');
      case '%':
        return then == '%' || (at == 0 && place_.last == '%');
      default:
        return false;
    }
  }

  // "7", and then ". June": the mark of a list item in two runs.
  bool ends_number(std::size_t at) const {
    return at == 0 && place_.after_number && (text_.size() == 1 || text_[1] == ' ');
  }

  // GFM makes links of bare addresses and takes a backslash in one for a part of it.
  bool starts_address(std::size_t at) const {
    const char first = ascii_lower(text_[at]);
    if (place_.in_brackets || (first != 'h' && first != 'w')) return false;
    if (at > 0 && is_ascii_letter(text_[at - 1])) return false;
    const std::string_view rest = text_.substr(at);
    return starts_with_ignoring_case(rest, "http://") ||
           starts_with_ignoring_case(rest, "https://") || starts_with_ignoring_case(rest, "www.");
  }

  // As it stands where that is safe, else between pointed brackets.
  std::size_t write_address(std::size_t at) {
    const std::size_t word_end = std::min(text_.find_first_of(" <>", at), text_.size());
    std::string_view address = text_.substr(at, word_end - at);
    constexpr std::string_view kNeverLast = ".,;:!?)'\"]*_~";
    while (!address.empty() && kNeverLast.find(address.back()) != std::string_view::npos)
      address.remove_suffix(1);
    const std::size_t end = at + address.size();
    // What follows without a space would be read as a part of it.
    const bool ends_in_space = !place_.before_break && !is_followed();
    bool is_safe = word_end < text_.size() ? text_[word_end] == ' ' : ends_in_space;
    for (std::size_t i = at; i < word_end; ++i) is_safe = is_safe && !needs_escape(i);
    const bool has_scheme = ascii_lower(text_[at]) == 'h';
    const bool fits_brackets =
        has_scheme && address.find_first_of("\\|`&'\"[]") == std::string_view::npos;
    if (is_safe) {
      out_.append(address);
    } else if (fits_brackets) {
      out_.append("<").append(address).append(">");
    } else {
      TextPlace in_brackets;
      in_brackets.in_brackets = true;
      in_brackets.in_cell = place_.in_cell;
      in_brackets.escapes_dollars = place_.escapes_dollars;
      out_ += '[';
      append_escaped_markdown(out_, address, in_brackets);
      out_.append(has_scheme ? "](" : "](http://");
      out_.append(markdown_destination(address)).append(")");
    }
    return end;
  }

  std::string& out_;
  std::string_view text_;
  const TextPlace& place_;
};

} // namespace

CharacterClass class_of(char32_t c) {
  if (is_space(c)) return CharacterClass::space;
  if (is_known_punctuation(c)) return CharacterClass::punctuation;
  return is_letter(c) || is_digit(c) ? CharacterClass::word : CharacterClass::unsure;
}

CharacterClass first_class(std::string_view text) {
  std::size_t at = 0;
  return text.empty() ? CharacterClass::space : class_of(next_code_point(text, at));
}

CharacterClass last_class(std::string_view text) {
  if (text.empty()) return CharacterClass::space;
  std::size_t at = text.size() - 1;
  while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) --at;
  return class_of(next_code_point(text, at));
}

void append_escaped_markdown(std::string& out, std::string_view text, const TextPlace& place) {
  Escaper(out, text, place).write();
}

std::string markdown_destination(std::string_view url) {
  int depth = 0;
  bool is_balanced = true;
  for (const char c : url) {
    if (c == '(') ++depth;
    if (c == ')' && --depth < 0) is_balanced = false;
  }
  is_balanced = is_balanced && depth == 0;
  constexpr char kHex[] = "0123456789ABCDEF";
  constexpr std::string_view kNeverRaw = " <>\\`|\n\t\r";
  std::string out;
  for (std::size_t i = 0; i < url.size(); ++i) {
    const char c = url[i];
    const bool is_parenthesis = c == '(' || c == ')';
    // What looks like the end of another link is that to programs that look for ends first.
    const bool looks_like_end = c == ']' && i + 1 < url.size() && url[i + 1] == '(';
    if (kNeverRaw.find(c) != std::string_view::npos || (is_parenthesis && !is_balanced) ||
        looks_like_end) {
      out += '%';
      out += kHex[static_cast<unsigned char>(c) >> 4];
      out += kHex[static_cast<unsigned char>(c) & 15];
    } else if (c == '&' && looks_like_reference(url, i, false)) {
      out += "&amp;";
    } else {
      out += c;
    }
  }
  return out;
}

} // namespace lectern
