// Roles and groups are told by words of core/data/bylines, and institutions by the "for" or "of"
// behind their first word.
#include "rules/roles_and_groups.hpp"

#include <algorithm>

namespace lectern {
namespace {

using Kind = BylineWordKind;

} // namespace

bool is_role_at(const BylineLexicon& lexicon, const std::vector<NameWord>& words, std::size_t at) {
  constexpr std::size_t kMostModifiers = 3;
  for (std::size_t i = at; i < words.size() && i <= at + kMostModifiers; ++i) {
    if (lexicon.phrase_length(words, i, Kind::role) > 0) return true;
    if (!lexicon.is(words[i], Kind::modifier)) return false;
  }
  return false;
}

bool is_role_of_several_words(const BylineLexicon& lexicon, const std::vector<NameWord>& words) {
  constexpr std::size_t kFewestWords = 4; // "Bo Ek and reporter" are three
  return words.size() >= kFewestWords && lexicon.is(words.back(), Kind::role) &&
         !is_person_word(words[0].lower) &&
         std::any_of(words.begin() + 1, words.end(),
                     [&](const NameWord& word) { return lexicon.is(word, Kind::and_); });
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

bool is_group_of_something(const BylineLexicon& lexicon, const std::vector<NameWord>& words) {
  for (std::size_t i = 0; i + 2 < words.size(); ++i) {
    if (lexicon.is(words[i], Kind::group) && words[i].is_capitalised &&
        !words[i + 1].is_capitalised && lexicon.is(words[i + 1], Kind::stop))
      return true;
  }
  return false;
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

} // namespace lectern
