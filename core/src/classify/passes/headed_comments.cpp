// "12 comments" as a heading below the text: what stands under it in the same element was written
// by readers, though it may read like the article. At the top of a page it leads down to them.
#include "classify/passes.hpp"
#include "classify/thresholds.hpp"

namespace lectern {
namespace {

constexpr float kMaxHeadingTokens = 5;
constexpr float kMinShareAbove = 0.5F; // of the article's words
constexpr float kNear = 5;             // levels up to an element that names what it holds
constexpr int kFewestInThread = 8;     // blocks
constexpr float kMinTokensAbove = 60;
constexpr float kMaxLikelihood = 0.70F; // of the thread's blocks, their mean

bool is_heading_of_comments(const PassInput& in, std::size_t i) {
  return in.block(i).shape == Shape::heading && in.hits(i, Lexicon::comment) &&
         in.at(i, Feature::digit_share) > 0 && in.at(i, Feature::tokens) <= kMaxHeadingTokens;
}

/// "Comments": no more than that, and dropped.
bool is_label_of_comments(const PassInput& in, const Verdicts& verdicts, std::size_t i) {
  return !is_kept(verdicts[i].kind) && in.at(i, Feature::tokens) <= kMaxHeadingTokens &&
         (in.hits(i, Lexicon::comment) || in.hits(i, Lexicon::end_mark));
}

/// Below such a label, a run of blocks in elements named after comments, most of which were
/// dropped: the others are comments too, if they are not surely text.
void drop_rest_of_comments(const PassInput& in, Verdicts& verdicts) {
  float above = 0; // the article stands over what readers wrote about it
  for (std::size_t begin = 0, end = 0; begin < in.size(); begin = end + 1) {
    end = begin;
    if (is_body(verdicts[begin].kind)) above += in.at(begin, Feature::tokens);
    if (above < kMinTokensAbove || !is_label_of_comments(in, verdicts, begin)) continue;
    int lines = 0;
    float likely = 0;
    for (end = begin + 1; end < in.size() && in.at(end, Hint::comment) <= kNear; ++end)
      if (!is_wordless(in.block(end))) {
        ++lines;
        likely += verdicts[end].keep;
      }
    if (lines < kFewestInThread || likely >= kMaxLikelihood * static_cast<float>(lines)) continue;
    for (std::size_t i = begin; i < end; ++i) {
      if (!is_body(verdicts[i].kind) || verdicts[i].keep >= kSureDespiteComment) continue;
      drop_block(verdicts[i], "named_comment");
      verdicts[i].kind = Kind::comment;
    }
  }
}

} // namespace

void drop_headed_comments(const PassInput& in, Verdicts& verdicts) {
  drop_rest_of_comments(in, verdicts);
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
