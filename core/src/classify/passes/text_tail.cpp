// Below the last paragraph a page of plain text has its menus and teasers: short lines that end no
// sentence. Above nothing, not even a heading means anything.
#include <vector>

#include "classify/passes.hpp"
#include "classify/text_lines.hpp"

namespace lectern {
namespace {

constexpr float kMaxTailWords = 8;
constexpr std::size_t kMaxTailLines = 5;
constexpr std::size_t kMaxSureTailLines = 2;
constexpr float kSureText = 0.85F, kDoubtfulText = 0.6F;

} // namespace

void trim_text_tail(const PassInput& in, Verdicts& verdicts) {
  std::vector<std::size_t> tail;
  for (std::size_t i = in.size(); i-- > 0;) {
    if (!is_body(verdicts[i].kind)) continue;
    const Shape shape = in.block(i).shape;
    const bool is_line = shape == Shape::paragraph || shape == Shape::heading;
    if (!is_line || verdicts[i].figure >= 0 || ends_as_sentence(in, i) ||
        in.at(i, Feature::ends_sentence) > 0 || words_of(in, i) > kMaxTailWords ||
        verdicts[i].keep >= kSureText)
      break;
    tail.push_back(i);
  }
  // More of them may be a list that closes the article.
  if (tail.size() > kMaxTailLines) return;
  if (tail.size() > kMaxSureTailLines)
    std::erase_if(tail, [&](std::size_t i) { return verdicts[i].keep >= kDoubtfulText; });
  for (std::size_t i : tail) {
    verdicts[i].kind = Kind::furniture;
    verdicts[i].reason = "after_end";
    verdicts[i].uncertain = false;
  }
}

} // namespace lectern
