#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include "lectern/render.hpp"
#include "unit/render/markdown_of.hpp"

using namespace lectern;
using namespace lectern::testing;
using Type = Container::Type;

TEST_CASE("ordinary prose is written as it stands", "[markdown]") {
  const std::string prose = GENERATE(
      as<std::string>{}, "It cost $5 to $10, or 3 * 4 in all (see [sic] there).",
      "AT&T, R&D, a_b_c and snake_case; 5 < 6 > 4.", "\"Quoted\" - and 'single' - 100%!",
      "https://a.example/a_b_c?x=1&y=2 and www.example.com/x", "~5 hours; 1.5 litres; #hashtag");
  CHECK(markdown_of(prose) == prose);
}

TEST_CASE("what would be markup is escaped", "[markdown]") {
  const auto [text, expected] = GENERATE(table<const char*, const char*>(
      {{"*stars* and _scores_", "\\*stars\\* and \\_scores\\_"},
       {"`ticks`", "\\`ticks\\`"},
       {"<b>bold</b> <!-- c -->", "\\<b>bold\\</b> \\<!-- c -->"},
       {"[text](target)", "\\[text\\](target)"},
       {"![image](target)", "\\![image\\](target)"},
       {"&amp; &#39;", "\\&amp; \\&#39;"},
       {"~~gone~~", "\\~\\~gone\\~\\~"},
       {"five $ and 5$ more", "five $ and 5\\$ more"},
       {"C:\\*", "C:\\\\\\*"},
       {"[[wiki]] ==mark== %%note%%", "\\[[wiki]] \\==mark== \\%%note\\%%"}}));
  CAPTURE(text);
  // The last row shows that only as much is escaped as is needed; what follows a broken mark may
  // stay.
  CHECK(markdown_of(std::string(text)) == expected);
}

TEST_CASE("what would begin a block is escaped at the start of a line alone", "[markdown]") {
  const auto [text, expected] =
      GENERATE(table<const char*, const char*>({{"# one", "\\# one"},
                                                {"- one", "\\- one"},
                                                {"+ one", "\\+ one"},
                                                {"> one", "\\> one"},
                                                {"1. one", "1\\. one"},
                                                {"1986. A year", "1986\\. A year"},
                                                {"2) two", "2\\) two"},
                                                {"---", "\\---"},
                                                {"===", "\\==="},
                                                {"| a |", "\\| a |"},
                                                {"[ ] task", "\\[ ] task"},
                                                {"#tag", "#tag"},
                                                {"-5 degrees", "-5 degrees"},
                                                {"1.5 million", "1.5 million"}}));
  CAPTURE(text);
  CHECK(markdown_of(std::string(text)) == expected);
  CHECK(markdown_of({testing::text("before"), line_break(), testing::text(text)}) ==
        "before\\\n" + std::string(expected));
}

TEST_CASE("marks hug their content", "[markdown]") {
  CHECK(markdown_of({text("a"), open(InlineTag::strong), text(" b "), close(InlineTag::strong),
                     text("c")}) == "a **b** c");
  CHECK(markdown_of({open(InlineTag::strong), line_break(), text("b"), line_break(),
                     close(InlineTag::strong), text("c")}) == "**b**\\\nc");
  CHECK(markdown_of({text("a"), open(InlineTag::emphasis), text(" "), close(InlineTag::emphasis),
                     text("b")}) == "a b");
}

TEST_CASE("where marks would not be read, elements stand", "[markdown]") {
  CHECK(markdown_of({text("un"), open(InlineTag::emphasis), text("believ"),
                     close(InlineTag::emphasis), text("able")}) == "un<em>believ</em>able");
  CHECK(markdown_of({text("un"), open(InlineTag::strong), text("believ"), close(InlineTag::strong),
                     text("able")}) == "un**believ**able");
  CHECK(markdown_of({text("say"), open(InlineTag::strong), text("\"now\""),
                     close(InlineTag::strong), text("please")}) ==
        "say<strong>\"now\"</strong>please");
  CHECK(markdown_of({open(InlineTag::strong), text("a"), close(InlineTag::strong),
                     open(InlineTag::strong), text("b"), close(InlineTag::strong)}) ==
        "**a**<strong>b</strong>");
  CHECK(markdown_of({text("H"), open(InlineTag::sub), text("2"), close(InlineTag::sub),
                     text("O")}) == "H<sub>2</sub>O");
}

