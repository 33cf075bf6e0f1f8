// The elements around a block: which, how far, what else they hold, and where they stand against
// the container with the best text. The learned model leans on these more than on anything else.
#include <algorithm>
#include <array>
#include <bit>
#include <unordered_map>

#include "annotate/feature_groups.hpp"
#include "annotate/surroundings.hpp"

namespace lectern {
namespace {

constexpr float kFarAway = 30; // distance to an element that is not there
constexpr int kMaxHintDistance = 15;
constexpr int kMaxLevels = 64; // of ancestors looked at

struct TagColumn {
  Tag tag;
  Feature feature;
};
constexpr TagColumn kTagColumns[] = {{Tag::p, Feature::is_p},
                                     {Tag::li, Feature::is_li},
                                     {Tag::td, Feature::is_td},
                                     {Tag::div, Feature::is_div},
                                     {Tag::dd, Feature::is_dd},
                                     {Tag::section, Feature::is_section},
                                     {Tag::article, Feature::is_article},
                                     {Tag::blockquote, Feature::is_blockquote},
                                     {Tag::figcaption, Feature::is_figcaption}};

struct HoldingColumns {
  Feature good, share, links, blocks, mean;
};
constexpr HoldingColumns kHoldingColumns[] = {
    {Feature::own_good, Feature::own_share, Feature::own_links, Feature::own_blocks,
     Feature::own_mean},
    {Feature::parent_good, Feature::parent_share, Feature::parent_links, Feature::parent_blocks,
     Feature::parent_mean},
    {Feature::grand_good, Feature::grand_share, Feature::grand_links, Feature::grand_blocks,
     Feature::grand_mean},
    {Feature::great_good, Feature::great_share, Feature::great_links, Feature::great_blocks,
     Feature::great_mean}};

class StructureReader {
 public:
  StructureReader(const AnnotateInput& input, FeatureTable& table)
      : in_(input),
        dom_(input.dom),
        index_(input.index),
        table_(table),
        surroundings_(input.dom),
        best_distance_(input.dom.size(), kNotInChain) {
    std::uint16_t distance = 0;
    for (NodeId node = index_.best; node != kNoNode; node = dom_.parent(node))
      best_distance_[node] = distance++;
    if (index_.best != kNoNode) {
      best_from_ = index_.first_block_at(index_.best);
      best_to_ = index_.first_block_at(dom_.end(index_.best));
    }
  }

  void read(std::size_t i) {
    i_ = i;
    const Block& block = in_.document.blocks[i];
    read_ancestors(block);
    read_holdings(block);
    read_best(block);
  }

 private:
  static constexpr std::uint16_t kNotInChain = 0xFFFF;
  void set(Feature feature, float value) { table_.at(i_, feature) = value; }

  void read_ancestors(const Block& block) {
    for (const auto& column : kTagColumns) set(column.feature, dom_.tag(block.node) == column.tag);
    const int depth = dom_[block.node].depth;
    set(Feature::depth, static_cast<float>(depth));
    const Surroundings& around = surroundings_.of(block.node);
    set(Feature::has_no_class, !around.has_names);
    for (std::uint32_t left = around.columns; left != 0; left &= left - 1) {
      const auto column = static_cast<std::size_t>(std::countr_zero(left));
      const int level = depth - around.column_depths[column];
      if (level < kMaxLevels) set(kAncestorColumns[column].feature, static_cast<float>(level));
    }
    for (std::uint64_t left = around.hints; left != 0; left &= left - 1) {
      const auto hint = static_cast<std::size_t>(std::countr_zero(left));
      const int level = depth - around.hint_depths[hint];
      if (level < kMaxHintDistance)
        table_.at(i_, static_cast<Hint>(hint)) = static_cast<float>(level);
    }
    const bool is_deep = around.node != kNoNode && depth - around.outermost >= kMaxLevels;
    set(Feature::list_depth,
        static_cast<float>(is_deep ? count_lists_around(block.node) : int{around.lists}));
    if (around.aria_hidden == Surroundings::kNoDepth) return;
    const int hidden = depth - around.aria_hidden;
    if (hidden < kMaxLevels) set(Feature::up_aria_hidden, static_cast<float>(hidden));
  }

  /// Of an element that has more around it than are looked at.
  int count_lists_around(NodeId node) const {
    int lists = 0;
    for (int level = 0; node != kNoNode && level < kMaxLevels; node = dom_.parent(node), ++level)
      lists += dom_.tag(node) == Tag::li;
    return lists;
  }

