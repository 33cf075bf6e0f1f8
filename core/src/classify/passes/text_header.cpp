// Plain text has no markup that names a headline, so the lines between the top of the page and the
// first paragraph are told apart by their form: headline, dek, what a picture shows, its caption
// and credit, author and date. The same reading finds where a second article begins.
#include <algorithm>

#include "classify/passes.hpp"
#include "classify/text_lines.hpp"
#include "classify/thresholds.hpp"

namespace lectern {
namespace {

constexpr int kLinesAboveBody = 25; // where a headline may stand
constexpr float kSlugWeight = 3.0F; // the address's words are the best witness
constexpr float kLongHeadline = 12.0F;
constexpr float kMaxShareAboveHeadline = 0.15F;
constexpr int kMaxLinesAfterEnd = 12;     // from the line that ends an article to the next headline
constexpr float kMinTokensBeforeEnd = 60; // a meter's line at the top of the page ends nothing
constexpr float kMaxHeadingTokens = 14;
constexpr float kMinTokensUnderHeading = 12;

float headline_score(const PassInput& in, std::size_t i) {
  float score =
      kSlugWeight * std::min(in.at(i, Feature::covers_title), in.at(i, Feature::in_title) + 0.3F);
  score += std::min(in.at(i, Feature::tokens), kLongHeadline) / kLongHeadline;
  if (in.at(i, Feature::ends_strictly) > 0 && in.at(i, Feature::ends_with_question) <= 0)
    score -= 0.6F;
  if (in.at(i, Feature::duplicates) > 1) score -= 0.3F;
  return score;
}

int find_text_headline(const PassInput& in, int body_first) {
  int best = -1;
  float best_score = 0.5F;
  const int top = std::max(0, body_first - kLinesAboveBody);
  // The dek may read like the first paragraph, so the headline may stand right above `body_first`;
  // where the title itself was taken for text it stands at it.
  for (int i = top; i <= body_first && i < static_cast<int>(in.size()); ++i) {
    const auto at = static_cast<std::size_t>(i);
    if (!is_title_like(in, at)) continue;
    // Of equals the lower one: menus and section names stand higher.
    const float score = headline_score(in, at) +
                        0.5F * static_cast<float>(i - top) / static_cast<float>(kLinesAboveBody);
    if (score >= best_score) {
      best_score = score;
      best = i;
    }
  }
  return best;
}

void drop_from(int begin, int end, Verdicts& verdicts) {
  for (int i = begin; i < end; ++i) {
    Verdict& verdict = verdicts[static_cast<std::size_t>(i)];
    if (!is_kept(verdict.kind)) continue;
    verdict.kind = Kind::furniture;
    verdict.reason = "after_end";
    verdict.uncertain = false;
    verdict.figure = -1;
  }
}

} // namespace

void assign_text_header(const PassInput& in, Classification& result) {
  if (!in.is_text()) return;
  Verdicts& verdicts = result.verdicts;
  const BodyRange body = body_range(verdicts);
  if (body.first < 0) return;
  const int headline = find_text_headline(in, body.first);
  if (headline < 0) return;
  // A line with much text above it is a heading or a teaser, whatever it looks like.
  float above = 0, all = 0;
  for (std::size_t i = 0; i < in.size(); ++i) {
    if (!is_body(verdicts[i].kind)) continue;
    all += in.at(i, Feature::tokens);
    if (static_cast<int>(i) < headline) above += in.at(i, Feature::tokens);
  }
  if (above > kMaxShareAboveHeadline * all) return;
  result.headline = headline;
  const TextHeader header = read_text_header(in, verdicts, headline);
  mark_text_header(header, verdicts);
  // Nothing above the headline is the article's.
  for (int i = 0; i < headline; ++i) {
    Verdict& verdict = verdicts[static_cast<std::size_t>(i)];
    if (verdict.kind == Kind::byline || verdict.kind == Kind::dateline) continue;
    if (!is_kept(verdict.kind)) continue;
    verdict.kind = Kind::furniture;
    verdict.reason = "above_headline";
    verdict.uncertain = false;
  }
}

// An article that follows on the page begins as the first did: a headline with an author under it,
// and prose. It is looked for only after the page has said that this one ends: the rest is
// withheld, or an end mark, or a run of prompts.
void find_second_articles(const PassInput& in, Classification& result) {
  if (!in.is_text() || result.headline < 0) return;
  Verdicts& verdicts = result.verdicts;
  const int count = static_cast<int>(in.size());
  float kept_tokens = 0;
  int boundary = -1;    // the last line that ends an article
  int last_prompt = -2; // one prompt interrupts an article, two in a row end it
  for (int i = result.headline + 1; i < count; ++i) {
    const auto at = static_cast<std::size_t>(i);
    if (boundary >= 0 && i - boundary <= kMaxLinesAfterEnd && kept_tokens >= kMinTokensBeforeEnd &&
        is_title_like(in, at)) {
      const TextHeader header = read_text_header(in, verdicts, i);
      const bool has_parts =
          header.byline >= 0 && (header.dek >= 0 || header.credit >= 0 || header.date >= 0);
      if (has_parts && header.body < count && is_prose(in, static_cast<std::size_t>(header.body))) {
        drop_from(boundary + 1, i, verdicts);
        mark_second_article(in, header, i - boundary - 1, verdicts);
        return;
      }
    }
    const bool asks = !is_kept(verdicts[at].kind) && in.hits(at, Lexicon::subscription_prompt);
    if (in.hits(at, Lexicon::withheld) || in.hits(at, Lexicon::end_mark) ||
        (asks && last_prompt == i - 1))
      boundary = i;
    if (asks) last_prompt = i;
    if (is_prose(in, at) && is_body(verdicts[at].kind)) boundary = -1;
    if (is_body(verdicts[at].kind)) kept_tokens += in.at(at, Feature::tokens);
  }
}

// A short line that ends no sentence, between paragraphs of prose, is a heading.
void find_text_headings(const PassInput& in, Verdicts& verdicts) {
  if (!in.is_text()) return;
  const BodyRange body = body_range(verdicts);
  for (int i = body.first; i >= 0 && i < body.last; ++i) {
    const auto at = static_cast<std::size_t>(i);
    Verdict& verdict = verdicts[at];
    if (verdict.kind != Kind::paragraph || in.block(at).shape != Shape::paragraph) continue;
    const bool is_short = in.at(at, Feature::tokens) <= kMaxHeadingTokens;
    const bool is_open =
        in.at(at, Feature::ends_sentence) <= 0 || in.at(at, Feature::ends_with_question) > 0;
    if (!is_short || !is_open || in.at(at, Feature::ends_with_colon) > 0 ||
        in.at(at, Feature::begins_lower) > 0)
      continue;
    const bool leads_prose = verdicts[at + 1].kind == Kind::paragraph &&
                             in.at(at + 1, Feature::tokens) >= kMinTokensUnderHeading;
    if (!leads_prose) continue;
    verdict.kind = Kind::heading;
  }
}

} // namespace lectern
