#pragma once
// The elements around a block: the nearest of each kind.

#include <array>
#include <cstdint>
#include <vector>

#include "base/text_memo.hpp"
#include "document/features.hpp"
#include "parse/dom.hpp"

namespace lectern {

struct AncestorColumn {
  Tag tag;
  Feature feature;
};
inline constexpr AncestorColumn kAncestorColumns[] = {
    {Tag::article, Feature::up_article}, {Tag::main, Feature::up_main},
    {Tag::aside, Feature::up_aside},     {Tag::footer, Feature::up_footer},
    {Tag::nav, Feature::up_nav},         {Tag::form, Feature::up_form},
    {Tag::figure, Feature::up_figure},   {Tag::header, Feature::up_header},
    {Tag::section, Feature::up_section}, {Tag::li, Feature::up_li},
    {Tag::table, Feature::up_table},     {Tag::blockquote, Feature::up_blockquote},
    {Tag::ul, Feature::up_ul},           {Tag::a, Feature::up_a}};

/// What an element says of itself.
struct ElementNote {
  std::uint64_t hints = 0;   // of its names
  std::uint32_t columns = 0; // a bit for each of kAncestorColumns that it is, by tag or by role
  bool has_names = false, is_aria_hidden = false;
};

/// Of an element and those around it, the nearest of each kind by its depth. Blocks that stand side
/// by side have all but the first in common, so that the tree is climbed once for them.
struct Surroundings {
  NodeId node = kNoNode;
  std::uint64_t hints = 0;
  std::uint32_t columns = 0;
  std::uint16_t outermost = 0; // depth of the first element below <body>
  std::uint16_t lists = 0;
  std::uint16_t aria_hidden = kNoDepth;
  bool has_names = false; // the element itself
  std::array<std::uint16_t, kHintCount> hint_depths{};
  std::array<std::uint16_t, std::size(kAncestorColumns)> column_depths{};

  static constexpr std::uint16_t kNoDepth = 0xFFFF;
};

class SurroundingsReader {
 public:
  explicit SurroundingsReader(const Dom& dom) : dom_(dom) {}

  /// Valid until the next call. Nothing is around <body> and <html>.
  const Surroundings& of(NodeId node);

 private:
  bool is_root(NodeId node) const {
    return dom_.tag(node) == Tag::body || dom_.tag(node) == Tag::html;
  }
  Surroundings& kept_of(NodeId node) { return kept_[node % kept_.size()]; }
  ElementNote read(NodeId node);
  void add(Surroundings& around, NodeId node);

  const Dom& dom_;
  TextMemo<std::uint64_t> hints_of_;
  std::array<Surroundings, 64> kept_; // those of some nodes, by its number's last bits
  std::vector<NodeId> path_;
};

} // namespace lectern
