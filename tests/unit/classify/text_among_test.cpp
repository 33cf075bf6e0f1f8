#include <catch2/catch_test_macros.hpp>
#include <string>
#include <vector>

#include "annotate/annotate.hpp"
#include "classify/passes.hpp"
#include "document/build_text_document.hpp"

using namespace lectern;

namespace {

constexpr const char* kProse =
    "The lid came loose on the fourth day, and the maker sends new ones only to those who ask for "
    "them by letter.\n\n";

struct Line {
  std::string text;
  float keep;
  bool is_kept;
  const char* reason = "learned";
};

/// Which lines are shown after the pass.
std::vector<bool> shown(const std::vector<Line>& lines) {
  std::string text;
  for (const Line& line : lines) text += line.text + "\n";
  const Dom dom;
  const Document document = build_text_document(text, 1000);
  REQUIRE(document.blocks.size() == lines.size());
  PageData page_data;
  page_data.metadata.language = "en";
  const FeatureTable features = annotate(dom, document, page_data, Url());
  Verdicts verdicts(lines.size());
  for (std::size_t i = 0; i < lines.size(); ++i) {
    verdicts[i].keep = lines[i].keep;
    verdicts[i].reason = lines[i].reason;
    verdicts[i].kind = lines[i].is_kept ? kind_of_shape(document.blocks[i].shape) : Kind::furniture;
  }
  keep_lines_among_text({dom, document, features, page_data}, verdicts);
  std::vector<bool> result;
  for (const Verdict& verdict : verdicts) result.push_back(is_kept(verdict.kind));
  return result;
}

} // namespace

TEST_CASE("an entry between kept entries stays", "[classify]") {
  const Line above{"No assembly required", 0.8F, true}, below{"Great stability", 0.7F, true};
  CHECK(shown({above, {"30 day risk free trial", 0.45F, false}, below})[1]);
  CHECK_FALSE(shown({above, {"30 day risk free trial", 0.1F, false}, below})[1]);
  CHECK_FALSE(shown({above, {"30 day risk free trial", 0.45F, false}, {"Menu", 0.1F, false}})[1]);
}

TEST_CASE("what calls itself an advertisement is no entry of a list", "[classify]") {
  const Line above{"No assembly required", 0.8F, true}, below{"Great stability", 0.7F, true};
  CHECK_FALSE(shown({above, {"Advertisement", 0.45F, false}, below})[1]);
  CHECK_FALSE(shown({above, {"Subscribe to our newsletter", 0.45F, false}, below})[1]);
}

TEST_CASE("what offers, shares or reserves rights alone is no entry of a list", "[classify]") {
  const Line above{"The steps are dry.", 0.8F, true}, below{"The quay is wet.", 0.7F, true};
  CHECK_FALSE(
      shown({above, {"Unlimited access, ad-free reading on any device.", 0.45F, false}, below})[1]);
  CHECK(shown({above, {"It may not be copied.", 0.45F, false}, below})[1]);
  CHECK_FALSE(
      shown({above, {"It may not be copied.", 0.45F, false, "phrase_furniture"}, below})[1]);
}

TEST_CASE("on a short page a few words above a paragraph lead it", "[classify]") {
  const Line prose{kProse, 0.9F, true};
  CHECK(shown({prose, {"What the rain does\n", 0.35F, false}, prose})[1]);
  CHECK_FALSE(shown({prose, {"What the rain does to 12 villages\n", 0.35F, false}, prose})[1]);
  CHECK_FALSE(shown({prose, {"What the rain does\n", 0.35F, false}, {"Menu", 0.1F, false}})[1]);
}

TEST_CASE("a table between paragraphs stays", "[classify]") {
  const Line prose{kProse, 0.9F, true};
  const Line table{"Winter\tOutside\tInside\n2022\t-9\t2\n", 0.25F, false};
  CHECK(shown({prose, table, prose})[1]);
  CHECK_FALSE(shown({prose, table, {"Menu", 0.1F, false}, {"Contact", 0.1F, false}})[1]);
}

TEST_CASE("what is announced by a line of the text stays, whatever it says of prices",
          "[classify]") {
  const Line costs{"What the lessons cost:", 0.8F, true}, below{"Lessons in the boat", 0.7F, true};
  const Line trial{"Free trial for one month", 0.6F, false, "phrase_prompt"};
  const Line year{"Annual subscription: $60", 0.4F, false, "phrase_benefit"};
  CHECK(shown({costs, trial, year, below}) == std::vector<bool>(4, true));
  CHECK_FALSE(shown({costs, {"Subscribe now", 0.6F, false, "phrase_prompt"}, below})[1]);
  CHECK_FALSE(shown({below, trial, year, below})[1]);
  CHECK_FALSE(shown({{"What the lessons cost:", 0.3F, false}, trial, year, below})[1]);
  CHECK_FALSE(shown({costs, trial, year, {"Menu", 0.1F, false}})[1]);
}

TEST_CASE("instructions of several sentences between paragraphs stay", "[classify]") {
  const Line prose{kProse, 0.99F, true};
  const std::string found =
      "If you have found a mistake in the bill, write to the company within a month. Enclose a "
      "copy of it and the receipt.\n\n";
  CHECK(shown({prose, {found, 0.15F, false}, prose})[1]);
  CHECK_FALSE(shown({prose, {found, 0.05F, false}, prose})[1]);
  CHECK_FALSE(shown({prose, {found, 0.15F, false}, {"Menu\n\n", 0.01F, false}})[1]);
  CHECK_FALSE(shown({prose,
                     {"Found a mistake in this article? Write to our newsroom at once, please, and "
                      "we will put it right.\n\n",
                      0.15F, false},
                     prose})[1]);
}

TEST_CASE("cookies in the settings of a browser are nobody's banner", "[classify]") {
  const Line prose{kProse, 0.99F, true};
  CHECK(
      shown({prose,
             {"In the browser the clerk opens the cookie settings, deletes all that is there, and "
              "loads the page again.\n\n",
              0.15F, false},
             prose})[1]);
  CHECK_FALSE(shown({prose,
                     {"We use cookies to make our pages better, and you can read about them in the "
                      "settings.\n\n",
                      0.15F, false},
                     prose})[1]);
}

TEST_CASE("the few words of entries below a line that announces them stay", "[classify]") {
  const Line prose{kProse, 0.99F, true};
  const Line announces{"The island sends three things to the mainland:\n\n", 0.9F, true};
  const Line cheese{"Cheese\n\n", 0.45F, false}, wool{"Wool and yarn\n\n", 0.45F, false};
  const auto all = shown({announces, cheese, wool, prose});
  CHECK(all == std::vector<bool>{true, true, true, true});
  CHECK_FALSE(shown({{"The island sends things\n\n", 0.9F, true}, cheese, wool, prose})[1]);
  CHECK_FALSE(shown({announces, {"Cheese\n\n", 0.2F, false}, prose})[1]);
  CHECK_FALSE(shown({announces, {"Read more about cheese\n\n", 0.45F, false}, prose})[1]);
}
