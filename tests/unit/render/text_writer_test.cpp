#include <catch2/catch_test_macros.hpp>

#include "lectern/render.hpp"
#include "unit/render/article_builder.hpp"

using namespace lectern;
using namespace lectern::testing;
using Type = Container::Type;

TEST_CASE("text has the headline first and a blank line between blocks", "[text]") {
  ArticleBuilder builder;
  builder.metadata().title = "The headline";
  builder.metadata().dek = "The dek";
  builder.metadata().byline = {"Ann Ray", "Bo Lee"};
  builder.metadata().published = "2026-02-03T10:00:00+01:00";
  builder.add(block(Kind::headline, "The headline"))
      .add(paragraph("First."))
      .add(heading(2, "A heading"))
      .add(block(Kind::paragraph, Inlines{text("Second"), line_break(), text("line.")}))
      .add(figure("https://a.example/i.png", "alt", "Caption", "Credit"));
  CHECK(to_text(builder.article()) ==
        "The headline\n\nThe dek\n\nAnn Ray, Bo Lee | 2026-02-03\n\nFirst.\n\nA heading\n\n"
        "Second\nline.\n\n[Caption / Credit]\n");
}

TEST_CASE("lists stand tight with their own numbers, quotations are marked", "[text]") {
  ArticleBuilder builder;
  const int list = builder.contain(Type::ordered_list);
  builder.container(list).reversed = true;
  const int two = builder.contain(Type::list_item, list);
  const int inner = builder.contain(Type::unordered_list, two);
  const int dot = builder.contain(Type::list_item, inner);
  const int one = builder.contain(Type::list_item, list);
  const int quote = builder.contain(Type::quote);
  builder.add(block(Kind::list_item, "second"), two)
      .add(block(Kind::list_item, "detail"), dot)
      .add(block(Kind::list_item, "first"), one)
      .add(block(Kind::quote, "said"), quote)
      .add(block(Kind::quote, "and said"), quote)
      .add(paragraph("end"));
  CHECK(to_text(builder.article()) ==
        "2. second\n   - detail\n1. first\n\n> said\n>\n> and said\n\nend\n");
}

TEST_CASE("text is wrapped between words, never inside one", "[text]") {
  ArticleBuilder builder;
  builder.add(paragraph("aaa bbb ccc ddd eeee https://a.example/a-very-long-address fff"));
  RenderOptions options;
  options.wrap_columns = 20;
  CHECK(to_text(builder.article(), options) ==
        "aaa bbb ccc ddd eeee\nhttps://a.example/a-very-long-address\nfff\n");
}

TEST_CASE("lines of East Asian text break between characters, not before punctuation", "[text]") {
  ArticleBuilder builder;
  // Ten characters and a full stop: five fit into ten columns.
  std::string han;
  for (int i = 0; i < 10; ++i) han += "\xE6\x96\x87";
  builder.add(paragraph(han + "\xE3\x80\x82"));
  RenderOptions options;
  options.wrap_columns = 20;
  const std::string wrapped = to_text(builder.article(), options);
  CHECK(wrapped.find("\n\xE3\x80\x82") == std::string::npos);
  CHECK(wrapped.find('\n') == 9 * 3);
}

TEST_CASE("ruby stands behind its base in parentheses", "[text]") {
  ArticleBuilder builder;
  builder.add(block(Kind::paragraph,
                    Inlines{open(InlineTag::ruby), text("base"), open(InlineTag::ruby_text),
                            text("reading"), close(InlineTag::ruby_text), close(InlineTag::ruby)}));
  CHECK(to_text(builder.article()) == "base(reading)\n");
}

TEST_CASE("table rows are lines with tabs, code keeps its lines", "[text]") {
  ArticleBuilder builder;
  ArticleBlock table = block(Kind::table, Inlines{});
  table.rows = {{{cell("a", true), cell("b", true)}, true}, {{cell("1"), cell("2")}, false}};
  builder.add(table).add(block(Kind::code, "\nif x:\n    y\n\n"));
  CHECK(to_text(builder.article()) == "a\tb\n1\t2\n\nif x:\n    y\n");
}
