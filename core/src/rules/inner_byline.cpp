// A byline may stand inside a line: behind the date, the number of the article, the source.
#include <algorithm>
#include <vector>

#include "base/text.hpp"
#include "base/utf8.hpp"
#include "rules/byline_announcements.hpp"
#include "rules/name_words.hpp"
#include "rules/names.hpp"

namespace lectern {
namespace {

using Kind = BylineWordKind;

constexpr std::size_t kReach = 240; // bytes of the line that are looked at
constexpr unsigned char kUnspaced = 0xE3;

bool is_opening(char32_t c) { return c == '(' || c == '[' || c == 0xFF08 || c == 0x3010; }
bool is_closing(char32_t c) { return c == ')' || c == ']' || c == 0xFF09 || c == 0x3011; }

// From a label of two characters on that a mark follows, or that a bracket opens with.
std::string_view unspaced_byline(std::string_view line, const BylineLexicon& lexicon) {
  constexpr std::size_t kTwoCharacters = 6; // bytes
  constexpr char32_t kFullStop = 0x3002, kWideColon = 0xFF1A;
  char32_t before = 0;
  for (std::size_t at = 0; at < line.size() && at < kReach;) {
    const std::size_t begin = at;
    const char32_t opened = before;
    before = next_code_point(line, at);
    if (static_cast<unsigned char>(line[begin]) < kUnspaced) continue;
    const std::string_view rest = line.substr(begin);
    const std::string_view label = lexicon.prefix(rest, Kind::by);
    if (label.size() < kTwoCharacters || label.size() == rest.size()) continue;
    std::size_t behind = label.size();
    const char32_t mark = next_code_point(rest, behind);
    const bool is_marked = mark == ':' || mark == kWideColon || mark == '/' || is_space(mark);
    if (!is_marked && !is_opening(opened)) continue;
    std::size_t end = is_marked ? behind : label.size();
    for (std::size_t next = end; next < rest.size(); end = next) {
      const char32_t c = next_code_point(rest, next);
      if (is_closing(c) || c == kFullStop) break;
    }
    return rest.substr(0, end);
  }
  return {};
}

// From a label with a colon on.
std::string_view spaced_byline(std::string_view line, const BylineLexicon& lexicon) {
  if (line.size() > kReach || line.find(':') == std::string_view::npos) return {};
  const std::vector<NameWord> words = read_name_words(line);
  for (std::size_t i = 1; i + 1 < words.size(); ++i) {
    const std::size_t size = std::max(lexicon.phrase_length(words, i, Kind::by),
                                      lexicon.phrase_length(words, i, Kind::label));
    if (size == 0 || i + size >= words.size()) continue;
    if (trim(line.substr(words[i + size - 1].end)).starts_with(':'))
      return line.substr(words[i].begin);
  }
  return {};
}

} // namespace

std::string_view byline_inside(std::string_view line, std::string_view language) {
  if (!may_announce_names(line)) return {};
  const BylineLexicon lexicon(language);
  const std::string_view unspaced = unspaced_byline(line, lexicon);
  return unspaced.empty() ? spaced_byline(line, lexicon) : unspaced;
}

} // namespace lectern
