#pragma once
// Inline content and the text in it.

#include <string>
#include <string_view>

#include "lectern/article.hpp"

namespace lectern {

/// One run of text, white space folded.
Inlines text_inlines(std::string_view text);

/// The text of inlines, line breaks as spaces.
std::string text_of(const Inlines& inlines);

/// Nothing a reader could see.
bool is_blank(const Inlines& inlines);

} // namespace lectern
