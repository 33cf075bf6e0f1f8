#include "text_passes.hpp"

using namespace lectern;
using namespace lectern::test;

namespace {

const JudgedLine kParagraph{
    "The ferry did not sail on Monday, and the harbour master says that it will not sail on any "
    "other Monday of this winter. The town has sold the older of its two boats, and the crew of "
    "the younger one is owed a day of rest that nobody had counted before.",
    0.97F, true};
const JudgedLine kName{"Iona Strachan", 0.4F, false};

std::vector<bool> shown(const JudgedLine& name, const JudgedLine& note) {
  return in_body(
      verdicts_after(drop_author_notes, {kParagraph, kParagraph, kParagraph, name, note}));
}

} // namespace

TEST_CASE("below the text a note takes up the name above it", "[classify]") {
  for (const char* note : {"Iona lives on the island and has written about boats for ten years.",
                           "Strachan writes about the sea and keeps nine goats on her rock.",
                           "Iona Strachan has rowed to every rock of the north of the country."})
    CHECK_FALSE(shown(kName, {note, 0.7F, true}).back());
  const JudgedLine shown_name{kName.text, 0.7F, true};
  CHECK_FALSE(
      shown(shown_name, {"Iona lives on the island and writes about its boats.", 0.7F, true})[3]);
}

TEST_CASE("other lines below a name, and those that are surely text, stay", "[classify]") {
  CHECK(shown(kName, {"The boat was sold in spring, and nobody was asked.", 0.7F, true}).back());
  CHECK(shown(kName, {"Iona lives on the island and writes about its boats.", 0.95F, true}).back());
  CHECK(shown({"The boat of the winter", 0.7F, true},
              {"The boat was sold in spring, and nobody was asked.", 0.7F, true})
            .back());
}

TEST_CASE("what a page says of a person before its end is no note", "[classify]") {
  const auto kept = in_body(verdicts_after(
      drop_author_notes, {kParagraph,
                          kName,
                          {"Iona lives on the island and writes about its boats.", 0.7F, true},
                          kParagraph,
                          kParagraph,
                          kParagraph}));
  CHECK(kept[2]);
}
