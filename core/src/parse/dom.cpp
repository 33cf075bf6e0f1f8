#include "parse/dom.hpp"

namespace lectern {

std::string_view Dom::attribute(NodeId node, std::string_view name) const {
  for (const Attribute* a = attributes_begin(node); a != attributes_end(node); ++a) {
    if (a->name == name) return a->value;
  }
  return {};
}

bool Dom::has_attribute(NodeId node, std::string_view name) const {
  for (const Attribute* a = attributes_begin(node); a != attributes_end(node); ++a) {
    if (a->name == name) return true;
  }
  return false;
}

void Dom::append_text(NodeId node, std::string& out) const {
  for (NodeId n = node; n < nodes_[node].end; ++n) {
    if (nodes_[n].tag == Tag::text) out += nodes_[n].text;
  }
}

} // namespace lectern
