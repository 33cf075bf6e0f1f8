#pragma once
// What signs a byline and is no person's name: what somebody is ("Senior Reporter"), and groups
// ("Newsroom", "Institute for Basic Science").

#include <cstddef>
#include <vector>

#include "rules/name_words.hpp"

namespace lectern {

/// True where a role begins at `words[at]`, some modifiers before it: "Senior Staff Writer".
bool is_role_at(const BylineLexicon& lexicon, const std::vector<NameWord>& words, std::size_t at);

/// True for a role that only its last word tells: "Home and Digital Security Expert". Only for
/// words behind a name; elsewhere they may be two names with "and" between.
bool is_role_of_several_words(const BylineLexicon& lexicon, const std::vector<NameWord>& words);

/// True when one of the words is what only groups are called.
bool is_group(const BylineLexicon& lexicon, const std::vector<NameWord>& words);

/// True when nothing but words for groups and roles is there: "Editorial Staff".
bool all_groups(const BylineLexicon& lexicon, const std::vector<NameWord>& words);

/// True for "State Office for Woods and Rivers", in which "and" parts no names.
bool is_group_of_something(const BylineLexicon& lexicon, const std::vector<NameWord>& words);

/// True for "Institute for Basic Science": a group by its form, whatever its words are.
bool is_institution(const std::vector<NameWord>& words);

} // namespace lectern
