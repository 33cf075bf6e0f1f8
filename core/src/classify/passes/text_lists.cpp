// An entry of a list stays when the entries around it do, whatever it says of trials and prices:
// "30 day free trial" among what speaks for a product is the article's.
#include <vector>

#include "classify/passes.hpp"
#include "classify/text_lines.hpp"

namespace lectern {
namespace {

// Set on the labelled lines, out of fold.
constexpr float kLikelyEntry = 0.40F;
constexpr float kSureNeighbour = 0.55F;
constexpr float kMaxEntryWords = 30;

bool is_entry(const PassInput& in, std::size_t i) {
  const Shape shape = in.block(i).shape;
  return (shape == Shape::paragraph || shape == Shape::list_item || shape == Shape::heading) &&
         words_of(in, i) <= kMaxEntryWords;
}

bool stands_among_entries(const PassInput& in, const Verdicts& verdicts, std::size_t i) {
  if (i == 0 || i + 1 >= in.size() || !is_entry(in, i)) return false;
  const auto is_shown = [&](std::size_t at) {
    return is_body(verdicts[at].kind) && verdicts[at].keep >= kSureNeighbour && is_entry(in, at);
  };
  return is_shown(i - 1) && is_shown(i + 1);
}

} // namespace

void keep_listed_lines(const PassInput& in, Verdicts& verdicts) {
  std::vector<std::size_t> entries; // first all are found: one that is kept so keeps no other
  for (std::size_t i = 0; i < in.size(); ++i)
    if (!is_body(verdicts[i].kind) && !is_wordless(in.block(i)) &&
        verdicts[i].keep >= kLikelyEntry && stands_among_entries(in, verdicts, i))
      entries.push_back(i);
  for (std::size_t i : entries) {
    verdicts[i].kind = kind_of_shape(in.block(i).shape);
    verdicts[i].reason = "among_text";
    verdicts[i].confidence = verdicts[i].keep;
    verdicts[i].uncertain = true;
  }
}

} // namespace lectern
