// Nothing can foresee which branches the rows of a page take, and a processor that guesses wrong
// loses more time than a node takes. So nothing here jumps by them: both branches of a node are
// written behind the places that wait, and only how far the end moves depends on whether any row
// takes them. Trees are walked some at a time, level by level: what is read was written long
// before.

#include "classify/forest.hpp"

#include <algorithm>

namespace lectern {
namespace {

constexpr int kTreesAtOnce = 32; // what waits stays in the innermost cache

} // namespace

void Forest::add_values(const std::uint64_t* passed, std::uint64_t rows, Walk& walk,
                        Sums& sums) const {
  // A row gets one value of each tree, so that the values of some trees fit 16 bits.
  const auto at_once =
      static_cast<std::size_t>(std::clamp(0x7FFF / std::max(1, largest_value), 1, kTreesAtOnce));
  // A node is written once at most, and the two behind the end are written in vain.
  const std::size_t room = at_once * most_nodes + 2;
  if (walk.rows.size() < room) {
    walk.rows.resize(room);
    walk.nodes.resize(room);
    walk.leaf_rows.resize(room);
    walk.leaf_values.resize(room);
  }
  std::uint64_t *const rows_at = walk.rows.data(), *const leaf_rows = walk.leaf_rows.data();
  std::uint32_t* const node_at = walk.nodes.data();
  std::int16_t* const leaf_values = walk.leaf_values.data();
  const Node* const all = nodes.data();
  const std::uint16_t leaf_test = leaf;
  for (std::size_t t = 0; t + 1 < tree_start.size(); t += at_once) {
    const std::size_t trees = std::min(at_once, tree_start.size() - 1 - t);
    std::fill_n(rows_at, trees, rows);
    std::copy_n(tree_start.data() + t, trees, node_at);
    std::size_t end = trees, leaves = 0;
    for (std::size_t place = 0; place != end; ++place) {
      const std::uint32_t at = node_at[place];
      const Node node = all[at];
      const std::uint64_t right = rows_at[place] & passed[node.test], left = rows_at[place] ^ right;
      const bool is_leaf = node.test == leaf_test;
      leaf_rows[leaves] = left;
      leaf_values[leaves] = static_cast<std::int16_t>(node.step);
      leaves += is_leaf;
      rows_at[end] = left;
      node_at[end] = at + 1;
      end += left != 0;
      end -= is_leaf; // all of whose rows are left
      rows_at[end] = right;
      node_at[end] = at + node.step;
      end += right != 0;
    }
    add_to_lanes({leaf_rows, leaves}, leaf_values, sums);
  }
}

} // namespace lectern
