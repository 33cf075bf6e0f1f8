// Where the page itself says that the rest is for subscribers, its own words are the notice. It
// stands where what is shown ends: a line with much of the text below it withholds nothing, and
// further down such words speak of comments, of other articles, of opening hours.
#include <algorithm>
#include <string>
#include <utility>

#include "classify/passes.hpp"

namespace lectern {
namespace {

constexpr int kBlocksAfterBody = 10;
constexpr float kMaxShareBelow = 0.15F;
constexpr float kMinTokens = 2; // one word is a mark: "Plus"
constexpr float kMaxOpeningTokens = 24;
constexpr float kMostLinked = 0.7F;
constexpr float kLeadingLinkTokens = 4;

float body_tokens(const PassInput& in, const Verdicts& verdicts, int first, int last) {
  float tokens = 0;
  for (int i = first; i <= last; ++i)
    if (is_body(verdicts[static_cast<std::size_t>(i)].kind))
      tokens += in.at(static_cast<std::size_t>(i), Feature::tokens);
  return tokens;
}

/// Where the text is shown so far that nothing, or little, comes after. A page that calls itself
/// not free may say so at once.
int first_place(const PassInput& in, const Classification& result, const BodyRange& body) {
  const Verdicts& verdicts = result.verdicts;
  if (!in.page_data.metadata.is_free)
    return (result.headline >= 0 ? std::min(result.headline, body.first) : body.first) + 1;
  const float most = kMaxShareBelow * body_tokens(in, verdicts, body.first, body.last);
  float below = 0;
  int place = body.last + 1;
  for (int i = body.last; i > body.first && below <= most; --i) {
    place = i;
    const auto at = static_cast<std::size_t>(i);
    if (is_body(verdicts[at].kind)) below += in.at(at, Feature::tokens);
  }
  return place;
}

/// The headline of another article: what stands right above or below it is its label.
bool leads_elsewhere(const PassInput& in, int i) {
  if (i < 0 || i >= static_cast<int>(in.size())) return false;
  const auto at = static_cast<std::size_t>(i);
  return in.at(at, Feature::link_density) > kMostLinked &&
         in.at(at, Feature::tokens) >= kLeadingLinkTokens;
}

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
  for (int i = first_place(in, result, body); i < end; ++i) {
    const auto at = static_cast<std::size_t>(i);
    const bool ends_article = in.hits(at, Lexicon::comment) || in.hits(at, Lexicon::end_mark);
    if (i > body.last && ends_article && !in.hits(at, Lexicon::withheld)) break;
    if (is_kept(result.verdicts[at].kind) || !in.hits(at, Lexicon::withheld) ||
        in.block(at).is_hidden || in.at(at, Feature::tokens) < kMinTokens ||
        (leads_elsewhere(in, i - 1) && leads_elsewhere(in, i + 1))) {
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
