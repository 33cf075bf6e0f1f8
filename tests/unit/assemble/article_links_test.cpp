#include <catch2/catch_test_macros.hpp>

#include "unit/assemble/assembled_page.hpp"

using namespace lectern;
using lectern::testing::assembled;
using lectern::testing::html_of;

TEST_CASE("links to headings inside the article keep working", "[assemble]") {
  CHECK(html_of("<p>See <a href='#part-two'>part two</a>.</p><h2 id='part-two'>Part "
                "two</h2><p>Here.</p>") ==
        "<p>See <a href=\"#section-1\">part two</a>.</p>\n<h2 id=\"section-1\">Part "
        "two</h2>\n<p>Here.</p>");
  // An empty anchor before the heading, linked to with the page's whole address.
  CHECK(html_of("<p>See <a href='https://news.example/2024/story.html#two'>it</a>.</p><a "
                "name='two'></a><h2>Two</h2><p>Here.</p>") ==
        "<p>See <a href=\"#section-1\">it</a>.</p>\n<h2 id=\"section-1\">Two</h2>\n<p>Here.</p>");
}

TEST_CASE("a link to a place that is not shown leads to the page", "[assemble]") {
  CHECK(html_of("<p>Read the <a href='#comments'>comments</a> there.</p>") ==
        "<p>Read the <a href=\"https://news.example/2024/story.html#comments\">comments</a> "
        "there.</p>");
}

TEST_CASE("footnotes in a list are linked both ways", "[assemble]") {
  const std::string html = html_of(
      "<p>A claim<sup id='fnref:1'><a href='#fn:1' class='footnote-ref'>1</a></sup> made.</p>"
      "<section class='footnotes'><ol><li id='fn:1'><p>The proof. <a href='#fnref:1' "
      "class='footnote-backref'>&#8617;</a></p></li></ol></section>");
  CHECK(html.find("<p>A claim<a href=\"#note-1\" id=\"") == 0);
  CHECK(html.find("role=\"doc-noteref\"><sup>1</sup></a> made.</p>") != std::string::npos);
  CHECK(html.find("<li id=\"note-1\">The proof.") != std::string::npos);
  CHECK(html.find("role=\"doc-backlink\"") != std::string::npos);
  CHECK(html.find("fnref") == std::string::npos);
}

TEST_CASE("each of several notes in one mark is linked", "[assemble]") {
  const std::string html = html_of(
      "<p>Known for long<sup><a href='#r1'>1</a>,<a href='#r2'>2</a></sup>, they say.</p>"
      "<ol><li id='r1'>Brandt, Birds.</li><li id='r2'>Sayer, Song.</li></ol>");
  CHECK(html.find("<sup>1</sup></a><sup>,</sup><a href=\"#note-2\"") != std::string::npos);
  CHECK(html.find("<sup>2</sup></a>, they say.</p>") != std::string::npos);
  CHECK(html.find("<li id=\"note-2\">Sayer, Song.") != std::string::npos);
}

TEST_CASE("footnotes that are paragraphs become a list of notes", "[assemble]") {
  const std::string html = html_of(
      "<p>A claim<a href='#_ftn1' name='_ftnref1'>[1]</a> and more<a href='#_ftn2' "
      "name='_ftnref2'>[2]</a>.</p>"
      "<p><a href='#_ftnref1' name='_ftn1'>[1]</a> The proof.</p><p><a href='#_ftnref2' "
      "name='_ftn2'>[2]</a> The other.</p>");
  CHECK(html.find("<li id=\"note-1\">The proof.") != std::string::npos);
  CHECK(html.find("<li id=\"note-2\">The other.") != std::string::npos);
  CHECK(html.find("[1]") == std::string::npos);
}
