// A short line that ends no sentence, between paragraphs of prose, is a heading.
#include "classify/passes.hpp"
#include "document/line_form.hpp"

namespace lectern {
namespace {

constexpr float kMaxHeadingTokens = 14;
constexpr float kMinTokensUnderHeading = 12;

/// "Dear Ann," addresses somebody, and goes on.
bool ends_with_comma(std::string_view line) {
  constexpr char32_t kArabicComma = 0x60C, kIdeographicComma = 0xFF0C;
  const char32_t last = last_mark(line);
  return last == U',' || last == kArabicComma || last == kIdeographicComma;
}

/// The last line of a list stands at its list: no blank line parts them, one parts it from what
/// follows.
bool ends_list(const PassInput& in, const Verdicts& verdicts, std::size_t i, std::size_t next) {
  if (i == 0 || in.block(i).lines_before > 0 || in.block(next).lines_before == 0) return false;
  return is_body(verdicts[i - 1].kind) && in.at(i - 1, Feature::ends_sentence) <= 0 &&
         in.at(i - 1, Feature::tokens) <= kMaxHeadingTokens;
}

} // namespace

void find_text_headings(const PassInput& in, Verdicts& verdicts) {
  const BodyRange body = body_range(verdicts);
  for (int i = body.first; i >= 0 && i < body.last; ++i) {
    const auto at = static_cast<std::size_t>(i);
    Verdict& verdict = verdicts[at];
    if (verdict.kind != Kind::paragraph || in.block(at).shape != Shape::paragraph) continue;
    const bool is_short = in.at(at, Feature::tokens) <= kMaxHeadingTokens;
    const bool is_open =
        in.at(at, Feature::ends_sentence) <= 0 || in.at(at, Feature::ends_with_question) > 0;
    if (!is_short || !is_open || in.at(at, Feature::ends_with_colon) > 0 ||
        in.at(at, Feature::begins_lower) > 0 || ends_with_comma(in.text(at)))
      continue;
    // A prompt or a picture may stand between the heading and its text.
    std::size_t next = at + 1;
    while (next < static_cast<std::size_t>(body.last) &&
           (!is_kept(verdicts[next].kind) || verdicts[next].kind == Kind::figure))
      ++next;
    const bool leads_prose = verdicts[next].kind == Kind::paragraph &&
                             in.at(next, Feature::tokens) >= kMinTokensUnderHeading;
    if (!leads_prose || ends_list(in, verdicts, at, next)) continue;
    verdict.kind = Kind::heading;
  }
}

} // namespace lectern