  void read_holdings(const Block& block) {
    NodeId node = block.node;
    for (const auto& columns : kHoldingColumns) {
      const Holdings held = index_.below(dom_, node);
      set(columns.good, held.good / index_.total_good);
      set(columns.share, held.tokens / index_.total_tokens);
      set(columns.links, held.linked / std::max(1.0F, held.tokens));
      set(columns.blocks, static_cast<float>(held.blocks));
      set(columns.mean, held.tokens / static_cast<float>(std::max(1, held.blocks)));
      if (dom_.parent(node) != kNoNode) node = dom_.parent(node);
    }
    const NodeId parent = dom_.parent(block.node) == kNoNode ? block.node : dom_.parent(block.node);
    const SiblingNotes& siblings = siblings_below(parent);
    set(Feature::siblings, static_cast<float>(siblings.elements));
    set(Feature::same_tag_siblings,
        siblings.by_tag[static_cast<std::size_t>(dom_.tag(block.node))]);
    set(Feature::sibling_good, siblings.good / index_.total_good);
  }

  struct SiblingNotes {
    NodeId parent = kNoNode;
    int elements = 0;
    float good = 0; // good text that stands right in the children, not deeper
    std::array<std::uint16_t, static_cast<std::size_t>(Tag::count_)> by_tag{};
  };

  /// Counting them again and again would cost the square of a wide element; few are wide.
  const SiblingNotes& siblings_below(NodeId parent) {
    SiblingNotes& recent = sibling_cache_[parent % std::size(sibling_cache_)];
    if (recent.parent == parent) return recent;
    if (const auto wide = wide_siblings_.find(parent); wide != wide_siblings_.end())
      return wide->second;
    constexpr std::uint32_t kWideNodes = 256;
    SiblingNotes notes = count_siblings_below(parent);
    if (dom_.end(parent) - parent > kWideNodes)
      return wide_siblings_.emplace(parent, notes).first->second;
    return recent = notes;
  }

  SiblingNotes count_siblings_below(NodeId parent) const {
    SiblingNotes notes;
    notes.parent = parent;
    for (NodeId child = dom_.first_child(parent); child != kNoNode;
         child = dom_.next_sibling(child)) {
      if (dom_.is_text(child)) continue;
      ++notes.elements;
      auto& count = notes.by_tag[static_cast<std::size_t>(dom_.tag(child))];
      if (count < 0xFFFF) ++count;
    }
    for (std::size_t b = index_.first_block_at(parent); b < index_.first_block_at(dom_.end(parent));
         ++b)
      if (dom_.parent(in_.document.blocks[b].node) == parent) notes.good += index_.good(b);
    return notes;
  }

  void read_best(const Block& block) {
    int up = 0;
    NodeId node = block.node, branch = block.node;
    while (node != kNoNode && best_distance_[node] == kNotInChain) {
      branch = node;
      node = dom_.parent(node);
      ++up;
    }
    set(Feature::up_to_best, static_cast<float>(up));
    set(Feature::best_depth, node == kNoNode ? kFarAway : best_distance_[node]);
    const auto is_in = [&](NodeId container) {
      return container != kNoNode && dom_.contains(container, block.first);
    };
    set(Feature::in_best, is_in(index_.best));
    set(Feature::in_half, is_in(index_.half));
    set(Feature::in_most, is_in(index_.most));
    const Holdings held = index_.below(dom_, branch);
    set(Feature::branch_blocks, static_cast<float>(held.blocks));
    set(Feature::branch_good, held.good / index_.total_good);
    set(Feature::branch_links, held.linked / std::max(1.0F, held.tokens));
    const auto at = static_cast<float>(i_);
    set(Feature::place_in_best, (at - static_cast<float>(best_from_)) /
                                    static_cast<float>(std::max(1u, best_to_ - best_from_)));
    set(Feature::best_blocks_left, static_cast<float>(best_to_) - at);
  }

  const AnnotateInput& in_;
  const Dom& dom_;
  const PageIndex& index_;
  FeatureTable& table_;
  SurroundingsReader surroundings_;
  std::vector<std::uint16_t> best_distance_; // from the best container up its chain
  std::uint32_t best_from_ = 0, best_to_ = 0;
  std::array<SiblingNotes, 64> sibling_cache_;
  std::unordered_map<NodeId, SiblingNotes> wide_siblings_;
  std::size_t i_ = 0;
};

} // namespace

void add_structure_features(const AnnotateInput& input, FeatureTable& table) {
  // What is not found around a block is far away.
  for (const auto& column : kAncestorColumns) table.fill(column.feature, kFarAway);
  table.fill(Feature::up_aria_hidden, kFarAway);
  for (std::size_t h = 0; h < kHintCount; ++h)
    table.fill(static_cast<Hint>(h), static_cast<float>(kMaxHintDistance));
  StructureReader reader(input, table);
  for (std::size_t i = 0; i < table.size(); ++i) reader.read(i);
}

} // namespace lectern
