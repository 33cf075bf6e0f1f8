#include "annotate/surroundings.hpp"

#include <bit>

namespace lectern {
namespace {

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

} // namespace

ElementNote SurroundingsReader::read(NodeId node) {
  ElementNote note;
  for (const Attribute* a = dom_.attributes_begin(node); a != dom_.attributes_end(node); ++a) {
    if (a->name == "class" || a->name == "id") {
      note.hints |= hints_of_.get(a->value, hints_of);
      note.has_names = true;
    } else if (a->name == "itemprop" || a->name == "data-component" || a->name == "data-testid" ||
               a->name == "data-module" || a->name == "data-type" || a->name == "aria-label") {
      note.hints |= hints_of_.get(a->value, hints_of);
    } else if (a->name == "aria-hidden" && a->value == "true") {
      note.is_aria_hidden = true;
    }
  }
  // A custom element's name says what a class name would.
  if (dom_.tag(node) == Tag::unknown) note.hints |= hints_of(dom_[node].text);
  note.columns = columns_of(dom_.tag(node)) | columns_of(landmark_of(dom_, node));
  return note;
}

const Surroundings& SurroundingsReader::of(NodeId node) {
  if (is_root(node)) {
    kept_of(node) = Surroundings();
    kept_of(node).has_names = read(node).has_names;
    return kept_of(node);
  }
  NodeId at = node;
  for (; at != kNoNode && !is_root(at) && kept_of(at).node != at; at = dom_.parent(at))
    path_.push_back(at);
  Surroundings around;
  if (at != kNoNode && !is_root(at)) around = kept_of(at);
  for (; !path_.empty(); path_.pop_back()) {
    add(around, path_.back());
    kept_of(path_.back()) = around;
  }
  return kept_of(node);
}

void SurroundingsReader::add(Surroundings& around, NodeId node) {
  const ElementNote note = read(node);
  const std::uint16_t depth = dom_[node].depth;
  if (around.node == kNoNode) around.outermost = depth;
  around.node = node;
  around.has_names = note.has_names;
  around.lists = static_cast<std::uint16_t>(around.lists + (dom_.tag(node) == Tag::li));
  if (note.is_aria_hidden) around.aria_hidden = depth;
  around.hints |= note.hints;
  around.columns |= note.columns;
  for (std::uint64_t left = note.hints; left != 0; left &= left - 1)
    around.hint_depths[static_cast<std::size_t>(std::countr_zero(left))] = depth;
  for (std::uint32_t left = note.columns; left != 0; left &= left - 1)
    around.column_depths[static_cast<std::size_t>(std::countr_zero(left))] = depth;
}

} // namespace lectern
