#include "parse/html_parser.hpp"

#include <catch2/catch_test_macros.hpp>

#include "unit/parse/tree_text.hpp"

using namespace lectern;

namespace {

std::string body_of(std::string_view html) { return body_text(parse_html(html, {})); }
std::string page_of(std::string_view html) { return tree_text(parse_html(html, {})); }

std::string repeat(std::string_view part, std::size_t times) {
  std::string out;
  for (std::size_t i = 0; i < times; ++i) out += part;
  return out;
}

/// Fails when the arrays contradict each other.
void check_shape(const Dom& dom) {
  for (NodeId node = 0; node < dom.size(); ++node) {
    const DomNode& n = dom[node];
    REQUIRE(n.end > node);
    REQUIRE(n.end <= dom.size());
    if (node == 0) {
      REQUIRE(n.parent == kNoNode);
      REQUIRE(n.depth == 0);
      continue;
    }
    REQUIRE(n.parent < node);
    REQUIRE(n.end <= dom.end(n.parent));
    REQUIRE(n.depth == dom[n.parent].depth + 1);
    if (n.tag == Tag::text) REQUIRE(n.end == node + 1);
  }
}

} // namespace

TEST_CASE("every page has html, head and body") {
  for (const char* html :
       {"", " ", "text", "<p>", "<!doctype html>", "</html>", "<html><head>", "<!-- c -->"}) {
    const Dom dom = parse_html(html, {});
    CHECK(dom.tag(dom.html()) == Tag::html);
    REQUIRE(dom.head() != kNoNode);
    REQUIRE(dom.body() != kNoNode);
    CHECK(dom.tag(dom.body()) == Tag::body);
    CHECK_FALSE(dom.is_partial());
    check_shape(dom);
  }
}

TEST_CASE("broken markup is mended as the standard says") {
  CHECK(body_of("<p>one<p>two") == "(body(p'one')(p'two'))");
  CHECK(body_of("<ul><li>a<li>b</ul>") == "(body(ul(li'a')(li'b')))");
  CHECK(body_of("<b>bold<i>both</b>italic</i>") == "(body(b'bold'(i'both'))(i'italic'))");
  CHECK(body_of("<b><p>x</b>y</p>") == "(body(b)(p(b'x')'y'))");
  CHECK(body_of("<a href=1>x<a href=2>y") == "(body(a[href=1]'x')(a[href=2]'y'))");
  CHECK(body_of("<table>loose<tr><td>cell") == "(body'loose'(table(tbody(tr(td'cell')))))");
  CHECK(body_of("<table><b>x<tr><td>y") == "(body(b'x')(table(tbody(tr(td'y')))))");
  CHECK(body_of("<p>a</br>b</p></p>") == "(body(p'a'(br)'b')(p))");
  CHECK(body_of("<h1>a<h2>b") == "(body(h1'a')(h2'b'))");
  CHECK(body_of("<dl><dt>t<dd>d<dt>u") == "(body(dl(dt't')(dd'd')(dt'u')))");
  CHECK(body_of("<font size=1><p>x") == "(body(font[size=1](p'x')))");
  CHECK(body_of("<p><font color=red>x<p>y") ==
        "(body(p(font[color=red]'x'))(p(font[color=red]'y')))");
  CHECK(body_of("<div></span></p>x") == "(body(div(p)'x'))");
}

// Most text is put into the tree by ours, not by lexbor's steps.
TEST_CASE("text goes where the standard says, whatever is open") {
  CHECK(body_of("x<div>a<!--c-->b<i>c</i>d</div>") == "(body'x'(div'ab'(i'c')'d'))");
  CHECK(body_of("x<p><b>a<p>b</p>c") == "(body'x'(p(b'a'))(p(b'b'))(b'c'))");
  CHECK(body_of("x<table>a<tr>b<td>c<b>d</td>e<td>f</table>g") ==
        "(body'xabe'(table(tbody(tr(td'c'(b'd'))(td'f'))))'g')");
  CHECK(body_of("x<table><tr><td>a<svg><title>b</title><text>c</text></svg>d</table>") ==
        body_of("x<table><tr><td>a<svg><title>b</title><text>c</text></svg>&#100;</table>"));
  CHECK(body_of("x<svg><desc><p>a</desc>b</svg>c") ==
        body_of("x<svg><desc><p>&#97;</desc>&#98;</svg>&#99;"));
  CHECK(body_of("x<template>a<p>b</template>c") == "(body'x''c')"); // the template stands between
  CHECK(body_of("x<pre>\n\na</pre><select>b<option>c</select>") ==
        "(body'x'(pre'\na')(select'b'(option'c')))");
  CHECK(page_of("<p><frameset></frameset>") == "(html(head)(frameset))");
  CHECK(page_of("x<frameset></frameset>") == "(html(head)(body'x'))");
}

