#include <catch2/catch_test_macros.hpp>

#include "unit/assemble/assembled_page.hpp"

using namespace lectern;

TEST_CASE("articles that follow on the page are named and counted", "[assemble]") {
  const std::string prose =
      "<p>It was a long day in the harbour, and nobody who worked there expected the ships to come "
      "in before the night.</p>";
  const std::string page =
      "<p>The first article.</p><p>Its end.</p><section data-kind=other_article><h2>The harbour "
      "that never slept</h2>" +
      prose + prose + "<h2>A second story from the coast</h2>" + prose + "</section>";
  const Dom dom = parse_html(page, {});
  const Document document = build_document(dom);
  Classification result = lectern::testing::keep_by_shape(dom, document);
  for (Verdict& verdict : result.verdicts) verdict.reported = false;
  const Article article = assemble(dom, document, result, {}, {});
  REQUIRE(article.other_articles.size() == 2);
  CHECK(article.other_articles[0].title == "The harbour that never slept");
  CHECK(article.other_articles[0].paragraphs == 2);
  CHECK(article.other_articles[1].title == "A second story from the coast");
  CHECK(article.other_articles[1].paragraphs == 1);
  CHECK(article.removed.empty());
}
