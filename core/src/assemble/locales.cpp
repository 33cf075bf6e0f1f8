#include "assemble/locales.hpp"

#include "base/text.hpp"

namespace lectern {
namespace {

std::string_view direction_of(std::string_view value) {
  value = trim(value);
  for (const std::string_view known : {"rtl", "ltr"}) {
    if (equals_ignoring_case(value, known)) return known;
  }
  return {};
}

/// Takes what the element says and nothing nearer has said.
void add_own(const Dom& dom, NodeId node, Locale& locale) {
  for (const Attribute* a = dom.attributes_begin(node); a != dom.attributes_end(node); ++a) {
    if (a->name == "lang" && locale.language.empty()) {
      const std::string_view language = trim(a->value);
      if (is_language_tag(language)) locale.language = language;
    } else if (a->name == "dir" && locale.direction.empty()) {
      locale.direction = direction_of(a->value);
    }
  }
}

bool ends_search(const Dom& dom, NodeId node) {
  return node == kNoNode || dom.tag(node) == Tag::body || dom.tag(node) == Tag::html;
}

} // namespace

Locale Locales::of(NodeId node) {
  if (ends_search(dom_, node)) return {};
  if (const NodeId parent = dom_.parent(node); parent != parent_) {
    parent_ = parent;
    of_parent_ = of_ancestors(parent);
  }
  Locale locale;
  add_own(dom_, node, locale);
  if (locale.language.empty()) locale.language = of_parent_.language;
  if (locale.direction.empty()) locale.direction = of_parent_.direction;
  return locale;
}

Locale Locales::of_ancestors(NodeId node) const {
  Locale locale;
  for (; !ends_search(dom_, node); node = dom_.parent(node)) {
    add_own(dom_, node, locale);
    if (!locale.language.empty() && !locale.direction.empty()) break;
  }
  return locale;
}

} // namespace lectern
