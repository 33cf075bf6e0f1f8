// Below the last paragraph a page of plain text has its menus and teasers: short lines that end no
// sentence. Above nothing, not even a heading means anything.
#include "classify/passes.hpp"
#include "classify/text_lines.hpp"

namespace lectern {
namespace {

constexpr float kMaxTailWords = 8;

} // namespace

void trim_text_tail(const PassInput& in, Verdicts& verdicts) {
  for (std::size_t i = in.size(); i-- > 0;) {
    if (!is_body(verdicts[i].kind)) continue;
    const Shape shape = in.block(i).shape;
    const bool is_line = shape == Shape::paragraph || shape == Shape::heading;
    if (!is_line || verdicts[i].figure >= 0 || ends_as_sentence(in, i) ||
        in.at(i, Feature::ends_sentence) > 0 || words_of(in, i) > kMaxTailWords)
      return;
    verdicts[i].kind = Kind::furniture;
    verdicts[i].reason = "after_end";
    verdicts[i].uncertain = false;
  }
}

} // namespace lectern
