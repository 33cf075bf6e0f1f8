// Pictures, embeds and dividers have no words to judge: they belong to the article when they stand among
// its text, in a part of the page that holds article text and little else.
#include <algorithm>

#include "classify/passes.hpp"

namespace lectern {
namespace {

constexpr int kBlocksAboveBody = 12;   // how far above the first paragraph a lead image may stand
constexpr int kMaxWordless = 400;      // hint distance stand-ins are small; this bounds odd pages
constexpr float kFarHint = 4;

bool is_wordless(const PassInput& in, std::size_t i) {
  const Shape shape = in.block(i).shape;
  return shape == Shape::figure || shape == Shape::divider || (shape == Shape::embed && in.at(i, Feature::tokens) <= 0);
}

/// Of the text blocks below `element`, are at least half (by tokens) kept?
bool holds_mostly_article(const PassInput& in, const Verdicts& verdicts, NodeId element, std::size_t near, bool& has_text) {
  float kept = 0, all = 0;
  const auto count_block = [&](std::size_t i) {
    if (is_wordless(in, i) || in.block(i).shape == Shape::caption) return;
    const float tokens = in.at(i, Feature::tokens);
    all += tokens;
    if (is_kept(verdicts[i].kind)) kept += tokens;
  };
  for (std::size_t i = near; i-- > 0 && in.dom.contains(element, in.block(i).first);) count_block(i);
  for (std::size_t i = near; i < in.size() && in.dom.contains(element, in.block(i).first); ++i) count_block(i);
  has_text = all > 0;
  return kept * 2 >= all;
}

bool stands_among_text(const PassInput& in, const Verdicts& verdicts, std::size_t i) {
  NodeId element = in.block(i).node;
  for (int level = 0; element != kNoNode && level < 8; ++level, element = in.dom.parent(element)) {
    bool has_text = false;
    const bool mostly = holds_mostly_article(in, verdicts, element, i, has_text);
    if (has_text) return mostly;
  }
  return false;
}

bool is_in_furniture(const PassInput& in, std::size_t i) {
  return in.at(i, Feature::up_nav) < kFarHint || in.at(i, Feature::up_footer) < kFarHint || in.at(i, Hint::related) < kFarHint ||
         in.at(i, Hint::ad) < kFarHint || in.at(i, Hint::share) < kFarHint || in.at(i, Hint::newsletter) < kFarHint ||
         in.at(i, Hint::comment) < kFarHint || in.at(i, Hint::author) < kFarHint || in.at(i, Hint::sidebar) < kFarHint;
}

} // namespace

void keep_figures_with_text(const PassInput& in, Verdicts& verdicts) {
  const BodyRange body = body_range(verdicts);
  if (body.first < 0 || in.is_text()) return;
  int wordless = 0;
  for (std::size_t i = 0; i < in.size(); ++i) {
    if (!is_wordless(in, i)) continue;
    const int at = static_cast<int>(i);
    const bool inside = body.first < at && at < body.last;
    const bool above = at < body.first && at >= body.first - kBlocksAboveBody;
    const bool below = at == body.last + 1;
    Verdict& verdict = verdicts[i];
    const Shape shape = in.block(i).shape;
    if (shape == Shape::divider) {
      if (inside && verdicts[i - 1].kind != Kind::divider && stands_among_text(in, verdicts, i)) {
        verdict.kind = Kind::divider;
        verdict.reason = "among_text";
        verdict.confidence = 0.8F;
      }
      continue;
    }
    if (!(inside || above || below) || is_in_furniture(in, i) || ++wordless > kMaxWordless) continue;
    if (in.at(i, Feature::is_hidden) > 0) continue;
    if (above ? in.at(i, Feature::in_half) <= 0 && in.at(i, Hint::article) > 12 && in.at(i, Feature::up_article) > 12
              : !stands_among_text(in, verdicts, i)) continue;
    verdict.kind = shape == Shape::figure ? Kind::figure : Kind::embed;
    verdict.reason = "among_text";
    verdict.confidence = inside ? 0.9F : 0.7F;
    verdict.uncertain = !inside;
  }
}

} // namespace lectern
