// How likely each block is article text: by the learned model, or by the rules alone.
#include <algorithm>
#include <vector>

#include "classify/neighbour_votes.hpp"
#include "classify/passes.hpp"
#include "classify/text_lines.hpp"
#include "classify/thresholds.hpp"

namespace lectern {
namespace {

constexpr float kMinWordsOfLongLine = 20, kMinCharactersOfLongLine = 100;
constexpr float kSureOfProse = 0.70F, kLeastScale = 0.5F;

bool is_long_line(const PassInput& in, std::size_t i) {
  return ends_as_sentence(in, i) &&
         (words_of(in, i) >= kMinWordsOfLongLine ||
          in.at(i, Feature::characters) >= kMinCharactersOfLongLine ||
          (in.size() <= kMaxShortPageBlocks && in.at(i, Feature::sentences) > 1));
}

/// Short pages have little to be told by, so that even their surest lines are less likely. What the
/// lines of a page are measured by: the likelihood of a quarter of its prose.
float scale_of_page(const PassInput& in, const Verdicts& verdicts) {
  if (in.size() > kMaxShortPageBlocks) return 1.0F;
  std::vector<float> likely;
  for (std::size_t i = 0; i < in.size(); ++i)
    if (is_long_line(in, i)) likely.push_back(verdicts[i].keep);
  if (likely.empty()) return 1.0F;
  const auto quarter = likely.end() - 1 - static_cast<std::ptrdiff_t>(likely.size() / 4);
  std::nth_element(likely.begin(), quarter, likely.end());
  return std::clamp(*quarter / kSureOfProse, kLeastScale, 1.0F);
}

/// Prose is what no reader may miss; a short line that ends no sentence is a teaser more often.
float demand_of_line(const PassInput& in, std::size_t i) {
  if (!ends_as_sentence(in, i)) return kKeepOpenLineLikelihood;
  return is_long_line(in, i) ? kKeepProseLikelihood : kKeepSentenceLikelihood;
}

float demand_of_block(const PassInput& in, std::size_t i) {
  const bool is_sentence =
      in.at(i, Feature::ends_strictly) > 0 && in.at(i, Feature::tokens) >= kMinTokensOfSentence;
  return is_sentence ? kKeepLikelihood : kKeepLineLikelihood;
}

} // namespace

void judge_by_model(const PassInput& in, const BlockModel& model, Verdicts& verdicts) {
  if (in.size() == 0) return;
  ModelRows rows{in.size(), ModelColumns::of(in.features)};
  const auto in_columns = [&](const std::vector<float>& values) {
    return ModelColumns::row_after_row(values, values.size() / in.size());
  };
  std::vector<float> words;
  if (model.words().bits > 0) words = line_word_rows(in.document, model.words());
  rows.words = in_columns(words);
  std::vector<float> likely = model.judge(0, rows);
  if (model.stage_count() > 1) {
    const std::vector<float> votes = neighbour_votes(in.dom, in.document, in.features, likely);
    rows.votes = in_columns(votes);
    likely = model.judge(1, rows);
  }
  for (std::size_t i = 0; i < in.size(); ++i) {
    verdicts[i].keep = likely[i];
    verdicts[i].reason = "learned";
  }
}

void judge_by_rules(const PassInput& in, Verdicts& verdicts) {
  for (std::size_t i = 0; i < in.size(); ++i) {
    const bool in_best =
        in.is_text() || in.at(i, Feature::up_to_best) <= 2 || in.at(i, Feature::in_best) > 0;
    const bool is_long = in.at(i, Feature::tokens) >= 10 && in.at(i, Feature::link_density) < 0.3F;
    const bool is_prompt = in.hits(i, Lexicon::subscription_prompt) || in.hits(i, Lexicon::promo);
    float likely = in_best && in.at(i, Feature::in_good_range) > 0 ? kKeepLikelihood : 0.0F;
    if (is_long)
      likely += 0.3F;
    else if (in.at(i, Feature::link_density) > 0.5F)
      likely -= 0.4F;
    if (is_prompt) likely -= 0.5F;
    verdicts[i].keep = std::clamp(likely, 0.0F, 1.0F);
    verdicts[i].reason = "rules";
  }
}

void keep_by_likelihood(const PassInput& in, float share_of_demand, Verdicts& verdicts) {
  const float scale = share_of_demand * (in.is_text() ? scale_of_page(in, verdicts) : 1.0F);
  for (std::size_t i = 0; i < in.size(); ++i) {
    Verdict& verdict = verdicts[i];
    const Shape shape = in.block(i).shape;
    if (is_wordless(in.block(i))) { // decided by what stands around them
      verdict.kind = Kind::furniture;
      verdict.reason = "outside_text";
      continue;
    }
    const bool keep =
        verdict.keep >= scale * (in.is_text() ? demand_of_line(in, i) : demand_of_block(in, i));
    verdict.kind = keep ? kind_of_shape(shape) : Kind::furniture;
    verdict.confidence = keep ? verdict.keep : 1.0F - verdict.keep;
    verdict.uncertain = keep && verdict.keep < kSureLikelihood;
  }
}

} // namespace lectern
