#pragma once
// The parsed page as flat arrays in document order. It is const after parsing and is the only part
// of `parse/` that later stages see. A node's subtree is the id range [node, end(node)), so "is
// inside" is two comparisons and a walk over the page is a loop. Views point into memory that the
// Dom owns.

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "parse/tags.hpp"

namespace lectern {

using NodeId = std::uint32_t;
inline constexpr NodeId kNoNode = 0xFFFFFFFFu;

struct Attribute {
  std::string_view name; // lower case
  std::string_view value;
};

/// One element or one run of text.
struct DomNode {
  Tag tag = Tag::text;     // Tag::text for text, else the element's
  std::uint16_t depth = 0; // of `html`: 0
  NodeId parent = kNoNode;
  NodeId end = 0; // one past the last node of the subtree
  std::uint32_t first_attribute = 0;
  std::uint32_t attribute_count = 0;
  std::string_view text; // of a text node; of an element: its name, lower case
};

class Dom {
 public:
  std::uint32_t size() const { return static_cast<std::uint32_t>(nodes_.size()); }
  const DomNode& operator[](NodeId node) const { return nodes_[node]; }

  Tag tag(NodeId node) const { return nodes_[node].tag; }
  bool is_text(NodeId node) const { return nodes_[node].tag == Tag::text; }
  NodeId parent(NodeId node) const { return nodes_[node].parent; }
  NodeId end(NodeId node) const { return nodes_[node].end; }

  /// The first child, or kNoNode.
  NodeId first_child(NodeId node) const { return node + 1 < nodes_[node].end ? node + 1 : kNoNode; }
  /// The next sibling, or kNoNode.
  NodeId next_sibling(NodeId node) const {
    const NodeId next = nodes_[node].end;
    const NodeId up = nodes_[node].parent;
    return up != kNoNode && next < nodes_[up].end ? next : kNoNode;
  }
  /// True when `node` is `ancestor` or lies inside it.
  bool contains(NodeId ancestor, NodeId node) const {
    return ancestor <= node && node < nodes_[ancestor].end;
  }

  /// The attribute's value, or an empty view; `has_attribute` tells the two kinds of empty apart.
  /// Here, so that comparing with a literal is comparing numbers.
  std::string_view attribute(NodeId node, std::string_view name) const {
    const Attribute* found = find_attribute(node, name);
    return found == nullptr ? std::string_view() : found->value;
  }
  bool has_attribute(NodeId node, std::string_view name) const {
    return find_attribute(node, name) != nullptr;
  }
  const Attribute* attributes_begin(NodeId node) const {
    return attributes_.data() + nodes_[node].first_attribute;
  }
  const Attribute* attributes_end(NodeId node) const {
    return attributes_begin(node) + nodes_[node].attribute_count;
  }

  /// All text below `node` (scripts and styles included), as it stands; appended to `out`.
  void append_text(NodeId node, std::string& out) const;

  NodeId html() const { return nodes_.empty() ? kNoNode : 0; }
  NodeId head() const { return head_; }
  NodeId body() const { return body_; }

  /// True when a budget ended the parse: the rest of the page is missing.
  bool is_partial() const { return partial_; }

 private:
  friend class DomBuilder;
  const Attribute* find_attribute(NodeId node, std::string_view name) const {
    for (const Attribute* a = attributes_begin(node); a != attributes_end(node); ++a) {
      if (a->name == name) return a;
    }
    return nullptr;
  }

  std::vector<DomNode> nodes_;
  std::vector<Attribute> attributes_;
  NodeId head_ = kNoNode;
  NodeId body_ = kNoNode;
  bool partial_ = false;
  std::shared_ptr<const void> owner_; // the parser's arena, which the views point into
};

} // namespace lectern
