// Plain text of a page whose menu says a sentence that reads like one of the article.
#include "text_passes.hpp"

using namespace lectern;
using namespace lectern::test;

namespace {

void assign_header(const PassInput& in, Verdicts& verdicts) {
  Classification result;
  result.verdicts = verdicts;
  assign_text_header(in, result);
  verdicts = result.verdicts;
}

/// The lines of the page; `likely` is what the model thinks of the menu's sentence.
std::vector<JudgedLine> page(float likely) {
  std::vector<JudgedLine> lines{
      {"Product updates and new features", 0.02F, false},
      {"All the parts that turn your days into great experiences, in one.", likely, true}};
  for (const char* name :
       {"Prices", "Boats", "Harbours", "Weather", "Tides", "Charts", "Ropes", "Lamps", "Anchors"})
    lines.push_back({name, 0.01F, false});
  lines.push_back({"The boat in the orchard", 0.4F, false});
  lines.push_back({"By Ann Lee", 0.1F, false});
  for (int i = 0; i < 4; ++i)
    lines.push_back({"The river came over its banks on day " + std::to_string(i + 3) +
                         ", and the miller carried his flour to the church on his back, because "
                         "nobody else had come to help him with it.",
                     0.98F, true});
  return lines;
}

constexpr std::size_t kMenuHeading = 0, kHeadline = 11;

} // namespace

TEST_CASE("a doubtful sentence of a menu does not begin the text", "[classify]") {
  const Verdicts verdicts = verdicts_after(assign_header, page(0.6F));
  CHECK(verdicts[kHeadline].kind == Kind::headline);
  CHECK_FALSE(is_body(verdicts[1].kind));
}

TEST_CASE("a sentence above that is surely text does", "[classify]") {
  CHECK(verdicts_after(assign_header, page(0.97F))[kMenuHeading].kind == Kind::headline);
}
