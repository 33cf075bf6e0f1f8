// Names in scripts without spaces: how many characters they have tells them from other words, and
// one name from several.
#include <algorithm>

#include "base/text.hpp"
#include "base/utf8.hpp"
#include "rules/byline_reader.hpp"

namespace lectern {
namespace {

using Kind = BylineWordKind;

// A family name and a given name, where the language parts them; none of them is a role.
bool is_one_name_in_two(const std::vector<std::string>& parts, const BylineLexicon& lexicon) {
  constexpr int kMostCharacters = 3; // of either
  return parts.size() == 2 && lexicon.parts_given_names() &&
         std::all_of(parts.begin(), parts.end(), [&](const std::string& part) {
           return count_cjk(part) <= kMostCharacters && !lexicon.has(part, Kind::role) &&
                  lexicon.prefix(part, Kind::stop).empty();
         });
}

} // namespace

int count_cjk(std::string_view text) {
  int count = 0;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    if (is_cjk(c))
      ++count;
    else if (!is_space(c) && c != 0xB7 && c != 0x30FB && c != 0x25CB && c != 0x25CF)
      return -1;
  }
  return count;
}

// A piece in a script without spaces.
void BylineReader::read_cjk(std::string_view text, int characters, bool has_by_before) {
  const std::string whole(trim(text));
  if (lexicon.has(whole, Kind::role) || lexicon.has(whole, Kind::stop)) return;
  if (!lexicon.prefix(text, Kind::stop).empty() || characters > kMostCjkInName) {
    if (characters <= kMostCjkInName * 2 && names.empty() && has_by_before)
      groups.emplace_back(whole);
    return;
  }
  // Names of two to four characters between spaces are several names.
  std::vector<std::string> parts;
  for (const NameWord& w : read_name_words(text))
    parts.emplace_back(text.substr(w.begin, w.end - w.begin));
  const bool several =
      parts.size() > 1 && std::all_of(parts.begin(), parts.end(), [](const std::string& part) {
        const int size = count_cjk(part);
        return size >= 2 && size <= 4;
      });
  // Names of two characters are set as wide as those of three.
  if (parts.size() == 2 && count_cjk(parts[0]) == 1 && count_cjk(parts[1]) == 1)
    return add(parts[0] + parts[1]);
  if (!several || is_one_name_in_two(parts, lexicon)) return add(whole);
  for (const std::string& part : parts) {
    if (!lexicon.has(part, Kind::role) && lexicon.prefix(part, Kind::stop).empty()) add(part);
  }
}

} // namespace lectern
