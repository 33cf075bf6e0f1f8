// An offer in plain text is a run of short lines, few of which give themselves away: "Every article
// on the web and in the app" is a benefit only beside a price and a call to subscribe. So lines are
// judged together: what stands between two lines that ask is of the same box, as are a price beside
// it, a lone sentence that leads up to it, and what is left of the page below a box that says the
// rest is withheld.
#include <algorithm>
#include <string_view>
#include <vector>

#include "classify/passes.hpp"
#include "classify/text_lines.hpp"

namespace lectern {
namespace {

constexpr int kMaxGap = 2;          // lines between two that ask
constexpr float kMaxLineWords = 22; // of a line that belongs to a box by its place
constexpr float kMaxGapWords = 14;
constexpr float kMinWordsOfOffers = 2; // on average: a menu's "Subscribe", "Log in" is no box
constexpr float kSureText = 0.8F;      // lines that mention an offer, in an article about offers
constexpr float kMaxPriceWords = 16;
constexpr float kMaxLeadWords = 14;
constexpr float kParagraphPerLead =
    1.7F; // how much longer paragraphs are than a line that leads in
constexpr float kMaxCallWords = 16;
constexpr float kMinCallCover = 0.15F;
constexpr float kMinParagraphWords = 12;
constexpr float kMinWordsAboveEnd = 60;

struct Box {
  int first, last;
  bool is_withheld;
};

class Boxes {
 public:
  Boxes(const PassInput& in, Verdicts& verdicts) : in_(in), verdicts_(verdicts) {}

  void drop() {
    const std::vector<Box> boxes = find();
    for (const Box& box : boxes)
      for (int i = box.first; i <= box.last; ++i) drop_line(i);
    paragraph_words_ = median_paragraph();
    for (int i = 1; i < static_cast<int>(in_.size()); ++i) drop_lead_of(i);
    drop_rest_below(boxes);
  }

 private:
  bool is_line(int i) const {
    const auto at = static_cast<std::size_t>(i);
    const Shape shape = in_.block(at).shape;
    return shape != Shape::table && shape != Shape::code && shape != Shape::quote &&
           words_of(in_, at) <= kMaxLineWords;
  }

  bool is_offer(int i) const {
    const auto at = static_cast<std::size_t>(i);
    if (verdicts_[at].reason == std::string_view("among_text")) return false;
    return is_offer_line(in_, at) && (!is_prose(in_, at) || !is_body(verdicts_[at].kind));
  }

  /// Calls the reader or says that the rest is withheld; what subscribers get alone is no call.
  bool is_call(int i) const {
    const auto at = static_cast<std::size_t>(i);
    return in_.hits(at, Lexicon::subscription_prompt) || in_.hits(at, Lexicon::withheld);
  }

  bool is_gap_line(int i) const {
    const auto at = static_cast<std::size_t>(i);
    const float words = words_of(in_, at);
    return is_line(i) && !is_byline_line(in_, at) && !is_date_line(in_, at) &&
           in_.at(at, Feature::sentences) <= 1 && words <= kMaxGapWords &&
           verdicts_[at].keep < kSureText;
  }

  bool is_price_line(int i) const {
    if (i < 0 || i >= static_cast<int>(in_.size())) return false;
    const auto at = static_cast<std::size_t>(i);
    return in_.at(at, Feature::has_price) > 0 && is_line(i) && words_of(in_, at) <= kMaxPriceWords;
  }

  /// "Get the Sunday letter from our editors."
  bool is_promise(int i) const {
    if (i < 0) return false;
    const auto at = static_cast<std::size_t>(i);
    return in_.hits(at, Lexicon::promo) && ends_as_sentence(in_, at) && is_line(i);
  }

  std::vector<Box> find() const {
    std::vector<Box> boxes;
    const int count = static_cast<int>(in_.size());
    for (int i = 0; i < count; ++i) {
      if (!is_offer(i)) continue;
      Box box{i, i, false};
      int offers = 0, calls = 0;
      float sure = 0, words = 0;
      for (int next = i; next < count && next - box.last <= kMaxGap + 1; ++next) {
        if (is_offer(next)) {
          const auto at = static_cast<std::size_t>(next);
          box.last = next;
          ++offers;
          calls += is_call(next);
          sure += verdicts_[at].keep;
          words += words_of(in_, at);
          box.is_withheld |= in_.hits(at, Lexicon::withheld);
        } else if (!is_gap_line(next)) {
          break;
        }
      }
      i = box.last;
      const auto count_of_offers = static_cast<float>(offers);
      if (offers < 2 || calls == 0 || words < kMinWordsOfOffers * count_of_offers ||
          sure >= kSureText * count_of_offers)
        continue;
      while (is_price_line(box.first - 1) || is_promise(box.first - 1)) --box.first;
      while (is_price_line(box.last + 1)) ++box.last;
      boxes.push_back(box);
      i = box.last;
    }
    return boxes;
  }

