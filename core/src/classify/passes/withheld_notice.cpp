// Where the page itself says that the rest is for subscribers, its own words are the notice. The
// line stands at the end of what is shown; a meter's line above the headline is a mere prompt.
#include "classify/passes.hpp"

namespace lectern {
namespace {

constexpr int kBlocksAfterBody = 25;
constexpr float kMaxOpeningTokens = 24;

/// "That was your last free article." above "To read on, ...": a sentence of the same box.
bool opens_notice(const PassInput& in, const Verdicts& verdicts, std::size_t i) {
  return verdicts[i].kind == Kind::subscription_prompt && in.at(i, Feature::ends_strictly) > 0 &&
         in.at(i, Feature::tokens) <= kMaxOpeningTokens;
}

} // namespace

void find_withheld_notice(const PassInput& in, Classification& result) {
  const BodyRange body = body_range(result.verdicts);
  if (body.first < 0) return;
  std::string notice;
  const int end = std::min(static_cast<int>(in.size()), body.last + 1 + kBlocksAfterBody);
  for (int i = body.first + 1; i < end; ++i) {
    const auto at = static_cast<std::size_t>(i);
    if (is_kept(result.verdicts[at].kind) || !in.hits(at, Lexicon::withheld) ||
        in.block(at).is_hidden) {
      if (!notice.empty()) break;
      continue;
    }
    if (!notice.empty())
      notice.push_back(' ');
    else if (in.is_text() && i - 1 > body.last && opens_notice(in, result.verdicts, at - 1))
      notice.append(in.text(at - 1)).push_back(' ');
    notice.append(in.text(at));
  }
  result.withheld_notice = std::move(notice);
}

} // namespace lectern
