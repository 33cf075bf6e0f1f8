// A byline is cut into pieces at separators; what each holds is read by BylineReader.
#include "rules/names.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "base/utf8.hpp"
#include "rules/byline_announcements.hpp"
#include "rules/byline_reader.hpp"
#include "rules/date_tokens.hpp"
#include "rules/name_pieces.hpp"
#include "rules/name_words.hpp"
#include "rules/roles_and_groups.hpp"

namespace lectern {
namespace {

constexpr std::size_t kLongestLine = 1500;         // bytes read of a byline
constexpr std::size_t kLongestVisibleByline = 220; // bytes of a line that is a byline alone

using Kind = BylineWordKind;

// "Lee, Ann" is one person: one word, and one or two behind the only comma, none of them a
// credential.
std::string last_name_first(std::string_view line, const BylineLexicon& lexicon) {
  const std::size_t comma = line.find(',');
  if (comma == std::string_view::npos || line.find(',', comma + 1) != std::string_view::npos)
    return {};
  const std::vector<NameWord> last = read_name_words(line.substr(0, comma));
  const std::vector<NameWord> first = read_name_words(line.substr(comma + 1));
  if (last.size() != 1 || first.empty() || first.size() > 2) return {};
  for (const NameWord& w : first) {
    if (!w.is_capitalised || w.is_cjk || w.has_digit || lexicon.is(w, Kind::credential) ||
        lexicon.is(w, Kind::role) || lexicon.is(w, Kind::modifier) || lexicon.is(w, Kind::group) ||
        lexicon.is(w, Kind::suffix) || lexicon.is(w, Kind::by)) {
      return {};
    }
  }
  const NameWord& w = last[0];
  // A name in capitals is an agency or a place.
  const std::string_view word = line.substr(w.begin, w.end - w.begin);
  const bool has_lower =
      std::any_of(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; });
  if (!w.is_capitalised || w.is_cjk || w.has_digit || !has_lower) return {};
  std::string name(line.substr(comma + 1).substr(first.front().begin));
  name = std::string(trim(name)) + " " + std::string(word);
  return name;
}

// "Ann Lee | Senior Writer | ...": a name and what that person is, set apart.
bool goes_with_role(const std::vector<std::string>& pieces, const BylineLexicon& lexicon,
                    std::string_view name, std::string_view language) {
  if (!looks_like_name(name, language)) return false;
  for (std::size_t i = 1; i < pieces.size() && i <= 2; ++i) {
    const std::vector<NameWord> words = read_name_words(pieces[i]);
    constexpr std::size_t kMostWords = 5;
    if (!words.empty() && words.size() <= kMostWords && is_role_at(lexicon, words, 0)) return true;
  }
  return false;
}

// In scripts without spaces a space parts what goes with the name from it: "NAME EDITOR:NAME",
// "NAME REPORTER name@site". A label begins a piece, one that ends bylines ends them, and addresses
// go.
void split_unspaced(std::string_view piece, const BylineLexicon& lexicon,
                    std::vector<std::string>& pieces) {
  pieces.emplace_back();
  for (const std::string_view part : split(trim(piece), ' ')) {
    if (part.find('@') != std::string_view::npos) continue;
    if (!pieces.back().empty()) {
      if (!lexicon.prefix(part, Kind::stop).empty()) return;
      const std::size_t label =
          std::max(lexicon.prefix(part, Kind::by).size(), lexicon.prefix(part, Kind::other).size());
      std::size_t at = label;
      const char32_t mark = label > 0 && label < part.size() ? next_code_point(part, at) : 0;
      if (mark == ':' || mark == 0xFF1A || mark == 0x30FB) pieces.emplace_back();
    }
    if (!pieces.back().empty()) pieces.back() += ' ';
    pieces.back() += part;
  }
}

// "Ann Lee (text) and Bo Ek (photos)": as if it said what Bo Ek is.
std::string spell_out_brackets(std::string_view line, const BylineLexicon& lexicon) {
  constexpr std::string_view kMadePictures = " photographer";
  constexpr std::size_t kLongestLabel = 30; // bytes
  std::string out(line);
  for (std::size_t open = out.find('('); open != std::string::npos;
       open = out.find('(', open + 1)) {
    const std::size_t close = out.find(')', open);
    if (close == std::string::npos) break;
    if (close - open > kLongestLabel) continue;
    const std::vector<NameWord> words =
        read_name_words(std::string_view(out).substr(open + 1, close - open - 1));
    if (!words.empty() && lexicon.phrase_length(words, 0, Kind::other) == words.size())
      out.replace(open, close - open + 1, kMadePictures);
  }
  return out;
}

std::vector<std::string> pieces_of(std::string_view line, const BylineLexicon& lexicon) {
  std::vector<std::string> pieces;
  for (std::string& piece : split_name_pieces(line)) {
    const std::string_view text = trim(piece);
    std::size_t at = 0;
    if (!text.empty() && is_cjk(next_code_point(text, at)))
      split_unspaced(text, lexicon, pieces);
    else
      pieces.push_back(std::move(piece));
  }
  return pieces;
}

// "Posted on" before the date in "Posted on 3 May 2025 by Ann Lee".
bool leads_to_date(std::string_view piece, const BylineLexicon& lexicon) {
  constexpr std::size_t kMostWords = 4;
  const std::vector<NameWord> words = read_name_words(piece);
  if (words.size() == 1 && lexicon.is(words[0], Kind::by)) return false;
  return words.size() <= kMostWords &&
         std::all_of(words.begin(), words.end(),
                     [&](const NameWord& word) { return lexicon.is(word, Kind::stop); });
}

// Names are capitalised; prose that begins with "By" is not.
bool may_be_words_of_byline(const std::vector<std::string>& pieces, std::size_t first,
                            std::string_view line, const BylineLexicon& lexicon) {
  constexpr std::size_t kMostWords = 14;
  const std::vector<NameWord> words = read_name_words(pieces[first]);
  if (words.size() > kMostWords || (line.back() == '.' && words.size() > kMostWordsInName))
    return false;
  // Beside a date stand "posted on", "in" and the like.
  const bool is_dated = pieces.size() > 1 && has_digit(line);
  std::size_t lower = 0;
  for (std::size_t i = 1; i < words.size(); ++i) {
    const bool counts = !words[i].is_capitalised && !words[i].has_digit;
    const bool goes_with_date =
        counts && is_dated && (lexicon.is(words[i], Kind::stop) || lexicon.is(words[i], Kind::by));
    lower += counts && !goes_with_date ? 1 : 0;
  }
  return lower * 3 <= words.size() + 3;
}

} // namespace

