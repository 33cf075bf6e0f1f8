#include <catch2/catch_test_macros.hpp>
#include <string>
#include <vector>

#include "metadata/read_page_data.hpp"
#include "parse/html_parser.hpp"

using namespace lectern;

namespace {

Metadata stated(const std::string& head) {
  const Dom dom = parse_html("<!doctype html><head>" + head + "</head><body><h1>A quay</h1>", {});
  return read_page_data(dom, parse_url("https://quays.example/a")).metadata;
}

std::string meta(const std::string& name, const std::string& content) {
  return "<meta property=\"" + name + "\" content=\"" + content + "\">";
}

} // namespace

TEST_CASE("a list in which machines are told facts is none of tags", "[metadata]") {
  const std::string facts = R"(<script type="application/ld+json">{"@type": "NewsArticle",
      "headline": "A quay", "keywords": ["content-type: Feature", "locale: US", "Quays"]}</script>)";
  CHECK(stated(facts).tags.empty());
  CHECK(stated(facts + meta("keywords", "ferries, winter")).tags ==
        std::vector<std::string>{"ferries", "winter"});
  CHECK(stated(meta("article:tag", "Harbour: the long read")).tags ==
        std::vector<std::string>{"Harbour: the long read"});
}

TEST_CASE("a section says where on the site an article stands", "[metadata]") {
  const std::string site = meta("og:site_name", "Quay News") + meta("author", "Ines Varga");
  CHECK(stated(site + meta("article:section", "Harbour")).section == "Harbour");
  CHECK(stated(site + meta("article:section", "Quay news")).section.empty());
  CHECK(stated(site + meta("article:section", "Ines Varga")).section.empty());
  CHECK(stated(meta("article:section", "Uncategorized") + meta("section", "Coast")).section ==
        "Coast");
}

TEST_CASE("a site's name ends before the separator of its template", "[metadata]") {
  CHECK(stated(meta("og:site_name", "Quay News |")).site_name == "Quay News");
  CHECK(stated(meta("og:site_name", "Quay-News")).site_name == "Quay-News");
}