TEST_CASE("code takes as many backticks as it needs", "[markdown]") {
  const auto [code, expected] = GENERATE(table<const char*, const char*>({{"x", "`x`"},
                                                                          {"a`b", "``a`b``"},
                                                                          {"`a`", "`` `a` ``"},
                                                                          {" a ", "`  a  `"},
                                                                          {"a\nb", "`a b`"}}));
  CAPTURE(code);
  CHECK(markdown_of({open(InlineTag::code), text(code), close(InlineTag::code)}) == expected);
  CHECK(markdown_of(block(Kind::code, "a ``` b\n\n  c\n")) == "````\na ``` b\n\n  c\n````");
}

TEST_CASE("links keep their address whole", "[markdown]") {
  const auto link = [](const char* url, const char* label) {
    return markdown_of({open(InlineTag::link, url), text(label), close(InlineTag::link)});
  };
  CHECK(link("https://a.example/b_(c)", "see [1]") == "[see \\[1\\]](https://a.example/b_(c))");
  CHECK(link("https://a.example/b)c", "x") == "[x](https://a.example/b%29c)");
  CHECK(link("https://a.example/b c<d>", "x") == "[x](https://a.example/b%20c%3Cd%3E)");
  CHECK(link("https://a.example/", "https://a.example/") == "<https://a.example/>");
  CHECK(link("javascript:alert(1)", "x") == "x");
  CHECK(link("#inside", "x") == "x");
  CHECK(markdown_of({text("Look!"), open(InlineTag::link, "https://a.example/"), text("x"),
                     close(InlineTag::link)}) == "Look\\![x](https://a.example/)");
}

TEST_CASE("lists, quotations and code nest by their marks", "[markdown]") {
  ArticleBuilder builder;
  const int quote = builder.contain(Type::quote);
  const int list = builder.contain(Type::ordered_list, quote);
  builder.container(list).start = 9;
  const int nine = builder.contain(Type::list_item, list);
  const int ten = builder.contain(Type::list_item, list);
  const int inner = builder.contain(Type::unordered_list, ten);
  const int dot = builder.contain(Type::list_item, inner);
  builder.add(block(Kind::quote, "said"), quote)
      .add(block(Kind::list_item, "nine"), nine)
      .add(block(Kind::list_item, "ten"), ten)
      .add(block(Kind::list_item, "dot"), dot)
      .add(paragraph("after"));
  CHECK(to_markdown(builder.article()) ==
        "> said\n>\n> 9. nine\n> 10. ten\n>     - dot\n\nafter\n");
}

TEST_CASE("two lists in a row have different marks, and one that counts down keeps its numbers",
          "[markdown]") {
  ArticleBuilder builder;
  const int first = builder.contain(Type::unordered_list);
  const int a = builder.contain(Type::list_item, first);
  const int second = builder.contain(Type::unordered_list);
  const int b = builder.contain(Type::list_item, second);
  const int down = builder.contain(Type::ordered_list);
  builder.container(down).reversed = true;
  const int two = builder.contain(Type::list_item, down);
  const int one = builder.contain(Type::list_item, down);
  builder.add(block(Kind::list_item, "a"), a)
      .add(block(Kind::list_item, "b"), b)
      .add(paragraph("and"))
      .add(block(Kind::list_item, "x"), two)
      .add(block(Kind::list_item, "y"), one);
  CHECK(to_markdown(builder.article()) == "- a\n\n* b\n\nand\n\n- 2\\. x\n- 1\\. y\n");
}

TEST_CASE("a table has one row of headers, and spans keep the columns", "[markdown]") {
  ArticleBlock table = block(Kind::table, Inlines{});
  TableCell tall = cell("a|b");
  tall.row_span = 2;
  TableCell wide = cell("w");
  wide.column_span = 2;
  table.rows = {{{tall, cell("1"), cell("2")}, false}, {{wide}, false}};
  CHECK(markdown_of(table) == "|  |  |  |\n| --- | --- | --- |\n| a\\|b | 1 | 2 |\n|  | w |  |");
  table.rows[0].in_head = true;
  CHECK(markdown_of(table) == "| a\\|b | 1 | 2 |\n| --- | --- | --- |\n|  | w |  |");
}

TEST_CASE("spans that claim a million columns cost no memory", "[markdown]") {
  ArticleBlock table = block(Kind::table, Inlines{});
  TableCell huge = cell("x");
  huge.column_span = 1'000'000;
  for (int i = 0; i < 1000; ++i) table.rows.push_back({{huge, huge}, false});
  CHECK(markdown_of(table).size() < 10'000'000);
}

