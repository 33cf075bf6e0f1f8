// A page of plain text whose menus outweigh a short article can be judged to hold none. Where next
// to nothing of the page's prose is shown, the longest stretch of paragraphs is the article.
#include <algorithm>

#include "classify/passes.hpp"
#include "classify/text_lines.hpp"

namespace lectern {
namespace {

constexpr float kMinParagraphWords = 12;
constexpr float kOtherLineWeight = -6; // words: two or three lines may stand between paragraphs
constexpr float kPromptWeight = -2;    // prompts and teasers stand in articles
constexpr float kMinStretchWords = 60;
constexpr int kMinParagraphs = 3;
constexpr float kMaxShownShare = 0.3F;
constexpr float kMaxOtherShare = 0.4F; // of the lines: else it is a list of teasers

bool is_paragraph(const PassInput& in, std::size_t i) {
  return in.block(i).shape != Shape::table && ends_as_sentence(in, i) &&
         words_of(in, i) >= kMinParagraphWords && !asks_or_leads(in, i);
}

float weight_of(const PassInput& in, std::size_t i) {
  if (is_paragraph(in, i)) return words_of(in, i);
  return asks_or_leads(in, i) ? kPromptWeight : kOtherLineWeight;
}

struct Stretch {
  int first = 0, last = -1;
  float weight = 0;
};

/// The stretch with the most words, each line between them against it.
Stretch longest_stretch(const PassInput& in) {
  Stretch best;
  float weight = 0;
  int first = 0;
  for (int i = 0; i < static_cast<int>(in.size()); ++i) {
    const auto at = static_cast<std::size_t>(i);
    if (weight <= 0) {
      weight = 0;
      first = i;
    }
    weight += weight_of(in, at);
    if (weight > best.weight) best = {first, i, weight};
  }
  return best;
}

} // namespace

void keep_missed_prose(const PassInput& in, Verdicts& verdicts) {
  const Stretch stretch = longest_stretch(in);
  float words = 0, shown = 0;
  int paragraphs = 0, others = 0;
  for (int i = stretch.first; i <= stretch.last; ++i) {
    const auto at = static_cast<std::size_t>(i);
    if (!is_paragraph(in, at)) {
      others += !asks_or_leads(in, at);
      continue;
    }
    ++paragraphs;
    words += words_of(in, at);
  }
  for (std::size_t i = 0; i < in.size(); ++i)
    if (is_body(verdicts[i].kind)) shown += words_of(in, i);
  if (words < kMinStretchWords || paragraphs < kMinParagraphs || shown > kMaxShownShare * words ||
      static_cast<float>(others) > kMaxOtherShare * static_cast<float>(others + paragraphs))
    return;
  for (int i = stretch.first; i <= stretch.last; ++i) {
    const auto at = static_cast<std::size_t>(i);
    if (!is_paragraph(in, at) || is_kept(verdicts[at].kind)) continue;
    verdicts[at].kind = kind_of_shape(in.block(at).shape);
    verdicts[at].reason = "among_text";
    verdicts[at].confidence = 0.5F;
    verdicts[at].uncertain = true;
  }
}

} // namespace lectern