TEST_CASE("comments, doctypes and processing instructions leave no node") {
  CHECK(page_of("<!doctype html><!--a--><p>b<!--c-->d<?pi?>e") == "(html(head)(body(p'bde')))");
  CHECK(body_of("<!--> x --> y") == "(body'x --> y')");
}

TEST_CASE("entities become characters") {
  CHECK(body_of("&amp;&lt;&gt;&quot;&eacute;&notin;") == "(body'&<>\"\xC3\xA9\xE2\x88\x89')");
  CHECK(body_of("&#65;&#x42;&ampx&notit;") == "(body'AB&x\xC2\xACit;')");
  CHECK(body_of("<a href='?a=1&copy=2&amp;b'>") == "(body(a[href=?a=1&copy=2&b]))");
  // No character: zero, surrogates, what is over Unicode's end. Windows' 0x80 to 0x9F are mapped.
  CHECK(body_of("&#0;&#xD800;&#xDFFF;&#x110000;&#x99999999999;") ==
        "(body'\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD')");
  CHECK(body_of("&#x80;&#x92;") == "(body'\xE2\x82\xAC\xE2\x80\x99')");
}

TEST_CASE("scripts, styles and titles hold text as it stands") {
  CHECK(page_of("<title>a<b>&lt;</title><script>if (a<b) '<p>'</script><style>p>a{}</style>") ==
        "(html(head(title'a<b><')(script'if (a<b) '<p>'')(style'p>a{}'))(body))");
  CHECK(body_of("<p><textarea><p>x</textarea>") == "(body(p(textarea'<p>x')))");
  CHECK(body_of("<p><script><!--<script></script>--></script>x") ==
        "(body(p(script'<!--<script></script>-->')'x'))");
}

TEST_CASE("noscript is a tree, as without scripting") {
  CHECK(body_of("<p>a</p><noscript><img src=x><p>b</noscript>") ==
        "(body(p'a')(noscript(img[src=x])(p'b')))");
  CHECK(page_of("<head><noscript><link href=x></noscript></head>") ==
        "(html(head(noscript(link[href=x])))(body))");
}

TEST_CASE("svg and math are foreign, their integration points are not") {
  const Dom dom = parse_html(
      "<svg viewBox='0 0 1 1'><title>t</title><foreignObject><p>x</p><svg/></foreignObject>"
      "<a xlink:href=u><svg/></a></svg><math><mi>x</mi></math><circle>",
      {});
  CHECK(body_text(dom) ==
        "(body(svg[viewbox=0 0 1 1](title't')(foreignobject(p'x')(svg))(a[href=u](svg)))"
        "(math(mi'x'))(circle))");
  std::string tags;
  for (NodeId node = dom.body() + 1; node < dom.size(); ++node)
    tags += std::string(name_of(dom.tag(node))) + ' ';
  CHECK(tags == "svg foreign text foreign p text svg foreign foreign math foreign text unknown ");
}

TEST_CASE("a declarative shadow root stands before its host's children") {
  CHECK(body_of("<my-card><p>light</p><template "
                "shadowrootmode=open><h2>shadow</h2></template></my-card>") ==
        "(body(my-card(h2'shadow')(p'light')))");
  CHECK(body_of("<div><template shadowrootmode=closed>a<x-y><template "
                "shadowrootmode=open>b</template>c</x-y>"
                "</template>d</div>") == "(body(div'a'(x-y'b''c')'d'))");
  CHECK(body_of("<div><template shadowrootmode=open>a</template><template "
                "shadowrootmode=open>b</template></div>") == "(body(div'a'))");
}

TEST_CASE("other templates are left out") {
  CHECK(body_of("<div>a<template><p>b</template>c</div>") == "(body(div'a''c'))");
  CHECK(body_of("<div><template shadowrootmode=odd>x</template></div>") == "(body(div))");
}

