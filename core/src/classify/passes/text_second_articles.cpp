// An article that follows on a page of plain text begins as the first did: a headline with what
// headlines have under them, and prose. It is looked for where the page has said that the one
// before ends (the rest is withheld, an end mark, a run of prompts); elsewhere only a header with
// all its parts counts.
#include <algorithm>

#include "classify/passes.hpp"
#include "classify/text_header.hpp"
#include "classify/text_lines.hpp"

namespace lectern {
namespace {

constexpr int kMaxLinesAfterEnd = 12;     // from the line that ends an article to the next headline
constexpr float kMinTokensBeforeEnd = 60; // a meter's line at the top of the page ends nothing
constexpr float kMinTokensUnmarked = 150; // before an article that nothing announces
constexpr float kMinShareOfFirst = 0.3F;  // of an article that nothing sure parts from the next
constexpr float kMinFirstParagraph = 10;  // words
constexpr float kMinParagraphWords = 6;
constexpr float kMaxLabelWords = 8;
constexpr int kMaxLabelLines = 2;
constexpr float kMaxLeadingOnWords = 4;

struct Following {
  int end_above; // the last line of what stands above
  TextHeader header;
};

class FollowingArticles {
 public:
  FollowingArticles(const PassInput& in, Classification& result)
      : in_(in), verdicts_(result.verdicts), headline_(result.headline) {}

  void mark() {
    const std::vector<Following> found = find();
    for (std::size_t k = 0; k < found.size(); ++k) {
      const int end = k + 1 < found.size() ? label_of(found[k + 1]) : static_cast<int>(in_.size());
      drop_lines_between(found[k].end_above + 1, found[k].header.headline);
      mark_label(found[k]);
      mark_article(found[k].header, end);
    }
  }

 private:
  /// Of each line and all below it; one more for the end.
  std::vector<float> kept_tokens_below() const {
    std::vector<float> tokens(in_.size() + 1, 0.0F);
    for (std::size_t i = in_.size(); i-- > 0;)
      tokens[i] = tokens[i + 1] + (is_body(verdicts_[i].kind) ? in_.at(i, Feature::tokens) : 0.0F);
    return tokens;
  }

  std::vector<Following> find() const {
    std::vector<Following> found;
    const std::vector<float> kept_below = kept_tokens_below();
    const int count = static_cast<int>(in_.size());
    float tokens = 0;
    int boundary = -1;        // the last line that ends an article
    bool is_weak_end = false; // prompts in a row and "Read also" may also interrupt one
    int last_prompt = -2;
    for (int i = headline_ + 1; i < count; ++i) {
      const auto at = static_cast<std::size_t>(i);
      const bool is_near = boundary >= 0 && i - boundary <= kMaxLinesAfterEnd;
      if (tokens >= kMinTokensBeforeEnd && (is_near || tokens >= kMinTokensUnmarked) &&
          is_title_like(in_, at)) {
        if (const TextHeader header = best_header_from(i, is_near, is_weak_end);
            header.headline >= 0) {
          const bool is_sure = is_near && !is_weak_end;
          if (!is_sure &&
              tokens < kMinShareOfFirst * kept_below[static_cast<std::size_t>(header.body)])
            continue;
          found.push_back({is_near ? boundary : i - 1, header});
          i = header.body - 1;
          boundary = -1;
          continue;
        }
      }
      const bool asks = !is_kept(verdicts_[at].kind) && is_offer_line(in_, at);
      const bool ends = in_.hits(at, Lexicon::withheld) ||
                        (in_.hits(at, Lexicon::end_mark) && !in_.hits(at, Lexicon::promo));
      const bool may_end = in_.hits(at, Lexicon::end_mark) || (asks && last_prompt == i - 1);
      if (ends || may_end) {
        is_weak_end = !ends && (boundary < 0 || is_weak_end);
        boundary = i;
      }
      if (asks) last_prompt = i;
      const bool is_text = is_body(verdicts_[at].kind) || !found.empty();
      if (is_prose(in_, at) && is_text) boundary = -1;
      if (is_text) tokens += in_.at(at, Feature::tokens);
    }
    return found;
  }

