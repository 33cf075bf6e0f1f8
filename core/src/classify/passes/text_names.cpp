#include "classify/passes/text_names.hpp"

namespace lectern {
namespace {

constexpr float kNearName = 4; // levels up to it
constexpr float kMostOfText = 0.5F;
constexpr float kMinTokens = 8; // of a paragraph that speaks for the text

constexpr Hint kNames[] = {Hint::related, Hint::ad,      Hint::newsletter, Hint::comment,
                           Hint::author,  Hint::sidebar, Hint::promo_card};

} // namespace

NamesOfText::NamesOfText(const PassInput& in, const Verdicts& verdicts) {
  std::array<float, kHintCount> below{};
  float all = 0;
  for (std::size_t i = 0; i < in.size(); ++i) {
    const float tokens = in.at(i, Feature::tokens);
    if (verdicts[i].kind != Kind::paragraph || tokens < kMinTokens) continue;
    all += tokens;
    for (const Hint name : kNames)
      if (in.at(i, name) < kNearName) below[static_cast<std::size_t>(name)] += tokens;
  }
  for (const Hint name : kNames) {
    const auto at = static_cast<std::size_t>(name);
    borne_[at] = all > 0 && below[at] >= kMostOfText * all;
  }
}

} // namespace lectern
