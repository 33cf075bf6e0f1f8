#include "classify/text_lines.hpp"

#include <algorithm>

#include "classify/thresholds.hpp"
#include "rules/dates.hpp"
#include "rules/names.hpp"

namespace lectern {
namespace {

constexpr float kMinTitleTokens = 3, kMaxTitleTokens = 45; // in CJK a token is a character
constexpr float kMaxCreditTokens = 16;
constexpr float kMaxBylineTokens = 24;
constexpr float kMaxDateTokens = 14;
constexpr float kMinCaptionTokens = 4, kMaxCaptionTokens = 80;
constexpr float kMinProseTokens = 25;
constexpr int kMaxHeaderLines = 12;

bool asks_or_leads(const PassInput& in, std::size_t i) {
  for (Lexicon kind : {Lexicon::subscription_prompt, Lexicon::subscription_benefit,
                       Lexicon::withheld, Lexicon::promo, Lexicon::advertisement,
                       Lexicon::share_bar, Lexicon::consent, Lexicon::comment, Lexicon::navigation})
    if (in.hits(i, kind)) return true;
  return false;
}

void set(Verdicts& verdicts, int i, Kind kind, const char* reason) {
  if (i < 0) return;
  Verdict& verdict = verdicts[static_cast<std::size_t>(i)];
  verdict.kind = kind;
  verdict.reason = reason;
  verdict.confidence = 0.8F;
  verdict.uncertain = false;
}

/// One figure of up to three lines; the first of them stands for the figure.
void set_figure(Verdicts& verdicts, int alt, int caption, int credit) {
  const int figure = alt >= 0 ? alt : caption >= 0 ? caption : credit;
  for (int i : {alt, caption, credit}) {
    if (i < 0) continue;
    set(verdicts, i, Kind::figure, "caption");
    Verdict& verdict = verdicts[static_cast<std::size_t>(i)];
    verdict.figure = figure;
    verdict.is_alt = i == alt;
    verdict.is_credit = i == credit;
  }
}

bool is_caption_like(const PassInput& in, std::size_t i) {
  const float tokens = in.at(i, Feature::tokens);
  return tokens >= kMinCaptionTokens && tokens <= kMaxCaptionTokens && !asks_or_leads(in, i) &&
         !is_date_line(in, i);
}

} // namespace

bool is_title_like(const PassInput& in, std::size_t i) {
  const float tokens = in.at(i, Feature::tokens);
  if (tokens < kMinTitleTokens || tokens > kMaxTitleTokens || in.at(i, Feature::sentences) > 2)
    return false;
  if (in.block(i).shape != Shape::paragraph && in.block(i).shape != Shape::heading) return false;
  // A sentence is a headline only where the address says so.
  const bool ends_as_sentence =
      in.at(i, Feature::ends_strictly) > 0 && in.at(i, Feature::ends_with_question) <= 0;
  if (ends_as_sentence && in.at(i, Feature::covers_title) < kTitleAgreement) return false;
  return !asks_or_leads(in, i) && !is_credit_line(in, i) && !is_alt_line(in, i) &&
         !is_date_line(in, i) && !is_byline_line(in, i);
}

bool is_alt_line(const PassInput& in, std::size_t i) {
  return in.hits(i, Lexicon::alt_text) && in.at(i, Feature::tokens) <= kMaxCaptionTokens &&
         in.at(i, Feature::sentences) <= 1;
}

bool is_credit_line(const PassInput& in, std::size_t i) {
  return in.hits(i, Lexicon::credit) && in.at(i, Feature::tokens) <= kMaxCreditTokens &&
         in.at(i, Feature::ends_strictly) <= 0;
}

bool is_byline_line(const PassInput& in, std::size_t i) {
  if (in.at(i, Feature::tokens) > kMaxBylineTokens || in.at(i, Feature::ends_strictly) > 0)
    return false;
  const std::string_view language = in.page_data.metadata.language;
  return looks_like_byline(in.text(i), language);
}

bool is_date_line(const PassInput& in, std::size_t i) {
  return in.at(i, Feature::tokens) <= kMaxDateTokens &&
         date_in_text(in.text(i), in.page_data.metadata.language).has_value();
}

bool is_prose(const PassInput& in, std::size_t i) {
  return in.at(i, Feature::tokens) >= kMinProseTokens && in.at(i, Feature::ends_sentence) > 0;
}

TextHeader read_text_header(const PassInput& in, const Verdicts& verdicts, int headline) {
  TextHeader header;
  header.headline = headline;
  const int count = static_cast<int>(in.size());
  const std::string_view language = in.page_data.metadata.language;
  const int end = std::min(count, headline + 1 + kMaxHeaderLines);
  int prose = -1, last_line = headline;
  for (int i = headline + 1; i < end; ++i) {
    const auto at = static_cast<std::size_t>(i);
    // Right under a credit, a name alone is the author.
    const bool after_parts = header.credit >= 0 || header.date >= 0 || header.dek >= 0 ||
                             prose >= 0 || i == headline + 1;
    if (header.alt < 0 && is_alt_line(in, at))
      header.alt = i;
    else if (header.credit < 0 && is_credit_line(in, at)) {
      header.credit = i;
      if (header.caption < 0 && i - 1 > headline && i - 1 != header.alt && i - 1 != header.byline &&
          i - 1 != header.date && is_caption_like(in, at - 1)) {
        header.caption = i - 1;
        if (prose == header.caption) prose = -1;
      }
    } else if (header.byline < 0 &&
               (is_byline_line(in, at) || (after_parts && looks_like_name(in.text(at), language))))
      header.byline = i;
    else if (header.date < 0 && is_date_line(in, at))
      header.date = i;
    else if (header.alt >= 0 && header.caption < 0 && i == header.alt + 1 &&
             is_caption_like(in, at))
      header.caption = i;
    else if (prose < 0 && in.at(at, Feature::tokens) >= 8 && !asks_or_leads(in, at)) {
      prose = i;
      continue;
    } else if (prose >= 0 && is_kept(verdicts[at].kind))
      break;
    else if (is_prose(in, at))
      break;
    else
      continue;
    last_line = i;
  }
  // A paragraph above the picture is the dek, below it is the first of the body. Without a picture
  // to tell them apart it stays text: a lost paragraph is worse than a summary among the body.
  const int picture = std::max({header.alt, header.caption, header.credit});
  if (prose >= 0 && prose < picture) header.dek = prose;
  header.body = header.dek >= 0 || prose < 0 ? last_line + 1 : prose;
  return header;
}

void mark_text_header(const TextHeader& header, Verdicts& verdicts) {
  set(verdicts, header.headline, Kind::headline, "headline");
  set(verdicts, header.dek, Kind::dek, "dek");
  set(verdicts, header.byline, Kind::byline, "byline");
  set(verdicts, header.date, Kind::dateline, "date");
  set_figure(verdicts, header.alt, header.caption, header.credit);
}

void mark_second_article(const PassInput& in, const TextHeader& header, int run,
                         Verdicts& verdicts) {
  // The label right above: the last dropped line, unless it asks for something.
  if (run > 0 && header.headline > 0) {
    const int label = header.headline - 1;
    if (!asks_or_leads(in, static_cast<std::size_t>(label)) &&
        in.at(static_cast<std::size_t>(label), Feature::ends_sentence) <= 0) {
      set(verdicts, label, Kind::other_article, "second_article");
      verdicts[static_cast<std::size_t>(label)].is_label = true;
    }
  }
  for (int i = header.headline; i < static_cast<int>(in.size()); ++i) {
    const auto at = static_cast<std::size_t>(i);
    const bool is_header_line = i < header.body;
    const bool is_text = is_kept(verdicts[at].kind) || is_header_line || is_prose(in, at);
    if (is_text && (is_header_line || !asks_or_leads(in, at))) {
      set(verdicts, i, Kind::other_article, "second_article");
      verdicts[at].figure = -1;
      verdicts[at].is_headline = i == header.headline;
      verdicts[at].is_byline = i == header.byline;
    }
  }
}

void attach_text_captions(const PassInput& in, Verdicts& verdicts) {
  const BodyRange body = body_range(verdicts);
  for (int i = body.first; i >= 0 && i <= body.last; ++i) {
    const auto at = static_cast<std::size_t>(i);
    if (verdicts[at].figure >= 0) continue;
    if (is_alt_line(in, at)) {
      const int caption = i + 1 <= body.last && is_caption_like(in, at + 1) &&
                                  in.at(at + 1, Feature::sentences) <= 1
                              ? i + 1
                              : -1;
      const int after = (caption >= 0 ? caption : i) + 1;
      const int credit =
          after <= body.last && is_credit_line(in, static_cast<std::size_t>(after)) ? after : -1;
      set_figure(verdicts, i, caption, credit);
    } else if (is_credit_line(in, at) && !is_kept(verdicts[at].kind)) {
      const int caption = i > body.first && verdicts[at - 1].figure < 0 &&
                                  is_caption_like(in, at - 1) && !is_body(verdicts[at - 1].kind)
                              ? i - 1
                              : -1;
      set_figure(verdicts, -1, caption, i);
    }
  }
}

} // namespace lectern
