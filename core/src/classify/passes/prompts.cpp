// A block that asks for something, or only leads elsewhere, must be more surely text than another:
// its place and form are often those of a paragraph, its words are not. Which words and links
// count, and how sure the model must be to keep such a block all the same, is the table below;
// never a keyword alone.
#include <algorithm>
#include <iterator>

#include "classify/passes.hpp"
#include "classify/passes/link_calls.hpp"
#include "classify/text_lines.hpp"
#include "classify/thresholds.hpp"
#include "rules/lexicon.hpp"

namespace lectern {
namespace {

constexpr float kMostlyPrompt = 0.15F; // of its words
constexpr float kMostlyCalled = 0.5F;  // of its words, in sentences with a call
constexpr float kMostlyLink = 0.9F;
constexpr float kPartlyLink = 0.3F;
constexpr float kMaxCallTokens = 70; // a longer paragraph informs, whatever it asks in the end
constexpr float kMaxLineTokens = 25;
constexpr float kMaxTeaserCharacters = 150;
constexpr float kMaxPromoTokens = 12, kMostlyPromo = 0.3F;
constexpr float kMinFurnitureTokens = 5, kMinFurnitureHits = 2;
constexpr float kMostlyFurniture = 0.4F, kMaxFurnitureCharacters = 180;
constexpr float kMaxOfferTokens = 8;
constexpr float kMaxShareTokens = 6; // "Share", "Share this on Facebook"
constexpr float kNeverSure = 2;
constexpr float kMinBenefits = 2, kMinWithheld = 2; // phrases of them in one line
constexpr float kMostlyCall = 0.4F;                 // of its words, all kinds of calls together
constexpr float kMinCopies = 3;                     // of one linked line on a page
constexpr float kMinCallTokens = 4, kMaxShortCallWords = 45;
constexpr float kOnlyLeads = 0.6F; // of the words of a line

struct Demand {
  float likelihood;
  const char* reason;
  bool says_nothing_else = false; // and so is asked more in plain text
};

/// "Related: headline of another page" where no link is known: the words up to the colon are those
/// of a label. No headline ends in a full stop, some end in a question.
bool is_labelled_line(const PassInput& in, std::size_t i, const LexiconSet& lexicons) {
  const bool is_sentence =
      in.at(i, Feature::ends_strictly) > 0 && in.at(i, Feature::ends_with_question) <= 0;
  const LineLabel label = label_of(in.text(i));
  if (in.at(i, Feature::characters) > kMaxTeaserCharacters) return false;
  const bool has_more = in.is_text() || label.end < in.text(i).size();
  return has_more && !is_sentence && lexicons.match(label.words).has(Lexicon::promo);
}

/// A sentence of which most words call the reader, offer something or close the rest to others.
bool only_calls(const PassInput& in, std::size_t i, const LexiconSet& lexicons) {
  if (in.at(i, Feature::ends_strictly) <= 0) return false;
  if (!in.hits(i, Lexicon::subscription_prompt) && !only_offers(in, i)) return false;
  const PhraseHits hits = lexicons.match(in.text(i));
  return hits.coverage(Lexicon::subscription_prompt) + hits.coverage(Lexicon::withheld) +
             hits.coverage(Lexicon::subscription_benefit) >=
         kMostlyCall;
}

/// The share of the words that share, reserve rights, tell how the page is used or ask for
/// comments; where they end in a question, those are the words of any question.
float furniture_cover(const PassInput& in, std::size_t i, const LexiconSet& lexicons) {
  constexpr Lexicon kKinds[] = {Lexicon::furniture, Lexicon::share_bar, Lexicon::comment};
  if (std::none_of(std::begin(kKinds), std::end(kKinds),
                   [&](Lexicon kind) { return in.hits(i, kind); }))
    return 0;
  const PhraseHits hits = lexicons.match(in.text(i));
  float cover = 0;
  const bool asks = in.at(i, Feature::ends_with_question) > 0;
  for (const Lexicon kind : kKinds)
    if (kind != Lexicon::comment || !asks) cover += hits.coverage(kind);
  return cover;
}

/// How likely the block must be article text to stay, and why.
Demand demand_of(const PassInput& in, std::size_t i, const LexiconSet& lexicons) {
  const float tokens = in.at(i, Feature::tokens), words = words_of(in, i);
  const float links = in.at(i, Feature::link_density);
  const bool is_heading = in.block(i).shape == Shape::heading;
  const bool is_listed = in.block(i).shape == Shape::list_item || in.block(i).shape == Shape::table;
  const bool is_plain = !is_heading && !is_listed;
  const bool is_short = is_plain && tokens >= kMinCallTokens && words <= kMaxShortCallWords;
  const bool speaks_of_offers = in.hits(i, Lexicon::subscription_prompt) ||
                                in.hits(i, Lexicon::subscription_benefit) ||
                                in.hits(i, Lexicon::withheld);
  const bool quotes = speaks_of_offers && only_quotes_calls(in, i, lexicons);
  const bool asks = !quotes && in.hits(i, Lexicon::subscription_prompt);
  const bool leads_to_account = in.at(i, Feature::account_link_share) > 0;
  if (in.hits(i, Lexicon::advertisement) && tokens <= kMaxLineTokens)
    return {kSureDespiteAdvertisement, "phrase_advertisement", tokens <= kMaxPromoTokens};
  if (asks && !is_heading && informs_before_it_calls(in, i, lexicons)) return {0.0F, ""};
  // A short paragraph that is mostly a call is one, however well it sits among the others.
  const float cover = in.at(i, Feature::prompt_cover);
  if (is_short && asks && cover >= kMostlyPrompt) return {kSureDespiteShortCall, "phrase_prompt"};
  if (is_short && !quotes && (only_offers(in, i) || in.at(i, Lexicon::withheld) >= kMinWithheld))
    return {kSureDespiteShortCall, "phrase_prompt"};
  // A price beside what subscribers get may be what an article compares.
  if (is_short && !quotes && in.at(i, Lexicon::subscription_benefit) >= kMinBenefits &&
      cover >= kMostlyPrompt && in.at(i, Feature::has_price) <= 0)
    return {kSureDespiteBenefits, "phrase_benefit"};
  if (!quotes && in.hits(i, Lexicon::withheld) && tokens <= kMaxCallTokens)
    return {kSureDespiteCall, "phrase_withheld"};
  if (asks && is_plain && tokens >= kMinCallTokens && tokens <= kMaxShortCallWords &&
      called_share(in, i, lexicons) >= kMostlyCalled)
    return {kSureDespiteCalls, "phrase_prompt"};
  if (asks && tokens <= kMaxCallTokens && (cover >= kMostlyPrompt || leads_to_account))
    return {kSureDespiteCall, "phrase_prompt"};
  if (asks && tokens <= kMaxCallTokens) return {kSureDespiteMention, "phrase_prompt"};
  if (leads_to_offer(in, i)) return {kNeverSure, "account_link"};
  if (in.at(i, Lexicon::consent) >= 2) return {kSureDespiteCall, "phrase_consent"};
  const bool leads = in.hits(i, Lexicon::promo) && words <= kMaxLineTokens;
  if (in.hits(i, Lexicon::promo) && (in.is_text() || is_plain) && is_labelled_line(in, i, lexicons))
    return {in.is_text() ? kNeverSure : kSureDespiteLabel, "phrase_promo"};
  const float promo = in.at(i, Feature::promo_cover);
  if (leads && in.is_text() && promo >= kOnlyLeads)
    return {kSureDespiteLabelOfPromo, "phrase_promo", true};
  const bool mostly_leads = in.is_text() || promo >= kMostlyPromo;
  if (leads && (links >= kPartlyLink || in.is_text()))
    return {mostly_leads ? kSureDespiteCall : kSureDespiteLinkedPromo, "phrase_promo"};
  if (is_labelled_link(in, i)) return {kSureDespiteLabel, "labelled_link"};
  // "$89 View at the shop" is what a guide sells by, wherever it stands.
  if (is_plain && tokens <= kMaxOfferTokens && (leads || links >= kPartlyLink) &&
      in.at(i, Feature::has_price) > 0 && in.at(i, Feature::ends_strictly) <= 0)
    return {kSureDespiteOffer, "phrase_promo"};
  if (leads && is_plain && tokens <= kMaxPromoTokens && promo >= kMostlyPromo)
    return {kSureDespiteLabelOfPromo, "phrase_promo"};
  if (leads && tokens <= 8) return {kSureDespiteMention, "phrase_promo"};
  // A link of such a name may lead to what the text speaks of.
  const bool leads_on = links >= kMostlyLink && in.at(i, Feature::social_link_share) <= 0 &&
                        in.at(i, Feature::fragment_link_share) <= 0;
  if (in.hits(i, Lexicon::share_bar) && tokens <= kMaxShareTokens && is_plain && !leads_on)
    return {kSureDespiteShareLine, "phrase_furniture"};
  if (is_plain && tokens >= kMinFurnitureTokens &&
      in.at(i, Feature::characters) <= kMaxFurnitureCharacters &&
      furniture_cover(in, i, lexicons) >= kMostlyFurniture)
    return {kNeverSure, "phrase_furniture", true};
  if (in.hits(i, Lexicon::comment) && tokens <= kMaxLineTokens && is_plain)
    return {kSureDespiteComment, "phrase_furniture"};
  if (tokens <= kMaxLineTokens && (in.hits(i, Lexicon::share_bar) || in.hits(i, Lexicon::consent) ||
                                   in.hits(i, Lexicon::comment)))
    return {kSureDespiteMention, "phrase_furniture"};
  // A word or two may head a part of the text ("Key takeaways"), unless the rights are reserved.
  if ((tokens >= kMinFurnitureTokens || in.text(i).starts_with("\xC2\xA9")) &&
      tokens <= kMaxLineTokens && is_plain &&
      in.at(i, Lexicon::furniture) + in.at(i, Lexicon::end_mark) >= kMinFurnitureHits &&
      in.hits(i, Lexicon::furniture))
    return {kSureDespiteFurniture, "phrase_furniture"};
  // A paragraph may be one link from end to end; a teaser is no sentence.
  const bool is_sentence =
      in.at(i, Feature::ends_strictly) > 0 && in.at(i, Feature::ends_with_question) <= 0;
  // A list of contents and the headings that lead back to it say the same.
  const bool stays_on_page = in.at(i, Feature::fragment_link_share) > 0;
  if (!is_sentence && !stays_on_page && links >= kPartlyLink &&
      in.at(i, Feature::duplicates) >= kMinCopies)
    return {kSureDespiteCopies, "repeated_link"};
  if (is_plain && !is_sentence && links >= kMostlyLink && tokens >= 4)
    return {kSureDespiteLink, "all_link"};
  return {0.0F, ""};
}

/// What is asked in plain text, whose model weighs words itself.
float likelihood_in_text(const PassInput& in, std::size_t i, const LexiconSet& lexicons,
                         const Demand& demand) {
  if (demand.likelihood < kNeverSure)
    return demand.says_nothing_else ? demand.likelihood : demand.likelihood * kShareOfDemandInText;
  const bool is_plain = demand.says_nothing_else || only_calls(in, i, lexicons);
  return is_plain ? kSureDespitePlainCallInText : kSureDespiteCallInText;
}

/// "Subscribe now:" and below it the list of what a subscriber gets: where one item is known for
/// one, the others are benefits too.
void drop_benefit_lists(const PassInput& in, Verdicts& verdicts) {
  if (in.is_text()) return;
  for (std::size_t i = 0; i + 1 < in.size(); ++i) {
    if (is_kept(verdicts[i].kind) || !in.hits(i, Lexicon::subscription_prompt)) continue;
    const std::size_t begin = i + 1;
    std::size_t end = begin;
    bool has_benefit = false;
    while (end < in.size() && in.block(end).shape == Shape::list_item &&
           in.at(end, Feature::tokens) <= kMaxShortCallWords) {
      has_benefit |=
          in.hits(end, Lexicon::subscription_benefit) || in.hits(end, Lexicon::subscription_prompt);
      ++end;
    }
    if (!has_benefit) continue;
    for (std::size_t item = begin; item < end; ++item)
      if (is_body(verdicts[item].kind)) drop_block(verdicts[item], "same_box");
  }
}

} // namespace

void drop_prompts(const PassInput& in, Verdicts& verdicts) {
  const LexiconSet& lexicons = LexiconSet::for_language(in.page_data.metadata.language);
  const std::vector<bool> in_address_box = blocks_in_address_boxes(in);
  const auto drop_if_it_asks = [&](std::size_t i, bool is_labelled) {
    Verdict& verdict = verdicts[i];
    if (!is_body(verdict.kind) || in.at(i, Feature::tokens) <= 0) return;
    Demand demand = demand_of(in, i, lexicons);
    if (in_address_box[i] && demand.likelihood < kSureDespiteAddressBox)
      demand = {kSureDespiteAddressBox, "address_box"};
    if (is_labelled && demand.likelihood < kSureDespiteLabel)
      demand = {kSureDespiteLabel, "labelled_link"};
    if (in.is_text()) demand.likelihood = likelihood_in_text(in, i, lexicons, demand);
    if (verdict.keep < demand.likelihood) drop_block(verdict, demand.reason);
  };
  bool is_below_label = false; // of the links under it, which it names as those to other pages
  for (std::size_t i = 0; i < in.size(); ++i) {
    const bool is_labelled = is_below_label && is_linked_line(in, i);
    drop_if_it_asks(i, is_labelled);
    is_below_label = !is_kept(verdicts[i].kind) && (is_labelled || is_label_of_links(in, i));
  }
  drop_benefit_lists(in, verdicts);
}

} // namespace lectern
