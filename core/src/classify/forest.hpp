#pragma once
// Decision trees, walked for kLanes rows at once: a row is one bit, and what reaches a node is a
// set of rows. What goes right is one `and` for all of them.

#include <array>
#include <cstdint>
#include <vector>

#include "base/float_lanes.hpp"

namespace lectern {

struct Forest {
  struct Node {
    std::uint16_t test = 0; // rows that pass it go right, the others to the next node. Or `leaf`
    std::uint16_t step = 0; // to the right branch, in nodes. Of a leaf: its value, signed
  };
  using Sums = std::array<std::int32_t, kLanes>;

  /// Where a walk stands, kept from one to the next: nodes and the rows that reach them.
  struct Walk {
    std::vector<std::uint64_t> rows, leaf_rows;
    std::vector<std::uint32_t> nodes;
    std::vector<std::int16_t> leaf_values;
  };

  std::vector<Node> nodes;               // all trees, one after another, each in preorder
  std::vector<std::uint32_t> tree_start; // and one past the end
  std::size_t most_nodes = 0;            // of a tree
  int largest_value = 0;                 // of a leaf, whatever its sign
  std::uint16_t leaf = 0;                // the test of leaves, which no row passes

  /// Adds to the sum of each of `rows` the values of the leaves that it ends at. `passed`: by test,
  /// the rows that pass it.
  void add_values(const std::uint64_t* passed, std::uint64_t rows, Walk& walk, Sums& sums) const;
};

} // namespace lectern
