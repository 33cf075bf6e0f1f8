#include "assemble/formula_range.hpp"

#include <algorithm>
#include <optional>

#include "assemble/markup_hints.hpp"
#include "assemble/math.hpp"

namespace lectern {
namespace {

// The block element nearest to the node is the block's own: what stands deeper belongs to others.
bool stands_in(const Dom& dom, NodeId node, NodeId block) {
  for (node = dom.parent(node); node != kNoNode; node = dom.parent(node)) {
    if (node == block) return true;
    if (is_block_element(dom.tag(node))) return false;
  }
  return false;
}

} // namespace

NodeRange with_formulas(const Dom& dom, const Document& document, const Block& block) {
  NodeRange range{block.first, block.last};
  const std::size_t index = static_cast<std::size_t>(&block - document.blocks.data());
  const NodeId before = index > 0 ? document.blocks[index - 1].last : 0;
  const NodeId after =
      index + 1 < document.blocks.size() ? document.blocks[index + 1].first : dom.size();
  // What holds other blocks too is no formula, and read for each of them it would be read too
  // often.
  const auto may_be_formula = [&](NodeId node) {
    return !dom.is_text(node) && !is_block_element(dom.tag(node)) && dom.end(node) <= after;
  };
  for (NodeId node = block.first; node != block.node && node != kNoNode; node = dom.parent(node)) {
    if (node < before) break;
    if (may_be_formula(node) && read_formula(dom, node)) range.first = node;
  }
  for (NodeId node = std::max(before, block.node + 1); node < range.first; ++node) {
    if (!may_be_formula(node)) continue;
    if (read_formula(dom, node) && stands_in(dom, node, block.node)) {
      range.first = node;
      break;
    }
  }
  const NodeId end = std::min(after, dom.end(block.node));
  for (NodeId node = range.last; node < end; ++node) {
    if (!may_be_formula(node)) continue;
    const std::optional<Formula> formula = read_formula(dom, node);
    if (!formula || !stands_in(dom, node, block.node)) continue;
    range.last = std::max(range.last, std::min(formula->end, end));
    node = range.last - 1;
  }
  return range;
}

} // namespace lectern
