#include <string>
#include <string_view>
#include <vector>

#include "html_passes.hpp"

using namespace lectern;
using namespace lectern::test;

namespace {

constexpr float kSure = 0.95F;
const std::string kNews =
    "The council voted on Tuesday night to keep the old bridge for another twenty years.";
const std::string kAppeal = "Turn on notifications and be the first to get our news.";

/// Which of the paragraphs stay, "." for those that do and "x" for those that do not.
std::string kept(const std::vector<std::string>& paragraphs, float keep = kSure) {
  std::string html = "<article>";
  for (const std::string& paragraph : paragraphs) html += "<p>" + paragraph + "</p>";
  const Verdicts verdicts =
      verdicts_of_page(html + "</article>", drop_appeals, [&](std::size_t, const Block&) {
        Verdict verdict;
        verdict.keep = keep;
        verdict.kind = Kind::paragraph;
        return verdict;
      });
  REQUIRE(verdicts.size() == paragraphs.size());
  for (const Verdict& verdict : verdicts)
    if (!is_kept(verdict.kind)) CHECK(std::string_view(verdict.reason) == "phrase_appeal");
  return marks_of(verdicts);
}

} // namespace

TEST_CASE("a line of calls, things and lures goes from among prose", "[classify]") {
  CHECK(kept({kNews, kAppeal, kNews}) == ".x.");
}

TEST_CASE("what somebody else calls for in quotation marks stays", "[classify]") {
  CHECK(kept({kNews, "\"" + kAppeal + "\" stood on the wall.", kNews}) == "...");
}

TEST_CASE("a link to another site speaks of that site", "[classify]") {
  CHECK(kept({kNews, "<a href=\"https://museum.example/\">" + kAppeal + "</a>", kNews}) == "...");
}

TEST_CASE("a page that says such things again and again is about them", "[classify]") {
  CHECK(kept({kAppeal, kNews, kAppeal, kNews, kAppeal, kNews, kAppeal}) == ".......");
}

TEST_CASE("a page that calls its reader all along is asked more", "[classify]") {
  const std::string guide = "Choose the plan that suits you and click on the button below it.";
  CHECK(kept({guide, kAppeal, guide, guide}) == "....");
}

TEST_CASE("what the model is all but certain of stays", "[classify]") {
  CHECK(kept({kNews, kAppeal, kNews}, 0.995F) == "...");
}
