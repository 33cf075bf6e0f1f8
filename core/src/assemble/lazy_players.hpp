#pragma once
#include <string_view>

#include "assemble/page.hpp"
#include "lectern/article.hpp"

namespace lectern {

/// Takes the address of a known provider, or of a frame that shows one; false for any other.
bool takes_address(const Page& page, std::string_view reference, Embed& embed);

/// Reads what an element's attributes say about the player that is to stand in its place.
bool read_lazy_player(const Page& page, NodeId node, Embed& embed);

} // namespace lectern
