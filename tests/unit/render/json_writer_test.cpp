#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <nlohmann/json.hpp>

#include "lectern/render.hpp"
#include "render/json_text.hpp"
#include "unit/render/article_builder.hpp"

using namespace lectern;
using namespace lectern::testing;
using Json = nlohmann::json;

namespace {

Json json_of(const Article& article, const RenderOptions& options = {}) {
  const Json parsed = Json::parse(to_json(article, options), nullptr, false);
  REQUIRE(parsed.is_object());
  return parsed;
}

// One block of every kind, with everything that a block can hold.
Article rich_article() {
  ArticleBuilder builder;
  Metadata& metadata = builder.metadata();
  metadata.title = "A \"title\" \\ with\ttab";
  metadata.byline = {"Ann Ray", "\xE6\x9D\x8E\xE6\x98\x8E"};
  metadata.published = "2026-02-03";
  metadata.url = "https://news.example/story";
  metadata.language = "en";
  metadata.direction = "ltr";
  metadata.is_free = false;
  metadata.sources.title = MetadataSource::json_ld;
  builder.article().withheld_notice = "Subscribe to read on.";
  builder.article().confidence = 0.8125F;
  builder.article().word_count = 42;
  builder.article().reading_minutes = 1;
  builder.article().other_articles = {{"Next one", {"B"}, 3}};

  const int quote = builder.contain(Container::Type::quote);
  builder.container(quote).cite = "https://a.example/";
  const int list = builder.contain(Container::Type::ordered_list);
  builder.container(list).start = 4;
  builder.container(list).reversed = true;
  builder.container(list).numbering = 'i';
  const int item = builder.contain(Container::Type::list_item, list);
  const int notes = builder.contain(Container::Type::notes);
  const int note = builder.contain(Container::Type::list_item, notes);
  builder.container(note).anchor = "note-1";

  Inline french = open(InlineTag::span);
  french.language = "fr";
  Inlines everything = {text("a < b & \"c\""),
                        open(InlineTag::link, "https://a.example/?x=1&y=2"),
                        text("link"),
                        close(InlineTag::link),
                        french,
                        text("oui"),
                        close(InlineTag::span),
                        line_break(),
                        math("x^2"),
                        math("y", "<math><mi>y</mi><mspace width=\"1em\"/></math>"),
                        inline_image("https://a.example/e.png", "emoji"),
                        anchor("mid-1"),
                        note_reference("1", "note-1")};
  ArticleBlock table = block(Kind::table, Inlines{});
  table.caption = {text("t")};
  table.rows = {{{cell("h", true)}, true}, {{cell("d")}, false}};
  table.rows[1].cells[0].content.push_back(open(InlineTag::strong));
  table.rows[1].cells[0].content.push_back(text("!"));
  table.rows[1].cells[0].content.push_back(close(InlineTag::strong));
  table.rows[1].cells[0].row_span = 2;
  ArticleBlock embed = block(Kind::embed, Inlines{text("post "), open(InlineTag::emphasis),
                                                  text("text"), close(InlineTag::emphasis)});
  embed.embed = {"https://v.example/", "V", "t", "https://a.example/p.png", "post"};
  ArticleBlock code = block(Kind::code, "if (a < b)\n\treturn;\n");
  code.code_language = "cpp";
  ArticleBlock photo = figure("https://a.example/f.png", "alt", "caption", "credit");
  photo.images[0].sources = {{"https://a.example/s.png", 100, 0},
                             {"https://a.example/t.png", 0, 1.5}};
  photo.images[0].link = "https://a.example/big.png";
  photo.images[0].width = 10;
  photo.caption.push_back(open(InlineTag::cite));
  photo.caption.push_back(text("book"));
  photo.caption.push_back(close(InlineTag::cite));
  ArticleBlock section = heading(3, "Heading");
  section.anchor = "section-1";
  section.language = "de";
  section.direction = "ltr";
  section.confidence = 0.5F;
  section.uncertain = true;
  section.reason = "model";
  builder.add(block(Kind::promo, "first of all"))
      .add(block(Kind::paragraph, everything))
      .add(section)
      .add(block(Kind::quote, "quoted"), quote)
      .add(block(Kind::list_item, "item"), item)
      .add(block(Kind::subscription_prompt, "Subscribe"))
      .add(table)
      .add(embed)
      .add(code)
      .add(photo)
      .add(block(Kind::divider, Inlines{}))
      .add(block(Kind::note, "Corrected."))
      .add(block(Kind::dateline, "PARIS"))
      .add(block(Kind::list_item, "the note"), note)
      .add(figure("https://a.example/ad.png", "ad"));
  builder.article().blocks.back().kind = Kind::advertisement;
  builder.article().removed.push_back(builder.article().blocks.back());
  builder.article().blocks.pop_back();
  return builder.article();
}

} // namespace

