#include "text_passes.hpp"

using namespace lectern;
using namespace lectern::test;

namespace {

const JudgedLine kBread{"Bread by boat, from a bakery on the mainland", 0.3F, false};
const JudgedLine kBreadTeaser{"The baker on the island has shut, and its loaves come by sea.", 0.9F,
                              true};
const JudgedLine kGoats{"Nine goats and the island's only policeman", 0.3F, false};
const JudgedLine kGoatsTeaser{"Why a herd that belongs to nobody keeps a station busy.", 0.6F,
                              true};

std::vector<bool> shown(const std::vector<JudgedLine>& lines) {
  return in_body(verdicts_after(drop_text_rails, lines));
}

} // namespace

TEST_CASE("what stands under foreign headlines in a row is foreign", "[classify]") {
  const auto kept = shown(
      {kFerryParagraph, kBread, kBreadTeaser, kGoats, kGoatsTeaser, {"About us", 0.01F, false}});
  CHECK(kept == std::vector<bool>{true, false, false, false, false, false});
}

TEST_CASE("a label above the first headline of a rail changes nothing", "[classify]") {
  const JudgedLine how_long{"3 min", 0.05F, false};
  const JudgedLine school{"A school with two pupils looks for a third", 0.2F, false};
  const JudgedLine school_teaser{"The teacher has put up a notice on the mainland.", 0.8F, true};
  const auto kept = shown({kFerryParagraph,
                           how_long,
                           school,
                           school_teaser,
                           kBread,
                           kBreadTeaser,
                           kGoats,
                           kGoatsTeaser,
                           {"About us", 0.01F, false}});
  CHECK(kept == std::vector<bool>{true, false, false, false, false, false, false, false, false});
}

TEST_CASE("one paragraph under a headline that was doubted stays", "[classify]") {
  CHECK(shown({kFerryParagraph, kBread, kBreadTeaser, {"About us", 0.01F, false}})[2]);
  CHECK(shown({kFerryParagraph, kBread, kBreadTeaser, kFerryParagraph, kGoats, kGoatsTeaser,
               kFerryParagraph})[2]);
}

TEST_CASE("paragraphs under headings that are the article's are no rail", "[classify]") {
  const JudgedLine bread{kBread.text, 0.8F, true}, goats{kGoats.text, 0.8F, true};
  const auto kept = shown({kFerryParagraph, bread, kBreadTeaser, goats, kGoatsTeaser});
  CHECK(kept == std::vector<bool>{true, true, true, true, true});
}

TEST_CASE("beginnings that break off under headlines are those of other stories", "[classify]") {
  const JudgedLine bread{kBread.text, 0.7F, true}, goats{kGoats.text, 0.7F, true};
  const JudgedLine bread_begins{"The baker on the island has shut, and its loaves come by...", 0.8F,
                                true};
  const JudgedLine goats_begins{"Why a herd that belongs to nobody keeps a station [\xE2\x80\xA6]",
                                0.8F, true};
  CHECK(shown({kFerryParagraph, bread, bread_begins, goats, goats_begins}) ==
        std::vector<bool>{true, false, false, false, false});
  CHECK(shown({kFerryParagraph, bread, bread_begins, kFerryParagraph}) ==
        std::vector<bool>{true, true, true, true});
}

TEST_CASE("a story may break off where a sentence stands above", "[classify]") {
  const JudgedLine silence{"\"And then,\" said the policeman, \"there was nothing to be seen...",
                           0.8F, true};
  CHECK(shown({kFerryParagraph, silence, kFerryParagraph, silence}) ==
        std::vector<bool>{true, true, true, true});
}

TEST_CASE("a line that names what it leads to heads no teaser", "[classify]") {
  const JudgedLine related{"Related: the end of the waiting room", 0.03F, false};
  const auto kept = shown(
      {kFerryParagraph, related, kBreadTeaser, kGoats, kGoatsTeaser, {"About us", 0.01F, false}});
  CHECK(kept == std::vector<bool>{true, false, true, false, true, false});
}