std::vector<std::string> names_in_byline(std::string_view line, std::string_view language) {
  line = first_bytes(trim(line), kLongestLine);
  if (line.empty()) return {};
  const BylineLexicon lexicon(language);
  BylineReader reader{lexicon};
  if (std::string name = last_name_first(line, lexicon); !name.empty()) return {name};
  const std::string spelled = spell_out_brackets(line, lexicon);
  for (const std::string& piece : pieces_of(spelled, lexicon)) {
    // A number ends what is a byline in visible text: dates and reading times follow.
    reader.read_piece(piece);
  }
  if (reader.names.empty() && !reader.pictures.empty()) return std::move(reader.pictures);
  if (reader.names.empty() && !reader.groups.empty()) return {reader.groups.front()};
  return std::move(reader.names);
}

namespace {

// "Ann Lee Photographer", a line of a name and what that person is.
std::vector<std::string> picture_makers(const std::vector<NameWord>& words, std::string_view line,
                                        const BylineLexicon& lexicon) {
  constexpr std::size_t kFewestWords = 3, kMostWords = 5;
  if (words.size() < kFewestWords || words.size() > kMostWords ||
      !lexicon.is(words.back(), Kind::picture))
    return {};
  const std::string_view name =
      line.substr(words[0].begin, words[words.size() - 2].end - words[0].begin);
  return {std::string(name)};
}

} // namespace