TEST_CASE("an article is one line of JSON with every name of the format", "[json]") {
  const Article article = rich_article();
  const std::string json = to_json(article);
  CHECK(json.find('\n') == std::string::npos);
  const Json parsed = json_of(article);
  for (const char* name : {"title",      "byline",          "dek",        "site_name",
                           "published",  "modified",        "section",    "tags",
                           "url",        "lead_image",      "language",   "direction",
                           "word_count", "reading_minutes", "confidence", "withheld_notice",
                           "html",       "blocks",          "removed",    "other_articles",
                           "containers", "sources",         "partial",    "is_free"}) {
    CAPTURE(name);
    CHECK(parsed.contains(name));
  }
  CHECK(parsed["title"] == "A \"title\" \\ with\ttab");
  CHECK(parsed["dek"].is_null());
  CHECK(parsed["confidence"] == 0.8125);
  CHECK(parsed["sources"]["title"] == "json_ld");
  CHECK(parsed["html"] == to_html(article));
}

TEST_CASE("a removed block names the kept block before it", "[json]") {
  const Json removed = json_of(rich_article())["removed"];
  REQUIRE(removed.size() == 3);
  CHECK(removed[0]["after"].is_null());
  CHECK(removed[0]["kind"] == "promo");
  CHECK(removed[1]["after"] == 4);
  CHECK(removed[1]["html"] == "<p>Subscribe</p>");
  CHECK(removed[1]["text"] == "Subscribe");
  CHECK(removed[2]["kind"] == "advertisement");
  CHECK(removed[2]["images"][0]["url"] == "https://a.example/ad.png");
}

TEST_CASE("restored blocks move from the removed to the shown", "[json]") {
  RenderOptions options;
  options.restored = {5};
  const Json parsed = json_of(rich_article(), options);
  CHECK(parsed["removed"].size() == 2);
  CHECK(parsed["blocks"][4]["id"] == 5);
  CHECK(parsed["blocks"][4]["kind"] == "subscription_prompt");
  CHECK(parsed["html"].get<std::string>().find("<p>Subscribe</p>") != std::string::npos);
}

TEST_CASE("control characters and invalid bytes still give JSON", "[json]") {
  ArticleBuilder builder;
  builder.metadata().title = std::string("nul \0 bell \a del \x7F cut \xE6\x9D", 25);
  builder.add(paragraph("</script> \xE2\x80\xA8 separator"));
  const Json parsed = json_of(builder.article());
  CHECK(parsed["blocks"][0]["text"] == "</script> \xE2\x80\xA8 separator");
  CHECK(parsed["title"].get<std::string>().find("bell \a") != std::string::npos);
}

TEST_CASE("what JSON cannot hold is escaped wherever it stands in a text", "[json]") {
  for (const auto& [raw, escaped] : {std::pair{"\"", "\\\""}, std::pair{"\\", "\\\\"},
                                     std::pair{"\n", "\\n"}, std::pair{"\x1f", "\\u001f"}}) {
    for (std::size_t before = 0; before < 40; ++before) {
      std::string out;
      append_json_string(out, std::string(before, 'a') + raw + "\x7f tail of the text");
      CHECK(out == "\"" + std::string(before, 'a') + escaped + "\x7f tail of the text\"");
    }
  }
}

