#include "text_passes.hpp"

using namespace lectern;
using namespace lectern::test;

namespace {

bool is_shown(const char* line, float keep) {
  return in_body(
      verdicts_after(drop_prompts, {kFerryParagraph, {line, keep, true}, kFerryParagraph}))[1];
}

} // namespace

TEST_CASE("a line of plain text that only leads elsewhere must be likely to stay", "[classify]") {
  CHECK_FALSE(is_shown("Read the full review", 0.7F));
  CHECK_FALSE(is_shown("Buy on Amazon", 0.7F));
  CHECK(is_shown("Read the full review", 0.9F));
  // Most of its words say something.
  CHECK(is_shown("Learn more about what the ferry costs the island in winter", 0.7F));
}

TEST_CASE("a short line that calls itself an advertisement must be surely text", "[classify]") {
  CHECK_FALSE(is_shown("Advertisement - Continue Reading Below", 0.7F));
}
