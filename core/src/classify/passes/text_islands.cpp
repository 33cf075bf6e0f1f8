// Away from the text lines must be more likely than among it. Prose is shown from a low likelihood
// on because a lost paragraph is worse than a foreign line; a paragraph behind a menu, a share bar
// or a row of teasers is seldom the article's, and nobody misses one that is not sure.
#include <algorithm>
#include <vector>

#include "classify/passes.hpp"
#include "classify/text_lines.hpp"

namespace lectern {
namespace {

constexpr float kSureText = 0.75F, kMinSureWords = 12;
// The page must be one whose text is told well: half of its prose is this likely or more.
constexpr float kWellTold = 0.9F;
constexpr std::size_t kMinParagraphs = 5;
constexpr float kMaxShareOutside = 0.15F; // of the words shown: more of them may be a part of it
struct Distance {
  int lines; // dropped, between the text and the line
  float likelihood;
};
constexpr Distance kFar{6, 0.60F}, kNear{3, 0.50F};

class Islands {
 public:
  Islands(const PassInput& in, Verdicts& verdicts) : in_(in), verdicts_(verdicts) {}

  /// Where `step` is 1 those below the text, where it is -1 those above.
  void drop(int step) {
    std::vector<float> prose;
    int first = -1, last = -1;
    float words = 0;
    for (std::size_t i = 0; i < in_.size(); ++i) {
      if (!is_body(verdicts_[i].kind)) continue;
      words += words_of(in_, i);
      if (!ends_as_sentence(in_, i) || words_of(in_, i) < kMinSureWords) continue;
      prose.push_back(verdicts_[i].keep);
      if (verdicts_[i].keep < kSureText) continue;
      if (first < 0) first = static_cast<int>(i);
      last = static_cast<int>(i);
    }
    if (prose.size() < kMinParagraphs || first < 0) return;
    const auto middle = prose.begin() + static_cast<std::ptrdiff_t>(prose.size() / 2);
    std::nth_element(prose.begin(), middle, prose.end());
    if (*middle < kWellTold) return;
    drop_side(step < 0 ? first : last, step, words);
  }

 private:
  void drop_side(int from, int step, float words) {
    std::vector<std::size_t> found;
    float outside = 0;
    int dropped = 0;
    for (int i = from + step; i >= 0 && i < static_cast<int>(in_.size()); i += step) {
      const auto at = static_cast<std::size_t>(i);
      if (!is_body(verdicts_[at].kind)) {
        dropped += in_.at(at, Feature::tokens) > 0;
        continue;
      }
      const float demand = dropped >= kFar.lines    ? kFar.likelihood
                           : dropped >= kNear.lines ? kNear.likelihood
                                                    : 0.0F;
      if (verdicts_[at].keep >= demand) continue;
      found.push_back(at);
      outside += words_of(in_, at);
    }
    if (outside > kMaxShareOutside * words) return;
    for (const std::size_t i : found) drop_block(verdicts_[i], "outside_text");
  }

  const PassInput& in_;
  Verdicts& verdicts_;
};

} // namespace

void drop_islands_below_text(const PassInput& in, Verdicts& verdicts) {
  Islands(in, verdicts).drop(1);
}

void drop_islands_above_text(const PassInput& in, Verdicts& verdicts) {
  Islands(in, verdicts).drop(-1);
}

} // namespace lectern
