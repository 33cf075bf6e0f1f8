// "The results come out every Friday. Sign up here." informs first and calls then: such a paragraph
// is told by matching it without its last sentence.
#include "base/utf8.hpp"
#include "classify/passes.hpp"

namespace lectern {
namespace {

constexpr int kMinInformingTokens = 6;
constexpr char32_t kIdeographicStop = 0x3002, kDanda = 0x0964;

bool is_closing(char32_t c) { return c == U'"' || c == 0x201D || c == 0xBB || c == U')'; }

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

/// Where the sentence that holds `at` ends, the space behind it with it.
std::size_t end_of_sentence(std::string_view text, std::size_t at) {
  bool after_stop = false;
  while (at < text.size()) {
    const char32_t c = next_code_point(text, at);
    if (after_stop && is_space(c)) return at;
    if (c == kIdeographicStop) return at;
    after_stop =
        c == U'.' || c == U'!' || c == U'?' || c == kDanda || (after_stop && is_closing(c));
  }
  return at;
}

} // namespace

bool informs_before_it_calls(const PassInput& in, std::size_t i, const LexiconSet& lexicons) {
  const std::string_view informing = before_last_sentence(in.text(i));
  if (informing.empty()) return false;
  const PhraseHits hits = lexicons.match(informing);
  return hits.token_count >= kMinInformingTokens && !hits.has(Lexicon::subscription_prompt) &&
         !hits.has(Lexicon::subscription_benefit) && !hits.has(Lexicon::withheld);
}

float called_share(const PassInput& in, std::size_t i, const LexiconSet& lexicons) {
  const std::string_view text = in.text(i);
  int called = 0, all = 0;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = end_of_sentence(text, begin);
    const PhraseHits hits = lexicons.match(text.substr(begin, end - begin));
    all += hits.token_count;
    if (hits.has(Lexicon::subscription_prompt)) called += hits.token_count;
    begin = end;
  }
  return all == 0 ? 0.0F : static_cast<float>(called) / static_cast<float>(all);
}

} // namespace lectern
