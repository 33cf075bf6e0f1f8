#include "classify/text_lines.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "base/utf8.hpp"
#include "classify/thresholds.hpp"
#include "rules/dates.hpp"
#include "rules/names.hpp"

namespace lectern {
namespace {

constexpr float kMaxLabelledDateTokens = 20; // "Published 3 May 2026, 7.15 - Updated ..."

constexpr float kMinTitleTokens = 3;
constexpr float kMaxTitleWords = 32;
constexpr float kMaxCreditTokens = 16;
constexpr float kMaxBylineTokens = 24;
constexpr float kMaxUnspacedNameTokens = 6, kMaxCaselessNameTokens = 3;
constexpr float kMinCapitalsOfName = 0.6F;
constexpr float kMaxDateTokens = 14;
constexpr float kMaxAltWords = 30, kMinOpenAltWords = 4;
constexpr float kMinCaptionWords = 3, kMaxCaptionWords = 60;
constexpr float kMinProseWords = 25;
constexpr float kMinUnstoppedProseWords = 40; // Thai has no full stop
constexpr float kMaxOfferWords = 26;
constexpr float kMinBenefits = 2, kMostlyOffer = 0.4F; // phrases, and their share of the words
constexpr float kUnspacedCharactersPerToken = 1.6F;    // punctuation counts as a character, too

bool is_unspaced(const PassInput& in, std::size_t i) {
  return in.at(i, Feature::characters) <= kUnspacedCharactersPerToken * in.at(i, Feature::tokens);
}

bool has_shape_of_line(const PassInput& in, std::size_t i) {
  return in.block(i).shape == Shape::paragraph || in.block(i).shape == Shape::heading;
}

/// What `answer` says of line `i`, asked once.
template <typename Answer>
bool once(const PassInput& in, LineQuestion question, std::size_t i, Answer answer) {
  auto& answers = in.answers[static_cast<std::size_t>(question)];
  if (answers.empty()) answers.resize(in.size());
  if (!answers[i]) answers[i] = answer(in.text(i), in.page_data.metadata.language);
  return *answers[i];
}

bool has_letter(std::string_view text) {
  for (std::size_t at = 0; at < text.size();)
    if (is_letter(next_code_point(text, at))) return true;
  return false;
}

} // namespace

float words_of(const PassInput& in, std::size_t i) {
  const float tokens = in.at(i, Feature::tokens);
  return is_unspaced(in, i) ? tokens / 2 : tokens;
}

bool ends_as_sentence(const PassInput& in, std::size_t i) {
  return in.at(i, Feature::ends_strictly) > 0 ||
         (in.at(i, Feature::ends_sentence) > 0 && in.at(i, Feature::sentences) > 0);
}

bool is_prose(const PassInput& in, std::size_t i) {
  if (in.block(i).shape == Shape::table || in.block(i).shape == Shape::code) return false;
  const float words = words_of(in, i);
  return (words >= kMinProseWords && in.at(i, Feature::ends_sentence) > 0) ||
         words >= kMinUnstoppedProseWords;
}

bool tells_a_time(const PassInput& in, std::size_t i) {
  constexpr std::size_t kLabelAtStart = 16; // bytes
  constexpr float kMaxTokens = 16;
  if (in.at(i, Feature::digit_share) <= 0 || in.at(i, Feature::tokens) > kMaxTokens) return false;
  const std::string_view text = in.text(i);
  return !has_letter(text) || date_label(text.substr(0, kLabelAtStart)) != DateLabel::none;
}

bool is_title_like(const PassInput& in, std::size_t i) {
  if (in.at(i, Feature::tokens) < kMinTitleTokens || words_of(in, i) > kMaxTitleWords ||
      in.at(i, Feature::sentences) > 2 || !has_shape_of_line(in, i))
    return false;
  if (in.at(i, Feature::begins_lower) > 0 && in.at(i, Feature::covers_title) < kTitleAgreement)
    return false;
  if (in.text(i).find("://") != std::string_view::npos || tells_a_time(in, i)) return false;
  // A sentence is a headline only where the address says so.
  const bool is_sentence =
      in.at(i, Feature::ends_strictly) > 0 && in.at(i, Feature::ends_with_question) <= 0;
  if (is_sentence && in.at(i, Feature::covers_title) < kTitleAgreement) return false;
  return !asks_or_leads(in, i) && !is_credit_line(in, i) && !is_alt_line(in, i) &&
         !is_date_line(in, i) && !is_byline_line(in, i);
}

bool is_short_title(const PassInput& in, std::size_t i) {
  const float tokens = in.at(i, Feature::tokens);
  return tokens > 0 && tokens < kMinTitleTokens && has_shape_of_line(in, i) &&
         in.at(i, Feature::begins_lower) <= 0 && in.at(i, Feature::ends_strictly) <= 0 &&
         in.at(i, Feature::digit_share) <= 0 && !asks_or_leads(in, i) && !is_credit_line(in, i) &&
         !is_alt_line(in, i) && !is_date_line(in, i) && !is_byline_line(in, i);
}

bool is_alt_line(const PassInput& in, std::size_t i) {
  return in.hits(i, Lexicon::alt_text) && words_of(in, i) <= kMaxAltWords &&
         in.at(i, Feature::sentences) <= 1;
}

bool is_lower_open_line(const PassInput& in, std::size_t i) {
  const float words = words_of(in, i);
  return in.at(i, Feature::begins_lower) > 0 && in.at(i, Feature::ends_sentence) <= 0 &&
         in.at(i, Feature::ends_with_colon) <= 0 && in.at(i, Feature::sentences) <= 0 &&
         words >= kMinOpenAltWords && words <= kMaxAltWords && has_shape_of_line(in, i) &&
         !asks_or_leads(in, i);
}

bool is_credit_line(const PassInput& in, std::size_t i) {
  if (in.at(i, Feature::tokens) > kMaxCreditTokens || in.at(i, Feature::ends_strictly) > 0 ||
      !has_shape_of_line(in, i))
    return false;
  constexpr std::string_view kCopyright = "\xC2\xA9";
  const std::string_view text = in.text(i);
  // "(c) 2026 The Courier. All rights reserved" speaks of the page.
  const bool has_sign = text.substr(0, kCopyright.size()) == kCopyright;
  if (has_sign && in.at(i, Feature::digit_share) <= 0 && in.at(i, Feature::sentences) <= 0)
    return true;
  return in.hits(i, Lexicon::credit) && !has_sign;
}

bool is_name_and_agency(const PassInput& in, std::size_t i) {
  if (in.at(i, Feature::tokens) > kMaxCreditTokens / 2 || in.at(i, Feature::sentences) > 0 ||
      in.at(i, Feature::digit_share) > 0 || in.at(i, Feature::capital_share) < 0.5F)
    return false;
  const std::string_view text = in.text(i);
  const std::size_t slash = text.find('/');
  if (slash == std::string_view::npos || slash == 0) return false;
  std::size_t after = slash + 1;
  while (after < text.size() && text[after] == ' ') ++after;
  return after < text.size() && is_upper(next_code_point(text, after));
}

bool is_caption_like(const PassInput& in, std::size_t i) {
  const float words = words_of(in, i);
  return words >= kMinCaptionWords && words <= kMaxCaptionWords && has_shape_of_line(in, i) &&
         in.at(i, Feature::sentences) <= 3 && !asks_or_leads(in, i) && !is_date_line(in, i) &&
         !is_byline_line(in, i);
}

bool is_byline_line(const PassInput& in, std::size_t i) {
  if (in.at(i, Feature::tokens) > kMaxBylineTokens || in.at(i, Feature::ends_strictly) > 0)
    return false;
  return once(in, LineQuestion::is_byline, i, looks_like_byline);
}

bool is_byline_label_line(const PassInput& in, std::size_t i) {
  constexpr float kMaxLabelTokens = 3;
  return in.at(i, Feature::tokens) <= kMaxLabelTokens &&
         once(in, LineQuestion::is_byline_label, i, is_byline_label);
}

bool is_labelled_name(const PassInput& in, std::size_t i) {
  constexpr std::size_t kMaxLabelBytes = 24;
  if (in.at(i, Feature::tokens) > kMaxBylineTokens / 2 || in.at(i, Feature::ends_strictly) > 0 ||
      asks_or_leads(in, i) || is_credit_line(in, i))
    return false;
  const float capitals = in.at(i, Feature::capital_share);
  if (capitals > 0 ? capitals < kMinCapitalsOfName
                   : in.at(i, Feature::tokens) > kMaxCaselessNameTokens + 1)
    return false;
  const std::string_view text = in.text(i);
  const std::size_t colon = text.find(':');
  if (colon == std::string_view::npos || colon == 0 || colon > kMaxLabelBytes ||
      std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(colon), ' ') > 1)
    return false;
  const std::string_view name = trim(text.substr(colon + 1));
  return name.find(' ') != std::string_view::npos &&
         looks_like_name(name, in.page_data.metadata.language);
}

