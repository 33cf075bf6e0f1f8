// "Read also" on a line of its own leads to another story, and the line under it is that story's
// headline: it ends no sentence, and the article does not need it.
#include "classify/passes.hpp"
#include "classify/text_lines.hpp"

namespace lectern {
namespace {

constexpr float kMaxLabelWords = 5;
constexpr float kMinLabelCover = 0.6F; // of its words
constexpr int kMaxTeasers = 8;
constexpr float kMaxTeaserWords = 25;
constexpr float kSureText = 0.6F;
constexpr float kSureBelowFirst = 0.5F;

bool is_label(const PassInput& in, std::size_t i) {
  // One that comes again belongs to what stands above it, entry by entry: "Learn more".
  return in.hits(i, Lexicon::promo) && in.at(i, Feature::duplicates) <= 1 &&
         words_of(in, i) <= kMaxLabelWords && in.at(i, Feature::promo_cover) >= kMinLabelCover &&
         in.at(i, Feature::ends_strictly) <= 0;
}

bool is_teaser(const PassInput& in, const Verdict& verdict, std::size_t i, bool is_first) {
  return (is_body(verdict.kind) || verdict.kind == Kind::furniture) &&
         verdict.keep < (is_first ? kSureText : kSureBelowFirst) &&
         in.at(i, Feature::begins_lower) <= 0 && words_of(in, i) <= kMaxTeaserWords &&
         (!ends_as_sentence(in, i) || in.at(i, Feature::ends_with_question) > 0) &&
         in.at(i, Feature::ends_with_colon) <= 0;
}

} // namespace

void drop_text_teasers(const PassInput& in, Verdicts& verdicts) {
  for (std::size_t i = 0; i + 1 < in.size(); ++i) {
    if (!is_label(in, i) || is_kept(verdicts[i].kind)) continue;
    int teasers = 0;
    for (std::size_t at = i + 1; at < in.size() && teasers < kMaxTeasers; ++at, ++teasers) {
      if (!is_teaser(in, verdicts[at], at, teasers == 0)) break;
      verdicts[at].kind = Kind::promo;
      verdicts[at].reason = "same_box";
      verdicts[at].confidence = 1.0F - verdicts[at].keep / 2;
      verdicts[at].uncertain = false;
    }
  }
}

} // namespace lectern
