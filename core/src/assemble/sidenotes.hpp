#pragma once
#include <string_view>

#include "lectern/article.hpp"
#include "parse/dom.hpp"

namespace lectern {

/// The `url` of an opened span that holds a sidenote, between build_inlines and move_sidenotes.
inline constexpr std::string_view kSidenote = "#sidenote";

/// A note that stands in the middle of the line it belongs to, and is drawn in the margin.
bool is_sidenote(const Dom& dom, NodeId node);

/// Moves the sidenotes out of their lines into a list of notes at the end, and puts a reference in
/// the place of each. `next_id` is the id of the first block that this makes.
void move_sidenotes(Article& article, int next_id);

} // namespace lectern
