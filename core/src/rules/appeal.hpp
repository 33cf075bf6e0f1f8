#pragma once
// How much a line sounds like a site that speaks to its reader about itself: "Get our podcast in
// the app", "Switch off your ad blocker, please". No word decides; what counts is how many parts of
// such a line come together, and how little else it says. Words: core/data/appeals.

#include "rules/lexicon.hpp"

namespace lectern {

/// Log odds that a line of the article's place is an appeal, by its words alone; far below zero
/// where no thing of a site is named, or nothing says that it is ours. `words`: of the line, two
/// characters of a script without spaces are one.
float appeal_of(const PhraseHits& hits, float words);

/// The share of the line's words that are of such parts; a word of two parts counts twice.
float appeal_cover(const PhraseHits& hits);

/// Lines that are as likely as this are appeals, where the article does not speak to its reader.
constexpr float kSureAppeal = 1.75F;

} // namespace lectern
