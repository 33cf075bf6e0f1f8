#include "text_passes.hpp"

using namespace lectern;
using namespace lectern::test;

namespace {

const JudgedLine kParagraph{
    "The ferry did not sail on Monday, and the harbour master says that it will not sail on any "
    "other Monday of this winter, whatever the weather.",
    0.97F, true};

/// `count` paragraphs, then `between` lines of a menu, then a paragraph that is `keep` likely.
bool is_shown(int count, int between, float keep, float paragraphs_keep = 0.97F) {
  std::vector<JudgedLine> lines;
  for (int i = 0; i < count; ++i) {
    JudgedLine line = kParagraph;
    line.keep = paragraphs_keep;
    line.text += std::string(static_cast<std::size_t>(i), '!');
    lines.push_back(line);
  }
  for (int i = 0; i < between; ++i) lines.push_back({"Harbour news", 0.02F, false});
  lines.push_back(
      {"We use what our readers leave behind on this page to learn what they like.", keep, true});
  return in_body(verdicts_after(drop_islands_below_text, lines)).back();
}

} // namespace

TEST_CASE("a doubtful paragraph far from the text is not shown", "[classify]") {
  CHECK_FALSE(is_shown(8, 6, 0.4F));
  CHECK_FALSE(is_shown(8, 6, 0.55F));
  CHECK_FALSE(is_shown(8, 3, 0.4F));
}

TEST_CASE("one near the text or likely stays", "[classify]") {
  CHECK(is_shown(8, 0, 0.4F));
  CHECK(is_shown(8, 2, 0.4F));
  CHECK(is_shown(8, 3, 0.55F));
  CHECK(is_shown(8, 6, 0.65F));
}

TEST_CASE("where the page's own paragraphs are doubtful none is measured by them", "[classify]") {
  CHECK(is_shown(8, 6, 0.4F, 0.8F));
  CHECK(is_shown(3, 6, 0.4F));
}

TEST_CASE("what would be much of the article stays", "[classify]") {
  std::vector<JudgedLine> lines(5, kParagraph);
  for (int i = 0; i < 6; ++i) lines.push_back({"Harbour news", 0.02F, false});
  JudgedLine below = kParagraph;
  below.keep = 0.5F;
  lines.push_back(below);
  CHECK(in_body(verdicts_after(drop_islands_below_text, lines)).back());
}

TEST_CASE("above the text the same is asked, once the header was read", "[classify]") {
  std::vector<JudgedLine> lines;
  lines.push_back(
      {"The harbour is run by the town, which answers for what it says here.", 0.4F, true});
  for (int i = 0; i < 6; ++i) lines.push_back({"Harbour news", 0.02F, false});
  for (int i = 0; i < 5; ++i) lines.push_back(kParagraph);
  CHECK_FALSE(in_body(verdicts_after(drop_islands_above_text, lines))[0]);
  CHECK(in_body(verdicts_after(drop_islands_below_text, lines))[0]);
}
