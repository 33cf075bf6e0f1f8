#pragma once
#include <cstdint>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "assemble/page.hpp"
#include "document/block.hpp"
#include "document/verdict.hpp"
#include "lectern/article.hpp"

namespace lectern {

/// The lists, quotations and boxes around blocks, made as blocks come by in document order.
/// Elements around the whole article are its layout and count for nothing; so do lists that hold
/// sections or pictures alone.
class ContainerForest {
 public:
  ContainerForest(const Page& page, const Document& document, const Verdicts& verdicts);

  /// The innermost container of a block, made when first met; -1 for none.
  int container_of(const Block& block);

  /// The element behind a container, kNoNode for one without.
  NodeId element_of(int container) const { return elements_[static_cast<std::size_t>(container)]; }

  /// The smallest element that holds all body blocks shown, or kNoNode.
  NodeId root() const { return root_; }

  std::vector<Container>& containers() { return containers_; }
  /// Appends a container that no element made.
  int add(Container container);

 private:
  void find_root(const Document& document, const Verdicts& verdicts);
  void find_layout_lists(const Document& document, const Verdicts& verdicts);
  bool is_box(NodeId node) const;
  bool may_be_container(NodeId node) const;
  bool make(NodeId node, Container& container) const;
  bool is_in_layout(NodeId node) const;
  void number_item(NodeId item);
  void read_ordered_list(NodeId node, Container& container) const;

  const Page& page_;
  const Dom& dom_;
  NodeId root_ = kNoNode;
  std::unordered_set<NodeId> layout_; // lists and boxes that only place things
  std::vector<Container> containers_;
  std::vector<NodeId> elements_;
  std::vector<int> open_; // containers around the block before, outermost first
  struct LastItem {
    NodeId item;
    int number;
  };
  std::unordered_map<NodeId, LastItem> numbered_; // per ordered list, the item met last
  std::vector<NodeId> path_; // what may be one around the block at hand, innermost first
  // Whether an element is a box by its names: asked of the same ones for block after block.
  enum class Answer : std::uint8_t { unknown, no, yes };
  mutable std::vector<Answer> box_answers_;
};

/// Gives list items and quotations that stand in no container of their kind one: text has none, and
/// some pages draw bullets as characters, which are cut.
void surround_loose_items(const Document& document, std::vector<ArticleBlock>& blocks,
                          std::vector<Container>& containers);

} // namespace lectern