std::vector<std::string> others_in_line(std::string_view line, std::string_view language) {
  line = trim(line);
  if (line.size() > kLongestVisibleByline) return {};
  const BylineLexicon lexicon(language);
  // Nearly all lines end here: the first words tell, before dates are looked for.
  constexpr std::size_t kFirstWords = 60; // bytes
  constexpr std::size_t kMostWords = 6;   // more than a phrase has, and a name with a role
  const std::vector<NameWord> first = read_name_words(first_bytes(line, kFirstWords), kMostWords);
  if (first.empty()) return {};
  if (lexicon.phrase_length(first, 0, Kind::other) == 0)
    return picture_makers(first, line, lexicon);
  std::vector<std::string> names;
  bool announced = false;
  for (const std::string& piece : pieces_of(line, lexicon)) {
    const std::vector<NameWord> words = read_name_words(piece);
    if (words.empty()) continue;
    const std::size_t other = lexicon.phrase_length(words, 0, Kind::other);
    if (other == words.size() || (other == 0 && !announced)) return names;
    announced = true;
    const std::string_view name =
        std::string_view(piece).substr(words[other].begin, words.back().end - words[other].begin);
    if (looks_like_name(name, language)) names.emplace_back(name);
  }
  return names;
}

bool is_byline_label(std::string_view line, std::string_view language) {
  constexpr std::size_t kLongestLabel = 32; // bytes
  line = trim(line);
  if (line.empty() || line.size() > kLongestLabel || !may_begin_with_announcement(line))
    return false;
  const BylineLexicon lexicon(language);
  const std::vector<NameWord> words = read_name_words(line);
  return !words.empty() && lexicon.phrase_length(words, 0, Kind::by) == words.size();
}

bool looks_like_byline(std::string_view line, std::string_view language) {
  line = trim(line);
  if (line.empty() || line.size() > kLongestVisibleByline) return false;
  if (!may_announce_names(line)) return false;
  const BylineLexicon lexicon(language);
  // Cheap: a short line of plain words that does not begin as a byline does is none.
  const std::size_t first_end = line.find_first_of(" :");
  const bool plain = std::all_of(line.begin(), line.end(), [](char c) {
    const char lower = ascii_lower(c);
    return (lower >= 'a' && lower <= 'z') || c == ' ' || c == '.' || c == '\'' || c == '-' ||
           c == ':';
  });
  if (plain && !lexicon.begins_phrase(ascii_lower(line.substr(0, first_end)))) return false;
  BylineReader reader{lexicon};
  const std::vector<std::string> pieces = pieces_of(line, lexicon);
  // The first piece that holds anything carries the mark of a byline.
  std::size_t first = 0;
  while (first + 1 < pieces.size() && leads_to_date(pieces[first], lexicon)) ++first;
  // Counted before the piece is read, which takes much longer: many of these lines are prose.
  bool may_be_byline = may_be_words_of_byline(pieces, first, line, lexicon);
  if (!may_be_byline && first + 1 == pieces.size()) return false;
  reader.read_piece(pieces[first]);
  // "Text & Photos: Ann Lee".
  if (reader.has_by() && reader.names.empty() && reader.groups.empty() &&
      first + 1 < pieces.size()) {
    reader.read_piece(pieces[++first]);
    may_be_byline = may_be_words_of_byline(pieces, first, line, lexicon);
  }
  if (!may_be_byline) return false;
  bool is_announced = reader.has_by();
  if (!is_announced && pieces.size() > 1 && !reader.names.empty())
    is_announced = goes_with_role(pieces, lexicon, reader.names[0], language);
  if (!is_announced || (reader.names.empty() && reader.groups.empty())) return false;
  if (reader.names.empty() || looks_like_name(reader.names.front(), language)) return true;
  // One word may be an account or a pen name, when nothing but a date goes with it.
  const std::vector<NameWord> name = read_name_words(reader.names.front());
  return name.size() == 1 && (name[0].is_capitalised || pieces.size() == 1 || has_digit(line));
}

