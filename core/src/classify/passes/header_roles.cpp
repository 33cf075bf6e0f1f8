// The headline, and the lines around it that name author, date and summary: they are told by the
// metadata and do not stand in the body.
#include <algorithm>
#include <optional>
#include <string>
#include <string_view>

#include "classify/passes.hpp"
#include "classify/thresholds.hpp"
#include "rules/dates.hpp"
#include "rules/names.hpp"

namespace lectern {
namespace {

constexpr int kMaxHeaderBlocks = 25; // between the headline and the body
constexpr float kMinDekAgreement = 0.7F;
constexpr float kMaxBylineTokens = 25, kMaxDateTokens = 10;
constexpr float kMaxLabelledDateTokens = 20; // "Published 3 May 2026, 7.15 - Updated ..."
constexpr float kMaxCreditTokens = 16;
constexpr float kMaxReadingTimeTokens = 6;
constexpr int kMaxBlocksToSignature = 3;
constexpr float kMinProseTokens = 15;
constexpr float kMaxShareAboveHeadline = 0.15F;
constexpr float kSureAboveHeadline = 0.85F;
constexpr std::size_t kMaxBytesBesideName = 40; // "By", a role, a date
constexpr float kMinDekTokens = 5, kMaxDekTokens = 90;

bool shares_parent(const PassInput& in, std::size_t a, std::size_t b) {
  return in.dom.parent(in.block(a).node) == in.dom.parent(in.block(b).node);
}

bool is_in_description(const PassInput& in, std::size_t i) {
  return in.at(i, Feature::in_description) >= kMinDekAgreement &&
         in.at(i, Feature::covers_description) >= kMinDekAgreement / 2;
}

bool names_an_author(const PassInput& in, std::size_t i) {
  const std::string_view text = in.text(i);
  if (text.ends_with(':') || text.ends_with(',')) return false; // somebody speaks, or is addressed
  if (looks_like_byline(text, in.page_data.metadata.language)) return true;
  return std::any_of(in.page_data.metadata.byline.begin(), in.page_data.metadata.byline.end(),
                     [&](const std::string& name) {
                       return name.size() > 3 && text.find(name) != std::string_view::npos &&
                              text.size() <= name.size() + kMaxBytesBesideName;
                     });
}

/// Whether a line is short and holds a date; below a summary only that of the article, as the body
/// may begin with the day of what it announces.
bool states_a_date(const PassInput& in, std::size_t i, bool below_summary) {
  const float most = in.hits(i, Lexicon::date_line) ? kMaxLabelledDateTokens : kMaxDateTokens;
  if (in.at(i, Feature::sentences) > 0 || in.at(i, Feature::tokens) > most) return false;
  constexpr std::size_t kDayBytes = 10; // of a date in ISO 8601
  const Metadata& metadata = in.page_data.metadata;
  const std::optional<std::string> date = date_in_text(in.text(i), metadata.language);
  if (!date) return false;
  const std::string_view day = std::string_view(*date).substr(0, kDayBytes);
  return !below_summary || metadata.published.starts_with(day) ||
         metadata.modified.starts_with(day);
}

/// "Reading time: 4 minutes", or when the page was changed.
bool is_reading_time(const PassInput& in, std::size_t i) {
  return in.hits(i, Lexicon::date_line) && in.at(i, Feature::digit_share) > 0 &&
         in.at(i, Feature::tokens) <= kMaxReadingTimeTokens && in.at(i, Feature::sentences) <= 0;
}

/// Right below stands a line with the author's name or the article's date: so this is of the
/// header, a summary and neither a section's heading nor the body.
bool is_signed_below(const PassInput& in, const Verdicts& verdicts, std::size_t i) {
  const std::size_t end = std::min(in.size(), i + 1 + kMaxBlocksToSignature);
  for (std::size_t next = i + 1; next < end; ++next) {
    const float tokens = in.at(next, Feature::tokens);
    if (is_wordless(in.block(next))) continue;
    if (tokens <= kMaxBylineTokens && in.at(next, Feature::ends_strictly) <= 0 &&
        (names_an_author(in, next) || states_a_date(in, next, true)))
      return true;
    if (is_body(verdicts[next].kind) && tokens >= kMinProseTokens) return false;
  }
  return false;
}

/// The summary below the headline: named so by its class, or the page's own description, and set
/// apart from the paragraphs of the body. Where it is marked up like them it is the first of them.
int find_dek(const PassInput& in, const Verdicts& verdicts, int headline) {
  const int end = std::min(static_cast<int>(in.size()), headline + 1 + kMaxHeaderBlocks);
  for (int i = headline + 1; i < end; ++i) {
    const auto at = static_cast<std::size_t>(i);
    const float tokens = in.at(at, Feature::tokens);
    const Shape shape = in.block(at).shape;
    if (shape == Shape::figure || shape == Shape::embed || shape == Shape::divider) continue;
    const bool is_line = shape == Shape::paragraph || shape == Shape::heading;
    const bool is_named = in.at(at, Hint::dek) <= 1 && in.at(at, Hint::caption) > 2;
    const bool is_description = is_in_description(in, at);
    // What was judged to be text stays text: a lost paragraph is worse than a summary among the
    // body.
    if (is_line && !is_body(verdicts[at].kind) && tokens >= kMinDekTokens &&
        tokens <= kMaxDekTokens && (is_named || is_description)) {
      // The next prose decides whether it stands apart.
      for (int j = i + 1; j < end; ++j) {
        const auto next = static_cast<std::size_t>(j);
        if (!is_body(verdicts[next].kind) || in.at(next, Feature::tokens) < kMinDekTokens ||
            in.block(next).shape == Shape::figure)
          continue;
        return shares_parent(in, at, next) && !is_named ? -1 : i;
      }
      return -1;
    }
    if (is_body(verdicts[at].kind) && tokens >= kMinDekTokens && shape == Shape::paragraph)
      return -1;
  }
  return -1;
}

/// Lines between the headline and the first prose that only name author or date. A summary is no
/// such prose: they often stand below it.
void assign_bylines(const PassInput& in, Verdicts& verdicts, int headline) {
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
    const bool is_byline = in.at(at, Feature::ends_strictly) <= 0 && names_an_author(in, at);
    if (!is_byline && !states_a_date(in, at, below_summary) && !is_reading_time(in, at)) continue;
    verdicts[at].kind = is_byline ? Kind::byline : Kind::dateline;
    verdicts[at].reason = is_byline ? "byline" : "date";
    verdicts[at].confidence = 0.8F;
    verdicts[at].uncertain = false;
  }
}

/// A heading right below the headline that the author signs is the summary and stands above no
/// section. Like other summaries that were judged to be text it is the first paragraph.
void show_summary_as_text(const PassInput& in, Verdicts& verdicts, int headline) {
  const auto at = static_cast<std::size_t>(headline) + 1;
  if (at >= in.size() || verdicts[at].kind != Kind::heading ||
      in.at(at, Feature::tokens) < kMinDekTokens)
    return;
  if (is_in_description(in, at) || is_signed_below(in, verdicts, at))
    verdicts[at].kind = Kind::paragraph;
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
  if (result.headline < 0) return;
  Verdicts& verdicts = result.verdicts;
  const auto headline = static_cast<std::size_t>(result.headline);
  verdicts[headline].kind = Kind::headline;
  verdicts[headline].reason = "headline";
  verdicts[headline].confidence = 1;
  if (const int dek = find_dek(in, verdicts, result.headline); dek >= 0) {
    Verdict& verdict = verdicts[static_cast<std::size_t>(dek)];
    verdict.kind = Kind::dek;
    verdict.reason = "dek";
    verdict.confidence = 0.8F;
    verdict.uncertain = false;
  }
  show_summary_as_text(in, verdicts, result.headline);
  assign_bylines(in, verdicts, result.headline);
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
