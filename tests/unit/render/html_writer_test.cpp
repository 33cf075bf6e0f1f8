#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include "lectern/render.hpp"
#include "render/allowed_markup.hpp"
#include "render/markup_scanner.hpp"
#include "unit/render/article_builder.hpp"

using namespace lectern;
using namespace lectern::testing;
using Type = Container::Type;

namespace {

std::string html_of(ArticleBlock block) {
  ArticleBuilder builder;
  builder.add(std::move(block));
  return to_html(builder.article());
}

std::string html_of(Inlines inlines) { return html_of(block(Kind::paragraph, std::move(inlines))); }

} // namespace

TEST_CASE("text cannot break out of its element", "[html]") {
  CHECK(html_of(paragraph("</p><script>alert(1)</script> --> & &amp; \"quoted\"")) ==
        "<p>&lt;/p&gt;&lt;script&gt;alert(1)&lt;/script&gt; --&gt; &amp; &amp;amp; \"quoted\"</p>");
}

TEST_CASE("what an article read back may hold is written only where it may stand", "[html]") {
  const auto link = [](const std::string& url) {
    ArticleBlock block = paragraph("x");
    Inline open;
    open.type = Inline::Type::open;
    open.tag = InlineTag::link;
    open.url = url;
    Inline close;
    close.type = Inline::Type::close;
    close.tag = InlineTag::link;
    block.content.insert(block.content.begin(), open);
    block.content.push_back(close);
    return html_of(block);
  };
  CHECK(link("https://a.example/b c") == "<p><a href=\"https://a.example/b%20c\">x</a></p>");
  CHECK(link("https://a.example/\tb") == "<p>x</p>");
  CHECK(link("#\x01note-1") == "<p>x</p>");
  CHECK(html_of(figure("https://a.example/a picture.jpg", "A picture")) ==
        "<figure><img src=\"https://a.example/a%20picture.jpg\" alt=\"A picture\"></figure>");
  CHECK(html_of(figure("data:image/svg+xml,<svg/>", "x")).find("<img") == std::string::npos);
  ArticleBlock embed = block(Kind::embed, "");
  embed.embed.url = "https://a.example/v";
  embed.embed.type = "<script>";
  CHECK(html_of(embed).starts_with("<figure data-embed=\"frame\">"));
  embed.embed.type = "video";
  CHECK(html_of(embed).starts_with("<figure data-embed=\"video\">"));
}

TEST_CASE("attribute values cannot break out of their quotes", "[html]") {
  CHECK(html_of(figure("https://a.example/i.jpg?a=1&b=\"2\"", "\" onerror=\"alert(1)")) ==
        "<figure><img src=\"https://a.example/i.jpg?a=1&amp;b=&quot;2&quot;\" "
        "alt=\"&quot; onerror=&quot;alert(1)\"></figure>");
  ArticleBlock anchored = paragraph("x");
  anchored.anchor = "a\"><script>";
  CHECK(html_of(anchored) == "<p>x</p>");
  anchored.anchor = "section-2";
  CHECK(html_of(anchored) == "<p id=\"section-2\">x</p>");
  anchored.direction = "sideways";
  CHECK(html_of(anchored) == "<p id=\"section-2\">x</p>");
  ArticleBlock code = block(Kind::code, "a < b && c\n</code></pre>");
  code.code_language = "\"><b>";
  CHECK(html_of(code) ==
        "<pre><code>a &lt; b &amp;&amp; c\n&lt;/code&gt;&lt;/pre&gt;</code></pre>");
  code.code_language = "c++";
  CHECK(html_of(code).starts_with("<pre data-language=\"c++\"><code>"));
}

TEST_CASE("an address that could run or read something is no link and no image", "[html]") {
  const std::string url = GENERATE(as<std::string>{}, "javascript:alert(1)", "JaVaScRiPt:alert(1)",
                                   "data:text/html,<script>", "vbscript:x", "file:///etc/passwd",
                                   "//no-scheme.example", "relative/path", "");
  CAPTURE(url);
  CHECK(html_of({open(InlineTag::link, url), text("press"), close(InlineTag::link)}) ==
        "<p>press</p>");
  CHECK(html_of(figure(url, "alt", "caption")) ==
        "<figure><figcaption>caption</figcaption></figure>");
}

