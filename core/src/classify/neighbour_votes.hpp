#pragma once
// The second look: what the first stage thought of the blocks around a block, of its siblings and
// of the blocks that are marked up alike. A box is judged as a box, a line as a line.

#include <string>
#include <vector>

#include "document/block.hpp"
#include "document/features.hpp"

namespace lectern {

std::vector<std::string> first_stage_columns();
std::vector<std::string> neighbour_vote_columns();

/// The groups that a block votes in: its parent, the two elements above, and the blocks with the
/// same class signature; of plain text the lines with no blank line, with one at most, with lines
/// of one kind of length between them, and those of the same make. Numbers are unique on a page.
struct VoteGroups {
  std::uint32_t parent = 0, grandparent = 0, great = 0, signature = 0;
};
std::vector<VoteGroups> vote_groups(const Dom& dom, const Document& document);

/// What the second stage sees beside the features, a row of `neighbour_vote_columns` a block.
std::vector<float> neighbour_votes(const Dom& dom, const Document& document,
                                   const FeatureTable& features, const std::vector<float>& first);

} // namespace lectern
