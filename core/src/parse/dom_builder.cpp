#include "parse/dom_builder.hpp"

#include <algorithm>
#include <lexbor/core/mraw.h>
#include <lexbor/dom/interfaces/attr.h>
#include <lexbor/dom/interfaces/character_data.h>
#include <lexbor/dom/interfaces/element.h>
#include <lexbor/html/interfaces/template_element.h>
#include <lexbor/tag/const.h>

#include "base/utf8.hpp"
#include "parse/name_tables.hpp"

namespace lectern {
namespace {

std::string_view view_of(const lexbor_str_t& text) {
  return {reinterpret_cast<const char*>(text.data), text.data == nullptr ? 0 : text.length};
}

const lxb_dom_element_t* as_element(const lxb_dom_node_t* node) {
  return reinterpret_cast<const lxb_dom_element_t*>(node);
}

bool is_template(const lxb_dom_node_t* node) {
  return node->local_name == LXB_TAG_TEMPLATE && node->ns == LXB_NS_HTML;
}

/// The children of a template that a browser would have made the shadow root of its parent.
const lxb_dom_node_t* shadow_children(const lxb_dom_node_t* node) {
  if (!is_template(node)) return nullptr;
  for (const lxb_dom_attr_t* a = as_element(node)->first_attr; a != nullptr; a = a->next) {
    const lxb_dom_attr_data_t* data = lxb_dom_attr_data_by_id(nullptr, a->node.local_name);
    if (data == nullptr || a->value == nullptr || name_of(data->entry) != "shadowrootmode")
      continue;
    const std::string_view mode = view_of(*a->value);
    if (mode != "open" && mode != "closed") return nullptr;
    const auto* content = reinterpret_cast<const lxb_html_template_element_t*>(node)->content;
    return content == nullptr ? nullptr : content->node.first_child;
  }
  return nullptr;
}

/// Of an element that is not HTML's: the roots of SVG and MathML have tags of their own.
Tag tag_of_foreign(const lxb_dom_node_t* node, const lxb_dom_node_t* parent) {
  const bool is_root =
      parent == nullptr || parent->ns != node->ns || parent->local_name == LXB_TAG_FOREIGNOBJECT;
  if (is_root && node->ns == LXB_NS_SVG && node->local_name == LXB_TAG_SVG) return Tag::svg;
  if (is_root && node->ns == LXB_NS_MATH && node->local_name == LXB_TAG_MATH) return Tag::math;
  return Tag::foreign;
}

} // namespace

void DomBuilder::reserve(std::size_t nodes, std::size_t attributes) {
  dom_.nodes_.reserve(std::min(nodes, limits_.max_nodes) + 8);
  dom_.attributes_.reserve(dom_.attributes_.size() + attributes);
}

void DomBuilder::take(KeptAttributes kept) {
  dom_.attributes_ = std::move(kept.attributes);
  kept_ = std::move(kept);
}

Dom DomBuilder::build(lxb_html_document_t* document, bool may_have_shadow_roots, bool is_partial) {
  dom_.owner_ = std::shared_ptr<const void>(document, [](const void* owned) {
    lxb_html_document_destroy(static_cast<lxb_html_document_t*>(const_cast<void*>(owned)));
  });
  dom_.partial_ = is_partial;
  has_shadow_roots_ = may_have_shadow_roots;
  const lxb_dom_node_t* root = document->dom_document.node.first_child;
  while (root != nullptr && root->local_name != LXB_TAG_HTML) root = root->next;
  if (root != nullptr) add_children(root);
  // The flat arrays stand for its nodes from here on; texts and names are in arenas of their own.
  lexbor_mraw_destroy(document->dom_document.mraw, true);
  document->dom_document.mraw = nullptr;
  for (NodeId child = dom_.size() > 0 ? dom_.first_child(0) : kNoNode; child != kNoNode;
       child = dom_.next_sibling(child)) {
    const Tag tag = dom_.tag(child);
    if (tag == Tag::head && dom_.head_ == kNoNode) dom_.head_ = child;
    if ((tag == Tag::body || tag == Tag::frameset) && dom_.body_ == kNoNode) dom_.body_ = child;
  }
  return std::move(dom_);
}

void DomBuilder::add_children(const lxb_dom_node_t* root) {
  open(root, add_element(root, nullptr, kNoNode));
  while (!frames_.empty()) {
    Frame& frame = frames_.back();
    if (frame.next == nullptr && frame.then != nullptr) {
      frame.next = frame.then;
      frame.then = nullptr;
    }
    if (frame.next == nullptr) {
      dom_.nodes_[frame.node].end = dom_.size();
      frames_.pop_back();
      continue;
    }
    if (dom_.nodes_.size() >= limits_.max_nodes) {
      dom_.partial_ = true;
      frame.next = frame.then = nullptr;
      continue;
    }
    const lxb_dom_node_t* child = frame.next;
    frame.next = child->next;
    if (child->type == LXB_DOM_NODE_TYPE_TEXT) {
      add_text(child, frame.node);
    } else if (child->type == LXB_DOM_NODE_TYPE_ELEMENT && !is_template(child)) {
      // At the depth limit the element ends here, and its child follows it.
      while (dom_.nodes_[frame.node].depth >= limits_.max_depth && frame.node != 0) {
        dom_.nodes_[frame.node].end = dom_.size();
        frame.node = dom_.nodes_[frame.node].parent;
      }
      const NodeId node = add_element(child, frame.element, frame.node);
      if (child->first_child != nullptr) open(child, node);
    }
  }
}

void DomBuilder::open(const lxb_dom_node_t* element, NodeId node) {
  Frame frame{element->first_child, nullptr, element, node};
  if (has_shadow_roots_) {
    for (const lxb_dom_node_t* child = element->first_child; child != nullptr;
         child = child->next) {
      const lxb_dom_node_t* shadow = shadow_children(child);
      if (shadow == nullptr) continue;
      frame.then = frame.next;
      frame.next = shadow;
      break;
    }
  }
  frames_.push_back(frame);
}

void DomBuilder::add_text(const lxb_dom_node_t* text, NodeId parent) {
  DomNode& node = dom_.nodes_.emplace_back();
  node.tag = Tag::text;
  node.depth = static_cast<std::uint16_t>(dom_.nodes_[parent].depth + 1);
  node.parent = parent;
  node.end = dom_.size();
  node.first_attribute = static_cast<std::uint32_t>(dom_.attributes_.size());
  node.text = view_of(reinterpret_cast<const lxb_dom_character_data_t*>(text)->data);
  const Tag around = dom_.nodes_[parent].tag;
  if (around == Tag::script || around == Tag::style) return;
  const std::string_view kept = first_bytes(node.text, limits_.max_text_bytes - text_bytes_);
  if (kept.size() < node.text.size()) dom_.partial_ = true;
  node.text = kept;
  text_bytes_ += kept.size();
}

NodeId DomBuilder::add_element(const lxb_dom_node_t* element, const lxb_dom_node_t* parent_element,
                               NodeId parent) {
  const NodeId id = dom_.size();
  DomNode& node = dom_.nodes_.emplace_back();
  const NamedTag named = named_tag_of(element->local_name);
  node.tag = element->ns == LXB_NS_HTML ? named.tag : tag_of_foreign(element, parent_element);
  node.text = named.name;
  node.depth = parent == kNoNode ? std::uint16_t{0}
                                 : static_cast<std::uint16_t>(dom_.nodes_[parent].depth + 1);
  node.parent = parent;
  node.end = id + 1;
  add_attributes(element);
  return id;
}

void DomBuilder::add_attributes(const lxb_dom_node_t* element) {
  DomNode& node = dom_.nodes_.back();
  if (as_element(element)->first_attr == nullptr) {
    const KeptAttributes::Range range = kept_.of(element->local_name, element->line);
    node.first_attribute = range.first;
    node.attribute_count = range.count;
    return;
  }
  const std::size_t first = dom_.attributes_.size();
  for (const lxb_dom_attr_t* a = as_element(element)->first_attr; a != nullptr; a = a->next) {
    const lxb_dom_attr_data_t* data = lxb_dom_attr_data_by_id(nullptr, a->node.local_name);
    if (data == nullptr) continue;
    dom_.attributes_.push_back(
        {name_of(data->entry), a->value == nullptr ? "" : view_of(*a->value)});
  }
  node.first_attribute = static_cast<std::uint32_t>(first);
  node.attribute_count = static_cast<std::uint32_t>(dom_.attributes_.size() - first);
}

} // namespace lectern
