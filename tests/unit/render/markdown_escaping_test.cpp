// Whatever a text holds and whatever stands around it, Markdown says it and makes nothing of it.

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include "lectern/render.hpp"
#include "support/allowed_output.hpp"
#include "unit/render/markdown_of.hpp"

using namespace lectern;
using namespace lectern::testing;

namespace {

Inlines code(std::string content) {
  return {open(InlineTag::code), text(std::move(content)), close(InlineTag::code)};
}

/// An article with `hostile` in every place that a text can stand in.
Article with_everywhere(const std::string& hostile) {
  ArticleBuilder builder;
  builder.metadata().title = hostile;
  builder.metadata().dek = hostile;
  builder.metadata().byline = {hostile};
  builder.metadata().site_name = hostile;
  builder.metadata().tags = {hostile};
  ArticleBlock table = block(Kind::table, Inlines{});
  table.rows.push_back({{cell(hostile, true), cell("b")}, true});
  table.rows.push_back({{cell("a"), cell(hostile)}, false});
  table.rows.back().cells[0].content = code(hostile);
  table.rows.back().cells[1].content.push_back(math(hostile));
  ArticleBlock listing = block(Kind::code, hostile);
  listing.code_language = hostile;
  ArticleBlock film = block(Kind::embed, hostile);
  film.embed = {"https://v.example/1", hostile, hostile, "", hostile};
  const int quote = builder.contain(Container::Type::quote);
  Inlines mixed = code(hostile);
  mixed.push_back(text(hostile));
  mixed.push_back(math(hostile));
  mixed.push_back(note_reference(hostile, "#n"));
  mixed.push_back(inline_image("https://a.example/i.png", hostile));
  builder.add(paragraph(hostile))
      .add(heading(2, hostile))
      .add(block(Kind::paragraph, code(hostile)))
      .add(block(Kind::paragraph, Inlines{math(hostile)}))
      .add(block(Kind::paragraph, Inlines{text("So "), math(hostile), text(hostile)}))
      .add(block(Kind::paragraph, Inlines{math("", "<math><mi>" + hostile + "</mi></math>")}))
      .add(block(Kind::paragraph, mixed))
      .add(block(Kind::paragraph, Inlines{open(InlineTag::link, "https://a.example/"),
                                          text(hostile), close(InlineTag::link)}))
      .add(figure("https://a.example/f.jpg", hostile, hostile, hostile))
      .add(table)
      .add(film)
      .add(listing)
      .add(listing, quote)
      .add(block(Kind::paragraph, mixed), quote);
  return builder.article();
}

std::string listed(const std::vector<std::string>& faults) {
  std::string out;
  for (const std::string& fault : faults) out += "\n  - " + fault;
  return out;
}

} // namespace

TEST_CASE("control characters neither end a line nor hide what follows them", "[markdown]") {
  const std::string control =
      GENERATE(as<std::string>{}, std::string(1, '\0'), "\x01", "\v", "\f", "\r", "\r\n", "\x1b",
               "\x7f", "\xC2\x85", "\xC2\x9B", "\xE2\x80\xA8", "\xE2\x80\xA9", "\r\r", "\n\r\n");
  for (const std::string& attack :
       {"<" + control + "script>", "<s" + control + "cript>", control + "<script>",
        control + "# a" + control + "<script>", "]" + control + "(javascript:x)",
        "```" + control + "<script>", control + control + "<script>" + control}) {
    const Article article = with_everywhere(attack);
    RenderOptions front_matter;
    front_matter.front_matter = true;
    const auto faults = lectern::test::faults_of_markdown(to_markdown(article));
    INFO(listed(faults));
    CHECK(faults.empty());
    CHECK(lectern::test::faults_of_markdown(to_markdown(article, front_matter)).empty());
  }
  CHECK(markdown_of(std::vector<Inline>{text(control + "# a")}) == "\\# a");
}

TEST_CASE("a listing keeps its lines, however they end", "[markdown]") {
  CHECK(markdown_of(block(Kind::code, "a\r\nb\rc\td")) == "```\na\nb\nc\td\n```");
  ArticleBuilder builder;
  builder.add(block(Kind::code, "a\r```\r<script>"), builder.contain(Container::Type::quote));
  CHECK(to_markdown(builder.article()) == "> ````\n> a\n> ```\n> <script>\n> ````\n");
}

TEST_CASE("an opening bracket of a tag is escaped whatever follows it", "[markdown]") {
  const auto [given, expected] =
      GENERATE(table<const char*, const char*>({{"a < b <= 3 <4", "a < b <= 3 <4"},
                                                {"<script>", "\\<script>"},
                                                {"a<", "a\\<"},
                                                {"<\xC3\xA9>", "\\<\xC3\xA9>"},
                                                {"<:x> <>", "\\<:x> \\<>"}}));
  CHECK(markdown_of({text(given)}) == expected);
  CHECK(markdown_of({text("a<"), open(InlineTag::span), text("script>"), close(InlineTag::span)}) ==
        "a\\<script>");
}

