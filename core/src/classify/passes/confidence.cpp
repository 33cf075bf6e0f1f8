// How much of the page is likely to be right: the mean sureness of its blocks, weighted by their
// words, over the region where a mistake would show.
#include <algorithm>

#include "classify/passes.hpp"

namespace lectern {

void measure_confidence(const PassInput& in, Classification& result) {
  float sure = 0, all = 0;
  for (std::size_t i = 0; i < in.size(); ++i) {
    const float likely = result.verdicts[i].keep;
    const float doubt = std::min(likely, 1.0F - likely);
    const float weight =
        std::min(60.0F, std::max(3.0F, in.at(i, Feature::tokens))) * (likely > 0.05F ? 1.0F : 0.1F);
    sure += weight * (1.0F - 2.0F * doubt);
    all += weight;
  }
  result.confidence = all > 0 ? std::clamp(sure / all, 0.0F, 1.0F) : 0.0F;
}

} // namespace lectern
