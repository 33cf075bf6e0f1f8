// Which of a page's statements about its authors is believed.
#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include "page_reader.hpp"
#include "rules/names.hpp"

using namespace lectern;

namespace {

const std::string kHead =
    "<title>A story of rain</title><meta property=og:site_name content='Example Times'>";
const std::string kHeadline = "<h1>A story of rain</h1>";
const std::string kText =
    "<p>It rained for eleven days, and on the twelfth the mill wheel began to turn by itself.</p>";

std::string byline(const std::string& body, const std::string& head = {}) {
  return joined(read_page_of(kHead + head, kHeadline + body + kText).metadata.byline);
}

std::string text_of(int paragraphs) {
  std::string text;
  for (int i = 0; i < paragraphs; ++i) text += kText;
  return text;
}

} // namespace

TEST_CASE("a name beside the date is the author's when nothing else names one", "[metadata]") {
  CHECK(byline("<p>Ann Lee</p><p>May 3, 2024</p>") == "Ann Lee");
  CHECK(byline("<p>May 3, 2024</p><p>Ann Lee</p>") == "Ann Lee");
  CHECK(byline("<p>Ann Lee | 03.05.2024</p>") == "Ann Lee");
  CHECK(byline("<p>Ann Lee and Bo Ek</p><p>May 3, 2024</p>") == "Ann Lee|Bo Ek");
  CHECK(byline("<p>Ann Lee</p><p>Tech Writer</p>") == "Ann Lee");
  CHECK(byline("<p>Ann Lee</p>") == "Ann Lee");
  CHECK(byline("<p>Great Valley</p>").empty());
  CHECK(byline("<p>The Valley Team</p><p>May 3, 2024</p>") == "The Valley Team");
  CHECK(byline("<p>Reuters</p><p>May 3, 2024</p>") == "Reuters");
  CHECK(byline("<p>Rain in the valley</p><p>May 3, 2024</p>").empty());
}

TEST_CASE("a guess does not displace an account that the data name", "[metadata]") {
  CHECK(byline("<p>Great Valley</p><p>May 3, 2024</p>", "<meta name=author content=annlee>") ==
        "annlee");
}

TEST_CASE("a name below the headline does not displace the account that readers see",
          "[metadata]") {
  const std::string body = "<span class=author>example-times</span><p>Ann Lee</p>";
  CHECK(byline(body) == "example-times");
}

TEST_CASE("people that readers see go before the organisation that the data name", "[metadata]") {
  const auto [name] = GENERATE(table<const char*>({"Valley Web Ltd", "Newsroom", "Example Times"}));
  CAPTURE(name);
  const std::string head = "<meta name=author content='" + std::string(name) + "'>";
  CHECK(byline("<div class=byline>Ann Lee</div>", head) == "Ann Lee");
  CHECK_FALSE(byline("", head).empty());
  const std::string data = json_ld(
      R"({"@type": "NewsArticle", "author": {"@type": "Organization", "name": "Valley Daily"}})");
  CHECK(byline("<div class=byline>Ann Lee</div>", data) == "Ann Lee");
  CHECK(byline("", data) == "Valley Daily");
}

TEST_CASE("the site's name behind an author's is cut before the two are weighed", "[metadata]") {
  CHECK(byline("<div class=byline>Ann Lee Example Times</div>",
               "<meta name=author content='Example Times'>") == "Ann Lee");
}

TEST_CASE("an account that an element calls the author goes before the site", "[metadata]") {
  CHECK(byline("<span itemprop=author>MillerFred</span>",
               "<meta name=author content='Example Times'>") == "MillerFred");
}

TEST_CASE("elements that follow each other name one author each", "[metadata]") {
  CHECK(byline("<p>By <a href=/authors/ann>Ann Lee</a> and <a href=/authors/bo>Bo Ek</a></p>") ==
        "Ann Lee|Bo Ek");
  CHECK(byline("<span itemprop=author>Ann Lee</span>, <span itemprop=author>Bo Ek</span>") ==
        "Ann Lee|Bo Ek");
  CHECK(
      byline("<a href=/authors/ann>Ann Lee</a> <p>Reviewed by</p> <a href=/authors/bo>Bo Ek</a>") ==
      "Ann Lee");
}

TEST_CASE("a label on a line of its own announces the author also below the text", "[metadata]") {
  CHECK(byline(kText + "<h3>Author</h3><p>Ann Lee</p>") == "Ann Lee");
}

