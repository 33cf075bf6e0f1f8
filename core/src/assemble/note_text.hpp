#pragma once
// What notes and references to them are made of: the mark that both show, and what is left in a
// note when the list counts in its place.

#include <string_view>

#include "lectern/article.hpp"

namespace lectern {

/// "[1]" and "(1)" without their brackets.
std::string_view bare_mark(std::string_view text);

/// A link's text that says no more than a mark: "1", "[a]", "*".
bool is_note_mark(std::string_view text);

/// Cuts what stood around a link that led back to the reference and is gone.
void trim_note(Inlines& content);

/// Cuts the note's own number: the list counts.
void drop_leading_mark(Inlines& content);

/// A note's number, of which nothing is left once the list counts.
bool is_left_over_mark(const ArticleBlock& block);

} // namespace lectern