TEST_CASE("attributes keep the first of a name, lower case") {
  const Dom dom = parse_html("<p CLASS=A class=b id data-x='1 2' =y>", {});
  const NodeId p = dom.body() + 1;
  CHECK(dom.attribute(p, "class") == "A");
  CHECK(dom.has_attribute(p, "id"));
  CHECK(dom.attribute(p, "id").empty());
  CHECK_FALSE(dom.has_attribute(p, "title"));
  CHECK(dom.attribute(p, "data-x") == "1 2");
}

TEST_CASE(
    "a link with much in it ends where it is closed, though a block is wrongly nested in it") {
  std::string link = "<a href='https://news.example/" + std::string(2'000, 'x') + "'";
  for (int i = 0; i < 40; ++i) link += " data-" + std::to_string(i) + "=1";
  const Dom dom = parse_html(link + "><p>in</a>out", {});
  for (NodeId node = 0; node < dom.size(); ++node) {
    if (!dom.is_text(node)) continue;
    CHECK((dom.tag(dom.parent(node)) == Tag::a) == (dom[node].text == "in"));
  }
}

TEST_CASE("later html and body tags add what is missing") {
  CHECK(page_of("<html lang=en><body class=a><html lang=de dir=ltr><body class=b id=c>") ==
        "(html[lang=en][dir=ltr](head)(body[class=a][id=c]))");
}

TEST_CASE("a frameset page has its frameset for a body") {
  const Dom dom = parse_html("<frameset><frame src=a></frameset>", {});
  REQUIRE(dom.body() != kNoNode);
  CHECK(dom.tag(dom.body()) == Tag::frameset);
}

TEST_CASE("NULs never reach the tree as such") {
  const Dom dom = parse_html(std::string_view("<p\0q>a\0b<p title='\0'>", 21), {});
  for (NodeId node = 0; node < dom.size(); ++node) {
    CHECK(dom[node].text.find('\0') == std::string_view::npos);
    for (const Attribute* a = dom.attributes_begin(node); a != dom.attributes_end(node); ++a) {
      CHECK(a->value.find('\0') == std::string_view::npos);
    }
  }
}

TEST_CASE("a Dom outlives the text it was parsed from, and moves") {
  auto html =
      std::make_unique<std::string>("<p class=some-long-class-name-here>text that stays</p>");
  Dom dom = parse_html(*html, {});
  html.reset();
  const Dom moved = std::move(dom);
  CHECK(body_text(moved) == "(body(p[class=some-long-class-name-here]'text that stays'))");
}

TEST_CASE("pages longer than a chunk are read alike") {
  const std::string word = "<p title=\"&amp;\">word &eacute; <b>b</b></p>";
  const Dom dom = parse_html(repeat(word, 20'000), {});
  std::size_t paragraphs = 0;
  for (NodeId node = 0; node < dom.size(); ++node) {
    if (dom.tag(node) != Tag::p) continue;
    ++paragraphs;
    REQUIRE(tree_text(dom, node) == "(p[title=&]'word \xC3\xA9 '(b'b'))");
  }
  CHECK(paragraphs == 20'000);
  CHECK_FALSE(dom.is_partial());
}

TEST_CASE("line ends and NUL in scripts are read wherever the parser's chunks end") {
  // Each special part stands at every place around the end of a chunk of 64 KiB.
  constexpr std::size_t kChunk = 64 << 10;
  struct Case {
    std::string_view written, read;
  };
  for (const Case& part : {Case{"a\r\nb", "a\nb"}, Case{"a\rb", "a\nb"}, Case{"a\r\r\nb", "a\n\nb"},
                           Case{"a<b", "a<b"}, Case{"a</b", "a</b"},
                           Case{std::string_view("a\0b", 3),
                                "a\xEF\xBF\xBD"
                                "b"}}) {
    for (const std::string tag : {"script", "style"}) {
      for (std::size_t back = 0; back <= 6; ++back) {
        const std::string open = "<" + tag + ">";
        const std::string filler(kChunk - open.size() - back, 'x');
        const std::string html = open + filler + std::string(part.written) + "</" + tag + ">";
        const Dom dom = parse_html(html, {});
        std::string text;
        dom.append_text(dom.head(), text);
        CAPTURE(part.read, tag, back);
        CHECK(text == filler + std::string(part.read));
      }
    }
  }
}