  /// The header that begins at line `first`, or under it where that line is a label.
  TextHeader best_header_from(int first, bool is_near, bool is_weak_end) const {
    TextHeader best;
    float best_score = 0;
    for (int i = first; i <= first + kMaxLabelLines && i < static_cast<int>(in_.size()); ++i) {
      if (!is_title_like(in_, static_cast<std::size_t>(i))) continue;
      const TextHeader header = read_text_header(in_, i);
      const float score = score_of_header(in_, header);
      if (!begins_article(header, is_near, is_weak_end) || score <= best_score) continue;
      best = header;
      best_score = score;
    }
    return best;
  }

  bool begins_article(const TextHeader& header, bool is_near, bool is_weak_end) const {
    const auto body = static_cast<std::size_t>(header.body);
    if (header.byline < 0 || header.offers > 0 || body >= in_.size() ||
        !ends_as_sentence(in_, body) || words_of(in_, body) < kMinFirstParagraph ||
        asks_or_leads(in_, body))
      return false;
    const bool has_dek =
        header.dek >= 0 && ends_as_sentence(in_, static_cast<std::size_t>(header.dek));
    const bool has_more = header.date >= 0 || header.has_picture();
    if (is_near && is_weak_end) return header.has_picture() || (has_dek && header.date >= 0);
    if (is_near) return has_more || has_dek;
    return has_dek && has_more && header.unexplained == 0 &&
           is_byline_line(in_, static_cast<std::size_t>(header.byline));
  }

  /// The line right above the headline that announces it ("Focus: ..."), or the headline.
  int label_of(const Following& following) const {
    const int label = following.header.headline - 1;
    const auto at = static_cast<std::size_t>(label);
    const bool is_label = label > following.end_above && !is_offer_line(in_, at) &&
                          words_of(in_, at) <= kMaxLabelWords && !ends_as_sentence(in_, at);
    return is_label ? label : following.header.headline;
  }

  void mark_label(const Following& following) {
    const int label = label_of(following);
    if (label == following.header.headline) return;
    set_line_kind(verdicts_, label, Kind::other_article, "second_article");
    verdicts_[static_cast<std::size_t>(label)].is_label = true;
  }

  void drop_lines_between(int begin, int end) {
    for (int i = begin; i < end; ++i) {
      Verdict& verdict = verdicts_[static_cast<std::size_t>(i)];
      if (!is_kept(verdict.kind)) continue;
      set_line_kind(verdicts_, i, Kind::furniture, "after_end");
      verdict.figure = -1;
    }
  }

  /// "Continue reading ..." below the other article leads to the rest of it.
  bool leads_on(int i) const {
    const auto at = static_cast<std::size_t>(i);
    return words_of(in_, at) <= kMaxLeadingOnWords && !in_.hits(at, Lexicon::end_mark) &&
           !in_.hits(at, Lexicon::subscription_prompt) &&
           (in_.hits(at, Lexicon::withheld) || in_.hits(at, Lexicon::promo));
  }

  void mark_article(const TextHeader& header, int end) {
    for (int i = header.headline; i < end; ++i) {
      const auto at = static_cast<std::size_t>(i);
      const bool is_header_line = i < header.body;
      const bool is_text = is_header_line || is_kept(verdicts_[at].kind) || is_prose(in_, at) ||
                           (ends_as_sentence(in_, at) && words_of(in_, at) >= kMinParagraphWords);
      if (!is_text || (!is_header_line && asks_or_leads(in_, at))) {
        if (is_kept(verdicts_[at].kind)) set_line_kind(verdicts_, i, Kind::furniture, "after_end");
        if (leads_on(i)) {
          set_line_kind(verdicts_, i, Kind::other_article, "second_article");
          verdicts_[at].is_label = true;
        }
        continue;
      }
      set_line_kind(verdicts_, i, Kind::other_article, "second_article");
      verdicts_[at].figure = -1;
      verdicts_[at].is_headline = i == header.headline;
      verdicts_[at].is_byline = i == header.byline;
    }
  }

  const PassInput& in_;
  Verdicts& verdicts_;
  const int headline_;
};

} // namespace

void find_second_articles(const PassInput& in, Classification& result) {
  if (result.headline >= 0) FollowingArticles(in, result).mark();
}

} // namespace lectern