TEST_CASE("inline elements nest and always balance", "[html]") {
  CHECK(html_of({text("a "), open(InlineTag::strong), text("b "), open(InlineTag::emphasis),
                 text("c"), close(InlineTag::emphasis), close(InlineTag::strong), line_break(),
                 text("d")}) == "<p>a <strong>b <em>c</em></strong><br>d</p>");
  // A sequence that does not balance.
  CHECK(html_of({open(InlineTag::strong), open(InlineTag::emphasis), text("x"),
                 close(InlineTag::strong), text("y"), close(InlineTag::emphasis),
                 open(InlineTag::mark), text("z")}) ==
        "<p><strong><em>x</em></strong>y<mark>z</mark></p>");
}

TEST_CASE("a link inside a link keeps its text alone", "[html]") {
  CHECK(html_of({open(InlineTag::link, "https://a.example/"), text("out "),
                 open(InlineTag::link, "https://b.example/"), text("in"), close(InlineTag::link),
                 close(InlineTag::link)}) == "<p><a href=\"https://a.example/\">out in</a></p>");
}

TEST_CASE("language and direction stand where they change", "[html]") {
  Inline span = open(InlineTag::span);
  span.language = "he";
  span.direction = "rtl";
  CHECK(html_of({text("says "), span, text("\xD7\xA9"), close(InlineTag::span)}) ==
        "<p>says <span lang=\"he\" dir=\"rtl\">\xD7\xA9</span></p>");
  ArticleBlock quoted = paragraph("Bonjour");
  quoted.language = "fr";
  CHECK(html_of(quoted) == "<p lang=\"fr\">Bonjour</p>");
}

TEST_CASE("MathML passes only when every part of it is allowed", "[html]") {
  const std::string good = "<math display=\"block\"><mfrac><mi>a</mi><mn>2</mn></mfrac></math>";
  CHECK(html_of({math("", good)}) == "<p>" + good + "</p>");
  CHECK(html_of({math("\"a\"", "<math><mi>a</mi></math>")}) ==
        "<p><math alttext=\"&quot;a&quot;\"><mi>a</mi></math></p>");
  const std::string bad =
      GENERATE(as<std::string>{}, "<math><mi href=\"javascript:x\">a</mi></math>",
               "<math><script>x</script></math>", "<math><mi onclick=\"x\">a</mi></math>",
               "<math><mi>a</math>", "<math><mi>a</mi></math><img src=\"x\">", "<mi>a</mi>",
               "<math><annotation-xml encoding=\"text/html\"><b>x</b></annotation-xml></math>",
               "<math><mi>a&nbsp;</mi></math>", "<math><!-- x --></math>");
  CAPTURE(bad);
  CHECK(html_of({math("a<b", bad)}) ==
        "<p><math><semantics><mtext>a&lt;b</mtext><annotation encoding=\"application/x-tex\">"
        "a&lt;b</annotation></semantics></math></p>");
}

TEST_CASE("lists nest as their containers say", "[html]") {
  ArticleBuilder builder;
  const int outer = builder.contain(Type::unordered_list);
  const int first = builder.contain(Type::list_item, outer);
  const int inner = builder.contain(Type::ordered_list, first);
  builder.container(inner).start = 3;
  builder.container(inner).reversed = true;
  builder.container(inner).numbering = 'a';
  const int nested = builder.contain(Type::list_item, inner);
  const int second = builder.contain(Type::list_item, outer);
  builder.add(block(Kind::list_item, "one"), first)
      .add(block(Kind::list_item, "one a"), nested)
      .add(block(Kind::list_item, "two"), second)
      .add(paragraph("more of two"), second)
      .add(paragraph("after"));
  CHECK(to_html(builder.article()) ==
        "<ul>\n<li>one<ol start=\"3\" reversed=\"\" type=\"a\">\n<li>one a</li>\n</ol>\n</li>\n"
        "<li><p>two</p>\n<p>more of two</p>\n</li>\n</ul>\n<p>after</p>");
}

