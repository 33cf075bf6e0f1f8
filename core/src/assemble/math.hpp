#pragma once
#include <optional>

#include "assemble/page.hpp"
#include "lectern/article.hpp"

namespace lectern {

struct Formula {
  NodeId end = kNoNode; // one past the last node that belongs to it
  Inline content;       // of type math
};

/// The formula that starts at `node`: a MathML element, or the output of KaTeX, MathJax or a wiki,
/// which hide MathML and TeX beside what they draw. Nothing when none starts there.
std::optional<Formula> read_formula(const Dom& dom, NodeId node);

} // namespace lectern
