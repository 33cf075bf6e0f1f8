#pragma once
#include "assemble/page.hpp"
#include "lectern/article.hpp"

namespace lectern {

/// Fills the title: what the element, or the player that a script drew inside of it, is called.
/// What players call themselves ("Video player") is none.
void read_title(const Dom& dom, NodeId node, Embed& embed);

/// Fills the poster, where there is none yet: the picture that stands where the player will, from
/// an attribute, a background or an image that the page itself shows.
void read_poster(const Page& page, NodeId node, Embed& embed);

} // namespace lectern