TEST_CASE("what stands in a list or definition list without an item gets one", "[html]") {
  ArticleBuilder builder;
  const int list = builder.contain(Type::unordered_list);
  const int inner = builder.contain(Type::unordered_list, list);
  const int stray = builder.contain(Type::list_item);
  const int terms = builder.contain(Type::definition_list);
  builder.add(block(Kind::list_item, "a"), list)
      .add(block(Kind::list_item, "b"), inner)
      .add(block(Kind::list_item, "c"), stray)
      .add(paragraph("d"), terms);
  CHECK(to_html(builder.article()) ==
        "<ul>\n<li>a</li>\n<li><ul>\n<li>b</li>\n</ul>\n</li>\n</ul>\n<ul><li>c</li></ul>\n"
        "<dl>\n<dd>d</dd>\n</dl>");
}

TEST_CASE("quotations, boxes, details and definitions keep their elements", "[html]") {
  ArticleBuilder builder;
  const int quote = builder.contain(Type::quote);
  builder.container(quote).cite = "https://a.example/source";
  const int details = builder.contain(Type::details);
  const int summary = builder.contain(Type::summary, details);
  const int box = builder.contain(Type::aside);
  const int terms = builder.contain(Type::definition_list);
  const int term = builder.contain(Type::definition_term, terms);
  const int meaning = builder.contain(Type::definition_details, terms);
  builder.add(block(Kind::quote, "said"), quote)
      .add(block(Kind::quote, "said alone"))
      .add(paragraph("open me"), summary)
      .add(paragraph("inside"), details)
      .add(heading(3, "Facts"), box)
      .add(paragraph("term"), term)
      .add(paragraph("meaning"), meaning)
      .add(block(Kind::divider, Inlines{}))
      .add(block(Kind::note, "Corrected on Monday."));
  CHECK(to_html(builder.article()) ==
        "<blockquote cite=\"https://a.example/source\">\n<p>said</p>\n</blockquote>\n"
        "<blockquote><p>said alone</p></blockquote>\n"
        "<details>\n<summary>open me</summary>\n<p>inside</p>\n</details>\n"
        "<aside>\n<h3>Facts</h3>\n</aside>\n"
        "<dl>\n<dt>term</dt>\n<dd>meaning</dd>\n</dl>\n<hr>\n"
        "<p role=\"note\">Corrected on Monday.</p>");
}

TEST_CASE("a figure has its candidates, size, link, caption and credit", "[html]") {
  ArticleBlock made =
      figure("https://a.example/m.jpg", "A bridge", "The bridge in May", "A. Photo");
  Image& photo = made.images[0];
  photo.link = "https://a.example/large.jpg";
  photo.width = 800;
  photo.height = 600;
  photo.sources = {{"https://a.example/s.jpg", 400, 0},
                   {"https://a.example/m.jpg", 0, 1.5},
                   {"https://a.example/with space.jpg", 900, 0},
                   {"javascript:x", 900, 0},
                   {"https://a.example/none.jpg", 0, 0}};
  CHECK(html_of(made) ==
        "<figure><a href=\"https://a.example/large.jpg\"><img src=\"https://a.example/m.jpg\" "
        "srcset=\"https://a.example/s.jpg 400w, https://a.example/m.jpg 1.5x\" alt=\"A bridge\" "
        "width=\"800\" height=\"600\"></a>"
        "<figcaption>The bridge in May <small>A. Photo</small></figcaption></figure>");
}

TEST_CASE("an embed is a link and asks for nothing but the page's own poster", "[html]") {
  ArticleBlock made = block(Kind::embed, Inlines{});
  made.embed = {"https://v.example/w?v=1", "VidSite", "A <film>", "https://a.example/p.jpg",
                "video"};
  CHECK(html_of(made) ==
        "<figure data-embed=\"video\" data-provider=\"VidSite\">"
        "<a href=\"https://v.example/w?v=1\"><img src=\"https://a.example/p.jpg\" alt=\"\"></a>"
        "<p><a href=\"https://v.example/w?v=1\">A &lt;film&gt;</a></p></figure>");
}