bool is_name_line(const PassInput& in, std::size_t i) {
  const float tokens = in.at(i, Feature::tokens);
  // Without capitals any few words could be a name; names in such scripts are short.
  const float most = is_unspaced(in, i)                      ? kMaxUnspacedNameTokens
                     : in.at(i, Feature::capital_share) <= 0 ? kMaxCaselessNameTokens
                                                             : kMaxBylineTokens / 2;
  // "Dear Ann," addresses somebody.
  return tokens <= most && in.at(i, Feature::ends_strictly) <= 0 && !in.text(i).ends_with(',') &&
         !asks_or_leads(in, i) && once(in, LineQuestion::is_name, i, looks_like_name);
}

bool is_date_line(const PassInput& in, std::size_t i) {
  return in.at(i, Feature::tokens) <= kMaxDateTokens && in.at(i, Feature::digit_share) > 0 &&
         once(in, LineQuestion::is_date, i, [](std::string_view text, std::string_view language) {
           return date_in_text(text, language).has_value();
         });
}

bool is_labelled_date(const PassInput& in, std::size_t i) {
  return in.hits(i, Lexicon::date_line) && in.at(i, Feature::digit_share) > 0 &&
         in.at(i, Feature::sentences) <= 0 && in.at(i, Feature::ends_strictly) <= 0 &&
         in.at(i, Feature::tokens) <= kMaxLabelledDateTokens;
}

bool is_offer_line(const PassInput& in, std::size_t i) {
  if (words_of(in, i) > kMaxOfferWords) return false;
  return in.hits(i, Lexicon::subscription_prompt) || in.hits(i, Lexicon::subscription_benefit) ||
         in.hits(i, Lexicon::withheld);
}

bool only_offers(const PassInput& in, std::size_t i) {
  return in.at(i, Lexicon::subscription_benefit) >= kMinBenefits &&
         in.at(i, Feature::prompt_cover) >= kMostlyOffer;
}

bool asks_or_leads(const PassInput& in, std::size_t i) {
  for (Lexicon kind : {Lexicon::subscription_prompt, Lexicon::subscription_benefit,
                       Lexicon::withheld, Lexicon::promo, Lexicon::advertisement,
                       Lexicon::share_bar, Lexicon::consent, Lexicon::comment, Lexicon::navigation})
    if (in.hits(i, kind)) return true;
  return false;
}

} // namespace lectern
