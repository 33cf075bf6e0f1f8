// What stands among kept lines is the article's by its place. An entry of a list stays when the
// entries around it do, whatever it says of trials and prices ("30 day free trial" among what
// speaks for a product); a few words right above a paragraph lead it; a table between
// paragraphs is theirs; prose of several sentences below a call goes on. What something costs,
// below a line that announces it, says nothing of the page ("Prices:", "Free trial for one month").
#include <string_view>
#include <vector>

#include "classify/passes.hpp"
#include "classify/text_lines.hpp"
#include "classify/thresholds.hpp"

namespace lectern {
namespace {

// Set on the labelled lines, out of fold.
constexpr float kLikelyEntry = 0.40F;
constexpr float kSureNeighbour = 0.55F;
constexpr float kMaxEntryWords = 30;
constexpr float kLikelyHeading = 0.20F, kLikelyTable = 0.15F;
constexpr float kLikelyProse = 0.10F, kMinSentences = 2, kMostAppealOfProse = -1;
constexpr float kMaxHeadingWords = 5, kMinProseWords = 10;
constexpr int kMaxBetween = 2; // dropped lines between a table and the text
constexpr float kSureAnnouncement = 0.60F, kLikelyAnnounced = 0.38F;
constexpr float kMaxAnnouncedWords = 14, kOnlyCall = 0.8F;
constexpr std::size_t kMaxAnnounced = 8; // lines below one that announces them

bool is_entry(const PassInput& in, std::size_t i) {
  const Shape shape = in.block(i).shape;
  return (shape == Shape::paragraph || shape == Shape::list_item || shape == Shape::heading) &&
         words_of(in, i) <= kMaxEntryWords;
}

/// What says itself that it is no entry, wherever it stands.
bool is_announced(const PassInput& in, const Verdicts& verdicts, std::size_t i) {
  return verdicts[i].reason == std::string_view("phrase_furniture") ||
         in.hits(i, Lexicon::advertisement) || in.hits(i, Lexicon::promo) ||
         in.hits(i, Lexicon::subscription_prompt) ||
         (only_offers(in, i) && in.at(i, Feature::ends_strictly) > 0);
}

bool stands_among_entries(const PassInput& in, const Verdicts& verdicts, std::size_t i) {
  if (i == 0 || i + 1 >= in.size() || !is_entry(in, i) || is_announced(in, verdicts, i))
    return false;
  const auto is_shown = [&](std::size_t at) {
    return is_body(verdicts[at].kind) && verdicts[at].keep >= kSureNeighbour && is_entry(in, at);
  };
  return is_shown(i - 1) && is_shown(i + 1);
}

bool is_shown_prose(const PassInput& in, const Verdicts& verdicts, std::size_t i) {
  return is_body(verdicts[i].kind) && ends_as_sentence(in, i) && words_of(in, i) >= kMinProseWords;
}

bool has_prose_beside(const PassInput& in, const Verdicts& verdicts, std::size_t i, int step,
                      int most) {
  int at = static_cast<int>(i) + step;
  for (int between = 0; between <= most; ++between, at += step) {
    if (at < 0 || at >= static_cast<int>(in.size())) return false;
    if (is_shown_prose(in, verdicts, static_cast<std::size_t>(at))) return true;
  }
  return false;
}

bool leads_prose(const PassInput& in, const Verdicts& verdicts, std::size_t i) {
  return in.size() <= kMaxShortPageBlocks && in.block(i).shape == Shape::paragraph &&
         !ends_as_sentence(in, i) && in.at(i, Feature::begins_lower) <= 0 &&
         words_of(in, i) <= kMaxHeadingWords && in.at(i, Feature::any_phrase) <= 0 &&
         in.at(i, Feature::digit_share) <= 0 && has_prose_beside(in, verdicts, i, 1, 0) &&
         has_prose_beside(in, verdicts, i, -1, kMaxBetween);
}

/// On a short page a call between two paragraphs makes the lower one look like the page's foot.
bool goes_on_as_prose(const PassInput& in, const Verdicts& verdicts, std::size_t i) {
  return in.size() <= kMaxShortPageBlocks && in.block(i).shape == Shape::paragraph && i > 0 &&
         in.hits(i - 1, Lexicon::subscription_prompt) && !is_kept(verdicts[i - 1].kind) &&
         ends_as_sentence(in, i) && in.at(i, Feature::sentences) >= kMinSentences &&
         words_of(in, i) >= kMinProseWords && in.at(i, Feature::any_phrase) <= 0 &&
         has_prose_beside(in, verdicts, i, -1, kMaxBetween);
}

/// "In the browser's settings, delete the cookies": no site says it of itself.
bool names_cookies_alone(const PassInput& in, std::size_t i) {
  return in.hits(i, Lexicon::consent) &&
         in.at(i, Feature::any_phrase) <= in.at(i, Lexicon::consent) &&
         !in.hits(i, Lexicon::appeal_reader) && !in.hits(i, Lexicon::appeal_site);
}

/// Instructions read like calls, and those about mistakes like furniture; of several sentences
/// between two paragraphs, with nothing in them that a site has, they are the article's.
bool informs_between_prose(const PassInput& in, const Verdicts& verdicts, std::size_t i) {
  if (in.size() > kMaxShortPageBlocks || in.block(i).shape != Shape::paragraph ||
      !ends_as_sentence(in, i) || words_of(in, i) < kMinProseWords)
    return false;
  const bool informs = in.at(i, Feature::sentences) >= kMinSentences &&
                       in.at(i, Feature::any_phrase) <= in.at(i, Lexicon::furniture) &&
                       in.at(i, Feature::appeal) < kMostAppealOfProse &&
                       !in.hits(i, Lexicon::appeal_site) && !in.hits(i, Lexicon::appeal_press);
  return (informs || names_cookies_alone(in, i)) && has_prose_beside(in, verdicts, i, -1, 0) &&
         (i + 1 == in.size() || has_prose_beside(in, verdicts, i, 1, 0));
}

/// Shown, or dropped for words of an offer, though it does not only call, or because the model
/// knows too little of a few words.
bool may_be_announced(const PassInput& in, const Verdicts& verdicts, std::size_t i) {
  if (words_of(in, i) > kMaxAnnouncedWords || in.at(i, Feature::ends_with_colon) > 0) return false;
  if (is_body(verdicts[i].kind)) return true;
  const std::string_view reason = verdicts[i].reason;
  const bool is_plain = reason == "learned" && in.at(i, Feature::any_phrase) <= 0 &&
                        !is_credit_line(in, i) && !is_wordless(in.block(i));
  return (is_plain || reason == "phrase_prompt" || reason == "phrase_benefit" ||
          in.hits(i, Lexicon::subscription_benefit)) &&
         verdicts[i].keep >= kLikelyAnnounced && in.at(i, Feature::prompt_cover) < kOnlyCall;
}

bool stands_below_announcement(const PassInput& in, const Verdicts& verdicts, std::size_t i) {
  if (!may_be_announced(in, verdicts, i)) return false;
  std::size_t above = i;
  while (above > 0 && i - above < kMaxAnnounced && may_be_announced(in, verdicts, above - 1))
    --above;
  if (above-- == 0) return false;
  const bool announces =
      is_body(verdicts[above].kind) && in.at(above, Feature::ends_with_colon) > 0 &&
      verdicts[above].keep >= kSureAnnouncement && !in.hits(above, Lexicon::subscription_prompt) &&
      !in.hits(above, Lexicon::promo);
  std::size_t below = i + 1;
  while (below < in.size() && below - above <= kMaxAnnounced && !is_body(verdicts[below].kind) &&
         may_be_announced(in, verdicts, below))
    ++below;
  return announces && below < in.size() && is_body(verdicts[below].kind);
}

bool is_among_text(const PassInput& in, const Verdicts& verdicts, std::size_t i) {
  if (stands_below_announcement(in, verdicts, i)) return true;
  if (verdicts[i].keep >= kLikelyProse && goes_on_as_prose(in, verdicts, i)) return true;
  if (verdicts[i].keep >= kLikelyProse && informs_between_prose(in, verdicts, i)) return true;
  if (verdicts[i].keep >= kLikelyEntry && stands_among_entries(in, verdicts, i)) return true;
  if (verdicts[i].keep >= kLikelyHeading && leads_prose(in, verdicts, i)) return true;
  return in.block(i).shape == Shape::table && verdicts[i].keep >= kLikelyTable &&
         has_prose_beside(in, verdicts, i, -1, kMaxBetween) &&
         has_prose_beside(in, verdicts, i, 1, kMaxBetween);
}

} // namespace

void keep_lines_among_text(const PassInput& in, Verdicts& verdicts) {
  std::vector<std::size_t> found; // first all are found: one that is kept so keeps no other
  for (std::size_t i = 0; i < in.size(); ++i)
    if (!is_body(verdicts[i].kind) && !is_wordless(in.block(i)) && is_among_text(in, verdicts, i))
      found.push_back(i);
  for (std::size_t i : found) keep_in_doubt(verdicts[i], kind_of_shape(in.block(i).shape));
}

} // namespace lectern
