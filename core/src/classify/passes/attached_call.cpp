// "The results come out every Friday. Sign up here." informs first and calls then: such a paragraph
// is told by matching it without its last sentence.
#include "base/utf8.hpp"
#include "classify/passes.hpp"

namespace lectern {
namespace {

constexpr int kMinInformingTokens = 6;
constexpr char32_t kIdeographicStop = 0x3002, kDanda = 0x0964;

/// The text before its last sentence, when that ends in a full stop; else empty.
std::string_view before_last_sentence(std::string_view text) {
  std::size_t cut = 0;
  bool after_stop = false;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t here = at;
    const char32_t c = next_code_point(text, at);
    const bool ends_without_space = c == kIdeographicStop && at < text.size();
    if (after_stop && is_space(c)) cut = here;
    if (ends_without_space) cut = at;
    after_stop = c == U'.' || c == kDanda;
  }
  return text.substr(0, cut);
}

} // namespace

bool informs_before_it_calls(const PassInput& in, std::size_t i, const LexiconSet& lexicons) {
  const std::string_view informing = before_last_sentence(in.text(i));
  if (informing.empty()) return false;
  const PhraseHits hits = lexicons.match(informing);
  return hits.token_count >= kMinInformingTokens && !hits.has(Lexicon::subscription_prompt) &&
         !hits.has(Lexicon::subscription_benefit) && !hits.has(Lexicon::withheld);
}

} // namespace lectern
