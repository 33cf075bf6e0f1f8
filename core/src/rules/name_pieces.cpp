#include "rules/name_pieces.hpp"

#include "base/text.hpp"
#include "base/utf8.hpp"
#include "rules/dates.hpp"

namespace lectern {
namespace {

bool is_separator(char32_t c) {
  switch (c) {
    case ',':
    case ';':
    case '|':
    case '/':
    case '&':
    case '+':
    case '\n':
    case '\t':
    case 0xB7:
    case 0x2022:
    case 0x2013:
    case 0x2014:
    case 0x2015:
    case 0x2027:
    case 0x25CF:
    case 0x3001:
    case 0xFF0C:
    case 0xFF1B:
    case 0xFF0F:
    case 0xFF5C:
    case 0x60C:
    case 0x2219:
    case 0x25AA:
    case 0x22C5:
    case 0xFF06:
    case 0x2003:
    case 0x3000:
    case 0x2028:
    case 0x2029:
    case '>':
    case '<':
    case 0x203A:
    case 0xBB:
    case 0x25CA:
    case 0x2192:
    case '*':
      return true;
    default:
      return false;
  }
}

// Dates belong to bylines and not to names: a bar stands in for each, so that both its sides are
// pieces.
std::string without_dates(std::string_view text) {
  constexpr int kMostDates = 4;
  std::string out(text);
  std::size_t from = 0;
  for (int i = 0; i < kMostDates; ++i) {
    const auto found = find_date(out, {}, from);
    if (!found) break;
    out.replace(found->begin, found->end - found->begin, "|");
    from = found->begin + 1;
  }
  return out;
}

} // namespace

std::vector<std::string> split_name_pieces(std::string_view line) {
  const std::string text = without_dates(line);
  std::vector<std::string> pieces(1);
  int depth = 0;
  char32_t before = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    while (at < text.size() && static_cast<unsigned char>(text[at]) < kAsciiEnd &&
           is_letter(static_cast<unsigned char>(text[at])))
      ++at;
    if (at > begin) { // most of most lines
      if (depth == 0) pieces.back().append(text, begin, at - begin);
      before = static_cast<unsigned char>(text[at - 1]);
      continue;
    }
    const char32_t c = next_code_point(text, at);
    const bool opens = c == '(' || c == 0xFF08;
    const bool closes = c == ')' || c == 0xFF09;
    std::string& piece = pieces.back();
    if (opens) {
      const std::string_view held = trim(piece);
      const bool keeps = !held.empty() && static_cast<unsigned char>(held.back()) >= 0xE3;
      if (keeps) piece += ' ';
      depth += keeps ? 0 : 1;
    } else if (closes) {
      if (depth > 0) --depth;
    } else if (depth == 0) {
      const bool spaced_dash = c == '-' && is_space(before) && at < text.size() && text[at] == ' ';
      // A middle dot inside a word joins a transcribed name; between words it separates.
      const bool joins = (c == 0xB7 || c == '/') && is_cjk(before) && c == 0xB7 &&
                         at < text.size() && text[at] != ' ';
      const bool in_link =
          c == '/' && (before == ':' || before == '/' || (at < text.size() && text[at] == '/'));
      const bool in_address = c == '/' && piece.find("://") != std::string::npos;
      if ((is_separator(c) && !joins && !in_link && !in_address) || spaced_dash) {
        pieces.emplace_back();
      } else {
        piece.append(std::string_view(text).substr(begin, at - begin));
      }
    }
    before = c;
  }
  return pieces;
}

} // namespace lectern
