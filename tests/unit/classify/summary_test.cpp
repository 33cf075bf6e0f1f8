#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <string>

#include "lectern/lectern.hpp"
#include "quay_text.hpp"

using namespace lectern;
using lectern::test::kFerryText;

namespace {

Article article_of(const std::string& header, const std::string& above = {}) {
  const std::string page =
      "<!doctype html><html lang=en><head><title>The island without Mondays</title>"
      "<meta name=author content='Ines Varga'>"
      "<meta property=article:published_time content='2026-03-02T08:00:00Z'></head><body>" +
      above + "<main><article><header><h1>The island without Mondays</h1>" + header + "</header>" +
      kFerryText + "</article></main></body></html>";
  ExtractOptions options;
  options.url = "https://coast.example/news/ferry";
  const auto article = extract(page, options);
  REQUIRE(article);
  CHECK(article->metadata.title == "The island without Mondays");
  return *article;
}

std::string dek_of(const std::string& header, const std::string& above = {}) {
  return article_of(header, above).metadata.dek;
}

/// The summary as such, or else the first line of the text: it is not lost.
std::string dek_or_first_line_of(const std::string& header) {
  const Article article = article_of(header);
  if (!article.metadata.dek.empty()) return article.metadata.dek;
  std::string line;
  if (!article.blocks.empty())
    for (const Inline& run : article.blocks.front().content) line += run.text;
  return line;
}

} // namespace

TEST_CASE("a line between headline and author is not lost, also in the words of a teaser",
          "[classify]") {
  const std::string summary = GENERATE(
      as<std::string>{}, "Learn how to reach the island on a Monday: boats, times and prices",
      "After trying literally every boat, these are our favourites");
  CHECK(dek_or_first_line_of("<div class=strapline>" + summary +
                             "</div><div class=meta><span>By Ines Varga</span> "
                             "<time>2 March 2026</time></div>") == summary);
}

TEST_CASE("a summary stands in the header or in the body, not in both", "[classify]") {
  const std::string summary = "Stray loses its boat for one day of the week";
  CHECK(dek_of("<div class=post-dek><p>" + summary +
               "</p><p>By Ines Varga</p>"
               "<p>2 March 2026</p></div>")
            .empty());
}

TEST_CASE("a line of the page is no summary, whatever its element is called", "[classify]") {
  const std::string line =
      GENERATE(as<std::string>{}, "By Ines Varga on 2 March 2026 Share on Facebook Share on Post",
               "Create your free account or sign in to go on",
               "Follow the author of this article:", "Ines Varga, Tomas Brandt, Lena Ohlsson");
  CAPTURE(line);
  CHECK(dek_of("<div class=subtitle><p>" + line + "</p></div>").empty());
}

TEST_CASE("what calls itself a summary elsewhere on the page is none", "[classify]") {
  CHECK(dek_of("",
               "<div class=weather><h3 class=subhead>The weather in your town</h3>"
               "<p>Rain, 4 degrees</p></div>")
            .empty());
  CHECK(dek_of("",
               "<p class=subtitle><a href=/>Home</a> &gt; <a href=/coast>The coast</a> &gt; "
               "<a href=/coast/isles>Islands and ferries</a></p>")
            .empty());
}