TEST_CASE("what stands behind a name and begins with a small letter is no author", "[metadata]") {
  CHECK(byline("<p>By Ann Lee, in weather-and-tides</p>") == "Ann Lee");
}

TEST_CASE("an element of a page builder is no widget beside the text", "[metadata]") {
  CHECK(
      byline("<div class='elementor-widget elementor-widget-author-box'><h4 class=author-name>Ann "
             "Lee</h4></div>") == "Ann Lee");
}

TEST_CASE("who did something else is no author although the data say so", "[metadata]") {
  const std::string data = json_ld(
      R"({"@type": "NewsArticle", "author": [{"@type": "Person", "name": "Ann Lee"},
          {"@type": "Person", "name": "Bo Ek"}, {"@type": "Person", "name": "Cy Orr"}]})");
  CHECK(byline("", data) == "Ann Lee|Bo Ek|Cy Orr");
  CHECK(byline("<p>By Ann Lee</p><p>Photographed by Bo Ek, styled by Cy Orr</p>", data) ==
        "Ann Lee");
  CHECK(byline("<p>By Ann Lee</p><p>Edited by Bo Ek</p>", data) == "Ann Lee|Cy Orr");
  // Nobody else is left.
  CHECK(byline("<p>Edited by Ann Lee, Bo Ek, Cy Orr</p>", data) == "Ann Lee|Bo Ek|Cy Orr");
}

TEST_CASE("a byline near the headline goes before an author's element far below", "[metadata]") {
  std::string far;
  for (int i = 0; i < 100; ++i) far += kText;
  CHECK(byline("<p>By Ann Lee</p>" + far + "<div class=author-name>Bo Ek</div>") == "Ann Lee");
}

TEST_CASE("a byline goes before an element whose class speaks of authors", "[metadata]") {
  CHECK(byline("<span class=author-of-picture>Bo Ek</span><p>Author Ann Lee</p>") == "Ann Lee");
}

TEST_CASE("an account or a given name beside a date is the author, a section is not",
          "[metadata]") {
  CHECK(byline("<p>MillerFred 03.05.2024, 13:56</p>") == "MillerFred");
  CHECK(byline("<p>Ann</p><p>May 3, 2024</p>") == "Ann");
  CHECK(byline("<p>Politics 03.05.2024</p>").empty());
  CHECK(byline("<p>May 3, 2024</p><p>Mahu Dal in Weather Management</p>") == "Mahu Dal");
}

TEST_CASE("a team that the page calls the author goes before a name further on", "[metadata]") {
  CHECK(byline("<span itemprop=author>rain-up Webmakers</span><p>Minutes by Bo Ek</p><p>By Bo "
               "Ek</p>") == "rain-up Webmakers");
}

TEST_CASE("the agency of a byline goes before the site that the data name", "[metadata]") {
  const std::string data = "<meta name=author content='Example Times'>";
  CHECK(byline("<p>By Reuters</p>", data) == "Reuters");
  CHECK(byline("<p>By Example Times</p>", data) == "Example Times");
}

TEST_CASE("a heading beside a date is no author", "[metadata]") {
  CHECK(byline("<h3>The Great Valley</h3><p>May 3, 2024</p>").empty());
}

TEST_CASE("an account that a dated byline names goes before the names of comments", "[metadata]") {
  CHECK(byline("<p>Posted in Weather by millerfred on May 3, 2024</p><p>By Bo Ek</p>") ==
        "millerfred");
  CHECK(byline("<div class=byline>May 3, 2024 by millerfred in Weather</div><p>By Bo Ek</p>") ==
        "millerfred");
  CHECK(byline("<p>View author archive</p>").empty());
}

TEST_CASE("a label above the headline announces the name below it", "[metadata]") {
  const std::string head = "<title>Rain</title>";
  CHECK(joined(read_page_of(head, "<p>Stories</p><p>by</p><p>Millerfred</p><h1>Rain</h1>" + kText)
                   .metadata.byline) == "Millerfred");
}

