#include "text_passes.hpp"

using namespace lectern;
using namespace lectern::test;

namespace {

const JudgedLine kParagraph{"The harbour master says that the boat will not sail this winter.",
                            0.95F, true};

JudgedLine line(const char* text) { return {text, 0.8F, true}; }

} // namespace

TEST_CASE("a list of the headings below is no part of the text", "[classify]") {
  const auto verdicts = verdicts_after(
      drop_text_contents, {kParagraph, line("Contents"), line("The boat"), line("Who pays for it?"),
                           line("The crew"), kParagraph, line("The boat"), kParagraph,
                           line("Who pays for it?"), kParagraph, line("The crew"), kParagraph});
  CHECK(in_body(verdicts) == std::vector<bool>{true, false, false, false, false, true, true, true,
                                               true, true, true, true});
  CHECK(verdicts[2].kind == Kind::navigation);
  CHECK(verdicts[2].reason == std::string("contents_list"));
}

TEST_CASE("numbers before the entries or the headings change nothing", "[classify]") {
  const auto kept = in_body(verdicts_after(
      drop_text_contents, {kParagraph, line("The boat"), line("Who pays for it?"), line("The crew"),
                           kParagraph, line("1. The boat"), kParagraph, line("2. Who pays for it?"),
                           kParagraph, line("3. The crew"), kParagraph}));
  CHECK_FALSE((kept[1] || kept[2] || kept[3]));
  CHECK((kept[5] && kept[7] && kept[9]));
}

TEST_CASE("lines that come again without a text below them are no contents", "[classify]") {
  const auto kept = in_body(verdicts_after(
      drop_text_contents, {kParagraph, line("Pros"), line("Cons"), line("Price"), kParagraph,
                           line("Pros"), line("Cons"), line("Price"), kParagraph}));
  CHECK(kept == std::vector<bool>(9, true));
}

TEST_CASE("two lines or another order are no contents", "[classify]") {
  const auto two = in_body(verdicts_after(
      drop_text_contents, {kParagraph, line("The boat"), line("The crew"), kParagraph,
                           line("The boat"), kParagraph, line("The crew"), kParagraph}));
  CHECK(two == std::vector<bool>(8, true));
  const auto turned = in_body(verdicts_after(
      drop_text_contents, {kParagraph, line("The boat"), line("The island"), line("The crew"),
                           kParagraph, line("The crew"), kParagraph, line("The island"), kParagraph,
                           line("The boat"), kParagraph}));
  CHECK((turned[1] && turned[2] && turned[3]));
}

TEST_CASE("an entry may have other words than its heading", "[classify]") {
  const auto kept = in_body(verdicts_after(
      drop_text_contents,
      {kParagraph, line("The boat"), line("Who pays for it?"), line("Its crew"), line("The school"),
       kParagraph, line("The boat"), kParagraph, line("Who pays for it?"), kParagraph,
       line("The crew of the ferry"), kParagraph, line("The school"), kParagraph}));
  CHECK_FALSE((kept[1] || kept[2] || kept[3] || kept[4]));
  CHECK((kept[6] && kept[8] && kept[10] && kept[12]));
}
