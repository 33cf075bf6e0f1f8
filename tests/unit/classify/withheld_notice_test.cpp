#include <catch2/catch_test_macros.hpp>
#include <string>

#include "lectern/lectern.hpp"
#include "quay_text.hpp"

using namespace lectern;
using lectern::test::kFerryText;

namespace {

std::string notice_of(const std::string& above, const std::string& between,
                      const std::string& below, const std::string& head = {}) {
  const std::string page =
      "<!doctype html><html lang=en><head><title>The island without Mondays</title>" + head +
      "</head><body><main><article><h1>The island without Mondays</h1>" + above + kFerryText +
      between + kFerryText + "</article>" + below + "</main></body></html>";
  ExtractOptions options;
  options.url = "https://coast.example/news/ferry";
  const auto article = extract(page, options);
  REQUIRE(article);
  return article->withheld_notice;
}

const std::string kWall = "<div class=wall><p>This article is for subscribers only.</p></div>";

} // namespace

TEST_CASE("the words that withhold the rest stand where the text ends", "[classify]") {
  CHECK(notice_of("", "", kWall) == "This article is for subscribers only.");
  CHECK(notice_of("", kWall, "").empty());
}

TEST_CASE("a page whose data call it not free may withhold above its text", "[classify]") {
  const std::string not_free =
      R"(<script type="application/ld+json">{"@type": "NewsArticle", "headline": "The island without Mondays", "isAccessibleForFree": false}</script>)";
  CHECK(notice_of(kWall, "", "", not_free) == "This article is for subscribers only.");
  CHECK(notice_of(kWall, "", "").empty());
}

TEST_CASE("who may comment, and what another article costs, withholds nothing", "[classify]") {
  CHECK(notice_of("", "",
                  "<section class=comments><h2>Comments</h2><p>You must be logged in to "
                  "join the discussion.</p></section>")
            .empty());
  CHECK(notice_of("", "",
                  "<ul class=teasers><li><a href=/1>How the harbour got its second "
                  "lamp</a></li><li><p>Subscribers only</p></li><li><a href=/2>A bakery "
                  "opens on the quay again</a></li></ul>")
            .empty());
  CHECK(notice_of("", "", "<nav class=more><h3>Subscription</h3><a href=/s>Manage</a></nav>")
            .empty());
}