  void drop_line(int i) {
    Verdict& verdict = verdicts_[static_cast<std::size_t>(i)];
    verdict.reason = is_offer(i) ? "phrase_prompt" : "same_box";
    verdict.kind = Kind::subscription_prompt;
    verdict.confidence = 1.0F - verdict.keep / 2;
    verdict.uncertain = false;
  }

  float median_paragraph() const {
    std::vector<float> words;
    for (std::size_t i = 0; i < in_.size(); ++i)
      if (is_body(verdicts_[i].kind) && ends_as_sentence(in_, i) &&
          words_of(in_, i) >= kMinParagraphWords)
        words.push_back(words_of(in_, i));
    if (words.empty()) return 0;
    const auto middle = words.begin() + static_cast<std::ptrdiff_t>(words.size() / 2);
    std::nth_element(words.begin(), middle, words.end());
    return *middle;
  }

  bool is_paragraph(int i) const {
    const auto at = static_cast<std::size_t>(i);
    return i >= 0 && i < static_cast<int>(in_.size()) && is_body(verdicts_[at].kind) &&
           ends_as_sentence(in_, at) && words_of(in_, at) >= kMinParagraphWords;
  }

  /// "Follow the coasts of Europe in our series." above "Sign up to our newsletter." says nothing
  /// that the article would miss: one short sentence, where paragraphs are long.
  void drop_lead_of(int call) {
    const auto at = static_cast<std::size_t>(call);
    const auto lead = at - 1;
    if (is_kept(verdicts_[at].kind) || !is_call(call) || words_of(in_, at) > kMaxCallWords ||
        (in_.at(at, Feature::prompt_cover) < kMinCallCover && !in_.hits(at, Lexicon::withheld)))
      return;
    const float words = words_of(in_, lead);
    if ((!is_body(verdicts_[lead].kind) && verdicts_[lead].kind != Kind::furniture) ||
        in_.block(lead).shape != Shape::paragraph || !ends_as_sentence(in_, lead) ||
        in_.at(lead, Feature::sentences) > 1 || in_.at(lead, Feature::begins_quoted) > 0 ||
        words > kMaxLeadWords || paragraph_words_ < kParagraphPerLead * words ||
        !is_paragraph(call - 2))
      return;
    verdicts_[lead].kind = Kind::subscription_prompt;
    verdicts_[lead].reason = "same_box";
    verdicts_[lead].confidence = 1.0F - verdicts_[lead].keep / 2;
    verdicts_[lead].uncertain = false;
  }

  /// Below the box that ends the last paragraphs.
  void drop_rest_below(const std::vector<Box>& boxes) {
    const int count = static_cast<int>(in_.size());
    int last_paragraph = -1;
    float words = 0;
    for (int i = 0; i < count; ++i) {
      if (!is_paragraph(i)) continue;
      last_paragraph = i;
      words += words_of(in_, static_cast<std::size_t>(i));
    }
    const auto ending = std::find_if(boxes.begin(), boxes.end(), [&](const Box& box) {
      return box.is_withheld && box.first > last_paragraph;
    });
    if (words < kMinWordsAboveEnd || ending == boxes.end()) return;
    const int last = ending->last;
    for (int i = last + 1; i < count; ++i) {
      Verdict& verdict = verdicts_[static_cast<std::size_t>(i)];
      if (!is_body(verdict.kind)) continue;
      verdict.kind = Kind::furniture;
      verdict.reason = "after_end";
      verdict.uncertain = false;
    }
  }

  const PassInput& in_;
  Verdicts& verdicts_;
  float paragraph_words_ = 0;
};

} // namespace

void drop_text_boxes(const PassInput& in, Verdicts& verdicts) { Boxes(in, verdicts).drop(); }

} // namespace lectern
