// Plain text has no markup that names a headline. It is the line above the first paragraph that
// reads like one and has under it what headlines have: dek, picture, author, date.
#include "classify/text_header.hpp"

#include <algorithm>
#include <string>

#include "classify/passes.hpp"
#include "classify/text_lines.hpp"
#include "classify/thresholds.hpp"
#include "rules/dates.hpp"

namespace lectern {
namespace {

constexpr int kLinesAboveBody = 60;           // where a headline may stand
constexpr float kSlugWeight = 3.0F;           // the address's words are the best witness
constexpr float kSlugWeightOfSentence = 1.5F; // a dek repeats them
constexpr float kMinHeadlineScore = 0.5F, kNoHeadline = -1.0F;
constexpr float kMarkedAsHeadline = 1.0F; // "# Headline", the subject of a mail
constexpr float kSentencePenalty = 0.6F;
constexpr float kRepeatedPenalty = 0.3F; // short lines repeat as names of sections
constexpr float kMinWordsToRepeat = 5;
constexpr float kHigherPenalty = 0.02F, kMaxHigherPenalty = 0.5F; // a line
constexpr float kNamedAbove = 0.4F, kContentsPenalty = 0.8F;
constexpr float kPathPenalty = 1.0F;            // "Home > Region > Headline"
constexpr float kMaxSentenceHeadline = 20;      // words
constexpr float kMaxShareAboveHeadline = 0.15F; // of paragraphs
constexpr float kMaxLinesAboveHeadline = 0.25F; // with offers that were taken for text
constexpr float kSureOfText = 0.93F;
constexpr int kMinDroppedBelowMenu = 8;
constexpr float kMaxShareOfMenu = 0.15F; // of the words shown
constexpr int kLinesAboveShortHeadline = 10;
constexpr int kLinesBesideHeadline = 4; // where a date may stand above it
constexpr int kLinesBelowBody = 3;      // where the author may be named below it
constexpr float kMinParagraphWords = 12;

bool is_sentence(const PassInput& in, std::size_t i) {
  return in.at(i, Feature::ends_strictly) > 0 && in.at(i, Feature::ends_with_question) <= 0;
}

bool is_path(std::string_view text) {
  std::size_t signs = 0;
  for (std::string_view sign : {" > ", " / ", " \xC2\xBB ", " \xE2\x80\xBA "})
    for (std::size_t at = text.find(sign); at != std::string_view::npos;
         at = text.find(sign, at + sign.size()))
      ++signs;
  return signs >= 2;
}

/// Some headlines are sentences; only what stands under them tells.
bool may_be_sentence_headline(const PassInput& in, std::size_t i) {
  const Shape shape = in.block(i).shape;
  return (shape == Shape::paragraph || shape == Shape::heading) &&
         words_of(in, i) <= kMaxSentenceHeadline && in.at(i, Feature::tokens) >= 3 &&
         in.at(i, Feature::sentences) <= 2 && in.at(i, Feature::begins_lower) <= 0 &&
         !asks_or_leads(in, i) && !is_credit_line(in, i) && !is_alt_line(in, i) &&
         !is_date_line(in, i) && !is_byline_line(in, i) && !tells_a_time(in, i);
}

/// "Home > Region > Headline" or "Headline | Example Times" stands right above it.
bool is_part_of_line_above(const PassInput& in, std::size_t i) {
  constexpr std::size_t kLinesAbove = 4;
  constexpr float kFewestWords = 3;
  constexpr std::size_t kMostBytes = 600;
  const std::string_view text = in.text(i);
  if (words_of(in, i) < kFewestWords || text.size() > kMostBytes) return false;
  for (std::size_t above = i - std::min(i, kLinesAbove); above < i; ++above) {
    const std::string_view line = in.text(above);
    if (line.size() > text.size() && line.size() <= kMostBytes &&
        line.find(text) != std::string_view::npos)
      return true;
  }
  return false;
}

float headline_score(const PassInput& in, std::size_t i) {
  const bool is_full_sentence = is_sentence(in, i);
  float score = (is_full_sentence ? kSlugWeightOfSentence : kSlugWeight) *
                std::min(in.at(i, Feature::covers_title), in.at(i, Feature::in_title) + 0.3F);
  if (is_full_sentence) score -= kSentencePenalty;
  if (in.at(i, Feature::duplicates) > 1 && words_of(in, i) < kMinWordsToRepeat)
    score -= kRepeatedPenalty;
  if (is_path(in.text(i))) score -= kPathPenalty;
  if (is_part_of_line_above(in, i)) score += kNamedAbove;
  if (in.block(i).heading_level == 1) score += kMarkedAsHeadline;
  const TextHeader header = read_text_header(in, static_cast<int>(i));
  const bool is_signed = header.byline >= 0 || header.date >= 0;
  if (is_full_sentence && !is_signed && in.at(i, Feature::covers_title) < kTitleAgreement)
    return kNoHeadline;
  return score + score_of_header(in, header);
}

/// The first line that is surely no headline: a shown paragraph.
int first_paragraph(const PassInput& in, const Verdicts& verdicts, int body_first) {
  for (int i = body_first; i < static_cast<int>(in.size()); ++i) {
    const auto at = static_cast<std::size_t>(i);
    if (is_body(verdicts[at].kind) && ends_as_sentence(in, at) &&
        words_of(in, at) >= kMinParagraphWords)
      return i;
  }
  return body_first;
}

/// A line of the table of contents: the text has it again as a heading.
bool is_heading_below(const PassInput& in, const Verdicts& verdicts, std::size_t i, int limit) {
  if (in.at(i, Feature::duplicates) <= 1 || is_part_of_line_above(in, i)) return false;
  constexpr int kMostLines = 1000;
  const int end = std::min(static_cast<int>(in.size()), limit + kMostLines);
  for (int below = limit + 1; below < end; ++below) {
    const auto at = static_cast<std::size_t>(below);
    if (is_body(verdicts[at].kind) && in.text(at) == in.text(i)) return true;
  }
  return false;
}

int find_text_headline(const PassInput& in, const Verdicts& verdicts, int body_first) {
  int best = -1;
  float best_score = kMinHeadlineScore;
  const int limit = first_paragraph(in, verdicts, body_first);
  const int top = std::max(0, std::min(limit, body_first) - kLinesAboveBody);
  for (int i = top; i <= limit && i < static_cast<int>(in.size()); ++i) {
    const auto at = static_cast<std::size_t>(i);
    const bool may_be_headline =
        is_title_like(in, at) || (i < limit && may_be_sentence_headline(in, at));
    if (verdicts[at].kind == Kind::subscription_prompt || !may_be_headline) continue;
    // The text of a page whose title is known may do without a headline.
    if (!in.page_data.metadata.title.empty() && in.at(at, Feature::covers_title) < kTitleAgreement)
      continue;
    // Of equals the lower one: menus and section names stand higher.
    const float score = headline_score(in, at) -
                        (is_heading_below(in, verdicts, at, limit) ? kContentsPenalty : 0) -
                        std::min(kHigherPenalty * static_cast<float>(limit - i), kMaxHigherPenalty);
    if (score >= best_score) {
      best_score = score;
      best = i;
    }
  }
  return best;
}

/// Without any other headline a word or two are one, where author or date stand right below them.
int find_short_headline(const PassInput& in, const Verdicts& verdicts, int body_first) {
  constexpr int kLinesToSignature = 2;
  const int limit = first_paragraph(in, verdicts, body_first);
  for (int i = limit - 1; i >= std::max(0, limit - kLinesAboveShortHeadline); --i) {
    if (!is_short_title(in, static_cast<std::size_t>(i))) continue;
    const TextHeader header = read_text_header(in, i);
    for (const int part : {header.byline, header.date})
      if (part > i && part <= i + kLinesToSignature) return i;
  }
  return -1;
}

/// The day that a line states which is a date and little else, or which says that it is that of
/// publication; empty for others.
std::string day_of_date_line(const PassInput& in, std::size_t i) {
  constexpr std::size_t kMostBeside = 24; // bytes: a weekday, a short name
  constexpr std::size_t kMostBytes = 160, kDayBytes = 10, kLabelAtStart = 16;
  const std::string_view text = in.text(i);
  if (text.size() > kMostBytes || in.at(i, Feature::digit_share) <= 0) return {};
  const auto found = find_date(text, in.page_data.metadata.language);
  if (!found) return {};
  const DateLabel label = date_label(text.substr(0, found->begin));
  const bool is_alone = text.size() - (found->end - found->begin) <= kMostBeside;
  if (label == DateLabel::modified) return {};
  if (is_alone) return to_iso(found->date).substr(0, kDayBytes);
  // A sentence may speak of what was published; the page's own line begins with that.
  const std::size_t reach =
      in.at(i, Feature::ends_strictly) > 0 ? std::min(found->begin, kLabelAtStart) : found->begin;
  if (label == DateLabel::none || date_label(text.substr(0, reach)) != DateLabel::published)
    return {};
  return to_iso(found->date).substr(0, kDayBytes);
}

/// Without a date in the header: the nearest line above the text that is one, then the nearest
/// below its beginning, then the only one of the page.
int find_date_line(const PassInput& in, int headline, int body_first) {
  constexpr int kLinesAbove = 20, kLinesBelow = 15;
  const int count = static_cast<int>(in.size());
  const int limit = std::max(headline, body_first);
  const int top =
      std::max(0, (headline >= 0 ? std::min(headline, body_first) : body_first) - kLinesAbove);
  const auto is_one = [&](int i) {
    return i != headline && !day_of_date_line(in, static_cast<std::size_t>(i)).empty();
  };
  for (int i = limit; i >= top; --i)
    if (is_one(i)) return i;
  for (int i = limit + 1; i < std::min(count, limit + kLinesBelow); ++i)
    if (is_one(i)) return i;
  int only = -1;
  std::string only_day;
  for (int i = 0; i < count; ++i) {
    const std::string day = day_of_date_line(in, static_cast<std::size_t>(i));
    if (i == headline || day.empty()) continue;
    if (only >= 0 && day != only_day) return -1;
    if (only < 0) only = i;
    only_day = day;
  }
  return only;
}

/// The date need not stand in the header.
void find_date_elsewhere(const PassInput& in, Classification& result) {
  const BodyRange body = body_range(result.verdicts);
  if (body.first < 0) return;
  for (std::size_t i = 0; i < in.size(); ++i) {
    const Kind kind = result.verdicts[i].kind;
    if ((kind == Kind::dateline || kind == Kind::byline) &&
        date_in_text(in.text(i), in.page_data.metadata.language))
      return;
  }
  set_line_kind(result.verdicts, find_date_line(in, result.headline, body.first), Kind::dateline,
                "date");
}

/// Author and date may stand above the headline, and the author's name below the text.
void find_parts_elsewhere(const PassInput& in, const TextHeader& header, Verdicts& verdicts) {
  const int top = std::max(0, header.headline - kLinesBesideHeadline);
  bool has_byline = header.byline >= 0, has_date = header.date >= 0;
  for (int i = header.headline - 1; i >= top; --i) {
    const auto at = static_cast<std::size_t>(i);
    // Above the subject of a mail stands who sent it.
    const bool may_be_sender =
        in.block(static_cast<std::size_t>(header.headline)).heading_level == 1 &&
        is_name_line(in, at);
    if (!has_byline && (may_be_sender || is_byline_line(in, at))) {
      set_line_kind(verdicts, i, Kind::byline, "byline");
      has_byline = true;
    } else if (!has_date && is_date_line(in, at)) {
      set_line_kind(verdicts, i, Kind::dateline, "date");
      has_date = true;
    }
  }
  const BodyRange body = body_range(verdicts);
  const int end = std::min(static_cast<int>(in.size()), body.last + 1 + kLinesBelowBody);
  for (int i = std::max(0, body.last); i < end && !has_byline; ++i) {
    if (!is_byline_line(in, static_cast<std::size_t>(i))) continue;
    set_line_kind(verdicts, i, Kind::byline, "byline");
    has_byline = true;
  }
}

/// A summary that reads like the text stays among it, unless a picture parts them: a lost paragraph
/// is worse than a summary in the body.
bool stands_apart(const PassInput& in, const TextHeader& header, const Verdicts& verdicts) {
  if (header.dek < 0) return false;
  const auto dek = static_cast<std::size_t>(header.dek);
  const bool has_picture_below = header.caption > header.dek || header.alt > header.dek;
  const bool is_signed_line =
      !ends_as_sentence(in, dek) && (header.byline > header.dek || header.date > header.dek);
  return has_picture_below || is_signed_line || verdicts[dek].keep < kSureOfText;
}

/// Where the text begins: below doubtful lines of a menu that a long way of dropped ones parts
/// from it, and which say little beside it.
int first_of_text(const PassInput& in, const Verdicts& verdicts) {
  float all = 0;
  for (std::size_t i = 0; i < in.size(); ++i)
    if (is_body(verdicts[i].kind)) all += words_of(in, i);
  int first = body_range(verdicts).first, dropped = 0;
  float words = 0, likely = 0;
  for (std::size_t i = first < 0 ? in.size() : static_cast<std::size_t>(first); i < in.size();
       ++i) {
    if (!is_body(verdicts[i].kind)) {
      dropped += in.at(i, Feature::tokens) > 0;
      continue;
    }
    if (dropped >= kMinDroppedBelowMenu && likely < kSureOfText) first = static_cast<int>(i);
    words += words_of(in, i);
    likely = std::max(likely, verdicts[i].keep);
    dropped = 0;
    if (words > kMaxShareOfMenu * all || likely >= kSureOfText) break;
  }
  return first;
}

void assign_header(const PassInput& in, Classification& result) {
  Verdicts& verdicts = result.verdicts;
  const int first = first_of_text(in, verdicts);
  if (first < 0) return;
  int headline = find_text_headline(in, verdicts, first);
  if (headline < 0) headline = find_short_headline(in, verdicts, first);
  if (headline < 0) return;
  // A line with much text above it is a heading or a teaser, whatever it looks like.
  float paragraphs_above = 0, above = 0, all = 0;
  for (std::size_t i = 0; i < in.size(); ++i) {
    if (!is_body(verdicts[i].kind)) continue;
    all += in.at(i, Feature::tokens);
    if (static_cast<int>(i) >= headline) continue;
    above += in.at(i, Feature::tokens);
    if (ends_as_sentence(in, i) && words_of(in, i) >= kMinParagraphWords)
      paragraphs_above += in.at(i, Feature::tokens);
  }
  if (paragraphs_above > kMaxShareAboveHeadline * all || above > kMaxLinesAboveHeadline * all)
    return;
  result.headline = headline;
  TextHeader header = read_text_header(in, headline);
  if (!stands_apart(in, header, verdicts)) header.dek = -1;
  mark_text_header(header, verdicts);
  find_parts_elsewhere(in, header, verdicts);
  for (int i = 0; i < static_cast<int>(in.size()); ++i) {
    const auto at = static_cast<std::size_t>(i);
    Verdict& verdict = verdicts[at];
    if (!is_body(verdict.kind)) continue;
    const bool is_again = i != headline &&
                          in.text(at) == in.text(static_cast<std::size_t>(headline)) &&
                          (i < header.body + kLinesBesideHeadline ||
                           in.at(at, Feature::covers_title) >= kTitleAgreement);
    if (i > headline && !is_again) continue;
    // Nothing above the headline is the article's.
    verdict.kind = Kind::furniture;
    verdict.reason = is_again ? "headline_again" : "above_headline";
    verdict.uncertain = false;
    verdict.figure = -1;
  }
}

} // namespace

void assign_text_header(const PassInput& in, Classification& result) {
  assign_header(in, result);
  find_date_elsewhere(in, result);
}

} // namespace lectern
