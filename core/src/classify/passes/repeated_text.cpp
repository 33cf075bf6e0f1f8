// A page that shows the same text twice (for phones and for desks, as a summary, as a pull quote)
// has it once in the article.
#include <algorithm>
#include <unordered_map>

#include "classify/passes.hpp"

namespace lectern {
namespace {

constexpr float kMinRepeatedTokens = 8; // shorter lines repeat by chance ("Yes.")

} // namespace

void drop_repeated_text(const PassInput& in, Verdicts& verdicts) {
  std::unordered_map<std::string_view, std::size_t> first;
  for (std::size_t i = 0; i < in.size(); ++i) {
    if (!is_body(verdicts[i].kind) || in.at(i, Feature::tokens) < kMinRepeatedTokens) continue;
    const auto [seen, is_new] = first.emplace(in.text(i), i);
    if (is_new) continue;
    // Copies for another screen stand in another box; in one and the same box the repetition is
    // meant.
    if (!in.is_text() &&
        in.dom.parent(in.block(i).node) == in.dom.parent(in.block(seen->second).node))
      continue;
    // A list of contents says what the headings say.
    const bool is_heading = in.block(i).shape == Shape::heading;
    if (is_heading != (in.block(seen->second).shape == Shape::heading)) continue;
    // The copy in the better place stays.
    std::size_t worse = i;
    if (verdicts[i].keep > verdicts[seen->second].keep + 0.2F) std::swap(worse, seen->second);
    verdicts[worse].kind = Kind::furniture;
    verdicts[worse].reason = "repeated";
    verdicts[worse].confidence = 0.9F;
  }
}

} // namespace lectern