TEST_CASE("marks made by two runs of text together are escaped", "[markdown]") {
  const auto two = [](const char* first, const char* second) {
    return markdown_of({text(first), anchor("a"), text(second)});
  };
  CHECK(two("1", ". x") == "1\\. x");
  CHECK(two("7", ")") == "7\\)");
  CHECK(two("1", ".5") == "1.5");
  CHECK(two("a 1", ". x") == "a 1. x");
  CHECK(two("&", "lt;") == "\\&lt;");
  CHECK(two("AT&", " T") == "AT& T");
  CHECK(two("a [", "^1]") == "a [\\^1]");
  CHECK(two("%", "% x") == "%\\% x");
  CHECK(two("x =", "= y") == "x =\\= y");
  CHECK(markdown_of({text("_ _ _")}) == "\\_ _ _");
  // Elements within others of their kind are written as their content alone.
  CHECK(markdown_of({open(InlineTag::strong), text("Look!"), open(InlineTag::strong),
                     open(InlineTag::link, "https://a.example/"), text("x"), close(InlineTag::link),
                     close(InlineTag::strong), close(InlineTag::strong)}) ==
        "**Look\\![x](https://a.example/)**");
}

TEST_CASE("an address holds no end of a link", "[markdown]") {
  const auto link = [](const char* url, const char* label) {
    return markdown_of({open(InlineTag::link, url), text(label), close(InlineTag::link)});
  };
  CHECK(link("https://a.example/](b)", "x") == "[x](https://a.example/%5D(b))");
  CHECK(link("https://[::1]/", "x") == "[x](https://[::1]/)");
  CHECK(link("https://a.example/'b", "https://a.example/'b") ==
        "[https://a.example/'b](https://a.example/'b)");
}

TEST_CASE("the name of a listing's language is a name", "[markdown]") {
  const auto [name, expected] = GENERATE(table<const char*, const char*>(
      {{"c++", "c++"}, {"objective-c", "objective-c"}, {"></s>`\r\n# a", "s#a"}}));
  ArticleBlock listing = block(Kind::code, "x");
  listing.code_language = name;
  CHECK(markdown_of(listing) == "```" + std::string(expected) + "\nx\n```");
}

TEST_CASE("number signs at the end of a heading stay", "[markdown]") {
  CHECK(markdown_of(heading(2, "In C#")) == "## In C#");
  CHECK(markdown_of(heading(2, "In C #")) == "## In C \\#");
  CHECK(markdown_of(heading(2, "In ##")) == "## In #\\#");
}

TEST_CASE("number signs at the end of the headline stay", "[markdown]") {
  ArticleBuilder builder;
  builder.metadata().title = "Learning C #";
  CHECK(to_markdown(builder.article()).substr(0, 15) == "# Learning C \\#");
}

TEST_CASE("a heading is no list and no quotation, whatever it begins with", "[markdown]") {
  const auto begins = GENERATE("1. Look", "2) Look", "- Look", "+ Look", "> Look");
  ArticleBlock heading = block(Kind::heading, std::string(begins));
  heading.level = 2;
  CHECK(markdown_of(heading) == std::string("## ") + begins);
}

TEST_CASE("TeX is text to a reader without formulas", "[markdown]") {
  const auto [tex, expected] = GENERATE(
      table<const char*, const char*>({{"a < b <= c<d", "$a < b <= c\\lt d$"},
                                       {"`<script>`", "$\xE2\x80\x98\\lt script>\xE2\x80\x98$"},
                                       {"x\\", "$x$"},
                                       {"x\\\\", "$x\\\\$"},
                                       {"\\<b>", "$\\ \\lt b>$"},
                                       {"[a](b) [a][b] [^1]", "$[a]{}(b) [a]{}[b] [{}^1]$"},
                                       {"\\href{javascript:x}{y}", "${javascript:x}{y}$"},
                                       {"\\hrefx \\alpha", "$\\hrefx \\alpha$"}}));
  CAPTURE(tex);
  CHECK(markdown_of({text("So "), math(tex)}) == "So " + std::string(expected));
}

TEST_CASE("no line of a formula begins a block", "[markdown]") {
  const auto [tex, expected] = GENERATE(table<const char*, const char*>({{"a\n= b", "a\n= b"},
                                                                         {"a\n===", "a\n{}==="},
                                                                         {"a\n+ b", "a\n{}+ b"},
                                                                         {"-1\n-x", "-1\n-x"},
                                                                         {"---", "{}---"},
                                                                         {"# a", "{}# a"},
                                                                         {"> 0", "{}> 0"},
                                                                         {"1. x", "{}1. x"},
                                                                         {"1.5", "1.5"},
                                                                         {"~~~\n~", "{}~~~\n~"},
                                                                         {"a|b\n-|-", "a|b\n{}-|-"},
                                                                         {"a\r\rb", "a b"}}));
  CAPTURE(tex);
  CHECK(markdown_of({math(tex)}) == "$$\n" + std::string(expected) + "\n$$");
}
