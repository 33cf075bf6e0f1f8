// Names what a dropped block is, for the reader who looks at what was removed: by its phrases
// first, then by the names and landmarks around it, then by the box it stands in.
#include <algorithm>

#include "classify/passes.hpp"
#include "classify/passes/link_calls.hpp"

namespace lectern {
namespace {

struct Evidence {
  Kind kind;
  const char* reason;
};
constexpr Evidence kNone{Kind::furniture, ""};
constexpr float kMaxEndMarkTokens = 5;
constexpr float kMaxOfferTokens = 22;
constexpr float kNear = 5; // levels up to an element that names what it holds

Evidence by_phrase(const PassInput& in, std::size_t i) {
  const bool is_end_mark =
      in.hits(i, Lexicon::end_mark) && in.at(i, Feature::tokens) <= kMaxEndMarkTokens;
  // "Read also" is a call by its form; what it calls for is another story.
  if (in.is_text() && is_end_mark && in.hits(i, Lexicon::promo) &&
      in.hits(i, Lexicon::subscription_prompt))
    return {Kind::promo, "phrase_promo"};
  if (in.is_text() && is_end_mark && !in.hits(i, Lexicon::subscription_prompt) &&
      !in.hits(i, Lexicon::share_bar) && !in.hits(i, Lexicon::comment))
    return {Kind::furniture, "phrase_end"};
  if (in.hits(i, Lexicon::consent)) return {Kind::consent, "phrase_consent"};
  // "Read also: why everybody subscribes again": what fills more of the line names it.
  const bool leads_more = in.hits(i, Lexicon::promo) &&
                          in.at(i, Feature::promo_cover) > in.at(i, Feature::prompt_cover);
  if (in.hits(i, Lexicon::subscription_prompt) && !leads_more)
    return {Kind::subscription_prompt, "phrase_prompt"};
  if (in.hits(i, Lexicon::withheld)) return {Kind::subscription_prompt, "phrase_withheld"};
  if (in.hits(i, Lexicon::subscription_benefit))
    return {Kind::subscription_prompt, "phrase_benefit"};
  if (in.hits(i, Lexicon::advertisement)) return {Kind::advertisement, "phrase_advertisement"};
  if (in.hits(i, Lexicon::share_bar)) return {Kind::share_bar, "phrase_share"};
  if (is_end_mark) return {Kind::furniture, "phrase_end"};
  if (in.hits(i, Lexicon::promo)) return {Kind::promo, "phrase_promo"};
  if (in.hits(i, Lexicon::comment)) return {Kind::comment, "phrase_comment"};
  if (in.hits(i, Lexicon::tag_list)) return {Kind::tag_list, "phrase_tags"};
  if (in.hits(i, Lexicon::author_bio)) return {Kind::author_bio, "phrase_author"};
  if (in.hits(i, Lexicon::navigation)) return {Kind::navigation, "phrase_navigation"};
  return kNone;
}

Evidence by_place(const PassInput& in, std::size_t i) {
  if (in.is_text()) return kNone;
  if (leads_to_offer(in, i)) return {Kind::subscription_prompt, "account_link"};
  if (is_labelled_link(in, i)) return {Kind::promo, "labelled_link"};
  struct Named {
    Hint hint;
    Kind kind;
    const char* reason;
  };
  constexpr Named kNamed[] = {{Hint::consent, Kind::consent, "named_consent"},
                              {Hint::paywall, Kind::subscription_prompt, "named_prompt"},
                              {Hint::newsletter, Kind::subscription_prompt, "named_prompt"},
                              {Hint::ad, Kind::advertisement, "named_advertisement"},
                              {Hint::share, Kind::share_bar, "named_share"},
                              {Hint::comment, Kind::comment, "named_comment"},
                              {Hint::related, Kind::promo, "named_promo"},
                              {Hint::promo_card, Kind::promo, "named_promo"},
                              {Hint::tag, Kind::tag_list, "named_tags"},
                              {Hint::pullquote, Kind::pull_quote, "named_pull_quote"},
                              {Hint::breadcrumb, Kind::navigation, "named_navigation"},
                              {Hint::nav, Kind::navigation, "named_navigation"}};
  const Named* nearest = nullptr;
  for (const Named& named : kNamed)
    if (in.at(i, named.hint) <= kNear &&
        (!nearest || in.at(i, named.hint) < in.at(i, nearest->hint)))
      nearest = &named;
  if (nearest) return {nearest->kind, nearest->reason};
  if (in.at(i, Feature::up_nav) <= kNear) return {Kind::navigation, "inside_nav"};
  if (in.at(i, Hint::author) <= 3 && in.at(i, Feature::tokens) >= 8)
    return {Kind::author_bio, "named_author"};
  if (in.at(i, Feature::link_density) > 0.7F && in.at(i, Feature::tokens) >= 4)
    return {Kind::promo, "all_link"};
  return kNone;
}

/// In plain text nothing but its length tells whether a line below an offer is of it.
bool may_belong_to_offer(const PassInput& in, std::size_t i) {
  return in.at(i, Feature::tokens) <= kMaxOfferTokens;
}

/// Lines without evidence of their own take that of the box: a run of dropped blocks around them.
void spread_in_boxes(const PassInput& in, Verdicts& verdicts, std::vector<Evidence>& evidence) {
  for (std::size_t begin = 0; begin < in.size();) {
    if (is_kept(verdicts[begin].kind)) {
      ++begin;
      continue;
    }
    std::size_t end = begin;
    while (end < in.size() && !is_kept(verdicts[end].kind)) ++end;
    // In plain text nothing shows where a box begins: what stands above its first line stays apart.
    for (int direction : {1, -1}) {
      if (direction < 0 && in.is_text()) break;
      Evidence last = kNone;
      for (std::size_t step = 0; step < end - begin; ++step) {
        const std::size_t i = direction > 0 ? begin + step : end - 1 - step;
        if (evidence[i].reason[0] != '\0') {
          last = evidence[i];
          continue;
        }
        const std::size_t before = direction > 0 ? i - 1 : i + 1;
        if (verdicts[i].kind != Kind::furniture) {
          last = kNone;
          continue;
        }
        const bool together =
            step > 0 &&
            (in.is_text()
                 ? last.kind == Kind::subscription_prompt && may_belong_to_offer(in, i)
                 : in.dom.parent(in.block(i).node) == in.dom.parent(in.block(before).node));
        if (in.is_text() && !together) last = kNone;
        if (together && last.reason[0] != '\0') evidence[i] = {last.kind, "same_box"};
      }
    }
    begin = end;
  }
}

} // namespace

void name_removed_kinds(const PassInput& in, Verdicts& verdicts) {
  std::vector<Evidence> evidence(in.size(), kNone);
  const std::vector<bool> in_address_box = blocks_in_address_boxes(in);
  for (std::size_t i = 0; i < in.size(); ++i) {
    if (in.is_text() && verdicts[i].kind == Kind::subscription_prompt)
      evidence[i] = {verdicts[i].kind, verdicts[i].reason};
    if (is_kept(verdicts[i].kind) || verdicts[i].kind != Kind::furniture) continue;
    evidence[i] = by_phrase(in, i);
    if (evidence[i].reason[0] == '\0' && std::string_view(verdicts[i].reason) == "phrase_appeal")
      evidence[i] = {Kind::subscription_prompt, "phrase_appeal"};
    if (evidence[i].reason[0] == '\0') evidence[i] = by_place(in, i);
    if (evidence[i].reason[0] == '\0' && in_address_box[i])
      evidence[i] = {Kind::subscription_prompt, "address_box"};
  }
  spread_in_boxes(in, verdicts, evidence);
  for (std::size_t i = 0; i < in.size(); ++i) {
    if (is_kept(verdicts[i].kind) || verdicts[i].kind != Kind::furniture ||
        evidence[i].reason[0] == '\0')
      continue;
    verdicts[i].kind = evidence[i].kind;
    verdicts[i].reason = evidence[i].reason;
  }
}

} // namespace lectern
