// A line that no phrase knows, of which most words are those of a site that speaks to its reader
// about itself: what it calls for, what a site has, you, we, free, every morning
// (rules/appeal.hpp). Pages that speak to their reader all along, as guides do, must say it more
// plainly, and a page that says such things again and again is about them.
#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "base/quotations.hpp"
#include "classify/passes.hpp"
#include "classify/passes/link_calls.hpp"
#include "classify/text_lines.hpp"
#include "classify/thresholds.hpp"
#include "rules/appeal.hpp"

namespace lectern {
namespace {

constexpr float kMinWords = 5, kMaxWords = 26;
constexpr float kMinProseTokens = 8;
// A quotation that never ends is looked for up to the end of the text, from each mark that opens
// one.
constexpr std::size_t kMaxBytes = 2000;
constexpr float kMinToldWords = 8, kMinLikelihoodOfTold = 0.1F;
constexpr float kSpokenTo = 10; // more asked where every paragraph calls its reader
// Less may be a paragraph that informs and calls in its last sentence alone.
constexpr float kSureOfWhole = 3;
constexpr std::size_t kMaxAppeals = 3;
constexpr float kMostlyElsewhere = 0.1F; // of the links

bool may_appeal(const PassInput& in, std::size_t i, const Verdicts& verdicts) {
  const Shape shape = in.block(i).shape;
  if (shape != Shape::paragraph && shape != Shape::quote) return false;
  if (!is_body(verdicts[i].kind) || verdicts[i].keep >= kSureDespiteAppeal) return false;
  if (in.at(i, Feature::ends_with_colon) > 0) return false; // leads to what the article lists
  // "Exclusive rates: ...": an entry of a list, which plain text does not tell from a paragraph.
  if (in.is_text() && label_of(in.text(i)).end > 0) return false;
  const float words = words_of(in, i);
  if (words < kMinWords || words > kMaxWords || in.text(i).size() > kMaxBytes) return false;
  // "Visit the museum's website": a link to another site speaks of that one.
  const bool leads_elsewhere = in.at(i, Feature::external_link_share) > kMostlyElsewhere &&
                               in.at(i, Feature::social_link_share) <= 0 &&
                               in.at(i, Feature::account_link_share) <= 0;
  return !leads_elsewhere;
}

/// A heading says "our" and "reviews" too.
bool may_call(const PassInput& in, std::size_t i, bool has_call) {
  return has_call || ends_as_sentence(in, i);
}

/// Whether the line is an appeal without what stands between its quotation marks, which calls
/// somebody else.
bool appeals_by_itself(const PassInput& in, std::size_t i, const LexiconSet& lexicons) {
  const std::string rest = without_quotations(in.text(i));
  if (rest.size() == in.text(i).size()) return true;
  const PhraseHits hits = lexicons.match(rest);
  return may_call(in, i, hits.has(Lexicon::appeal_call)) &&
         appeal_of(hits, words_of(in, i)) >= kSureAppeal;
}

/// The share of the other paragraphs that say "you" and what to do.
float spoken_to(const PassInput& in, const Verdicts& verdicts,
                const std::vector<std::size_t>& found) {
  int paragraphs = 0, spoken = 0;
  for (std::size_t i = 0; i < in.size(); ++i) {
    if (verdicts[i].kind != Kind::paragraph || in.at(i, Feature::tokens) < kMinProseTokens ||
        std::find(found.begin(), found.end(), i) != found.end())
      continue;
    ++paragraphs;
    spoken += in.hits(i, Lexicon::appeal_reader) && in.hits(i, Lexicon::appeal_call);
  }
  return static_cast<float>(spoken) / static_cast<float>(std::max(1, paragraphs));
}

/// Calls the reader, or says what only a page says of itself.
bool calls_reader(const PassInput& in, std::size_t i) {
  for (const Lexicon part :
       {Lexicon::appeal_call, Lexicon::appeal_reader, Lexicon::appeal_site,
        Lexicon::subscription_prompt, Lexicon::withheld, Lexicon::furniture, Lexicon::share_bar,
        Lexicon::consent, Lexicon::comment, Lexicon::advertisement, Lexicon::promo})
    if (in.hits(i, part)) return true;
  return false;
}

/// Prose of what others said or did, in words of offers: "Subscribers will get the archive, the
/// publisher said." Or a call that somebody else is quoted with.
bool tells_of_others(const PassInput& in, std::size_t i, const LexiconSet& lexicons) {
  if (words_of(in, i) < kMinToldWords || !ends_as_sentence(in, i) || in.text(i).size() > kMaxBytes)
    return false;
  return (in.hits(i, Lexicon::appeal_telling) && !calls_reader(in, i)) ||
         only_quotes_calls(in, i, lexicons);
}

/// "Subscribe today", said the sign: a call that is known and quoted, in words that call nobody. A
/// script without full stops may be the line's.
bool quotes_known_call(const PassInput& in, std::size_t i, const LexiconSet& lexicons) {
  if (words_of(in, i) < kMinToldWords || !in.hits(i, Lexicon::subscription_prompt) ||
      in.text(i).size() > kMaxBytes || !only_quotes_calls(in, i, lexicons))
    return false;
  const PhraseHits around = lexicons.match(without_quotations(in.text(i)));
  return !around.has(Lexicon::appeal_call) && !around.has(Lexicon::appeal_reader) &&
         !around.has(Lexicon::appeal_site);
}

} // namespace

void keep_told_prose(const PassInput& in, Verdicts& verdicts) {
  const LexiconSet& lexicons = LexiconSet::for_language(in.page_data.metadata.language);
  for (std::size_t i = 1; i < in.size(); ++i) {
    if (verdicts[i].kind != Kind::furniture || in.block(i).shape != Shape::paragraph ||
        in.block(i).linked_bytes > 0)
      continue;
    const bool is_likely = verdicts[i].keep >= kMinLikelihoodOfTold;
    const NodeId parent = in.is_text() ? kNoNode : in.dom.parent(in.block(i).node);
    if (!in.is_text() && parent == kNoNode) continue;
    const auto is_beside = [&](std::size_t other) {
      return verdicts[other].kind == Kind::paragraph &&
             (in.is_text() ? words_of(in, other) >= kMinToldWords
                           : in.dom.parent(in.block(other).node) == parent);
    };
    const bool is_last =
        i + 1 == in.size() || (!in.is_text() && !in.dom.contains(parent, in.block(i + 1).first));
    if (!is_beside(i - 1) || !(is_last || is_beside(i + 1))) continue;
    if ((is_likely && tells_of_others(in, i, lexicons)) || quotes_known_call(in, i, lexicons))
      keep_in_doubt(verdicts[i], Kind::paragraph);
  }
}

void drop_appeals(const PassInput& in, Verdicts& verdicts) {
  const LexiconSet& lexicons = LexiconSet::for_language(in.page_data.metadata.language);
  std::vector<std::size_t> found;
  for (std::size_t i = 0; i < in.size(); ++i) {
    const float odds = in.at(i, Feature::appeal);
    if (odds < kSureAppeal || !may_appeal(in, i, verdicts) ||
        !may_call(in, i, in.hits(i, Lexicon::appeal_call)))
      continue;
    if (in.hits(i, Lexicon::subscription_prompt) && odds < kSureOfWhole &&
        informs_before_it_calls(in, i, lexicons))
      continue;
    if (appeals_by_itself(in, i, lexicons)) found.push_back(i);
    if (found.size() > kMaxAppeals) return; // the page is about such things
  }
  if (found.empty()) return;
  const float asked = kSureAppeal + kSpokenTo * spoken_to(in, verdicts, found);
  for (const std::size_t i : found)
    if (in.at(i, Feature::appeal) >= asked) drop_block(verdicts[i], "phrase_appeal");
}

} // namespace lectern
