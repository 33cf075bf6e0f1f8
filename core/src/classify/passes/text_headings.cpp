// A short line that ends no sentence, between paragraphs of prose, is a heading.
#include "classify/passes.hpp"

namespace lectern {
namespace {

constexpr float kMaxHeadingTokens = 14;
constexpr float kMinTokensUnderHeading = 12;

} // namespace

void find_text_headings(const PassInput& in, Verdicts& verdicts) {
  const BodyRange body = body_range(verdicts);
  for (int i = body.first; i >= 0 && i < body.last; ++i) {
    const auto at = static_cast<std::size_t>(i);
    Verdict& verdict = verdicts[at];
    if (verdict.kind != Kind::paragraph || in.block(at).shape != Shape::paragraph) continue;
    const bool is_short = in.at(at, Feature::tokens) <= kMaxHeadingTokens;
    const bool is_open =
        in.at(at, Feature::ends_sentence) <= 0 || in.at(at, Feature::ends_with_question) > 0;
    if (!is_short || !is_open || in.at(at, Feature::ends_with_colon) > 0 ||
        in.at(at, Feature::begins_lower) > 0)
      continue;
    // A prompt or a picture may stand between the heading and its text.
    std::size_t next = at + 1;
    while (next < static_cast<std::size_t>(body.last) &&
           (!is_kept(verdicts[next].kind) || verdicts[next].kind == Kind::figure))
      ++next;
    const bool leads_prose = verdicts[next].kind == Kind::paragraph &&
                             in.at(next, Feature::tokens) >= kMinTokensUnderHeading;
    if (!leads_prose) continue;
    verdict.kind = Kind::heading;
  }
}

} // namespace lectern
