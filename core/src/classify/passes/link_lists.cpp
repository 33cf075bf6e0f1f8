// "Related", "You may also like": a run of lines that each are one link to another page of the site
// is a list of other pages, even where it stands among the paragraphs and looks like a list of the
// article. A list of contents leads to places on this page, a list of sources to other sites.
#include "classify/passes.hpp"
#include "classify/thresholds.hpp"

namespace lectern {
namespace {

constexpr float kWhollyLinked = 0.9F;
constexpr float kMaxTitleTokens = 25;
constexpr std::size_t kMinLines = 2;

bool is_linked_title(const PassInput& in, std::size_t i) {
  const Shape shape = in.block(i).shape;
  if (shape != Shape::list_item && shape != Shape::paragraph) return false;
  const float tokens = in.at(i, Feature::tokens);
  return tokens >= 2 && tokens <= kMaxTitleTokens &&
         in.at(i, Feature::link_density) >= kWhollyLinked &&
         in.at(i, Feature::external_link_share) <= 0 &&
         in.at(i, Feature::fragment_link_share) <= 0 && in.at(i, Feature::ends_strictly) <= 0;
}

} // namespace

void drop_link_lists(const PassInput& in, Verdicts& verdicts) {
  if (in.is_text()) return;
  for (std::size_t begin = 0; begin < in.size();) {
    std::size_t end = begin;
    float sum = 0;
    while (end < in.size() && is_linked_title(in, end)) {
      sum += verdicts[end].keep;
      ++end;
    }
    const std::size_t lines = end - begin;
    if (lines >= kMinLines && sum / static_cast<float>(lines) < kSureDespiteLinkList) {
      for (std::size_t i = begin; i < end; ++i) {
        if (is_body(verdicts[i].kind)) drop_block(verdicts[i], "all_link");
      }
    }
    begin = end > begin ? end : begin + 1;
  }
}

} // namespace lectern
