#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include "unit/assemble/assembled_page.hpp"

using namespace lectern;
using lectern::testing::assembled;
using lectern::testing::first_of;
using lectern::testing::html_of;

TEST_CASE("headings are renumbered from 2 without gaps", "[assemble]") {
  CHECK(html_of("<h3>One</h3><p>Text one.</p><h5>Under one</h5><p>Text "
                "two.</p><h3>Two</h3><p>Text.</p>") ==
        "<h2>One</h2>\n<p>Text one.</p>\n<h3>Under one</h3>\n<p>Text "
        "two.</p>\n<h2>Two</h2>\n<p>Text.</p>");
  CHECK(html_of("<h2><strong>Bold</strong> title <a class='anchor' aria-hidden='true' "
                "href='#t'>#</a></h2>") == "<h2>Bold title</h2>");
}

TEST_CASE("lists keep their nesting, order and numbering", "[assemble]") {
  CHECK(html_of(
            "<ul><li>One<ul><li>Inner</li></ul></li><li><p>Two</p><p>More of two</p></li></ul>") ==
        "<ul>\n<li>One<ul>\n<li>Inner</li>\n</ul>\n</li>\n<li><p>Two</p>\n<p>More of "
        "two</p>\n</li>\n</ul>");
  const std::string numbered = html_of("<ol start=4 reversed type=a><li>D</li><li>C</li></ol>");
  CHECK(numbered.find("start=\"4\"") != std::string::npos);
  CHECK(numbered.find("reversed") != std::string::npos);
  CHECK(numbered.find("type=\"a\"") != std::string::npos);
  CHECK(html_of("<ol><li value=7>Seventh</li><li>Eighth</li></ol>").find("start=\"7\"") !=
        std::string::npos);
}

TEST_CASE("an item with a number of its own begins a list at that number", "[assemble]") {
  CHECK(html_of("<ol><li>One</li><li value=5>Five</li><li value=6>Six</li></ol>") ==
        "<ol>\n<li>One</li>\n</ol>\n<ol start=\"5\">\n<li>Five</li>\n<li>Six</li>\n</ol>");
  CHECK(
      html_of("<ol reversed><li>Four</li><li>Three</li><li value=9>Nine</li><li>Eight</li></ol>") ==
      "<ol start=\"4\" reversed=\"\">\n<li>Four</li>\n<li>Three</li>\n</ol>\n"
      "<ol start=\"9\" reversed=\"\">\n<li>Nine</li>\n<li>Eight</li>\n</ol>");
}

TEST_CASE("a list of pictures in the item of a list is part of that item", "[assemble]") {
  const std::string html = html_of(
      "<ul><li>The yard:<ul><li><figure><img src='/yard-in-may.jpg'></figure></li></ul>"
      "</li><li>The mole</li></ul>");
  CHECK(html.find("<li>The yard:<ul>\n<li><figure>") != std::string::npos);
  CHECK(html.find("</ul>\n</li>\n<li>The mole</li>\n</ul>") != std::string::npos);
}

TEST_CASE("a list in a cell stays a list", "[assemble]") {
  const auto cell = [](const std::string& content) {
    const std::string html = html_of("<table><tr><th>A</th><th>B</th></tr><tr><td>one</td><td>" +
                                     content + "</td></tr></table>");
    const std::string_view before = "<td>one</td><td>", after = "</td></tr></tbody></table>";
    const std::size_t begin = html.find(before) + before.size();
    return html.substr(begin, html.rfind(after) - begin);
  };
  const auto [content, html] = GENERATE(table<const char*, const char*>({
      {"<ul><li>x</li><li> y <b>z</b></li></ul>",
       "<ul><li>x</li><li>y <strong>z</strong></li></ul>"},
      {"for<ol><li>x<ul><li>y</li></ul></li></ol>and",
       "for<ol><li>x<ul><li>y</li></ul></li></ol>and"},
      {"<ul><li><p>x</p><p>y</p></li></ul>", "<ul><li>x<br>y</li></ul>"},
      {"<ul><li></li><li>x</li></ul>", "<ul><li>x</li></ul>"},
      // What is no list of items alone, or stands in an element of prose, is lines.
      {"<b><ul><li>x</li><li>y</li></ul></b>", "<strong>x<br>y</strong>"},
      {"<ul>x<li>y</li></ul>", "x<br>y"},
      {"<li>x</li>", "x"},
  }));
  CAPTURE(content);
  CHECK(cell(content) == html);
}

TEST_CASE("a table in a cell gives a line a row", "[assemble]") {
  CHECK(html_of("<table><thead><tr><th>Boat</th><th>Log</th></tr></thead><tr><td>Hull</td><td>"
                "<table><tr><td>May</td><td>28</td></tr><tr><td>June</td><td>4</td></tr></table>"
                "</td></tr><tr><td>Tug</td><td>none</td></tr></table>")
            .find("<td>May 28<br>June 4</td>") != std::string::npos);
}

