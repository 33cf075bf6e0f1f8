// The article's region: what was dropped in it stays in the result. It reaches from the headline to
// the end of the element that holds the body; in plain text it is the whole text.
#include <algorithm>

#include "classify/passes.hpp"

namespace lectern {
namespace {

constexpr int kMaxReportedAfterBody = 60;
constexpr int kMaxReportedBeforeBody = 60;

/// The deepest element that holds both nodes.
NodeId common_ancestor(const Dom& dom, NodeId a, NodeId b) {
  while (a != kNoNode && !dom.contains(a, b)) a = dom.parent(a);
  return a;
}

} // namespace

void report_region(const PassInput& in, Classification& result) {
  Verdicts& verdicts = result.verdicts;
  const BodyRange body = body_range(verdicts);
  if (body.first < 0) return;
  int begin = body.first, end = body.last + 1;
  if (in.is_text()) {
    begin = 0;
    end = static_cast<int>(in.size());
  } else {
    if (result.headline >= 0 && result.headline < begin)
      begin = std::max(result.headline, begin - kMaxReportedBeforeBody);
    const NodeId root = common_ancestor(in.dom, in.block(static_cast<std::size_t>(body.first)).node,
                                        in.block(static_cast<std::size_t>(body.last)).node);
    const int limit = std::min(static_cast<int>(in.size()), end + kMaxReportedAfterBody);
    while (end < limit && root != kNoNode &&
           in.dom.contains(root, in.block(static_cast<std::size_t>(end)).first))
      ++end;
  }
  for (int i = begin; i < end; ++i) {
    Verdict& verdict = verdicts[static_cast<std::size_t>(i)];
    if (is_kept(verdict.kind)) continue;
    // Another article is named as a whole; only the line that announces it was dropped.
    if (verdict.kind == Kind::other_article && !verdict.is_label) continue;
    const Block& block = in.block(static_cast<std::size_t>(i));
    // Hidden lines and empty pictures were never shown: there is nothing to give back.
    if (block.is_hidden || block.text_length == 0) continue;
    verdict.reported = true;
  }
}

} // namespace lectern
