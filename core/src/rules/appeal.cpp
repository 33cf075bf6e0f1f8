#include "rules/appeal.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>

namespace lectern {
namespace {

// A logistic regression over the seen half of tests/held_out, the labelled prompts and the
// paragraphs of the corpus, rounded. Every word counts in the cover as well, so "you", which
// articles say too, takes some of that back.
struct Part {
  Lexicon lexicon;
  float weight;
  int most; // hits that count
};
constexpr Part kParts[] = {
    {Lexicon::appeal_call, 0.9F, 3},   {Lexicon::appeal_thing, 0.45F, 3},
    {Lexicon::appeal_press, 1.35F, 2}, {Lexicon::appeal_reader, -0.45F, 2},
    {Lexicon::appeal_site, 0.35F, 2},  {Lexicon::appeal_lure, 0.75F, 3},
};
constexpr float kTold = -1.35F; // "said", "was", "she": somebody tells of others
constexpr int kMostTold = 3;
constexpr float kCover = 8.5F, kMaxCover = 1.2F; // the share of words that are of a part
constexpr float kCallsNobody = -2, kCallsForThing = 0.55F, kSpeaksOfThing = 1.65F;
constexpr float kLength = -0.88F, kMinWords = 4, kMaxWords = 60; // of the root of the words
constexpr float kBias = -1.2F, kNothingNamed = -10;

} // namespace

float appeal_cover(const PhraseHits& hits) {
  float cover = 0;
  for (const Part& part : kParts) cover += hits.coverage(part.lexicon);
  return cover;
}

float appeal_of(const PhraseHits& hits, float words) {
  const bool names_thing = hits.has(Lexicon::appeal_thing) || hits.has(Lexicon::appeal_press);
  // "Open the settings, tap on notifications": without us, or what we offer, it instructs.
  const bool is_ours = hits.has(Lexicon::appeal_site) || hits.has(Lexicon::appeal_press) ||
                       hits.has(Lexicon::appeal_lure);
  if (!names_thing || !is_ours) return kNothingNamed;
  float odds = kBias;
  for (const Part& part : kParts)
    odds += part.weight * static_cast<float>(std::min(hits.hits(part.lexicon), part.most));
  odds += kTold * static_cast<float>(std::min(hits.hits(Lexicon::appeal_telling), kMostTold));
  odds += kCover * std::min(appeal_cover(hits), kMaxCover);
  if (!hits.has(Lexicon::appeal_call)) odds += kCallsNobody;
  if (hits.has(Lexicon::appeal_call) && hits.has(Lexicon::appeal_thing)) odds += kCallsForThing;
  if (hits.has(Lexicon::appeal_reader) || hits.has(Lexicon::appeal_site)) odds += kSpeaksOfThing;
  return odds + kLength * std::sqrt(std::clamp(words, kMinWords, kMaxWords));
}

} // namespace lectern
