#pragma once
#include <cstddef>
#include <lexbor/html/interfaces/document.h>
#include <vector>

#include "parse/dom.hpp"
#include "parse/kept_attributes.hpp"

namespace lectern {

/// Lays lexbor's tree out as the flat arrays of a Dom, in one walk without recursion.
class DomBuilder {
 public:
  struct Limits {
    std::size_t max_nodes;
    std::size_t max_depth;
    std::size_t max_text_bytes; // scripts and styles apart
  };

  explicit DomBuilder(const Limits& limits) : limits_(limits) {}

  /// What the parser kept beside the document's tree.
  void take(KeptAttributes kept);

  /// Room for that many nodes and attributes of the tree, so that the arrays need not grow.
  void reserve(std::size_t nodes, std::size_t attributes);

  /// The Dom of `document`, which it keeps alive and destroys. `may_have_shadow_roots`: whether to
  /// look for declarative shadow roots.
  Dom build(lxb_html_document_t* document, bool may_have_shadow_roots, bool is_partial);

 private:
  /// An element whose children are being laid out.
  struct Frame {
    const lxb_dom_node_t* next; // the child that comes next
    const lxb_dom_node_t* then; // after a shadow root's children: the host's own
    const lxb_dom_node_t* element;
    NodeId node;
  };

  void add_children(const lxb_dom_node_t* root);
  void add_text(const lxb_dom_node_t* text, NodeId parent);
  NodeId add_element(const lxb_dom_node_t* element, const lxb_dom_node_t* parent_element,
                     NodeId parent);
  void add_attributes(const lxb_dom_node_t* element);
  void open(const lxb_dom_node_t* element, NodeId node);

  Limits limits_;
  Dom dom_;
  KeptAttributes kept_; // but for the attributes themselves, which the Dom has
  std::vector<Frame> frames_;
  bool has_shadow_roots_ = false;
  std::size_t text_bytes_ = 0;
};

} // namespace lectern