TEST_CASE("a table has head, body, spans and caption", "[html]") {
  ArticleBlock made = block(Kind::table, Inlines{});
  made.caption = {text("Results")};
  TableCell wide = cell("both", true);
  wide.column_span = 2;
  made.rows = {
      {{wide}, true}, {{cell("a", true), cell("1")}, false}, {{cell("b"), cell("2")}, true}};
  CHECK(html_of(made) ==
        "<table><caption>Results</caption><thead><tr><th scope=\"col\" colspan=\"2\">both</th></tr>"
        "</thead><tbody><tr><th scope=\"row\">a</th><td>1</td></tr><tr><td>b</td><td>2</td></tr>"
        "</tbody></table>");
}

TEST_CASE("notes and every reference to them link both ways", "[html]") {
  ArticleBuilder builder;
  const int notes = builder.contain(Type::notes);
  const int note = builder.contain(Type::list_item, notes);
  builder.container(note).anchor = "note-1";
  builder
      .add(block(Kind::paragraph, Inlines{text("Said"), note_reference("1", "note-1"),
                                          text(" twice"), note_reference("1", "note-1")}))
      .add(block(Kind::list_item, "By whom."), note);
  CHECK(to_html(builder.article()) ==
        "<p>Said<a href=\"#note-1\" id=\"ref-note-1\" role=\"doc-noteref\"><sup>1</sup></a> twice"
        "<a href=\"#note-1\" id=\"ref2-note-1\" role=\"doc-noteref\"><sup>1</sup></a></p>\n"
        "<section role=\"doc-endnotes\"><ol>\n<li id=\"note-1\">By whom. "
        "<a href=\"#ref-note-1\" role=\"doc-backlink\">&#8617;&#65038;</a> "
        "<a href=\"#ref2-note-1\" role=\"doc-backlink\">&#8617;&#65038;<sup>2</sup></a></li>\n"
        "</ol></section>");
}

TEST_CASE("restored blocks stand where they stood on the page", "[html]") {
  ArticleBuilder builder;
  builder.add(block(Kind::promo, "zero"))
      .add(paragraph("one"))
      .add(block(Kind::subscription_prompt, "two"))
      .add(block(Kind::advertisement, "three"))
      .add(paragraph("four"))
      .add(block(Kind::furniture, "five"));
  RenderOptions options;
  options.restored = {5, 2, 0, 77};
  CHECK(to_html(builder.article(), options) ==
        "<p>zero</p>\n<p>one</p>\n<p>two</p>\n<p>four</p>\n<p>five</p>");
  CHECK(to_html(builder.article()) == "<p>one</p>\n<p>four</p>");
}

TEST_CASE("headline, dek and byline are no part of the body, but of the document", "[html]") {
  ArticleBuilder builder;
  builder.metadata().title = "Title </title><script>";
  builder.metadata().byline = {"A \"B\" C"};
  builder.metadata().dek = "Dek";
  builder.metadata().language = "ar";
  builder.metadata().direction = "rtl";
  builder.metadata().published = "2026-02-03T10:00:00Z";
  builder.add(block(Kind::headline, "Title"))
      .add(block(Kind::dek, "Dek"))
      .add(block(Kind::byline, "By A"))
      .add(paragraph("Body"));
  CHECK(to_html(builder.article()) == "<p>Body</p>");

  RenderOptions options;
  options.standalone = true;
  const std::string document = to_html(builder.article(), options);
  CHECK(document.find("<!DOCTYPE html>\n<html lang=\"ar\" dir=\"rtl\">") == 0);
  CHECK(document.find("<title>Title &lt;/title&gt;&lt;script&gt;</title>") != std::string::npos);
  CHECK(document.find("content=\"A &quot;B&quot; C\"") != std::string::npos);
  CHECK(document.find("<h1>Title &lt;/title&gt;&lt;script&gt;</h1>") != std::string::npos);
  CHECK(document.find("<time datetime=\"2026-02-03T10:00:00Z\">2026-02-03</time>") !=
        std::string::npos);
  CHECK(document.find("<p>Body</p>") != std::string::npos);
  CHECK(document.find("<script") == std::string::npos);
}

