// "Subscribe today," said the sign: what stands between quotation marks calls whoever is spoken to,
// not the reader. Which calls are quoted is told by matching the text without them.
#include <string>

#include "base/quotations.hpp"
#include "classify/passes.hpp"

namespace lectern {
namespace {

constexpr int kMinWordsAround = 3; // of a quotation; with fewer the line is what is quoted

} // namespace

bool only_quotes_calls(const PassInput& in, std::size_t i, const LexiconSet& lexicons) {
  const std::string rest = without_quotations(in.text(i));
  if (rest.size() == in.text(i).size()) return false;
  const PhraseHits hits = lexicons.match(rest);
  return hits.token_count >= kMinWordsAround && !hits.has(Lexicon::subscription_prompt) &&
         !hits.has(Lexicon::subscription_benefit) && !hits.has(Lexicon::withheld);
}

} // namespace lectern