TEST_CASE("notes are footnotes where something refers to them", "[markdown]") {
  ArticleBuilder builder;
  const int notes = builder.contain(Type::notes);
  const int first = builder.contain(Type::list_item, notes);
  const int second = builder.contain(Type::list_item, notes);
  builder.container(first).anchor = "fn-a";
  builder.container(second).anchor = "fn-b";
  builder
      .add(
          block(Kind::paragraph, Inlines{text("Said"), note_reference("*", "fn-a"), text(": so.")}))
      .add(block(Kind::list_item, "By whom."), first)
      .add(block(Kind::list_item, "Lost."), second);
  CHECK(to_markdown(builder.article()) == "Said[^1]\\: so.\n\n[^1]: By whom.\n\n2. Lost.\n");
}

TEST_CASE("formulas are TeX between dollar signs, and then no other dollar is bare", "[markdown]") {
  CHECK(markdown_of({text("$5 is "), math("x^2")}) == "\\$5 is $x^2$");
  CHECK(markdown_of(Inlines{math("x^2\n\n= 1")}) == "$$\nx^2\n= 1\n$$");
  // Readers without formulas would take these for HTML and for a link.
  CHECK(markdown_of({text("If "), math("a<b, <script>, [x](y)")}) ==
        "If $a\\lt b, \\lt script>, [x]{}(y)$");
  CHECK(markdown_of(Inlines{math("<script>alert(1)</script>")}) ==
        "$$\n\\lt script>alert(1)\\lt /script>\n$$");
}

TEST_CASE("front matter is YAML that any text fits into", "[markdown]") {
  ArticleBuilder builder;
  Metadata& metadata = builder.metadata();
  metadata.title = "A \"quoted\": title\nwith --- \\ lines";
  metadata.url = "https://a.example/";
  metadata.byline = {"Ann Ray", "- B: #c"};
  metadata.published = "2026-02-03";
  metadata.modified = "yesterday";
  metadata.tags = {"Climate change", "2026", "#tag, with"};
  builder.add(paragraph("Body"));
  RenderOptions options;
  options.front_matter = true;
  CHECK(to_markdown(builder.article(), options) ==
        "---\ntitle: \"A \\\"quoted\\\": title\\nwith --- \\\\ lines\"\n"
        "source: \"https://a.example/\"\nauthor:\n  - \"Ann Ray\"\n  - \"- B: #c\"\n"
        "published: 2026-02-03\nmodified: \"yesterday\"\ntags:\n  - \"Climate-change\"\n"
        "  - \"tag-with\"\n---\n\n# A \"quoted\": title with --- \\ lines\n\nBody\n");
}

TEST_CASE("right-to-left and East Asian text need nothing", "[markdown]") {
  const std::string hebrew = "\xD7\xA9\xD7\x9C\xD7\x95\xD7\x9D";
  const std::string han = "\xE6\x9D\xB1\xE4\xBA\xAC";
  CHECK(markdown_of(hebrew + " - " + han) == hebrew + " - " + han);
  CHECK(markdown_of({text(han), open(InlineTag::strong), text(han), close(InlineTag::strong),
                     text(han)}) == han + "**" + han + "**" + han);
  // Marks beside East Asian brackets inside a word are the known trap.
  const std::string quoted = "\xE3\x80\x8C" + han + "\xE3\x80\x8D";
  CHECK(markdown_of({text(han), open(InlineTag::strong), text(quoted), close(InlineTag::strong),
                     text(han)}) == han + "<strong>" + quoted + "</strong>" + han);
}

TEST_CASE("figures and embeds are images and links with their caption in italics", "[markdown]") {
  ArticleBlock photo = figure("https://a.example/f.jpg", "A [b]", "The bridge", "A. Photo");
  photo.images[0].link = "https://a.example/big.jpg";
  CHECK(markdown_of(photo) ==
        "[![A \\[b\\]](https://a.example/f.jpg)](https://a.example/big.jpg)\n\n"
        "_The bridge A. Photo_");
  ArticleBlock film = block(Kind::embed, Inlines{});
  film.embed = {"https://v.example/1", "VidSite", "A film", "", "video"};
  CHECK(markdown_of(film) == "[A film](https://v.example/1)");
}
