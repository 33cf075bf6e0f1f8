#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include "unit/assemble/assembled_page.hpp"

using namespace lectern;
using lectern::testing::assembled;
using lectern::testing::html_of;

TEST_CASE("white space folds across element borders and stands outside of emphasis", "[assemble]") {
  const auto [page, html] = GENERATE(table<const char*, const char*>({
      {"<p>  One\n  <b> two </b> three  </p>", "<p>One <strong>two</strong> three</p>"},
      {"<p>One<b> two</b>, three</p>", "<p>One <strong>two</strong>, three</p>"},
      {"<p>One <b></b><i> </i> two</p>", "<p>One two</p>"},
      {"<p><span class=\"dropcap\">O</span>nce upon</p>", "<p>Once upon</p>"},
      {"<p>One<br>two<br></p>", "<p>One<br>two</p>"},
      {"<p>&nbsp;&nbsp;One two&nbsp;</p>", "<p>One two</p>"},
      {"<p>long<wbr>word and&#8203;so</p>", "<p>longword andso</p>"},
  }));
  CAPTURE(page);
  CHECK(html_of(page) == html);
}

TEST_CASE("blocks inside a quoted post keep their language and direction", "[assemble]") {
  CHECK(html_of("<blockquote class='twitter-tweet'><p lang='ar' dir='rtl'>abc</p>Harbour <a "
                "href='https://twitter.com/harbour/status/12'>May 4</a></blockquote>")
            .find("<span lang=\"ar\" dir=\"rtl\">abc</span><br>Harbour") != std::string::npos);
}

TEST_CASE("inline elements keep their meaning and lose the page's attributes", "[assemble]") {
  const auto [page, html] = GENERATE(table<const char*, const char*>({
      {"<p>A <b style='font-weight:normal'>plain</b> word</p>", "<p>A plain word</p>"},
      {"<p>A <span style='font-style: italic'>slanted</span> word</p>",
       "<p>A <em>slanted</em> word</p>"},
      {"<p>A <span style='text-emphasis: filled sesame'>dotted</span> word</p>",
       "<p>A <em>dotted</em> word</p>"},
      {"<p>Press <kbd class=x onclick='y()'>Ctrl</kbd> now</p>",
       "<p>Press <kbd>Ctrl</kbd> now</p>"},
      {"<p>H<sub>2</sub>O is <del>dry</del> <ins>wet</ins></p>",
       "<p>H<sub>2</sub>O is <del>dry</del> <ins>wet</ins></p>"},
      {"<p>He said <q>so</q> in <cite>Nature</cite></p>",
       "<p>He said <q>so</q> in <cite>Nature</cite></p>"},
      {"<p>The <strong><b>very</b></strong> end</p>", "<p>The <strong>very</strong> end</p>"},
      {"<p><b>one</b><b>two</b> three</p>", "<p><strong>onetwo</strong> three</p>"},
      {"<p>word <span lang=fr>mot</span> word</p>",
       "<p>word <span lang=\"fr\">mot</span> word</p>"},
      {"<p>word <span lang=en-GB>colour</span> word</p>", "<p>word colour word</p>"},
      {"<p>He wrote <span dir=rtl>abc</span> there</p>",
       "<p>He wrote <span dir=\"rtl\">abc</span> there</p>"},
      {"<p><ruby>kan<rp>(</rp><rt>ji</rt><rp>)</rp></ruby> text</p>",
       "<p><ruby>kan<rp>(</rp><rt>ji</rt><rp>)</rp></ruby> text</p>"},
  }));
  CAPTURE(page);
  CHECK(html_of(page) == html);
}

TEST_CASE("what a reader does not see is left out of a line", "[assemble]") {
  const auto [page, html] = GENERATE(table<const char*, const char*>({
      {"<p>Shown<span hidden> not</span> text</p>", "<p>Shown text</p>"},
      {"<p>Shown<span style='display: none'> not</span> text</p>", "<p>Shown text</p>"},
      {"<p>Shown<span data-lectern-hidden> not</span> text</p>", "<p>Shown text</p>"},
      {"<p>Shown<span class='sr-only'> (opens in new window)</span> text</p>", "<p>Shown text</p>"},
      {"<p>Shown <script>var x = 'no';</script>text</p>", "<p>Shown text</p>"},
      {"<p>Shown <i class='icon' aria-hidden=true>&#8594;</i> text</p>", "<p>Shown text</p>"},
      {"<p>Costs <span aria-hidden=true>five pounds</span> now</p>",
       "<p>Costs five pounds now</p>"},
      {"<p>Nice <img class='emoji' alt=':-)' src='/e.png'> day</p>", "<p>Nice :-) day</p>"},
      {"<p>Nice day<img src='/t.gif' width=1 height=1> out</p>", "<p>Nice day out</p>"},
  }));
  CAPTURE(page);
  CHECK(html_of(page) == html);
}

TEST_CASE("links resolve against the page and its base, and lose what tracks the reader",
          "[assemble]") {
  const auto [page, html] = GENERATE(table<const char*, const char*>({
      {"<p>See <a href='other.html'>it</a> now</p>",
       "<p>See <a href=\"https://news.example/2024/other.html\">it</a> now</p>"},
      {"<p>See <a href='/a?utm_source=x&id=2'>it</a> now</p>",
       "<p>See <a href=\"https://news.example/a?id=2\">it</a> now</p>"},
      {"<p>See <a href='javascript:alert(1)'>it</a> now</p>", "<p>See it now</p>"},
      {"<p>See <a>it</a> now</p>", "<p>See it now</p>"},
      {"<p>See <a href='/a'> </a> now</p>", "<p>See now</p>"},
  }));
  CAPTURE(page);
  CHECK(html_of(page) == html);
}

TEST_CASE("a base element decides where relative links lead", "[assemble]") {
  const std::string page =
      "<html><head><base href='https://cdn.example/deep/'></head><body><p>First of two.</p>"
      "<p>See <a href='a.html'>it</a> now</p></body></html>";
  const Dom dom = parse_html(page, {});
  const Document document = build_document(dom);
  const Article article = assemble(dom, document, lectern::testing::keep_by_shape(dom, document),
                                   {}, parse_url("https://news.example/story"));
  CHECK(to_html(article).find("href=\"https://cdn.example/deep/a.html\"") != std::string::npos);
}

TEST_CASE("inline elements around blocks are opened again in each of them", "[assemble]") {
  CHECK(html_of("<a href='/card'><div>One line</div><div>Second line</div></a>") ==
        "<p><a href=\"https://news.example/card\">One line</a></p>\n<p><a "
        "href=\"https://news.example/card\">Second line</a></p>");
  CHECK(html_of("<i><p>An editor's remark.</p></i>") == "<p><em>An editor's remark.</em></p>");
}

TEST_CASE("two line breaks part paragraphs", "[assemble]") {
  CHECK(html_of("<div>First part.<br><br>Second <b>part</b>.</div>") ==
        "<p>First part.</p>\n<p>Second <strong>part</strong>.</p>");
}
