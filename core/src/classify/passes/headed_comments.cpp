// "12 comments" as a heading below the text: what stands under it in the same element was written
// by readers, though it may read like the article. At the top of a page it leads down to them.
#include "classify/passes.hpp"

namespace lectern {
namespace {

constexpr float kMaxHeadingTokens = 5;
constexpr float kMinShareAbove = 0.5F; // of the article's words

bool is_heading_of_comments(const PassInput& in, std::size_t i) {
  return in.block(i).shape == Shape::heading && in.hits(i, Lexicon::comment) &&
         in.at(i, Feature::digit_share) > 0 && in.at(i, Feature::tokens) <= kMaxHeadingTokens;
}

} // namespace

void drop_headed_comments(const PassInput& in, Verdicts& verdicts) {
  float all = 0, above = 0;
  for (std::size_t i = 0; i < in.size(); ++i)
    if (is_body(verdicts[i].kind)) all += in.at(i, Feature::tokens);
  for (std::size_t i = 0; i < in.size(); ++i) {
    if (is_heading_of_comments(in, i) && above >= kMinShareAbove * all) {
      const NodeId box = in.dom.parent(in.block(i).node);
      for (; i < in.size() && box != kNoNode && in.block(i).first < in.dom.end(box); ++i) {
        if (!is_kept(verdicts[i].kind)) continue;
        drop_block(verdicts[i], "reply_thread");
        verdicts[i].kind = Kind::comment;
      }
      return;
    }
    if (is_body(verdicts[i].kind)) above += in.at(i, Feature::tokens);
  }
}

} // namespace lectern
