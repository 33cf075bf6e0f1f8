#pragma once
#include "assemble/page.hpp"
#include "document/block.hpp"
#include "lectern/article.hpp"

namespace lectern {

/// Fills an embed: an address that a reader can open, who provides it, its title and poster; the
/// text of a quoted post becomes the block's content. `embed.url` stays empty when nothing can be
/// opened.
void build_embed(const Page& page, const Block& source, ArticleBlock& block);

/// A figure that holds a player or a frame is an embed: its image becomes the poster.
void take_player(const Page& page, const Block& source, ArticleBlock& figure);

} // namespace lectern
