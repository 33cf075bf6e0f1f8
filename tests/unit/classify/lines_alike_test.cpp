#include <catch2/catch_test_macros.hpp>
#include <string>
#include <vector>

#include "annotate/annotate.hpp"
#include "classify/passes.hpp"
#include "document/build_document.hpp"
#include "parse/html_parser.hpp"

using namespace lectern;

namespace {

const std::string kBox =
    "<p>The little boat was rowed across the harbour on nine mornings in a row, by a doctor, a "
    "baker and two schoolchildren, and this is what they wrote down.</p>"
    "<div class=box><div class=head>PROS</div><div class=line>Light enough for one</div>"
    "<div class=line>Dries in an hour</div><div class=line>Fits into a bus</div></div>";

/// What is shown of the box after the pass, when the model gives its four lines these likelihoods;
/// those of .58 and more were kept.
std::vector<std::string> shown(std::vector<float> likelihoods, std::string html = kBox) {
  const Dom dom = parse_html("<!doctype html><body><article>" + html + "</article>", {});
  const Document document = build_document(dom);
  const PageData page_data;
  const FeatureTable features =
      annotate(dom, document, page_data, parse_url("https://quays.example/boat"));
  Verdicts verdicts(document.blocks.size());
  std::vector<std::string> lines;
  REQUIRE(verdicts.size() == likelihoods.size() + 1);
  verdicts[0] = {.kind = Kind::paragraph, .keep = 0.98F};
  for (std::size_t i = 1; i < verdicts.size(); ++i) {
    verdicts[i].keep = likelihoods[i - 1];
    if (verdicts[i].keep >= 0.58F) verdicts[i].kind = Kind::paragraph;
  }
  keep_rest_of_lists({dom, document, features, page_data}, verdicts);
  for (std::size_t i = 1; i < verdicts.size(); ++i)
    if (is_kept(verdicts[i].kind)) lines.emplace_back(document.text_of(document.blocks[i]));
  return lines;
}

} // namespace

TEST_CASE("lines that are marked up alike are one list, with the label above them", "[classify]") {
  CHECK(shown({0.55F, 0.60F, 0.57F, 0.52F}) ==
        std::vector<std::string>{"PROS", "Light enough for one", "Dries in an hour",
                                 "Fits into a bus"});
}

TEST_CASE("lines of which most are no text stay apart", "[classify]") {
  CHECK(shown({0.30F, 0.60F, 0.30F, 0.20F}) == std::vector<std::string>{"Light enough for one"});
  CHECK(shown({0.55F, 0.50F, 0.57F, 0.52F}).empty());
}
