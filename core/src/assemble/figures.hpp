#pragma once
#include "assemble/page.hpp"
#include "document/block.hpp"
#include "lectern/article.hpp"

namespace lectern {

/// Fills images, caption and credit of a figure from its nodes.
void build_figure(const Page& page, const Block& source, ArticleBlock& figure);

/// Parts a caption's text into what the picture shows and who made it, where the words say so:
/// "A bridge. Photo: Jane Doe" or "A bridge (Jane Doe/Agency)". Moves the credit out of `caption`.
void part_credit(const Page& page, Inlines& caption, Inlines& credit);

/// Adds a loose caption or credit that stands outside of the figure. What is said twice is kept
/// once.
void attach_caption(const Page& page, ArticleBlock& figure, Inlines text, bool is_credit);

/// The same for a block of the page, whose parts may name the credit.
void attach_caption_block(const Page& page, ArticleBlock& figure, const Block& source,
                          bool is_credit);

} // namespace lectern
