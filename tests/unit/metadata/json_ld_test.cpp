#include <catch2/catch_test_macros.hpp>

#include "metadata/json_tape.hpp"
#include "page_reader.hpp"

using namespace lectern;

TEST_CASE("JSON-LD gives title, authors, dates and the rest", "[metadata]") {
  const PageData data =
      read_page_of(json_ld(R"({"@context":"https://schema.org","@type":"NewsArticle",
      "headline":"River rises &amp; falls","author":[{"@type":"Person","name":"Ann Lee"},{"name":"Bo Ek"}],
      "datePublished":"2024-05-03T10:11:12+02:00","dateModified":"2024-05-04","articleSection":["Weather","Local"],
      "keywords":"river, rain","image":{"url":"/river.jpg"},"publisher":{"name":"Example Times"},
      "description":"<p>It rained.</p>","inLanguage":"en-GB"})"),
                   "<p>Text</p>");
  const Metadata& m = data.metadata;
  CHECK(m.title == "River rises & falls");
  CHECK(joined(m.byline) == "Ann Lee|Bo Ek");
  CHECK(m.published == "2024-05-03T10:11:12+02:00");
  CHECK(m.modified == "2024-05-04");
  CHECK(m.section == "Weather");
  CHECK(joined(m.tags) == "river|rain");
  CHECK(m.lead_image == "https://www.example-times.com/river.jpg");
  CHECK(m.site_name == "Example Times");
  CHECK(joined(data.descriptions) == "It rained.");
  CHECK(m.sources.title == MetadataSource::json_ld);
  CHECK(m.sources.byline == MetadataSource::json_ld);
  CHECK(m.sources.published == MetadataSource::json_ld);
  CHECK(data.page_type == "newsarticle");
  CHECK(data.has_article_type);
}

TEST_CASE("an article in a graph names its author by reference", "[metadata]") {
  const PageData data = read_page_of(json_ld(R"({"@graph":[
      {"@type":"WebSite","name":"Example Times"},
      {"@type":["Article","BlogPosting"],"headline":"A story","author":{"@id":"#ann"}},
      {"@type":"Person","@id":"#ann","name":"Ann Lee"}]})"),
                                     "");
  CHECK(data.metadata.title == "A story");
  CHECK(joined(data.metadata.byline) == "Ann Lee");
  CHECK(data.metadata.site_name == "Example Times");
}

TEST_CASE("items of lists are not the page's article", "[metadata]") {
  const PageData data = read_page_of(
      json_ld(
          R"({"@type":"ItemList","itemListElement":[{"@type":"NewsArticle","headline":"Another story"}]})") +
          json_ld(R"([{"@type":"NewsArticle","headline":"The story","author":"Ann Lee"}])"),
      "");
  CHECK(data.metadata.title == "The story");
}

TEST_CASE("of several articles the one with the page's address is taken", "[metadata]") {
  const PageData data = read_page_of(
      json_ld(
          R"({"@type":"NewsArticle","headline":"The next story","url":"https://www.example-times.com/next"})") +
          json_ld(R"({"@type":"NewsArticle","headline":"The story",
                      "mainEntityOfPage":{"@id":"https://www.example-times.com/world/a-story"}})"),
      "");
  CHECK(data.metadata.title == "The story");
}

TEST_CASE("JSON that is broken in the ways of templates is read", "[metadata]") {
  const char* const kBroken[] = {
      R"({"@type":"NewsArticle","headline":"A story","author":"Ann Lee",})",
      "{\"@type\":\"NewsArticle\",\"headline\":\"A\n story\",\"author\":\"Ann\tLee\"}",
      "<!-- {\"@type\":\"NewsArticle\",\"headline\":\"A story\",\"author\":\"Ann Lee\"} -->",
      "//<![CDATA[\n{\"@type\":\"NewsArticle\",\"headline\":\"A story\",\"author\":\"Ann "
      "Lee\"}\n//]]>",
      "/* data */ {\"@type\":\"NewsArticle\",\"headline\":\"A story\",\"author\":\"Ann Lee\"}",
      R"({"@type":"NewsArticle","headline":"A story","author":"Ann Lee")",
      R"({"@type":"NewsArticle" "headline":"A story" "author":"Ann Lee"})",
      "{&quot;@type&quot;:&quot;NewsArticle&quot;,&quot;headline&quot;:&quot;A "
      "story&quot;,&quot;author&quot;:&quot;Ann Lee&quot;}",
  };
  for (const char* json : kBroken) {
    CAPTURE(json);
    const PageData data = read_page_of(json_ld(json), "");
    CHECK(data.metadata.title == "A story");
    CHECK(joined(data.metadata.byline) == "Ann Lee");
  }
}

TEST_CASE("a quote that was not escaped stays in its string", "[metadata]") {
  const PageData data = read_page_of(
      json_ld(R"({"@type":"NewsArticle","headline":"He said "yes" twice","author":"Ann Lee"})"),
      "");
  CHECK(data.metadata.title == "He said \"yes\" twice");
  CHECK(joined(data.metadata.byline) == "Ann Lee");
}

TEST_CASE("escapes in JSON strings are decoded", "[metadata]") {
  CHECK(decode_json_string(R"(a\u00e9\"\/\\b)") == "a\xC3\xA9\"/\\b");
  CHECK(decode_json_string(R"(\ud83d\ude00)") == "\xF0\x9F\x98\x80");
  CHECK(decode_json_string(R"(\ud83d x \u12)") == "\xEF\xBF\xBD x 12");
  CHECK(decode_json_string("end\\") == "end\\");
}

TEST_CASE("JSON nested without end neither overflows nor hides what stands before", "[metadata]") {
  std::string deep = R"({"@type":"NewsArticle","headline":"A story","x":)";
  for (int i = 0; i < 100'000; ++i) deep += i % 2 ? "{\"a\":" : "[";
  const PageData data = read_page_of(json_ld(deep), "");
  CHECK(data.metadata.title == "A story");
}

TEST_CASE("a script of many megabytes is read in part", "[metadata]") {
  std::string long_json = R"({"@type":"NewsArticle","headline":"A story","keywords":[)";
  for (int i = 0; i < 2'000'000; ++i) long_json += "\"tag\",";
  long_json += "]}";
  JsonTape tape;
  tape.read(long_json);
  CHECK(tape.size() <= JsonTape::kMaxValues);
  CHECK(tape.text(0, "headline") == "A story");
}

TEST_CASE("a page that is not free says so and keeps its body to itself", "[metadata]") {
  const PageData locked = read_page_of(
      json_ld(
          R"({"@type":"NewsArticle","headline":"A","isAccessibleForFree":"False","articleBody":"Secret text"})"),
      "");
  CHECK_FALSE(locked.metadata.is_free);
  CHECK(locked.article_body.empty());
  const PageData part =
      read_page_of(json_ld(R"({"@type":"NewsArticle","headline":"A","articleBody":"Secret text",
                  "hasPart":{"@type":"WebPageElement","isAccessibleForFree":false,"cssSelector":".paid"}})"),
                   "");
  CHECK_FALSE(part.metadata.is_free);
  CHECK(part.article_body.empty());
  const PageData open = read_page_of(
      json_ld(
          R"({"@type":"NewsArticle","headline":"A","isAccessibleForFree":true,"articleBody":"Open text"})"),
      "");
  CHECK(open.metadata.is_free);
  CHECK(open.article_body == "Open text");
}
