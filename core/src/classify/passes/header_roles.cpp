// The headline, and the lines around it that name author, date and summary: they are told by the
// metadata and do not stand in the body.
#include <algorithm>
#include <optional>
#include <string>
#include <string_view>

#include "classify/passes.hpp"
#include "classify/passes/header_lines.hpp"
#include "classify/passes/summary.hpp"
#include "classify/thresholds.hpp"
#include "rules/names.hpp"

namespace lectern {
namespace {

constexpr float kMaxCreditTokens = 16;
constexpr float kMaxReadingTimeTokens = 6;
constexpr float kMaxShareAboveHeadline = 0.15F;
constexpr float kSureAboveHeadline = 0.85F;

/// "Reading time: 4 minutes", or when the page was changed.
bool is_reading_time(const PassInput& in, std::size_t i) {
  return in.hits(i, Lexicon::date_line) && in.at(i, Feature::digit_share) > 0 &&
         in.at(i, Feature::tokens) <= kMaxReadingTimeTokens && in.at(i, Feature::sentences) <= 0;
}

/// Lines between the headline and the first prose that only name author or date. A summary is no
/// such prose: they often stand below it.
void assign_bylines(const PassInput& in, Verdicts& verdicts, int headline, bool has_headline) {
  const int end = std::min(static_cast<int>(in.size()), headline + 1 + kMaxHeaderBlocks);
  bool below_summary = false;
  for (int i = headline + 1; i < end; ++i) {
    const auto at = static_cast<std::size_t>(i);
    const float tokens = in.at(at, Feature::tokens);
    if (is_body(verdicts[at].kind) && tokens >= kMinProseTokens &&
        in.at(at, Feature::sentences) > 0) {
      if (below_summary || (!is_in_description(in, at) && !is_signed_below(in, verdicts, at)))
        return;
      below_summary = true;
      continue;
    }
    if (!is_body(verdicts[at].kind) || tokens > kMaxBylineTokens ||
        in.block(at).shape == Shape::figure)
      continue;
    const bool is_byline =
        in.at(at, Feature::ends_strictly) <= 0 &&
        (names_an_author(in, at) || is_agency(in.text(at), in.page_data.metadata.language));
    // Without a headline a date may be anything's.
    const bool is_dateline =
        has_headline && (states_a_date(in, at, below_summary) || is_reading_time(in, at));
    if (!is_byline && !is_dateline) continue;
    verdicts[at].kind = is_byline ? Kind::byline : Kind::dateline;
    verdicts[at].reason = is_byline ? "byline" : "date";
    verdicts[at].confidence = 0.8F;
    verdicts[at].uncertain = false;
  }
}

/// Who made the pictures, above or below the lines with author and date: of no picture in the text.
void drop_credits_beside(const PassInput& in, Verdicts& verdicts, int headline) {
  const auto is_header_line = [&](std::size_t i) {
    return i < in.size() && static_cast<int>(i) > headline &&
           (verdicts[i].kind == Kind::byline || verdicts[i].kind == Kind::dateline);
  };
  const auto end = std::min(in.size(), static_cast<std::size_t>(headline + 1 + kMaxHeaderBlocks));
  for (auto i = static_cast<std::size_t>(headline) + 1; i < end; ++i)
    if (verdicts[i].kind == Kind::paragraph && in.hits(i, Lexicon::credit) &&
        in.at(i, Feature::tokens) <= kMaxCreditTokens && in.at(i, Feature::ends_strictly) <= 0 &&
        (is_header_line(i - 1) || is_header_line(i + 1)))
      drop_block(verdicts[i], "caption");
}

/// What stands above the headline is the page's, unless it is surely text or much of it.
void drop_lines_above(const PassInput& in, Verdicts& verdicts, int headline) {
  float above = 0, all = 0;
  for (std::size_t i = 0; i < in.size(); ++i) {
    if (!is_body(verdicts[i].kind)) continue;
    all += in.at(i, Feature::tokens);
    if (static_cast<int>(i) < headline) above += in.at(i, Feature::tokens);
  }
  if (above > kMaxShareAboveHeadline * all) return;
  for (std::size_t i = 0; static_cast<int>(i) < headline; ++i) {
    if (!is_body(verdicts[i].kind) || verdicts[i].keep >= kSureAboveHeadline) continue;
    verdicts[i].kind = Kind::furniture;
    verdicts[i].reason = "above_headline";
    verdicts[i].uncertain = false;
  }
}

int find_headline(const PassInput& in) {
  for (std::size_t i = 0; i < in.size(); ++i) {
    if (in.at(i, Feature::from_headline) != 0) continue;
    const bool agrees = in.at(i, Feature::in_title) >= kTitleAgreement &&
                        in.at(i, Feature::covers_title) >= kTitleAgreement;
    const bool is_main_heading =
        in.block(i).heading_level == 1 && in.at(i, Feature::in_title) >= kTitleAgreement / 2;
    return agrees || is_main_heading ? static_cast<int>(i) : -1;
  }
  return -1;
}

} // namespace

void assign_header_roles(const PassInput& in, Classification& result) {
  result.headline = find_headline(in);
  Verdicts& verdicts = result.verdicts;
  if (result.headline < 0) {
    const auto first = std::find_if(verdicts.begin(), verdicts.end(),
                                    [](const Verdict& verdict) { return is_body(verdict.kind); });
    assign_bylines(in, verdicts, static_cast<int>(first - verdicts.begin()) - 1, false);
    return;
  }
  const auto headline = static_cast<std::size_t>(result.headline);
  verdicts[headline].kind = Kind::headline;
  verdicts[headline].reason = "headline";
  verdicts[headline].confidence = 1;
  if (const int dek = find_summary(in, verdicts, result.headline); dek >= 0) {
    Verdict& verdict = verdicts[static_cast<std::size_t>(dek)];
    verdict.kind = Kind::dek;
    verdict.reason = "dek";
    verdict.confidence = 0.8F;
    verdict.uncertain = false;
  } else {
    keep_lead(in, verdicts, headline);
  }
  show_summary_as_text(in, verdicts, result.headline);
  assign_bylines(in, verdicts, result.headline, true);
  drop_credits_beside(in, verdicts, result.headline);
  drop_lines_above(in, verdicts, result.headline);
  // The same words again, above or below, are the headline once more.
  for (std::size_t i = 0; i < in.size(); ++i) {
    if (i == headline || !is_body(verdicts[i].kind)) continue;
    if (in.block(i).text_length == in.block(headline).text_length &&
        in.text(i) == in.text(headline)) {
      verdicts[i].kind = Kind::furniture;
      verdicts[i].reason = "headline_again";
    }
  }
}

} // namespace lectern
