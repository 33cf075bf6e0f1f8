#pragma once
#include "assemble/containers.hpp"
#include "assemble/page.hpp"
#include "document/block.hpp"
#include "lectern/article.hpp"

namespace lectern {

/// Connects the links that lead to a place on the same page. Where the place is shown, its block
/// gets an anchor of ours and the link points there; where it is a footnote, the link becomes a
/// note reference and the note an item of a `notes` list; elsewhere the link leads to the page.
/// `article.blocks` have the ids of the document's blocks.
void connect_links(const Page& page, const Document& document, ContainerForest& forest,
                   Article& article);

} // namespace lectern
