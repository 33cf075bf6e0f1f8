// What the page calls itself, as every block's features tell it.

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <string>
#include <string_view>

#include "lectern/extract.hpp"

using namespace lectern;

namespace {

/// The feature of the page's first block.
float feature(const std::string& head, std::string_view name) {
  const std::string page =
      "<html><head>" + head +
      "</head><body><article><h1>Ferry stays in port</h1><p>By Tilda Marquart, 4 May 2026</p>"
      "<p>The ferry to Lenning stays in port until the storm is over, the harbour office "
      "says.</p></article></body></html>";
  const auto blocks = explain(page, {});
  REQUIRE(blocks);
  REQUIRE(!blocks->empty());
  const auto& names = feature_names();
  const auto at = std::find(names.begin(), names.end(), name);
  REQUIRE(at != names.end());
  return blocks->front().features[static_cast<std::size_t>(at - names.begin())];
}

std::string data(const std::string& members) {
  return R"(<script type="application/ld+json">{"@context": "https://schema.org", )" + members +
         "}</script>";
}

} // namespace

TEST_CASE("a page's type tells news from blogs from other articles") {
  CHECK(feature("", "page_type") == 0);
  CHECK(feature(data(R"("@type": "WebPage", "name": "Ferry")"), "page_type") == 1);
  CHECK(feature(data(R"("@type": "TechArticle", "headline": "Ferry stays in port")"),
                "page_type") == 2);
  CHECK(feature(data(R"("@type": "BlogPosting", "headline": "Ferry stays in port")"),
                "page_type") == 3);
  CHECK(feature(data(R"("@type": "ReportageNewsArticle", "headline": "Ferry stays in port")"),
                "page_type") == 4);
  CHECK(feature(data(R"("@type": ["Thing", "LiveBlogPosting"], "headline": "Ferry stays in port")"),
                "page_type") == 4);
}

TEST_CASE("date, author and section count where data state them, not where readers see them") {
  CHECK(feature("", "page_published") == 0);
  CHECK(feature("", "page_author") == 0);
  CHECK(feature("<meta property='article:published_time' content='2026-05-04T10:00:00Z'>",
                "page_published") == 1);
  CHECK(feature("<meta name='author' content='Tilda Marquart'>", "page_author") == 1);
  CHECK(feature("", "page_section") == 0);
  CHECK(feature("<meta property='article:section' content='Coast'>", "page_section") == 1);
  CHECK(feature("", "page_is_article") == 0);
  CHECK(feature("<meta property='og:type' content='article'>", "page_is_article") == 1);
}
