#pragma once
#include <string>
#include <vector>

#include "parse/dom.hpp"

namespace lectern {

/// The visible lines around the headline, where bylines and dates stand: those behind it first,
/// then those above it from near to far. Without a headline, the first lines of the body.
std::vector<std::string> lines_near_headline(const Dom& dom, NodeId headline);

/// Whether an element stands close to the headline.
bool is_near_headline(NodeId node, NodeId headline);

} // namespace lectern
