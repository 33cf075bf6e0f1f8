#include "metadata/title_parts.hpp"

#include "base/text.hpp"
#include "base/utf8.hpp"

namespace lectern {
namespace {

constexpr std::size_t kMostParts = 12;

bool is_strong_separator(char32_t c) {
  switch (c) {
    case '|':
    case 0xFF5C:
    case 0xBB:
    case 0xAB:
    case 0xB7:
    case 0x2022:
    case 0x2013:
    case 0x2014:
    case 0x2015:
    case '-':
    case '_':
    case '>':
    case '<':
    case '~':
    case 0x203A:
    case 0x2039:
    case 0x25CF:
    case 0x2219:
    case 0x25B7:
    case 0x2605:
    case 0x30FB:
    case 0xFF5E:
    case 0x2212:
    case 0x2010:
    case 0x2011:
    case 0x25AA:
    case 0x2190:
    case 0x2192:
    case 0x22C5:
    case 0xFF0D:
    case 0x2500:
    case 0x2501:
    case 0x2502:
    case 0x2503:
    case 0x2016:
    case 0x23D0:
    case 0x2758:
    case 0x2759:
    case 0x275A:
    case 0x1C0:
    case 0xFFE8:
    case '/':
    case 0x27A1:
      return true;
    default:
      return false;
  }
}

} // namespace

std::vector<TitlePart> title_parts(std::string_view title) {
  std::vector<TitlePart> parts;
  std::size_t begin = 0;
  bool strong = false;
  char32_t before = ' ';
  for (std::size_t at = 0; at < title.size() && parts.size() + 1 < kMostParts;) {
    const std::size_t start = at;
    const char32_t c = next_code_point(title, at);
    std::size_t peek = at;
    const char32_t after = at < title.size() ? next_code_point(title, peek) : U' ';
    bool splits = false;
    bool is_strong = false;
    if (c == ':' || c == 0xFF1A) {
      splits = c == 0xFF1A || is_space(after);
    } else if (is_strong_separator(c)) {
      const bool open = is_space(before) && (is_space(after) || is_strong_separator(after));
      const bool doubled = is_strong_separator(before) && is_space(after);
      const bool always = c == '|' || c == 0xFF5C;
      const bool unspaced = (c == '-' || c == '_' || c == 0x2014 || c == 0x30FB || c == 0x2013) &&
                            (is_cjk(before) || is_cjk(after));
      splits = open || doubled || always || unspaced || (c == 0xBB && is_space(after));
      is_strong = true;
    }
    if (splits && !trim(title.substr(begin, start - begin)).empty()) {
      parts.push_back({begin, start, strong});
      begin = at;
      strong = is_strong;
    } else if (splits) {
      begin = at;
      strong = is_strong || strong;
    }
    before = c;
  }
  if (!trim(title.substr(begin)).empty()) parts.push_back({begin, title.size(), strong});
  return parts;
}

} // namespace lectern
