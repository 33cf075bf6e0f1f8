// A heading whose whole section was dropped goes with it: "Our newsletter" over a form that is
// gone. One that is surely the article's may stand over a picture or a table alone.
#include "classify/passes.hpp"
#include "classify/thresholds.hpp"

namespace lectern {

void drop_headings_of_dropped_text(const PassInput& in, Verdicts& verdicts) {
  for (std::size_t i = 0; i < in.size(); ++i) {
    if (verdicts[i].kind != Kind::heading || in.block(i).shape != Shape::heading) continue;
    bool has_dropped = false, has_kept = false, may_show = false;
    NodeId box = in.is_text() ? kNoNode : in.dom.parent(in.block(i).node);
    for (std::size_t j = i + 1; j < in.size() && !has_kept; ++j) {
      const bool ends_section = in.block(j).shape == Shape::heading &&
                                in.block(j).heading_level <= in.block(i).heading_level;
      if (ends_section) break;
      const Shape shape = in.block(j).shape;
      may_show |= shape == Shape::figure || shape == Shape::table;
      if (is_kept(verdicts[j].kind)) has_kept = true;
      // Pictures with captions, and those below a control ("[edit]"), are judged later, by the text
      // around them.
      else if (is_wordless(in.block(j)) && in.block(j).shape != Shape::divider &&
               (has_dropped || in.at(j, Feature::tokens) > 0))
        continue;
      // Only what stands in the heading's own box tells: a teaser below may belong to the page.
      else if (box != kNoNode && in.dom.contains(box, in.block(j).first) &&
               in.at(j, Feature::tokens) > 0)
        has_dropped = true;
      else
        break;
    }
    if (has_kept || !has_dropped || (may_show && verdicts[i].keep >= kSureLikelihood)) continue;
    verdicts[i].kind = Kind::furniture;
    verdicts[i].reason = "empty_section";
    verdicts[i].uncertain = false;
  }
}

} // namespace lectern
