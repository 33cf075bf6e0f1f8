// Captions, credits and what pictures show, between the paragraphs of plain text.
#include <algorithm>

#include "classify/credit_tail.hpp"
#include "classify/passes.hpp"
#include "classify/text_header.hpp"
#include "classify/text_lines.hpp"

namespace lectern {
namespace {

constexpr float kMaxLooseCaptionWords = 45;
constexpr float kDoubtfulText = 0.6F, kSureText = 0.95F;
constexpr float kMinOpenCaptionWords = 8;
constexpr float kMinCaptionedWords = 6; // a caption that ends in its credit
constexpr float kMaxLowerShare = 0.1F;  // of blocks that begin in lower case: else it is the style

/// "Miss Havering on her rock, in June. Photo: Iona Strachan"
bool is_caption_with_credit(const PassInput& in, std::size_t i) {
  const float words = words_of(in, i);
  const Shape shape = in.block(i).shape;
  if ((shape != Shape::paragraph && shape != Shape::heading) || words < kMinCaptionedWords ||
      words > kMaxLooseCaptionWords || asks_or_leads(in, i))
    return false;
  if (ends_in_credit(in.text(i)))
    return !in.hits(i, Lexicon::furniture) && in.at(i, Feature::has_price) <= 0;
  return shape == Shape::paragraph && in.hits(i, Lexicon::credit) &&
         in.at(i, Feature::sentences) > 0 && in.at(i, Feature::ends_strictly) <= 0;
}

bool begins_often_lower(const PassInput& in) {
  float lower = 0;
  for (std::size_t i = 0; i < in.size(); ++i) lower += in.at(i, Feature::begins_lower) > 0;
  return lower > kMaxLowerShare * static_cast<float>(in.size());
}

class Captions {
 public:
  Captions(const PassInput& in, Verdicts& verdicts)
      : in_(in),
        verdicts_(verdicts),
        body_(body_range(verdicts)),
        lower_is_style_(begins_often_lower(in)) {}

  void attach() {
    for (int i = body_.first; i >= 0 && i <= body_.last; ++i) {
      const auto at = static_cast<std::size_t>(i);
      if (verdicts_[at].figure >= 0 || !is_free(i)) continue;
      if (is_alt_line(in_, at) || is_alt_by_form(i))
        attach_below(i);
      else if (is_caption_with_credit(in_, at))
        set_text_figure(verdicts_, -1, i, -1);
      else if (is_credit_line(in_, at))
        attach_above(i);
    }
  }

 private:
  /// Neither decided as a header line nor as another article's.
  bool is_free(int i) const {
    const Kind kind = verdicts_[static_cast<std::size_t>(i)].kind;
    return is_body(kind) || kind == Kind::furniture;
  }

  bool is_caption_at(int i, float most_sentences) const {
    if (i < body_.first || i > body_.last || !is_free(i)) return false;
    const auto at = static_cast<std::size_t>(i);
    return verdicts_[at].figure < 0 && is_caption_like(in_, at) &&
           words_of(in_, at) <= kMaxLooseCaptionWords &&
           in_.at(at, Feature::sentences) <= most_sentences;
  }

  /// An open line in lower case after a finished sentence, with a caption under it.
  bool is_alt_by_form(int i) const {
    const auto at = static_cast<std::size_t>(i);
    return !lower_is_style_ && is_lower_open_line(in_, at) && at > 0 &&
           ends_as_sentence(in_, at - 1) && is_caption_at(i + 1, 2) &&
           ends_as_sentence(in_, at + 1);
  }

  void attach_below(int alt) {
    const int caption = is_caption_at(alt + 1, is_lower_open(alt) ? 2 : 1) ? alt + 1 : -1;
    const int after = (caption >= 0 ? caption : alt) + 1;
    set_text_figure(verdicts_, alt, caption, is_credit_at(after) ? after : -1);
  }

  bool is_lower_open(int i) const { return is_lower_open_line(in_, static_cast<std::size_t>(i)); }

  bool is_credit_at(int i) const {
    const auto at = static_cast<std::size_t>(i);
    return i <= body_.last && is_free(i) &&
           (is_credit_line(in_, at) || is_name_and_agency(in_, at));
  }

  void attach_above(int credit) {
    const auto at = static_cast<std::size_t>(credit);
    if (!is_caption_at(credit - 1, 2)) return;
    // Web pages have credits without captions under paragraphs; where the credit itself reads like
    // text, a line alone above it is its caption.
    const Verdict& above = verdicts_[at - 1];
    const bool is_long_enough =
        ends_as_sentence(in_, at - 1) || words_of(in_, at - 1) >= kMinOpenCaptionWords;
    const bool is_doubtful = !is_body(above.kind) || (above.keep < kDoubtfulText && is_long_enough);
    const bool is_alone = is_body(verdicts_[at].kind) && above.keep < kSureText &&
                          in_.at(at - 1, Feature::sentences) <= 1 && !is_prose(in_, at - 1);
    if (is_doubtful || is_alone) set_text_figure(verdicts_, -1, credit - 1, credit);
  }

  const PassInput& in_;
  Verdicts& verdicts_;
  const BodyRange body_;
  const bool lower_is_style_;
};

} // namespace

void attach_text_captions(const PassInput& in, Verdicts& verdicts) {
  Captions(in, verdicts).attach();
}

} // namespace lectern
