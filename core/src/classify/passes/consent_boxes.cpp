// A consent notice can be longer than a short article, and reads like prose. It is judged as a box:
// the widest element without the headline in which most words stand in lines that ask for consent.
#include <algorithm>

#include "classify/passes.hpp"
#include "classify/thresholds.hpp"

namespace lectern {
namespace {

constexpr int kMinAskingBlocks = 2;
constexpr float kMinAskingShare = 0.6F; // of the box's words
constexpr int kMaxLevels = 8;

struct Box {
  std::size_t begin = 0, end = 0;
};

class ConsentBoxes {
 public:
  ConsentBoxes(const PassInput& in, int headline)
      : in_(in), headline_(headline), asking_(in.size() + 1), all_(in.size() + 1) {
    for (std::size_t i = 0; i < in.size(); ++i) {
      const float tokens = std::max(0.0F, in.at(i, Feature::tokens));
      all_[i + 1] = all_[i] + tokens;
      asking_[i + 1] = asking_[i] + (in.hits(i, Lexicon::consent) ? tokens : 0.0F);
    }
  }

  Box widest_around(std::size_t i) const {
    Box widest;
    NodeId element = in_.block(i).node;
    for (int level = 0; level < kMaxLevels && element != kNoNode && element != in_.dom.body();
         ++level, element = in_.dom.parent(element)) {
      const Box box{first_block_from(in_, element), first_block_from(in_, in_.dom.end(element))};
      if (headline_ >= 0 && box.begin <= static_cast<std::size_t>(headline_) &&
          static_cast<std::size_t>(headline_) < box.end)
        break;
      if (asks(box)) widest = box;
    }
    return widest;
  }

 private:
  bool asks(const Box& box) const {
    const float all = all_[box.end] - all_[box.begin],
                asking = asking_[box.end] - asking_[box.begin];
    if (asking < kMinAskingShare * all) return false;
    int blocks = 0;
    for (std::size_t i = box.begin; i < box.end; ++i) blocks += in_.hits(i, Lexicon::consent);
    return blocks >= kMinAskingBlocks;
  }

  const PassInput& in_;
  int headline_;
  std::vector<float> asking_, all_; // words before block i
};

} // namespace

void drop_consent_boxes(const PassInput& in, Classification& result) {
  const ConsentBoxes boxes(in, result.headline);
  for (std::size_t i = 0; i < in.size(); ++i) {
    if (!is_body(result.verdicts[i].kind) || !in.hits(i, Lexicon::consent)) continue;
    const Box box = boxes.widest_around(i);
    for (std::size_t b = box.begin; b < box.end; ++b) {
      Verdict& verdict = result.verdicts[b];
      if (!is_body(verdict.kind)) continue;
      verdict.kind = Kind::consent;
      verdict.reason = in.hits(b, Lexicon::consent) ? "phrase_consent" : "same_box";
      verdict.confidence = kSureDespiteCall;
      verdict.uncertain = false;
    }
    i = std::max(i + 1, box.end) - 1;
  }
}

} // namespace lectern
