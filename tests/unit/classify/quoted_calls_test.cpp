// Plain text in which somebody else is called.
#include "text_passes.hpp"

using namespace lectern;
using namespace lectern::test;

namespace {

bool stays(const std::string& line) {
  return in_body(
      verdicts_after(keep_told_prose, {kFerryParagraph, {line, 0.02F, false}, kFerryParagraph}))[1];
}

} // namespace

TEST_CASE("a call on a sign stays between paragraphs, however much it calls", "[classify]") {
  CHECK(
      stays("\"Subscribe now and win a clock\" stood on the sign that the diver found in the mud"));
  CHECK_FALSE(stays("Subscribe now and win a clock, as it says on the sign in the harbour"));
  CHECK_FALSE(stays("Press \"Subscribe now\" and you get our letter from the harbour each week"));
}