TEST_CASE("a list that only places sections or pictures is no list", "[assemble]") {
  CHECK(html_of("<ul><li><h3>10:30</h3><p>It rained.</p></li><li><h3>11:00</h3><p>It "
                "stopped.</p></li></ul>") ==
        "<h2>10:30</h2>\n<p>It rained.</p>\n<h2>11:00</h2>\n<p>It stopped.</p>");
  CHECK(html_of("<ul class='gallery'><li><img src='/first-picture.jpg'></li><li><img "
                "src='/second-picture.jpg'></li></ul>")
            .find("<ul") == std::string::npos);
}

TEST_CASE("quotations, definitions, details and fact boxes stand in their containers",
          "[assemble]") {
  CHECK(html_of("<blockquote cite='https://a.example/x'><p>One.</p><p>Two.</p></blockquote>") ==
        "<blockquote cite=\"https://a.example/x\">\n<p>One.</p>\n<p>Two.</p>\n</blockquote>");
  CHECK(html_of("<dl><dt>Term</dt><dd>What it means.</dd></dl>") ==
        "<dl>\n<dt>Term</dt>\n<dd>What it means.</dd>\n</dl>");
  CHECK(html_of("<details><summary>More</summary><p>Hidden at first.</p></details>") ==
        "<details>\n<summary>More</summary>\n<p>Hidden at first.</p>\n</details>");
  CHECK(html_of("<aside><p>A fact that belongs here.</p></aside>") ==
        "<aside>\n<p>A fact that belongs here.</p>\n</aside>");
  CHECK(html_of("<div class='admonition'><p>Mind the gap.</p></div>") ==
        "<aside>\n<p>Mind the gap.</p>\n</aside>");
}

TEST_CASE("what stands around the whole article is layout", "[assemble]") {
  const std::string page =
      "<body><ul><li><p>The first paragraph.</p><p>The second one.</p></li></ul></body>";
  const Dom dom = parse_html(page, {});
  const Document document = build_document(dom);
  const Article article =
      assemble(dom, document, lectern::testing::keep_by_shape(dom, document), {}, {});
  CHECK(to_html(article) == "<p>The first paragraph.</p>\n<p>The second one.</p>");
}

TEST_CASE("bullets drawn as characters make a list", "[assemble]") {
  CHECK(html_of("<div data-kind=list_item>&#8226; First thing</div><div "
                "data-kind=list_item>&#8226; Second thing</div>") ==
        "<ul>\n<li>First thing</li>\n<li>Second thing</li>\n</ul>");
  CHECK(
      html_of("<div data-kind=list_item>3. Third</div><div data-kind=list_item>4. Fourth</div>") ==
      "<ol start=\"3\">\n<li>Third</li>\n<li>Fourth</li>\n</ol>");
}

TEST_CASE("removed blocks are built like kept ones and can be put back", "[assemble]") {
  const Article article = assembled(
      "<p data-kind=subscription_prompt>Subscribe <a href='/s'>here</a>.</p><p>On it goes.</p>");
  REQUIRE(article.removed.size() == 1);
  CHECK(article.removed[0].kind == Kind::subscription_prompt);
  CHECK(article.removed[0].id == 1);
  CHECK(block_to_html(article.removed[0]) ==
        "<p>Subscribe <a href=\"https://news.example/s\">here</a>.</p>");
  RenderOptions options;
  options.restored = {1};
  CHECK(to_html(article, options).find("dawn.</p>\n<p>Subscribe") != std::string::npos);
}

TEST_CASE("a table keeps head, spans, line breaks in cells and caption", "[assemble]") {
  CHECK(
      html_of(
          "<table><caption>Results</caption><tr><th>Name</th><th>Score</th></tr>"
          "<tr><td colspan=2><p>Ann</p><p>Bob</p></td></tr><tr><td></td><td></td></tr></table>") ==
      "<table><caption>Results</caption><thead><tr><th scope=\"col\">Name</th><th "
      "scope=\"col\">Score</th></tr></thead>"
      "<tbody><tr><td colspan=\"2\">Ann<br>Bob</td></tr></tbody></table>");
  const Article wide = assembled(
      "<table><tr><th>A</th><th>B</th></tr><tr><td colspan=99999>x</td><td>y</td></tr></table>");
  const ArticleBlock* table = first_of(wide, Kind::table);
  REQUIRE(table != nullptr);
  CHECK(table->rows[1].cells[0].column_span <= 1000);
}

TEST_CASE("words are counted without markup, two characters of Chinese as one", "[assemble]") {
  CHECK(assembled("").word_count == 8);
  CHECK(assembled("<p>Don't <b>re-do</b> it</p>").word_count == 11);
  CHECK(assembled("<p>\xE4\xB8\xAD\xE6\x96\x87\xE5\xAD\x97\xE6\x95\xB0</p>").word_count == 10);
  CHECK(assembled("").reading_minutes == 1);
}
