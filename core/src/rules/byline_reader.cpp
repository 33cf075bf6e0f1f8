// Each piece of a byline loses what stands before a name ("By"), what ends a byline ("Updated
// ..."), and what a person is ("Senior Reporter"). What is left and has the form of a name is one.
#include "rules/byline_reader.hpp"

#include <algorithm>
#include <utility>

#include "base/text.hpp"
#include "base/utf8.hpp"
#include "rules/roles_and_groups.hpp"

namespace lectern {
namespace {

constexpr std::size_t kMostNames = 30;

using Kind = BylineWordKind;

// Not "3i".
bool begins_with_number(const NameWord& word) {
  const auto is_number = [](char c) { return c >= '0' && c <= '9'; };
  return !word.lower.empty() && is_number(word.lower[0]) &&
         (word.lower.size() != 2 || is_number(word.lower[1]));
}

bool all_numbers(const std::vector<NameWord>& words) {
  return std::all_of(words.begin(), words.end(), [](const NameWord& w) {
    return std::all_of(w.lower.begin(), w.lower.end(),
                       [](char c) { return (c >= '0' && c <= '9') || c == ':' || c == '.'; });
  });
}

/// "AND" between names in capitals.
bool is_shouted(std::string_view text, const NameWord& word) {
  int letters = 0;
  for (std::size_t at = word.begin; at < word.end;) {
    const char32_t c = next_code_point(text, at);
    if (!is_letter(c)) continue;
    if (to_lower(c) == c) return false;
    ++letters;
  }
  return letters > 1;
}

bool is_all_capitals(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

} // namespace

void BylineReader::add(std::string_view text) {
  constexpr std::string_view kNumber = "0123456789-./ ";
  if (text.find_first_not_of(kNumber) == std::string_view::npos) return;
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

// "Reporter Ann Lee" and "Redakteurin Ann Lee" keep the name; false for a role alone, which is
// none.
bool BylineReader::skip_role(std::string_view text, std::vector<NameWord>& words,
                             bool has_by_before) {
  if (!is_role_at(lexicon, words, 0)) return true;
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
    return false;
  }
  words.erase(words.begin(), words.begin() + static_cast<std::ptrdiff_t>(i));
  return true;
}

// Cuts what stands behind the name. False when none is left.
bool BylineReader::cut_behind_name(std::string_view text, std::vector<NameWord>& words) {
  std::size_t end = 0;
  made_pictures_ = false;
  for (; end < words.size(); ++end) {
    const NameWord& w = words[end];
    if (w.is_address) break;
    if (end > 0 && labels_.meets_others_at(text, words, end)) break;
    if (end > 1 && lexicon.is(w, Kind::picture)) {
      made_pictures_ = true;
      break;
    }
    if (end > 0 && ends_byline(lexicon, w)) break;
    if (w.has_digit && (end > 0 || (words.size() > 1 && begins_with_number(w)))) break;
    if (end >= 2 && is_role_at(lexicon, words, end)) break;
  }
  // A lone word before a number is a month or a count: "Sep 24", "Page 3"; behind a name also one
  // before a word that ends bylines: "One comment".
  const bool is_lone = end == 1 && words.size() > 1;
  if (is_lone && (words[1].has_digit || (!names.empty() && ends_byline(lexicon, words[1]))))
    return false;
  words.resize(end);
  // "Recipe by" without a name behind it.
  while (!words.empty() && !words.back().is_capitalised && lexicon.is(words.back(), Kind::by))
    words.clear();
  if (words.empty() || (words.size() == 1 && lexicon.is(words[0], Kind::stop))) return false;
  return words.size() <= kMostWordsInName;
}

bool BylineReader::follows_credential() const {
  if (names.empty()) return false;
  const std::vector<NameWord> words = read_name_words(names.back());
  return words.size() > 2 && lexicon.is(words.back(), Kind::credential);
}

// The words as a person's name, a group's, or as what belongs to the name before.
void BylineReader::take_name(std::string_view text, const std::vector<NameWord>& words) {
  std::size_t name_end = words.back().end;
  // The dot of an initial or an abbreviation at the end: "John Roberts Jr."
  if (name_end < text.size() && text[name_end] == '.' && words.size() > 1 &&
      (words.back().lower.size() == 1 || lexicon.is(words.back(), Kind::suffix))) {
    ++name_end;
  }
  const std::string_view name =
      trim(text.substr(words.front().begin, name_end - words.front().begin));
  if (name.empty() || name.size() > kLongestName) return;
  // "Ann Lee, MD, MPH" and "Bo Ek, Jr." are one person each; behind known letters others are such
  // letters, too.
  const bool is_known =
      lexicon.is(words[0], Kind::credential) || lexicon.is(words[0], Kind::suffix);
  const bool are_all_known = std::all_of(words.begin(), words.end(), [&](const NameWord& w) {
    return lexicon.is(w, Kind::credential) || lexicon.is(w, Kind::suffix) ||
           is_all_capitals(text.substr(w.begin, w.end - w.begin));
  });
  if (words.size() <= 2 &&
      ((is_known && are_all_known) || (is_all_capitals(name) && follows_credential()))) {
    if (!names.empty()) names.back() += ", " + std::string(name);
    return;
  }
  // "Ann Lee, software": a nickname stands alone, or first. Agencies and initials are short.
  constexpr std::size_t kLongestInitials = 5;
  if (words.size() == 1 && !words[0].is_capitalised && !names.empty() &&
      words[0].lower.size() > kLongestInitials)
    return;
  // "Ann Lee, Sr. Director".
  if (lexicon.is(words[0], Kind::suffix) && is_role_at(lexicon, words, 1)) return;
  // More than a few lower-case words are a sentence.
  const auto lower_words = std::count_if(words.begin(), words.end(), [](const NameWord& w) {
    return !w.is_capitalised && !w.has_digit;
  });
  if (lower_words > 3 && lower_words * 2 > static_cast<std::ptrdiff_t>(words.size())) return;
  if (is_group(lexicon, words)) {
    if (!lexicon.has(to_lower(name), Kind::never)) groups.emplace_back(name);
    return;
  }
  // "design: Ann Lee": what nobody knows as a label of those who write.
  if (has_colon_behind(text, words[0]) && (!words[0].is_capitalised || !names.empty())) return;
  if (made_pictures_)
    pictures.emplace_back(name);
  else
    add(name);
}

void BylineReader::read_part(std::string_view text, std::vector<NameWord> words,
                             bool has_by_before) {
  if (!labels_.skip(text, words, has_by_before) || all_numbers(words)) return;
  labels_.skip_to_inner_by(words);
  // "Published 3 hours ago", "Leave a comment", "in Weather" are no names.
  constexpr std::size_t kShortWord = 3;
  const bool may_begin_name = words[0].lower.size() <= kShortWord &&
                              (words[0].is_capitalised || lexicon.is(words[0], Kind::particle));
  if (!has_by_before && lexicon.is(words[0], Kind::stop) && !may_begin_name) return;
  if (skip_role(text, words, has_by_before) && cut_behind_name(text, words)) take_name(text, words);
}

void BylineReader::read_piece(std::string_view piece) {
  piece = trim(piece);
  if (piece.empty()) return;
  bool cjk_by = false;
  const std::string_view text = labels_.skip_unspaced(piece, cjk_by);
  if (text.empty() && !cjk_by) return;
  const int cjk = count_cjk(text);
  if (cjk > 0) {
    read_cjk(text, cjk, cjk_by);
    return;
  }
  const std::vector<NameWord> words = read_name_words(text);
  if (!names.empty() && is_role_of_several_words(lexicon, words)) return;
  if (is_group_of_something(lexicon, words)) {
    groups.emplace_back(text);
    return;
  }
  // "Ann Lee, photographer".
  if (words.size() == 1 && !names.empty() && lexicon.is(words[0], Kind::picture)) {
    pictures.push_back(std::move(names.back()));
    names.pop_back();
    return;
  }
  if (!labels_.others_follow() && is_institution(words)) {
    add(text.substr(words.front().begin, words.back().end - words.front().begin));
    return;
  }
  // At "and", but not inside a name that it belongs to: both sides begin with a capital letter. It
  // may stand behind a comma, too.
  const bool begins_with_and =
      words.size() > 1 && lexicon.is(words[0], Kind::and_) && !words[0].is_capitalised;
  std::size_t begin = begins_with_and ? 1 : 0;
  for (std::size_t i = begin; i <= words.size(); ++i) {
    const bool at_end = i == words.size();
    const bool splits = !at_end && i > begin && i + 1 < words.size() &&
                        lexicon.is(words[i], Kind::and_) &&
                        (!words[i].is_capitalised ||
                         (is_shouted(text, words[i]) && is_shouted(text, words[i + 1])));
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

} // namespace lectern