TEST_CASE("containers that point in a circle or nowhere do no harm", "[html]") {
  ArticleBuilder builder;
  builder.contain(Type::quote, 1);
  builder.contain(Type::quote, 0);
  builder.contain(Type::quote, 2);
  builder.add(paragraph("a"), 0)
      .add(paragraph("b"), 1)
      .add(paragraph("c"), 2)
      .add(paragraph("d"), 9);
  CHECK(to_html(builder.article()) ==
        "<blockquote>\n<p>a</p>\n<blockquote>\n<p>b</p>\n</blockquote>\n</blockquote>\n"
        "<blockquote>\n<p>c</p>\n</blockquote>\n<p>d</p>");
}

TEST_CASE("nesting of any depth is written without recursion", "[html]") {
  ArticleBuilder builder;
  constexpr int kDepth = 100'000;
  int inner = -1;
  for (int i = 0; i < kDepth; ++i) inner = builder.contain(Type::quote, inner);
  builder.add(paragraph("deep"), inner);
  const std::string html = to_html(builder.article());
  CHECK(html.find("<p>deep</p>") != std::string::npos);
  CHECK(html.size() > kDepth * sizeof("<blockquote></blockquote>"));
}

TEST_CASE("every element and attribute written is in the table", "[html]") {
  ArticleBuilder builder;
  const int notes = builder.contain(Type::notes);
  const int note = builder.contain(Type::list_item, notes);
  builder.container(note).anchor = "n";
  const int list = builder.contain(Type::ordered_list);
  builder.container(list).start = 4;
  const int item = builder.contain(Type::list_item, list);
  const int quote = builder.contain(Type::quote);
  builder.container(quote).cite = "https://a.example/";
  Inlines everything;
  for (std::size_t i = 0; i < kInlineElements.size(); ++i) {
    Inline start = open(static_cast<InlineTag>(i), "https://a.example/");
    start.language = "en";
    start.direction = "ltr";
    everything.push_back(start);
    everything.push_back(text("x"));
    everything.push_back(close(static_cast<InlineTag>(i)));
  }
  everything.push_back(line_break());
  everything.push_back(anchor("here"));
  everything.push_back(inline_image("https://a.example/i.png", "i"));
  everything.push_back(note_reference("1", "n"));
  ArticleBlock table = block(Kind::table, Inlines{});
  table.rows = {{{cell("h", true)}, true}, {{cell("d")}, false}};
  ArticleBlock embed = block(Kind::embed, "post");
  embed.embed = {"https://v.example/", "V", "t", "https://a.example/p.png", "post"};
  ArticleBlock code = block(Kind::code, "c");
  code.code_language = "cpp";
  builder.add(block(Kind::paragraph, everything))
      .add(heading(2, "h"))
      .add(block(Kind::list_item, "i"), item)
      .add(block(Kind::quote, "q"), quote)
      .add(table)
      .add(embed)
      .add(code)
      .add(block(Kind::note, "n"))
      .add(figure("https://a.example/f.png", "f", "c", "c"))
      .add(block(Kind::list_item, "note"), note);

  const std::string html = to_html(builder.article());
  MarkupScanner scanner(html);
  int elements = 0;
  for (auto token = scanner.next(); token != MarkupScanner::Token::end; token = scanner.next()) {
    REQUIRE(token != MarkupScanner::Token::error);
    if (token != MarkupScanner::Token::open) continue;
    ++elements;
    CAPTURE(scanner.name());
    const AllowedElement* allowed = nullptr;
    for (const AllowedElement& element : kAllowedElements)
      if (element.name == scanner.name()) allowed = &element;
    REQUIRE(allowed != nullptr);
    for (const auto& [name, value] : scanner.attributes()) {
      CAPTURE(name);
      const std::string spaced = " " + std::string(name) + " ";
      CHECK((allowed->attributes.find(spaced) != std::string_view::npos ||
             kSharedAttributes.find(spaced) != std::string_view::npos));
    }
  }
  CHECK(elements > 40);
}
