#include "parse/dom.hpp"

namespace lectern {

void Dom::append_text(NodeId node, std::string& out) const {
  for (NodeId n = node; n < nodes_[node].end; ++n) {
    if (nodes_[n].tag == Tag::text) out += nodes_[n].text;
  }
}

} // namespace lectern
