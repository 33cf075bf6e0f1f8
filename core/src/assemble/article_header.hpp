#pragma once
#include "assemble/page.hpp"
#include "document/block.hpp"
#include "document/verdict.hpp"

namespace lectern {

/// True for the kinds that stand above the body and are told by the metadata, not by blocks.
constexpr bool is_header(Kind kind) { return kind <= Kind::dateline; }

/// Fills the fields that the page's data left empty from the blocks that were found to be headline,
/// dek, byline and date: all there is in plain text.
void fill_from_header(const Page& page, const Document& document, const Verdicts& verdicts,
                      Metadata& metadata);

/// Where the image that the page states for its article is the site's own (its file is called a
/// logo, a default) and the article does not show it, the first picture of the article stands in
/// for it, or none.
void replace_stated_logo(Article& article);

} // namespace lectern
