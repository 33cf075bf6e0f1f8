#pragma once
#include "document/block.hpp"
#include "parse/dom.hpp"

namespace lectern {

struct NodeRange {
  NodeId first = kNoNode;
  NodeId last = kNoNode;
};

/// A text block's nodes with the formulas that stand at its ends: a formula that is drawn has no
/// text of its own, or has its text deep inside of what draws it.
NodeRange with_formulas(const Dom& dom, const Document& document, const Block& block);

} // namespace lectern
