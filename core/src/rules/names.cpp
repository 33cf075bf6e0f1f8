// A byline is cut into pieces at separators and at "and"; each piece loses what stands before a
// name
// ("By"), what ends a byline ("Updated ..."), and what a person is ("Senior Reporter"). What is
// left and has the form of a name is one.
#include "rules/names.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "base/utf8.hpp"
#include "rules/byline_announcements.hpp"
#include "rules/date_tokens.hpp"
#include "rules/name_pieces.hpp"
#include "rules/name_words.hpp"

namespace lectern {
namespace {

constexpr std::size_t kLongestLine = 1500; // bytes read of a byline
constexpr std::size_t kLongestName = 80;   // bytes
constexpr std::size_t kMostWordsInName = 7;
constexpr std::size_t kLongestVisibleByline = 220; // bytes of a line that is a byline alone
constexpr std::size_t kMostNames = 30;
constexpr int kMostCjkInName = 12;

using Kind = BylineWordKind;

struct Reader {
  const BylineLexicon& lexicon;
  std::vector<std::string> names;
  std::vector<std::string> groups;
  bool others_follow = false; // names after "Edited by" are not wanted
  bool has_by = false;

  void read_piece(std::string_view piece);
  void read_part(std::string_view text, std::vector<NameWord> words, bool has_by_before);
  void add(std::string_view text);
  bool ends_byline(const NameWord& word) const;
};

bool begins_with_digit(const NameWord& word) {
  return !word.lower.empty() && word.lower[0] >= '0' && word.lower[0] <= '9';
}

bool all_numbers(const std::vector<NameWord>& words) {
  return std::all_of(words.begin(), words.end(), [](const NameWord& w) {
    return std::all_of(w.lower.begin(), w.lower.end(),
                       [](char c) { return (c >= '0' && c <= '9') || c == ':' || c == '.'; });
  });
}

// Short words that end a byline ("for", "in") are parts of names when they are capitalised: "Le",
// "La".
bool Reader::ends_byline(const NameWord& word) const {
  constexpr std::size_t kShort = 3;
  return lexicon.is(word, Kind::stop) && !(word.is_capitalised && word.lower.size() <= kShort);
}

// "Institute for Basic Science", "Center for Drug Evaluation and Research": one word, or "The" and
// one, before "for" or "of" is no person.
bool is_institution(const std::vector<NameWord>& words) {
  constexpr std::size_t kMostWords = 9;
  if (words.size() > kMostWords) return false;
  for (std::size_t i = 1; i + 1 < words.size() && i <= 2; ++i) {
    if ((words[i].lower == "for" || words[i].lower == "of") && !words[i].is_capitalised) {
      return words[0].is_capitalised && words[i + 1].is_capitalised &&
             (i == 1 || words[0].lower == "the");
    }
  }
  return false;
}

void Reader::add(std::string_view text) {
  // What stood in brackets inside a name leaves two spaces.
  std::string name;
  for (const char c : text) {
    if (c != ' ' || name.empty() || name.back() != ' ') name += c;
  }
  const std::string lower = to_lower(name);
  if (lexicon.has(lower, Kind::never)) {
    return;
  }
  for (const std::string& known : names) {
    if (to_lower(known) == lower) return;
  }
  if (names.size() < kMostNames) names.push_back(std::move(name));
}

bool is_role_at(const BylineLexicon& lexicon, const std::vector<NameWord>& words, std::size_t at) {
  constexpr std::size_t kMostModifiers = 3;
  for (std::size_t i = at; i < words.size() && i <= at + kMostModifiers; ++i) {
    if (lexicon.phrase_length(words, i, Kind::role) > 0) return true;
    if (!lexicon.is(words[i], Kind::modifier)) return false;
  }
  return false;
}

bool is_group(const BylineLexicon& lexicon, const std::vector<NameWord>& words) {
  if (words.empty()) return false;
  return std::any_of(words.begin(), words.end(),
                     [&](const NameWord& w) { return lexicon.is(w, Kind::group); });
}

bool all_groups(const BylineLexicon& lexicon, const std::vector<NameWord>& words) {
  return !words.empty() && std::all_of(words.begin(), words.end(), [&](const NameWord& w) {
    return lexicon.is(w, Kind::group) || lexicon.is(w, Kind::modifier) || lexicon.is(w, Kind::role);
  });
}

// How many characters of scripts without spaces `text` holds, or -1 when it holds others too.
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

std::string_view drop_cjk_labels(std::string_view text, const BylineLexicon& lexicon, bool& has_by,
                                 bool& other) {
  constexpr int kMostLabels = 3;
  const auto skip_marks = [&text] {
    while (!text.empty()) {
      std::size_t at = 0;
      const char32_t c = next_code_point(text, at);
      if (!is_space(c) && c != ':' && c != 0xFF1A && c != '/' && c != 0x30FB && c != 0x3010 &&
          c != 0x3011 && c != '[' && c != ']' && c != 0x4E28 && c != 0x4E3A) {
        return;
      }
      text.remove_prefix(at);
    }
  };
  for (int i = 0; i < kMostLabels; ++i) {
    skip_marks();
    std::string_view label = lexicon.prefix(text, Kind::by);
    // A label that is the whole piece announces the next one.
    if (!label.empty() && label.size() == text.size()) {
      has_by = true;
      return {};
    }
    if (label.empty() || label.size() == text.size()) break;
    std::string_view rest = text.substr(label.size());
    std::size_t at = 0;
    const char32_t next = next_code_point(rest, at);
    // One character may begin a name; only with a mark behind it is it a label.
    if (label.size() <= 3 && next != ':' && next != 0xFF1A && next != '/' && !is_space(next) &&
        next != 0xFF0F && next != 0x30FB)
      break;
    text = rest;
    has_by = true;
    other = false;
  }
  skip_marks();
  while (true) {
    const std::string_view end = lexicon.suffix(text, Kind::after);
    if (end.empty() || end.size() == text.size()) break;
    text = trim(text.substr(0, text.size() - end.size()));
    has_by = true;
  }
  return text;
}

void Reader::read_part(std::string_view text, std::vector<NameWord> words, bool has_by_before) {
  std::size_t first = 0;
  // What stands before the names.
  while (first < words.size()) {
    const std::size_t other = lexicon.phrase_length(words, first, Kind::other);
    std::size_t by = lexicon.phrase_length(words, first, Kind::by);
    const std::size_t label = lexicon.phrase_length(words, first, Kind::label);
    if (label > by && text.substr(words[first + label - 1].end).starts_with(':')) by = label;
    if (other > by && other > 0) {
      if (first + other < words.size() || text.find(':') != std::string_view::npos)
        others_follow = true;
      // "Editor" alone behind a name is a role.
      if (lexicon.phrase_length(words, first, Kind::role) == other) others_follow = false;
      if (others_follow) return;
      break;
    }
    if (by == 0) break;
    if (first + by >= words.size() && first > 0) break;
    first += by;
    has_by = has_by_before = true;
    others_follow = false;
  }
  if (others_follow || first >= words.size()) return;
  words.erase(words.begin(), words.begin() + static_cast<std::ptrdiff_t>(first));
  if (all_numbers(words)) return;

  // "Updated 3 May by Ann Lee": the names stand behind a "by" further in.
  for (std::size_t i = 1; i + 1 < words.size(); ++i) {
    if (words[i].is_capitalised || !words[i + 1].is_capitalised) continue;
    const std::size_t by = lexicon.phrase_length(words, i, Kind::by);
    if (by == 0 || lexicon.phrase_length(words, 0, Kind::other) > 0) continue;
    const bool stops =
        lexicon.is(words[0], Kind::stop) || words[0].has_digit || words[i - 1].has_digit;
    if (!stops) continue;
    words.erase(words.begin(), words.begin() + static_cast<std::ptrdiff_t>(i + by));
    has_by = true;
    break;
  }

  // "Published 3 hours ago", "Leave a comment" are no names.
  constexpr std::size_t kShortWord = 3;
  if (!has_by_before && lexicon.is(words[0], Kind::stop) && words[0].lower.size() > kShortWord)
    return;

  // "Reporter Ann Lee" and "Redakteurin Ann Lee" keep the name; a role alone is none.
  const bool begins_with_role = is_role_at(lexicon, words, 0);
  if (begins_with_role) {
    std::size_t i = 0;
    while (i < words.size() &&
           (lexicon.is(words[i], Kind::role) || lexicon.is(words[i], Kind::modifier)))
      ++i;
    constexpr std::size_t kWordsOfFullName = 2;
    if (words.size() - i < kWordsOfFullName || words.size() - i > 4 || !words[i].is_capitalised ||
        lexicon.is(words[i], Kind::stop) || !words.back().is_capitalised ||
        (!names.empty() && !has_by_before)) {
      const std::string_view group =
          trim(text.substr(words.front().begin, words.back().end - words.front().begin));
      if (all_groups(lexicon, words) && names.empty() && !lexicon.has(to_lower(group), Kind::never))
        groups.emplace_back(group);
      return;
    }
    words.erase(words.begin(), words.begin() + static_cast<std::ptrdiff_t>(i));
  }

  // The end of the name.
  std::size_t end = 0;
  for (; end < words.size(); ++end) {
    const NameWord& w = words[end];
    if (w.is_address) break;
    if (end > 0 && ends_byline(w)) break;
    if (w.has_digit && (end > 0 || (words.size() > 1 && begins_with_digit(w)))) break;
    if (end >= 2 && is_role_at(lexicon, words, end)) break;
  }
  // A lone word before a number is a month or a count: "Sep 24", "Page 3".
  if (end == 1 && words.size() > 1 && words[1].has_digit) return;
  words.resize(end);
  // "Recipe by" without a name behind it.
  while (!words.empty() && !words.back().is_capitalised && lexicon.is(words.back(), Kind::by))
    words.clear();
  if (words.empty() || (words.size() == 1 && lexicon.is(words[0], Kind::stop))) return;
  if (words.size() > kMostWordsInName) return;

  std::size_t name_end = words.back().end;
  // The dot of an initial or an abbreviation at the end: "John Roberts Jr."
  if (name_end < text.size() && text[name_end] == '.' && words.size() > 1 &&
      (words.back().lower.size() == 1 || lexicon.is(words.back(), Kind::suffix))) {
    ++name_end;
  }
  const std::string_view name =
      trim(text.substr(words.front().begin, name_end - words.front().begin));
  if (name.empty() || name.size() > kLongestName) return;
  // "Ann Lee, MD, MPH" and "Bo Ek, Jr." are one person each.
  if (words.size() <= 2 &&
      (lexicon.is(words[0], Kind::credential) || lexicon.is(words[0], Kind::suffix))) {
    if (!names.empty()) names.back() += ", " + std::string(name);
    return;
  }
  // More than a few lower-case words are a sentence.
  const auto lower_words = std::count_if(words.begin(), words.end(), [](const NameWord& w) {
    return !w.is_capitalised && !w.has_digit;
  });
  if (lower_words > 3 && lower_words * 2 > static_cast<std::ptrdiff_t>(words.size())) return;
  if (is_group(lexicon, words)) {
    if (!lexicon.has(to_lower(name), Kind::never)) groups.emplace_back(name);
    return;
  }
  add(name);
}

void Reader::read_piece(std::string_view piece) {
  piece = trim(piece);
  if (piece.empty()) return;
  bool cjk_by = false;
  std::string_view text = drop_cjk_labels(piece, lexicon, cjk_by, others_follow);
  has_by = has_by || cjk_by;
  if (text.empty() || others_follow) {
    if (!cjk_by && text.empty()) return;
  }
  const int cjk = count_cjk(text);
  if (cjk > 0) {
    const std::string whole(trim(text));
    if (lexicon.has(whole, Kind::role) || lexicon.has(whole, Kind::stop)) return;
    if (!lexicon.prefix(text, Kind::stop).empty() || cjk > kMostCjkInName) {
      if (cjk <= kMostCjkInName * 2 && names.empty() && cjk_by) groups.emplace_back(whole);
      return;
    }
    // Names of two to four characters between spaces are several names.
    std::vector<std::string> parts;
    for (const NameWord& w : read_name_words(text))
      parts.emplace_back(text.substr(w.begin, w.end - w.begin));
    bool several = parts.size() > 1;
    for (const std::string& part : parts) {
      const int size = count_cjk(part);
      several = several && size >= 2 && size <= 4;
    }
    if (!several) {
      add(whole);
    } else {
      for (const std::string& part : parts) {
        if (!lexicon.has(part, Kind::role) && lexicon.prefix(part, Kind::stop).empty()) add(part);
      }
    }
    return;
  }
  const std::vector<NameWord> words = read_name_words(text);
  if (!others_follow && is_institution(words)) {
    add(text.substr(words.front().begin, words.back().end - words.front().begin));
    return;
  }
  // At "and", but not inside a name that it belongs to: both sides begin with a capital letter.
  std::size_t begin = 0;
  for (std::size_t i = 0; i <= words.size(); ++i) {
    const bool at_end = i == words.size();
    const bool splits = !at_end && i > begin && i + 1 < words.size() &&
                        lexicon.is(words[i], Kind::and_) && !words[i].is_capitalised;
    if (!at_end && !splits) continue;
    if (i > begin) {
      read_part(text,
                std::vector<NameWord>(words.begin() + static_cast<std::ptrdiff_t>(begin),
                                      words.begin() + static_cast<std::ptrdiff_t>(i)),
                cjk_by);
    }
    begin = i + 1;
  }
}

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

} // namespace

std::vector<std::string> names_in_byline(std::string_view line, std::string_view language) {
  line = first_bytes(trim(line), kLongestLine);
  if (line.empty()) return {};
  const BylineLexicon lexicon(language);
  Reader reader{lexicon, {}, {}};
  if (std::string name = last_name_first(line, lexicon); !name.empty()) return {name};
  for (const std::string& piece : split_name_pieces(line)) {
    // A number ends what is a byline in visible text: dates and reading times follow.
    reader.read_piece(piece);
  }
  if (reader.names.empty() && !reader.groups.empty()) return {reader.groups.front()};
  return std::move(reader.names);
}

std::string_view byline_inside(std::string_view line, std::string_view language) {
  constexpr std::size_t kReach = 240;       // bytes of the line that are looked at
  constexpr std::size_t kTwoCharacters = 6; // bytes of the shortest label
  const BylineLexicon lexicon(language);
  for (std::size_t at = 0; at < line.size() && at < kReach;) {
    const std::size_t begin = at;
    next_code_point(line, at);
    if (static_cast<unsigned char>(line[begin]) < 0xE3) continue;
    const std::string_view rest = line.substr(begin);
    const std::string_view label = lexicon.prefix(rest, Kind::by);
    if (label.size() < kTwoCharacters || label.size() == rest.size()) continue;
    std::size_t behind = label.size();
    const char32_t mark = next_code_point(rest, behind);
    if (mark != ':' && mark != 0xFF1A && mark != '/' && !is_space(mark)) continue;
    std::size_t end = behind;
    for (std::size_t next = behind; next < rest.size(); end = next) {
      const char32_t c = next_code_point(rest, next);
      if (c == ')' || c == 0xFF09 || c == 0x3002 || c == 0x3011) break;
    }
    return rest.substr(0, end);
  }
  return {};
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
  Reader reader{lexicon, {}, {}};
  const std::vector<std::string> pieces = split_name_pieces(line);
  // The first piece that holds anything carries the mark of a byline.
  std::size_t first = 0;
  while (first + 1 < pieces.size() && trim(pieces[first]).empty()) ++first;
  reader.read_piece(pieces[first]);
  if (!reader.has_by && pieces.size() > 1 && !reader.names.empty())
    reader.has_by = goes_with_role(pieces, lexicon, reader.names[0], language);
  if (!reader.has_by || (reader.names.empty() && reader.groups.empty())) return false;
  const std::vector<NameWord> words = read_name_words(pieces[first]);
  // Names are capitalised; prose that begins with "By" is not.
  constexpr std::size_t kMostWords = 14;
  if (words.size() > kMostWords || (line.back() == '.' && words.size() > kMostWordsInName))
    return false;
  std::size_t lower = 0;
  for (std::size_t i = 1; i < words.size(); ++i)
    lower += words[i].is_capitalised || words[i].has_digit ? 0 : 1;
  if (lower * 3 > words.size() + 3) return false;
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

bool looks_like_name(std::string_view text, std::string_view language) {
  // What stands between the names of one person without a capital letter.
  constexpr std::string_view kParticles[] = {
      "de",  "da",  "di",  "du",   "do", "dos", "das", "del", "della", "der", "den",
      "des", "van", "von", "vom",  "zu", "zum", "zur", "la",  "le",    "el",  "al",
      "bin", "ibn", "ben", "bint", "y",  "e",   "ter", "ten", "af",    "av",  "d"};
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
    const bool particle =
        std::find(std::begin(kParticles), std::end(kParticles), w.lower) != std::end(kParticles);
    if (!w.is_capitalised && !particle) return false;
    if (lexicon.is(w, Kind::stop) && !particle) return false;
    if (lexicon.is(w, Kind::by) && !particle) return false;
    names += w.is_capitalised ? 1 : 0;
  }
  return names >= 2 || (names == 1 && words.size() >= 2);
}

} // namespace lectern