TEST_CASE("an article read back from its JSON renders the same", "[json]") {
  const Article article = rich_article();
  const std::string json = to_json(article);
  const std::optional<Article> again = parse_article(json);
  REQUIRE(again.has_value());
  CHECK(to_json(*again) == json);
  CHECK(to_html(*again) == to_html(article));
  CHECK(to_text(*again) == to_text(article));
  CHECK(to_markdown(*again) == to_markdown(article));
  RenderOptions options;
  options.restored = {0, 5, 14};
  options.standalone = true;
  options.front_matter = true;
  CHECK(to_html(*again, options) == to_html(article, options));
  CHECK(to_markdown(*again, options) == to_markdown(article, options));
}

TEST_CASE("what is no article object is refused", "[json]") {
  const std::string json = GENERATE(
      as<std::string>{}, "", "[]", "{}", "{\"blocks\":[]}", "{\"blocks\":[],\"removed\":3}",
      "{\"blocks\":[{\"id\":0,\"kind\":\"no such kind\"}],\"removed\":[]}",
      "{\"blocks\":[7],\"removed\":[]}", "{\"blocks\":[],\"removed\":[]",
      "{\"blocks\":[{\"id\":1,\"kind\":\"note\"},{\"id\":1,\"kind\":\"note\"}],\"removed\":[]}");
  CAPTURE(json);
  CHECK_FALSE(parse_article(json).has_value());
}

TEST_CASE("markup that is not ours comes back as text", "[json]") {
  const std::optional<Article> article = parse_article(
      R"({"blocks":[{"id":0,"kind":"paragraph","text":"shown",
          "html":"<p><img src=x onerror=alert(1)><script>alert(1)</script></p>"},
         {"id":1,"kind":"paragraph","text":"link","html":"<p><a href=\"javascript:x\">link</a></p>"},
         {"id":2,"kind":"figure","html":"","text":"","images":[{"url":"javascript:x","alt":"a"}]}],
         "removed":[]})");
  REQUIRE(article.has_value());
  CHECK(to_html(*article) == "<p>shown</p>\n<p>link</p>\n<figure></figure>");
  CHECK(to_json(*article).find("javascript") == std::string::npos);
}

TEST_CASE("a list is read back in the cell of a table, and nowhere else among words", "[json]") {
  const std::optional<Article> article = parse_article(
      R"({"blocks":[{"id":0,"kind":"table","rows":[{"cells":[{"text":"a\nb",
          "text_html":"<ul><li>a</li><li>b</li></ul>"},{"text":"c"}]}]},
         {"id":1,"kind":"paragraph","text":"shown","html":"<p><ul><li>a</li></ul></p>"}],
         "removed":[]})");
  REQUIRE(article.has_value());
  CHECK(to_html(*article).find("<td><ul><li>a</li><li>b</li></ul></td><td>c</td>") !=
        std::string::npos);
  CHECK(to_html(*article).find("<p>shown</p>") != std::string::npos);
  CHECK(to_markdown(*article).find("| a<br>b | c |") != std::string::npos);
  CHECK(to_json(*article).find(R"("text":"a\nb")") != std::string::npos);
}

TEST_CASE("a reference to a note that cannot be followed is its mark, however often it is read",
          "[json]") {
  const std::string kept =
      R"({"title":"Oak","blocks":[{"id":1,"kind":"paragraph","container":null,)"
      R"("html":"<p>As said<a href=\"#other\" role=\"doc-noteref\"><sup>1</sup></a>.</p>"}],"removed":[]})";
  const auto once = parse_article(kept);
  REQUIRE(once.has_value());
  const std::string written = to_json(*once);
  CHECK(written.find("As said<sup>1</sup>.") != std::string::npos);
  const auto again = parse_article(written);
  REQUIRE(again.has_value());
  CHECK(to_json(*again) == written);
}
