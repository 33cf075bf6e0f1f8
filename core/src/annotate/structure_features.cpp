// The elements around a block: which, how far, what else they hold, and where they stand against
// the container with the best text. The learned model leans on these more than on anything else.
#include <algorithm>
#include <array>
#include <bit>
#include <unordered_map>

#include "annotate/feature_groups.hpp"
#include "base/text_memo.hpp"

namespace lectern {
namespace {

constexpr float kFarAway = 30; // distance to an element that is not there
constexpr int kMaxHintDistance = 15;
constexpr int kMaxLevels = 64; // of ancestors looked at

struct AncestorColumn {
  Tag tag;
  Feature feature;
};
constexpr AncestorColumn kAncestorColumns[] = {
    {Tag::article, Feature::up_article}, {Tag::main, Feature::up_main},
    {Tag::aside, Feature::up_aside},     {Tag::footer, Feature::up_footer},
    {Tag::nav, Feature::up_nav},         {Tag::form, Feature::up_form},
    {Tag::figure, Feature::up_figure},   {Tag::header, Feature::up_header},
    {Tag::section, Feature::up_section}, {Tag::li, Feature::up_li},
    {Tag::table, Feature::up_table},     {Tag::blockquote, Feature::up_blockquote},
    {Tag::ul, Feature::up_ul},           {Tag::a, Feature::up_a}};

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

/// ARIA roles count as the elements they stand for.
Tag landmark_of(const Dom& dom, NodeId node) {
  const std::string_view role = dom.attribute(node, "role");
  if (role.empty()) return dom.tag(node);
  if (role == "main") return Tag::main;
  if (role == "navigation") return Tag::nav;
  if (role == "complementary") return Tag::aside;
  if (role == "contentinfo") return Tag::footer;
  if (role == "banner") return Tag::header;
  if (role == "article") return Tag::article;
  return dom.tag(node);
}

std::uint32_t columns_of(Tag tag) {
  std::uint32_t columns = 0;
  for (std::size_t c = 0; c < std::size(kAncestorColumns); ++c)
    columns |= static_cast<std::uint32_t>(tag == kAncestorColumns[c].tag) << c;
  return columns;
}

/// Per element, read once: hints of its names, and whether aria hides it.
class ElementNotes {
 public:
  explicit ElementNotes(const Dom& dom)
      : dom_(dom), known_(dom.size()), hints_(dom.size()), columns_(dom.size()) {}

  std::uint64_t hints(NodeId node) {
    read(node);
    return hints_[node];
  }
  /// A bit for each of kAncestorColumns that the element is, by its tag or its role.
  std::uint32_t columns(NodeId node) {
    read(node);
    return columns_[node];
  }
  bool has_names(NodeId node) {
    read(node);
    return (known_[node] & 2) != 0;
  }
  bool is_aria_hidden(NodeId node) {
    read(node);
    return (known_[node] & 4) != 0;
  }

 private:
  void read(NodeId node) {
    if (known_[node]) return;
    std::uint64_t hints = 0;
    unsigned char known = 1;
    for (const Attribute* a = dom_.attributes_begin(node); a != dom_.attributes_end(node); ++a) {
      if (a->name == "class" || a->name == "id") {
        hints |= hints_of_.get(a->value, hints_of);
        known |= 2;
      } else if (a->name == "itemprop" || a->name == "data-component" || a->name == "data-testid" ||
                 a->name == "data-module" || a->name == "data-type" || a->name == "aria-label") {
        hints |= hints_of_.get(a->value, hints_of);
      } else if (a->name == "aria-hidden" && a->value == "true") {
        known |= 4;
      }
    }
    // A custom element's name says what a class name would.
    if (dom_.tag(node) == Tag::unknown) hints |= hints_of(dom_[node].text);
    hints_[node] = hints;
    columns_[node] = columns_of(dom_.tag(node)) | columns_of(landmark_of(dom_, node));
    known_[node] = known;
  }

  const Dom& dom_;
  std::vector<unsigned char> known_;
  std::vector<std::uint64_t> hints_;
  std::vector<std::uint32_t> columns_;
  TextMemo<std::uint64_t> hints_of_;
};

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
        notes_(input.dom),
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
    set(Feature::depth, dom_[block.node].depth);
    set(Feature::has_no_class, !notes_.has_names(block.node));
    int lists = 0, level = 0;
    std::uint64_t seen = 0;
    std::uint32_t tags_seen = 0;
    for (NodeId node = block.node; node != kNoNode && level < kMaxLevels;
         node = dom_.parent(node), ++level) {
      const Tag tag = dom_.tag(node);
      if (tag == Tag::body || tag == Tag::html) break;
      lists += tag == Tag::li;
      std::uint32_t fresh_columns = notes_.columns(node) & ~tags_seen;
      tags_seen |= fresh_columns;
      for (; fresh_columns != 0; fresh_columns &= fresh_columns - 1) {
        const auto column = static_cast<std::size_t>(std::countr_zero(fresh_columns));
        set(kAncestorColumns[column].feature, static_cast<float>(level));
      }
      if (notes_.is_aria_hidden(node) && table_.at(i_, Feature::up_aria_hidden) == kFarAway)
        set(Feature::up_aria_hidden, static_cast<float>(level));
      std::uint64_t fresh = notes_.hints(node) & ~seen;
      seen |= fresh;
      for (; fresh != 0 && level < kMaxHintDistance; fresh &= fresh - 1)
        table_.at(i_, static_cast<Hint>(std::countr_zero(fresh))) = static_cast<float>(level);
    }
    set(Feature::list_depth, static_cast<float>(lists));
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
  ElementNotes notes_;
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
