// A pull quote repeats a sentence of the article in large type. It is told by what it repeats:
// nearly all of its words stand, in order, in one other kept block.
#include <algorithm>

#include "base/text.hpp"
#include "classify/passes.hpp"

namespace lectern {
namespace {

constexpr float kMinTokens = 6, kMaxTokens = 60;
constexpr float kMinRepeated = 0.9F; // of its words, in order; display copies drop a few
constexpr std::size_t kMaxCandidates = 60;

bool looks_displayed(const PassInput& in, std::size_t i) {
  const float tokens = in.at(i, Feature::tokens);
  if (tokens < kMinTokens || tokens > kMaxTokens) return false;
  const Shape shape = in.block(i).shape;
  if (shape == Shape::list_item || shape == Shape::table || shape == Shape::code) return false;
  // A heading often says what its section says.
  const bool is_named = in.at(i, Hint::pullquote) <= 3 || in.at(i, Hint::quote) <= 3;
  if (shape == Shape::heading && !in.is_text() && !is_named) return false;
  // In plain text only a line without a full stop looks like display.
  return shape == Shape::quote || in.at(i, Feature::ends_strictly) <= 0 ||
         (!in.is_text() && is_named);
}

/// The longest run of `line`'s words that stand in order in `text`, a few words of `text` between
/// them.
float share_in_order(const std::vector<std::string>& line, const std::vector<std::string>& text) {
  constexpr std::size_t kMaxGap = 6;
  float best = 0;
  for (std::size_t start = 0; start < text.size(); ++start) {
    if (text[start] != line[0]) continue;
    std::size_t found = 1, at = start;
    for (std::size_t w = 1; w < line.size(); ++w) {
      const std::size_t limit = std::min(text.size(), at + 1 + kMaxGap);
      for (std::size_t j = at + 1; j < limit; ++j) {
        if (text[j] != line[w]) continue;
        ++found;
        at = j;
        break;
      }
    }
    best = std::max(best, static_cast<float>(found) / static_cast<float>(line.size()));
  }
  return best;
}

} // namespace

void drop_pull_quotes(const PassInput& in, Verdicts& verdicts) {
  std::vector<std::size_t> candidates;
  for (std::size_t i = 0; i < in.size() && candidates.size() < kMaxCandidates; ++i)
    if ((is_body(verdicts[i].kind) || verdicts[i].kind == Kind::furniture) &&
        verdicts[i].figure < 0 && looks_displayed(in, i))
      candidates.push_back(i);
  if (candidates.empty()) return;
  std::vector<std::vector<std::string>> lines;
  for (std::size_t c : candidates) lines.push_back(tokens_of(in.text(c)));
  for (std::size_t i = 0; i < in.size(); ++i) {
    if (!is_body(verdicts[i].kind) || in.at(i, Feature::tokens) < kMinTokens) continue;
    const std::vector<std::string> text = tokens_of(in.text(i));
    for (std::size_t l = 0; l < lines.size(); ++l) {
      const std::size_t c = candidates[l];
      // Of two blocks the longer is the text; a line of the same length is a repetition, not a
      // display.
      if (c == i || lines[l].empty() || text.size() <= lines[l].size() + 2) continue;
      if (share_in_order(lines[l], text) < kMinRepeated) continue;
      verdicts[c].kind = Kind::pull_quote;
      verdicts[c].reason = "pull_quote";
      verdicts[c].confidence = 0.9F;
      verdicts[c].uncertain = false;
    }
  }
}

} // namespace lectern
