#pragma once
#include "document/block.hpp"
#include "document/verdict.hpp"

namespace lectern {

/// True for the kinds that stand above the body and are told by the metadata, not by blocks.
constexpr bool is_header(Kind kind) { return kind <= Kind::dateline; }

/// Fills the fields that the page's data left empty from the blocks that were found to be headline,
/// dek, byline and date: all there is in plain text.
void fill_from_header(const Document& document, const Verdicts& verdicts, Metadata& metadata);

} // namespace lectern
