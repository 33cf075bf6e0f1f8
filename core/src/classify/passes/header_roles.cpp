// The headline, and the lines around it that name author, date and summary: they are told by the
// metadata and do not stand in the body.
#include <algorithm>

#include "classify/passes.hpp"
#include "classify/thresholds.hpp"

namespace lectern {
namespace {

constexpr int kMaxHeaderBlocks = 25;   // between the headline and the body
constexpr float kMaxBylineTokens = 25;
constexpr float kMinDekAgreement = 0.7F;

int find_headline(const PassInput& in) {
  for (std::size_t i = 0; i < in.size(); ++i) {
    if (in.at(i, Feature::from_headline) != 0) continue;
    const bool agrees = in.at(i, Feature::in_title) >= kTitleAgreement && in.at(i, Feature::covers_title) >= kTitleAgreement;
    const bool is_main_heading = in.block(i).heading_level == 1 && in.at(i, Feature::in_title) >= kTitleAgreement / 2;
    return agrees || is_main_heading ? static_cast<int>(i) : -1;
  }
  return -1;
}

} // namespace

void assign_header_roles(const PassInput& in, Classification& result) {
  result.headline = find_headline(in);
  if (result.headline < 0) return;
  Verdicts& verdicts = result.verdicts;
  const auto headline = static_cast<std::size_t>(result.headline);
  verdicts[headline].kind = Kind::headline;
  verdicts[headline].reason = "headline";
  verdicts[headline].confidence = 1;
  // The same words again, above or below, are the headline once more.
  for (std::size_t i = 0; i < in.size(); ++i) {
    if (i == headline || !is_body(verdicts[i].kind)) continue;
    if (in.block(i).text_length == in.block(headline).text_length && in.text(i) == in.text(headline)) {
      verdicts[i].kind = Kind::furniture;
      verdicts[i].reason = "headline_again";
    }
  }
}

} // namespace lectern
