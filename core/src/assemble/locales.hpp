#pragma once
#include <string_view>

#include "parse/dom.hpp"

namespace lectern {

/// What the nearest elements around a node say of its language and direction; empty: nothing.
struct Locale {
  std::string_view language;
  std::string_view direction; // "ltr" or "rtl"
};

/// Asked for blocks in reading order, most of which stand beside the one before: then only they
/// themselves are read.
class Locales {
 public:
  explicit Locales(const Dom& dom) : dom_(dom) {}

  /// The locale of an element below `body`; what `body` and `html` say does not count.
  Locale of(NodeId node);

 private:
  Locale of_ancestors(NodeId node) const;

  const Dom& dom_;
  NodeId parent_ = kNoNode; // of the element asked for last
  Locale of_parent_;
};

} // namespace lectern
