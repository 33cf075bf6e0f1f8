// Plain text in which somebody else is called.
#include "text_passes.hpp"

using namespace lectern;
using namespace lectern::test;

namespace {

const JudgedLine kParagraph{
    "The ferry did not sail on Monday, and the harbour master says that it will not sail on any "
    "other Monday of this winter.",
    0.97F, true};

bool stays(const std::string& line) {
  return in_body(
      verdicts_after(keep_told_prose, {kParagraph, {line, 0.02F, false}, kParagraph}))[1];
}

} // namespace

TEST_CASE("a call on a sign stays between paragraphs, however much it calls", "[classify]") {
  CHECK(
      stays("\"Subscribe now and win a clock\" stood on the sign that the diver found in the mud"));
  CHECK_FALSE(stays("Subscribe now and win a clock, as it says on the sign in the harbour"));
  CHECK_FALSE(stays("Press \"Subscribe now\" and you get our letter from the harbour each week"));
}