bool is_role_line(std::string_view line, std::string_view language) {
  constexpr std::size_t kLongestRole = 40; // bytes
  constexpr std::size_t kMostWords = 4;
  line = trim(line);
  if (line.empty() || line.size() > kLongestRole) return false;
  const BylineLexicon lexicon(language);
  const std::vector<NameWord> words = read_name_words(line);
  return !words.empty() && words.size() <= kMostWords && lexicon.is(words.back(), Kind::role);
}

bool is_group_name(std::string_view name, std::string_view language) {
  const BylineLexicon lexicon(language);
  return is_group(lexicon, read_name_words(name));
}

bool is_agency(std::string_view text, std::string_view language) {
  constexpr std::size_t kLongest = 40; // bytes
  constexpr std::size_t kMostWords = 5, kLongestAddition = 4;
  text = trim(text);
  if (text.empty() || text.size() > kLongest) return false;
  const BylineLexicon lexicon(language);
  std::string spaced(text);
  for (char& c : spaced)
    if (c == '/' || c == ',') c = ' ';
  const std::vector<NameWord> words = read_name_words(spaced);
  if (words.empty() || words.size() > kMostWords || lexicon.phrase_length(words, 0, Kind::by) > 0)
    return false;
  const auto is_agencys = [&](const NameWord& word) { return lexicon.is(word, Kind::agency); };
  return std::any_of(words.begin(), words.end(), is_agencys) &&
         std::all_of(words.begin(), words.end(), [&](const NameWord& word) {
           return !word.has_digit && (is_agencys(word) || word.lower.size() <= kLongestAddition ||
                                      lexicon.is(word, Kind::group));
         });
}

bool is_known_person(std::string_view name, std::string_view language) {
  if (!looks_like_name(name, language)) return false;
  constexpr int kMostCharacters = 5; // two of a Japanese family name and three
  constexpr int kMostFamilyCharacters = 3;
  const int cjk = count_cjk(name);
  if (cjk > kMostCharacters) return false;
  std::size_t end = 0;
  for (int i = 0; i < std::min(cjk, kMostFamilyCharacters); ++i) {
    next_code_point(name, end);
    if (is_person_word(name.substr(0, end))) return true;
  }
  if (cjk > 0) return false;
  // The first word that is no title and no initial.
  const BylineLexicon lexicon(language);
  const std::vector<NameWord> words = read_name_words(name);
  if (words.size() == 3 && words[1].lower.size() == 1) return true; // "Ann B. Lee"
  for (std::size_t i = 0; i + 1 < words.size(); ++i) {
    const std::string_view word = words[i].lower;
    if (word.size() == 1 || lexicon.is(words[i], Kind::credential)) continue;
    return is_person_word(word) || is_person_word(word.substr(0, word.find('-')));
  }
  return false;
}

bool looks_like_name(std::string_view text, std::string_view language) {
  text = trim(text);
  if (text.empty() || text.size() > kLongestName) return false;
  // Letters behind the name count for nothing here.
  if (const std::size_t comma = text.find(", "); comma != std::string_view::npos)
    text = text.substr(0, comma);
  const int cjk = count_cjk(text);
  if (cjk > 0) return cjk >= 2 && cjk <= kMostCjkInName;
  const BylineLexicon lexicon(language);
  const std::vector<NameWord> words = read_name_words(text);
  constexpr std::size_t kMostWords = 5;
  if (words.size() < 2 || words.size() > kMostWords) return false;
  std::size_t names = 0;
  for (const NameWord& w : words) {
    if (w.has_digit || w.is_address) return false;
    if (lexicon.is(w, Kind::role) || lexicon.is(w, Kind::group) || lexicon.is(w, Kind::never))
      return false;
    const bool particle = lexicon.is(w, Kind::particle);
    if (!w.is_capitalised && !particle) return false;
    if (lexicon.is(w, Kind::stop) && !particle) return false;
    if (lexicon.is(w, Kind::by) && !particle) return false;
    names += w.is_capitalised ? 1 : 0;
  }
  return names >= 2 || (names == 1 && words.size() >= 2);
}

} // namespace lectern
