#include "glance/page_counts.hpp"

#include <catch2/catch_test_macros.hpp>

#include "glance/tag_reader.hpp"

namespace lectern {
namespace {

const std::string_view kParagraph =
    "The mill stood empty for thirty years, until a baker from the next valley bought it, roof and "
    "wheel and all, for the price of a van.";

std::int32_t count(std::string_view page, Count column, std::string_view url = {}) {
  return count_page(page, url)[column];
}

} // namespace

TEST_CASE("every column has a name", "[glance]") {
  CHECK(page_count_names().size() == kPageCounts);
}

TEST_CASE("a run of text is prose when it is long, has marks and few links", "[glance]") {
  const std::string text(kParagraph);
  CHECK(count("<p>" + text + "</p>", Count::prose_runs) == 1);
  CHECK(count("<p>" + text + "<p>" + text, Count::prose_runs) == 2);
  CHECK(count("<p><a href=/>" + text + "</a></p>", Count::prose_runs) == 0);
  CHECK(count("<p>A short line.</p>", Count::prose_runs) == 0);
  CHECK(count("<nav><p>" + text + "</p></nav>", Count::prose_runs) == 0);
  CHECK(count("<p>A <b>bold</b> word does not part a run: " + text + "</p>", Count::prose_runs) ==
        1);
}

TEST_CASE("prose that stands together is told from prose among links", "[glance]") {
  const std::string paragraph = "<p>" + std::string(kParagraph) + "</p>";
  std::string together, apart;
  for (int i = 0; i < 10; ++i) {
    together += paragraph;
    apart += paragraph;
    for (int n = 0; n < 10; ++n) apart += "<li><a href=/>Another page</a></li>";
  }
  CHECK(count(together, Count::cluster_share) == 1000);
  CHECK(count(apart, Count::cluster_share) < 300);
}

TEST_CASE("what a page calls itself is read from JSON-LD and meta elements", "[glance]") {
  const std::string_view list = R"(<script type="application/ld+json">{"@graph": [
      {"@type": ["WebPage", "CollectionPage"]}, {"@type":"NewsArticle","author":{"@type":"Person"}}]}</script>)";
  CHECK(count(list, Count::data_list) == 1);
  CHECK(count(list, Count::data_article) == 1);
  CHECK(count(list, Count::data_page) == 1);
  CHECK(count(list, Count::says_author) == 1);
  CHECK(count("<script>{\"@type\": \"Product\"}</script>", Count::data_product) == 0);
  CHECK(count("<meta content=article property='og:type'>", Count::open_graph_type) == 1);
  CHECK(count("<div itemscope itemtype='https://schema.org/Product'>", Count::data_product) == 1);
}

TEST_CASE("the address that is given goes before the one that the page states", "[glance]") {
  const std::string_view page = "<link rel=canonical href='https://a.example/shop/c/tents?page=2'>";
  CHECK(count(page, Count::address_other_words) == 2);
  CHECK(count(page, Count::address_has_query) == 1);
  const std::string_view url = "https://a.example/2024/05/why-it-rains-in-may";
  CHECK(count(page, Count::address_other_words, url) == 0);
  CHECK(count(page, Count::address_has_date, url) == 1);
  CHECK(count(page, Count::address_slug_words, url) == 4);
}

TEST_CASE("prices are currency signs beside digits", "[glance]") {
  CHECK(count("<p>$ 19.90 and \xC2\xA3"
              "5 and 7 \xE2\x82\xAC and $HOME",
              Count::prices) == 3);
}

TEST_CASE("tags are read as browsers forgive them", "[glance]") {
  CHECK(count("1 < 2 and <3", Count::elements) == 0);
  CHECK(count("<IMG SRC=a.png><img src='b>c.png'/>", Count::images) == 2);
  CHECK(count("<div class=\"product-price", Count::elements) == 1);
  CHECK(count("<script>a < b</SCRIPT ><img>", Count::images) == 1);
  CHECK(tag_name("BLOCKQUOTE") == tag_name("blockquo"));
}

} // namespace lectern
