// What is read past the tokenizer's states has to come out as lexbor's own parser has it.
#include <array>
#include <catch2/catch_test_macros.hpp>
#include <cstdint>
#include <lexbor/html/interfaces/document.h>
#include <string>

#include "parse/dom_builder.hpp"
#include "parse/html_parser.hpp"
#include "parse/plain_tag.hpp"
#include "unit/parse/tree_text.hpp"

using namespace lectern;

namespace {

/// The page as lexbor alone reads it.
std::string tree_of_lexbor(std::string_view html) {
  lxb_html_document_t* document = lxb_html_document_create();
  const auto* bytes = reinterpret_cast<const lxb_char_t*>(html.data());
  REQUIRE(lxb_html_document_parse(document, bytes, html.size()) == LXB_STATUS_OK);
  DomBuilder builder({100'000, 512, std::size_t{1} << 30});
  return tree_text(builder.build(document, true, false));
}

std::string tree_of_ours(std::string_view html) { return tree_text(parse_html(html, {})); }

/// Of these pages are put together. None makes a comment: those are dropped before the tree builder
/// sees them.
constexpr std::array<std::string_view, 60> kPieces = {
    "<p>",
    "</p>",
    "<P CLASS=A>",
    "<p class=\"a b\" class=c id>",
    "<div\ttitle='x\"y'\n>",
    "</div>",
    "<a href=/x?a=1&b=2>",
    "<a href='y'class=\"z\">",
    "</a>",
    "<b>",
    "</b>",
    "<i title=x>",
    "</i>",
    "text",
    " ",
    "\n",
    "a\r\nb",
    "caf\xC3\xA9 &amp; &eacute;",
    "&lt;p>",
    "1 < 2",
    "<3",
    "<",

    "</>",

    "<p/>",
    "<br/>",
    "<br / >",
    "<img src=a.png/>",
    "<img src=\"a&amp;b\" alt>",
    "<input type=hidden value=1>",
    "<input disabled>",
    "<table class=t>",
    "<tr id=r>",
    "<td id=c>",
    "<th>",
    "</table>",
    "<ul><li value=1>",
    "</ul>",
    "<svg viewBox='0 0 1 1'>",
    "<path D=\"m1\"/>",
    "<a xlink:href=u>",
    "</svg>",
    "<math definitionURL=x><mi class=m>",
    "</math>",
    "<script src=a>if (a<b) '<p class=x>'</script>",
    "<style>a{}</style>",
    "<title>t<p class=x></title>",
    "<textarea>\n<p class=x></textarea>",
    "<pre class=x>\n\nx</pre>",
    "<select><option>",
    "</select>",
    std::string_view("<p x='\0'>", 8),
    "<p a=b/c=d>",
    "<p =a>",
    "<p a = 'b' c= d >",
    "<p a=>",
    "<p a='un",
    "<body class=late>",
    "<html lang=en>",
    "<x-y data-a=1 DATA-A=2>",
    "<template shadowrootmode=open><p class=s></template>"};

class Numbers {
 public:
  explicit Numbers(std::uint32_t seed) : state_(seed) {}
  std::uint32_t below(std::uint32_t limit) {
    state_ = state_ * 1664525u + 1013904223u;
    return (state_ >> 8) % limit;
  }

 private:
  std::uint32_t state_;
};

} // namespace

TEST_CASE("pages put together at random are read as lexbor alone reads them") {
  for (std::uint32_t seed = 1; seed <= 3'000; ++seed) {
    Numbers numbers(seed);
    std::string html;
    for (std::uint32_t i = 2 + numbers.below(30); i > 0; --i)
      html += kPieces[numbers.below(static_cast<std::uint32_t>(kPieces.size()))];
    CAPTURE(html);
    REQUIRE(tree_of_ours(html) == tree_of_lexbor(html));
  }
}

TEST_CASE("an element that the tree builder adds has no attributes of the one that asked for it") {
  CHECK(body_text(parse_html("<table><tbody><td class=x>y", {})) ==
        "(body(table(tbody(tr(td[class=x]'y')))))");
}

TEST_CASE("a plain tag is read in its parts") {
  PlainTag tag;
  REQUIRE(read_plain_tag("<A Href=\"x y\" id title='' n=1/>rest", tag));
  CHECK(tag.name == "A");
  CHECK(tag.size == 31);
  REQUIRE(tag.attribute_count == 4);
  CHECK(tag.attributes[0].name == "Href");
  CHECK(tag.attributes[0].value == "x y");
  CHECK(tag.attributes[1].value.data() == nullptr);
  CHECK(tag.attributes[2].value.data() != nullptr);
  CHECK(tag.attributes[2].value.empty());
  CHECK(tag.attributes[3].value == "1/");
  CHECK_FALSE(tag.closes_itself);
  REQUIRE(read_plain_tag("</p >", tag));
  CHECK(tag.is_end);
  REQUIRE(read_plain_tag("<br/>", tag));
  CHECK(tag.closes_itself);
}

TEST_CASE("a tag that is not whole, or needs mending, is left to the tokenizer") {
  PlainTag tag;
  for (const std::string_view text :
       {"<", "<p", "<p ", "<p a", "<p a=", "<p a=\"b", "<p a=b", "</p", "<!--", "<3>", "</>",
        "<p a=\"x&amp;y\">", "<p a=\"x\ry\">", "<p =a>", "<p a=>", "<p \"a>", "<p a=b\"c>",
        "</p class=x>", "<p a<b>"}) {
    CAPTURE(text);
    CHECK_FALSE(read_plain_tag(text, tag));
  }
  std::string many = "<p";
  for (std::size_t i = 0; i <= PlainTag::kMostAttributes; ++i) many += " a";
  CHECK_FALSE(read_plain_tag(many + ">", tag));
}