TEST_CASE("a byline inside a Chinese line begins at its label", "[metadata]") {
  // "According to the agency (reporter Wang Ming)", "2 May 14:25 author: Zhao Jie source: ..."
  CHECK(byline_inside("\u636E\u7535\uFF08\u8BB0\u8005 \u738B\u660E\uFF09\u8FD1\u65E5", "zh") ==
        "\u8BB0\u8005 \u738B\u660E");
  CHECK(byline_inside("02\u65E5 \u4F5C\u8005\uFF1A\u8D75\u5A55", "zh") ==
        "\u4F5C\u8005\uFF1A\u8D75\u5A55");
  CHECK(byline_inside("\u8BB0\u8005\u8FD1\u65E5\u4ECE\u4F1A\u8BAE\u4E0A\u4E86\u89E3\u5230", "zh")
            .empty());
}

TEST_CASE("authors in boxes of their own are all authors", "[metadata]") {
  const auto box = [](const std::string& name, const std::string& role) {
    return "<div class='byline column'><div><address><a rel=author href=mailto:x@example.com>" +
           name + "</a></address></div>" + role + "</div>";
  };
  CHECK(byline("<div class=bylines>" + box("Ann Lee", "") + box("Karin Ek", "") + "</div>",
               "<meta name=author content='Karin Ek'>") == "Ann Lee|Karin Ek");
  CHECK(byline("<div class=bylines>" + box("Ann Lee", "<i>Reporter</i>") +
               box("Karin Ek", "<i>Reporter</i>") + "</div>") == "Ann Lee|Karin Ek");
  CHECK(byline("<div class=byline>Written by<br><b>Ann Lee</b>, who tests<br><b>Karin Ek</b>, who "
               "writes</div>") == "Ann Lee|Karin Ek");
}

TEST_CASE("an account is the name that it spells", "[metadata]") {
  CHECK(byline("", "<meta name=author content=maria.hernandez>") == "Maria Hernandez");
  CHECK(byline("", "<meta name=author content=site-admin>") == "site-admin");
}

TEST_CASE("a site that only the title names is no author", "[metadata]") {
  const std::string head = "<title>A story of rain - River Post</title>";
  const std::string page = "<html lang=en><head>" + head +
                           "<meta name=author content='River Post'></head><body>" + kHeadline +
                           "<p>By Ann Lee</p>" + kText;
  CHECK(joined(read_page(page).metadata.byline) == "Ann Lee");
}

TEST_CASE("the site and its place behind a name are no authors", "[metadata]") {
  CHECK(byline("<p>By Maria Souza and Paulo Lima, Example Times - Porto Alegre</p>") ==
        "Maria Souza|Paulo Lima");
}

TEST_CASE("a value that is the site's name is read as a whole", "[metadata]") {
  const std::string head =
      "<meta property=og:site_name content='98 Rain Experts'>"
      "<meta name=author content='98 Rain Experts'>";
  const std::string page = "<html lang=en><head><title>A story of rain</title>" + head +
                           "</head><body>" + kHeadline + kText;
  CHECK(joined(read_page(page).metadata.byline) == "98 Rain Experts");
}

TEST_CASE("a firm of several names is one", "[metadata]") {
  CHECK(byline("", json_ld(R"({"@type":"Article","headline":"A story of rain",
        "author":{"@type":"Organization","name":"Lee & Ek"}})")) == "Lee & Ek");
}

TEST_CASE("a byline of a known person beats data that nothing confirms", "[metadata]") {
  CHECK(byline("<p>By Ann Lee</p>", "<meta name=author content='Northern Valley Press'>") ==
        "Ann Lee");
}

TEST_CASE("names of other articles' boxes do not join the author's", "[metadata]") {
  CHECK(byline("<span class=author>Ann Lee</span>" + kText + kText + kText) == "Ann Lee");
  const std::string far = text_of(100);
  CHECK(byline("<div class=author>Ann Lee</div>" + far +
               "<section><span class=author>Karin Ek, Bo Ek and Ann Lee</span></section>") ==
        "Ann Lee");
}

TEST_CASE("a list of names below its label", "[metadata]") {
  const std::string list =
      "<h6>Author(s)</h6><ul><li>Ann Lee</li><li>Karin Ek</li><li>Related "
      "Programs</li></ul>";
  CHECK(byline(list) == "Ann Lee|Karin Ek");
  CHECK(byline(text_of(40) + list) == "Ann Lee|Karin Ek");
}

TEST_CASE("authors of comments are not the article's", "[metadata]") {
  CHECK(byline(text_of(40) + "<div id=comments><p>By Ann Lee</p></div>").empty());
}
