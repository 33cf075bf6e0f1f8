#pragma once
#include <string>
#include <vector>

#include "parse/dom.hpp"

namespace lectern {

/// A page on one line: (html(head)(body(p[class=a]'text'))). Attributes in the page's order.
inline std::string tree_text(const Dom& dom, NodeId root = 0) {
  std::string out;
  if (dom.size() == 0) return out;
  std::vector<NodeId> open;
  for (NodeId node = root; node < dom.end(root); ++node) {
    while (!open.empty() && node >= dom.end(open.back())) {
      out += ')';
      open.pop_back();
    }
    if (dom.is_text(node)) {
      out += '\'' + std::string(dom[node].text) + '\'';
      continue;
    }
    out += '(' + std::string(dom[node].text);
    for (const Attribute* a = dom.attributes_begin(node); a != dom.attributes_end(node); ++a) {
      out += '[' + std::string(a->name) + '=' + std::string(a->value) + ']';
    }
    open.push_back(node);
  }
  out.append(open.size(), ')');
  return out;
}

/// The page's body alone.
inline std::string body_text(const Dom& dom) {
  return dom.body() == kNoNode ? std::string("none") : tree_text(dom, dom.body());
}

} // namespace lectern
