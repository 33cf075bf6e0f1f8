#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include "lectern/render.hpp"
#include "render/xhtml.hpp"
#include "render/zip_writer.hpp"
#include "unit/render/article_builder.hpp"

using namespace lectern;
using namespace lectern::testing;

TEST_CASE("checksums are those of ZIP", "[epub]") {
  CHECK(crc32_of("") == 0);
  CHECK(crc32_of("123456789") == 0xCBF43926);
}

TEST_CASE("XHTML closes every element and escapes what HTML may leave", "[epub]") {
  const Xhtml xhtml =
      to_xhtml("<p>a<br>b &amp; c</p>\n<hr>\n<ol reversed=\"\"><li>x</li></ol>", {}, "");
  CHECK(xhtml.body == "<p>a<br/>b &amp; c</p>\n<hr/>\n<ol reversed=\"reversed\"><li>x</li></ol>");
  CHECK(to_xhtml("<p lang=\"pt-BR\">x</p>", {}, "").body ==
        "<p lang=\"pt-BR\" xml:lang=\"pt-BR\">x</p>");
}

TEST_CASE("a picture outside the book becomes a link to it", "[epub]") {
  const std::string html = "<img src=\"https://a.example/i.png\" alt=\"x &lt; y\">";
  CHECK(to_xhtml(html, {{"https://a.example/i.png", "image-1.png"}}, "").body ==
        "<img src=\"image-1.png\" alt=\"x &lt; y\"/>");
  CHECK(to_xhtml(html, {}, "").body == "<a href=\"https://a.example/i.png\">[x &lt; y]</a>");
  CHECK(to_xhtml("<a href=\"https://a.example/\">" + html + "</a>", {}, "").body ==
        "<a href=\"https://a.example/\">[x &lt; y]</a>");
}

TEST_CASE("only pictures that every reading system shows are held", "[epub]") {
  ArticleBuilder builder;
  builder.add(figure("https://a.example/i", "alt"));
  const std::string png = "\x89PNG\r\n\x1A\n....";
  const std::string other =
      GENERATE(as<std::string>{}, "", "<svg onload='x'/>", "RIFF....WEBP", "GIF8");
  CHECK(to_epub(builder.article(), {{"https://a.example/i", png}}).find("book/image-1.png") !=
        std::string::npos);
  CHECK(to_epub(builder.article(), {{"https://a.example/i", other}}).find("book/image-1") ==
        std::string::npos);
}

TEST_CASE("a language tag is taken by its form", "[epub]") {
  const auto [language, expected] =
      GENERATE(table<const char*, const char*>({{"en", "en"},
                                                {"zh-Hant-TW", "zh-Hant-TW"},
                                                {"en_US", ""},
                                                {"e", ""},
                                                {"english", ""},
                                                {"en-", ""},
                                                {"\" onload=", ""}}));
  CAPTURE(language);
  CHECK(valid_language(language) == expected);
}
