#pragma once
// Inline content without markup.

#include <string>
#include <string_view>

#include "lectern/article.hpp"

namespace lectern {

/// Line breaks are kept as line feeds, images give their alt text, formulas their TeX, references
/// to notes their mark in brackets, ruby stands in parentheses behind its base.
std::string plain_text(const Inlines& inlines);
void append_plain_text(std::string& out, const Inlines& inlines);

/// Runs of ASCII white space folded to one space, none at the ends. No-break spaces stay: they are
/// the author's.
std::string fold_ascii_space(std::string_view text);

/// What a link to an embedded thing says: its title, else who provides it, else its address.
std::string_view embed_label(const Embed& embed);

} // namespace lectern
