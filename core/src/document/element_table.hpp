#pragma once
#include "parse/tags.hpp"

namespace lectern {

/// How an element takes part in the flow of text.
enum class Flow : unsigned char {
  inline_text, // part of the running text
  block,       // ends the running text before and after it
  ignored,     // its subtree holds nothing that is read
};

Flow flow_of(Tag tag);

} // namespace lectern
