#include "metadata/read_page_data.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <tuple>

#include "page_reader.hpp"

using namespace lectern;

namespace {

const std::string kTitle = "<title>A story of rain</title>";
std::string byline(const std::string& head, const std::string& body) {
  return joined(read_page_of(kTitle + head, body).metadata.byline);
}
std::string published(const std::string& head, const std::string& body,
                      std::string_view url = "https://www.example-times.com/world/a-story") {
  return read_page_of(kTitle + head, body, url).metadata.published;
}

} // namespace

TEST_CASE("authors come from every place that states them", "[metadata]") {
  const auto [head, body] = GENERATE(table<const char*, const char*>({
      {"<meta name=author content='Ann Lee'>", ""},
      {"<meta property=article:author content='Ann Lee'>", ""},
      {"<meta name=parsely-author content='Ann Lee'>", ""},
      {"<meta name=DC.creator content='Ann Lee'>", ""},
      {"<meta name=author value='Ann Lee'>", ""},
      {"",
       "<h1>A story of rain</h1><span itemprop=author><span itemprop=name>Ann Lee</span></span>"},
      {"", "<h1>A story of rain</h1><a rel=author href=/x>Ann Lee</a>"},
      {"", "<h1>A story of rain</h1><a href=/authors/ann-lee>Ann Lee</a>"},
      {"", "<h1>A story of rain</h1><div class=article-byline>By<span>Ann Lee</span></div>"},
      {"", "<h1>A story of rain</h1><p>By Ann Lee</p>"},
      {"", "<h1>A story of rain</h1><div>Written by</div><div>Ann Lee</div>"},
      {"", "<h1>A story of rain</h1><p>Ann Lee | Senior Writer | July 2, 2025</p>"},
      {"", "<h1>A story of rain</h1><p>Rain fell.</p><p>Text: Ann Lee</p>"},
  }));
  CAPTURE(head, body);
  const std::string text = body;
  const bool german = text.find("Text:") != std::string::npos;
  const PageData data = german ? read_page("<html lang=de><head>" + kTitle + "</head><body>" + text)
                               : read_page_of(kTitle + head, body);
  CHECK(joined(data.metadata.byline) == "Ann Lee");
}

TEST_CASE("an address is no author's name", "[metadata]") {
  CHECK(byline("<meta property=article:author content='https://www.facebook.com/annlee'>", "")
            .empty());
  CHECK(byline("<meta name=author content='@annlee'>", "").empty());
}

TEST_CASE("the site is the author only when nobody else is", "[metadata]") {
  const std::string site =
      "<meta property=og:site_name content='Example Times'><meta name=author content='Example "
      "Times'>";
  CHECK(byline(site, "<h1>A story of rain</h1><p>By Ann Lee</p>") == "Ann Lee");
  CHECK(byline(site, "<h1>A story of rain</h1><p>It rained.</p>") == "Example Times");
}

TEST_CASE("an account yields to the name that readers see", "[metadata]") {
  CHECK(byline("<meta name=author content=alee7>",
               "<h1>A story of rain</h1><p class=byline>By Ann Lee</p>") == "Ann Lee");
}

TEST_CASE("the byline completes data that name the first author alone", "[metadata]") {
  CHECK(byline("<meta name=author content='Ann Lee'>",
               "<h1>A story of rain</h1><p class=byline>By Ann Lee and Bo Ek</p>") ==
        "Ann Lee|Bo Ek");
}

TEST_CASE("authors of other articles and of comments are not this one's", "[metadata]") {
  CHECK(byline("",
               "<h1>A story of rain</h1><p>It rained.</p><div class=related-stories><span "
               "class=author>Cy Orr</span>"
               "</div><div id=comments><span class=author>Di Fox</span></div>")
            .empty());
}

TEST_CASE("dates come from every place that states them", "[metadata]") {
  const auto [head, body, url] = GENERATE(table<const char*, const char*, const char*>({
      {"<meta property=article:published_time content=2024-05-03>", "", ""},
      {"<meta name=parsely-pub-date content=2024-05-03>", "", ""},
      {"<meta name=DC.date.issued content=2024-05-03>", "", ""},
      {"<meta itemprop=datePublished content=2024-05-03>", "", ""},
      {"<meta name=publish-date content='May 3, 2024'>", "", ""},
      {"", "<h1>A story of rain</h1><time datetime=2024-05-03>Friday</time>", ""},
      {"", "<h1>A story of rain</h1><span itemprop=datePublished>May 3, 2024</span>", ""},
      {"", "<h1>A story of rain</h1><span class=post-date>May 3, 2024</span>", ""},
      {"", "<h1>A story of rain</h1><p>May 3, 2024</p>", ""},
      {"", "<h1>A story of rain</h1><div>Published</div><div>May 3, 2024</div>", ""},
      {"", "<h1>A story of rain</h1><p>It rained.</p>",
       "https://www.example-times.com/2024/05/03/rain"},
      {"", "<form><h1>A story of rain</h1><p>03.05.2024</p></form>", ""},
  }));
  CAPTURE(head, body, url);
  CHECK(published(head, body, url) == "2024-05-03");
}

TEST_CASE("published is told from modified", "[metadata]") {
  const PageData data =
      read_page_of(kTitle,
                   "<h1>A story of rain</h1><p>Updated <time datetime=2024-05-09>May 9</time></p>"
                   "<p>Published <time datetime=2024-05-03>May 3</time></p>");
  CHECK(data.metadata.published == "2024-05-03");
  CHECK(data.metadata.modified == "2024-05-09");
  const PageData line = read_page_of(
      kTitle, "<h1>A story of rain</h1><p>Published May 3, 2024, updated May 9, 2024</p>");
  CHECK(line.metadata.published == "2024-05-03");
  CHECK(line.metadata.modified == "2024-05-09");
}

TEST_CASE("a time in UTC does not move the day that readers see", "[metadata]") {
  CHECK(published("<meta property=article:published_time content=2024-05-04T03:00:00Z>",
                  "<h1>A story of rain</h1><p>May 3, 2024</p>") == "2024-05-03");
}

TEST_CASE("no clock is a day behind or ahead of UTC", "[metadata]") {
  const std::string head = "<meta property=article:published_time content=2024-05-04T12:30:00Z>";
  CHECK(published(head,
                  "<h1>A story of rain</h1><p>Series of May 3, 2024, 6:00 pm, on the valley"
                  "</p>") == "2024-05-04T12:30:00Z");
  CHECK(published(head,
                  "<h1>A story of rain</h1><p>Series of May 3, 2024, 11:00 pm, on the valley"
                  "</p>") == "2024-05-04T12:30:00Z");
  CHECK(
      published("<meta property=article:published_time content=2024-05-04T03:30:00Z>",
                "<h1>A story of rain</h1><p>Series of May 3, 2024, 11:30 pm, on the valley</p>") ==
      "2024-05-03T23:30:00");
}

TEST_CASE("the only date line by the headline is what readers are told", "[metadata]") {
  const std::string moved = json_ld(R"({"@type": "Article", "headline": "A story of rain",
      "datePublished": "2025-06-24", "dateModified": "2025-06-24"})");
  const std::string story = "<h1>A story of rain</h1>";
  CHECK(published(moved, story + "<p>January 31, 2024</p><p>Text</p>") == "2024-01-31");
  CHECK(published(moved, story + "<p>Published on January 31, 2024</p>") == "2024-01-31");
  // Of a sentence it is no date line.
  CHECK(published(moved, story + "<p>It rained on January 31, 2024, in all of the valley.</p>") ==
        "2025-06-24");
  // A list of days is one of events or of other articles.
  CHECK(published(moved, story + "<p>January 31, 2024</p><p>February 7, 2024</p>") == "2025-06-24");
}

TEST_CASE("the day on which a page was sent is not that of its article", "[metadata]") {
  const std::string head = "<meta property=article:published_time content=2024-05-03>";
  CHECK(published(head, "<h1>A story of rain</h1><p>Friday, June 7, 2024</p>") == "2024-05-03");
  CHECK(published(head, "<h1>A story of rain</h1><time datetime=2024-06-07>June 7, 2024</time>") ==
        "2024-06-07");
  // A page that states a later change may well show it.
  CHECK(published(head + "<meta property=article:modified_time content=2024-06-08>",
                  "<h1>A story of rain</h1><p>Friday, June 7, 2024</p>") == "2024-06-07");
}

TEST_CASE("a page that shows both dates is dated by the first publication", "[metadata]") {
  CHECK(published("<meta property=article:published_time content=2024-05-03>"
                  "<meta property=article:modified_time content=2024-06-07>",
                  "<h1>A story of rain</h1><p>By Ann Miller, June 7, 2024, and at first on May 3, "
                  "2024</p>") == "2024-05-03");
}

TEST_CASE("a day in a sentence is not the article's where a change is stated", "[metadata]") {
  const std::string head = "<meta property=article:modified_time content=2024-06-07>";
  CHECK(published(head,
                  "<h1>A story of rain</h1><p>The rain of January 28, 1975, filled all of "
                  "the wells of the valley.</p>") == "2024-06-07");
  CHECK(published(head, "<h1>A story of rain</h1><p>January 28, 2024</p>") == "2024-01-28");
}

TEST_CASE("a date that a page states at its end is found beside a stated change", "[metadata]") {
  std::string text;
  for (int i = 0; i < 80; ++i) text += "<p>It rains and rains in the valley.</p>";
  CHECK(published("<meta property=article:modified_time content=2024-06-07>",
                  "<h1>A story of rain</h1>" + text + "<p>Post time: Jan-04-2024</p>") ==
        "2024-01-04");
}

TEST_CASE("the only date line of a page that states none is its date", "[metadata]") {
  std::string text;
  for (int i = 0; i < 80; ++i) text += "<p>It rains and rains in the valley.</p>";
  const std::string body = "<h1>A story of rain</h1>" + text + "<p>May 3, 2024</p>";
  CHECK(published("", body) == "2024-05-03");
  CHECK(published("", body + "<p>May 4, 2024</p>").empty());
  CHECK(published("", body + "<aside><p>May 4, 2024</p></aside>") == "2024-05-03");
  CHECK(published("", "<h1>A story of rain</h1>" + text + "<aside><p>May 4, 2024</p></aside>")
            .empty());
  CHECK(published("<meta property=og:type content=product>", body).empty());
}

TEST_CASE("of what stands above the headline the nearest lines are read", "[metadata]") {
  std::string menu;
  for (int i = 0; i < 12; ++i) menu += "<p>" + std::string(300, 'a') + " January 2, 2023</p>";
  CHECK(published("", menu + "<p>May 3, 2024</p><h1>A story of rain</h1><p>Text</p>") ==
        "2024-05-03");
}

TEST_CASE("a heading is the headline before an element that only calls itself so", "[metadata]") {
  std::string text;
  for (int i = 0; i < 80; ++i) text += "<p>It rains and rains in the valley.</p>";
  const PageData data = read_page_of(
      kTitle, "<div class=widget><p class=date>May 3, 2024</p><h3>A story of rain</h3></div>" +
                  text + "<span class=title>A story of rain</span>");
  CHECK(data.metadata.published == "2024-05-03");
}

TEST_CASE("a day and a month that may be swapped are settled by another date", "[metadata]") {
  const std::string body = "<h1>A story of rain</h1><p class=date>03/10/2023</p>";
  CHECK(published("", body) == "2023-03-10");
  CHECK(published("", body, "https://www.example-times.com/2023/october/03/rain") == "2023-10-03");
  CHECK(published("", body, "https://www.example-times.com/2023/03/10/rain") == "2023-03-10");
}

TEST_CASE("an American date between dots is settled by another date", "[metadata]") {
  const std::string body = "<h1>A story of rain</h1><p class=date>10.03.2023</p>";
  CHECK(published("", body, "https://www.example-times.com/2023/october/03/rain") == "2023-10-03");
  CHECK(published("", body) == "2023-03-10");
}

TEST_CASE("time elements are read before the text of what holds them", "[metadata]") {
  const PageData data = read_page_of(
      kTitle,
      "<h1>A story of rain</h1><span class=post-date><time datetime=2024-05-03T10:11:12Z>May "
      "3, 2024</time><time class=updated datetime=2024-05-09>May 9, 2024</time></span>");
  CHECK(data.metadata.published == "2024-05-03T10:11:12Z");
  CHECK(data.metadata.modified == "2024-05-09");
}

TEST_CASE("a page without a stated date is dated by what is left", "[metadata]") {
  const std::string story = "<h1>A story of rain</h1><p>It rained.</p>";
  CHECK(published("", story + "<h3>Published</h3><p>May 3, 2024</p>") == "2024-05-03");
  CHECK(published("",
                  story + "<aside>Published <time datetime=2024-05-03>a year ago</time></aside>") ==
        "2024-05-03");
  const std::string script =
      R"(<script>self.data = {"slug": "rain", "publishedAt": "2024-05-03T08:00:00Z"}</script>)";
  CHECK(published("", story + script) == "2024-05-03");
  // Of several days nobody knows which is this page's.
  CHECK(published("",
                  story + script + R"(<script>self.more = {"published_at": "2023-01-01"}</script>)")
            .empty());
  CHECK(
      published("", story + R"(<script>self.data = {"publisher": "2024-05-03"}</script>)").empty());
}

TEST_CASE("an article was not changed before it came out", "[metadata]") {
  const auto modified = [](const std::string& published, const std::string& changed) {
    return read_page_of("<meta property=article:published_time content='" + published +
                            "'><meta property=article:modified_time content='" + changed + "'>",
                        "<h1>A story of rain</h1>")
        .metadata.modified;
  };
  CHECK(modified("2024-05-03T09:00:00Z", "2024-05-04T07:00:00Z") == "2024-05-04T07:00:00Z");
  CHECK(modified("2024-05-03T09:00:00Z", "2024-05-03T07:00:00Z") == "2024-05-03T07:00:00Z");
  CHECK(modified("2024-05-03T09:00:00Z", "2024-05-01T07:00:00Z").empty());
}

TEST_CASE("dates of other articles are not this one's", "[metadata]") {
  CHECK(
      published("", "<h1>A story of rain</h1><aside><time datetime=2024-05-03>May 3</time></aside>")
          .empty());
}

TEST_CASE("a description for search engines is kept apart from what the page shows", "[metadata]") {
  const PageData data =
      read_page_of(kTitle + "<meta name=description content='For search engines alone.'>",
                   "<h1>A story of rain</h1><p>It fell for nine days.</p>");
  CHECK(joined(data.descriptions) == "For search engines alone.");
  CHECK(data.metadata.dek.empty());
}

TEST_CASE("languages are written as BCP 47 has them", "[metadata]") {
  const auto [tag, expected, direction] = GENERATE(table<const char*, const char*, const char*>({
      {"en", "en", "ltr"},
      {"en_us", "en-US", "ltr"},
      {"ZH-HANT-tw", "zh-Hant-TW", "ltr"},
      {"ar", "ar", "rtl"},
      {"de-DE, en", "de-DE", "ltr"},
      {"<b>", "", ""},
      {"english language", "", ""},
  }));
  CAPTURE(tag);
  const PageData data = read_page("<html lang='" + std::string(tag) + "'><title>A</title>");
  CHECK(data.metadata.language == expected);
  CHECK(data.metadata.direction == direction);
}

TEST_CASE("the canonical address is believed on the page's own site alone", "[metadata]") {
  CHECK(read_page_of("<link rel=canonical href='https://example-times.com/world/story'>", "")
            .metadata.url == "https://example-times.com/world/story");
  CHECK(read_page_of("<link rel=canonical href='https://elsewhere.example/story'>", "")
            .metadata.url == "https://www.example-times.com/world/a-story");
  CHECK(
      read_page_of("<link rel=canonical href='https://www.example-times.com/'>", "").metadata.url ==
      "https://www.example-times.com/world/a-story");
  CHECK(read_page_of("<link rel=canonical href='javascript:alert(1)'>", "").metadata.url ==
        "https://www.example-times.com/world/a-story");
}

TEST_CASE("the lead image is an address that may be shown", "[metadata]") {
  CHECK(read_page_of("<meta property=og:image content=/rain.jpg>", "").metadata.lead_image ==
        "https://www.example-times.com/rain.jpg");
  CHECK(read_page_of("<meta property=og:image content='javascript:alert(1)'>", "")
            .metadata.lead_image.empty());
}

TEST_CASE("metadata is text and never markup", "[metadata]") {
  const PageData data = read_page_of(
      "<meta property=og:title content='Rain &lt;script&gt;alert(1)&lt;/script&gt;'><meta "
      "name=author content='<b>Ann Lee</b>'>",
      "");
  CHECK(data.metadata.title.find('<') == std::string::npos);
  CHECK(joined(data.metadata.byline) == "Ann Lee");
}

TEST_CASE("an empty page gives empty metadata", "[metadata]") {
  const PageData data = read_page("", "");
  CHECK(data.metadata.title.empty());
  CHECK(data.metadata.byline.empty());
  CHECK(data.metadata.published.empty());
  CHECK(data.metadata.url.empty());
  CHECK(data.metadata.is_free);
}

TEST_CASE("a line with the first and the last day gives both", "[metadata]") {
  const auto [language, line] = GENERATE(table<const char*, const char*>({
      {"en", "3 May 2024, 9:30 | Updated 5 May 2024, 10:00"},
      {"fi", "3.5.2024 9:30 | Päivitetty 5.5.2024 10:00"},
      {"tr", "3 Mayıs 2024 Cuma 09:30 | Son Güncelleme: 5 Mayıs 2024 Pazar"},
      {"el", "Παρ, 03 Μαΐου 2024, 09:30 | Τελευταία ενημέρωση: 5 Μαΐου 2024"},
      {"cs", "3. května 2024 9:30, aktualizováno 5. 5. 2024"},
      {"ru", "3 мая 2024, 09:30 Обновлено 5 мая 2024"},
  }));
  CAPTURE(line);
  const PageData data =
      read_page("<html lang=" + std::string(language) + "><head>" + kTitle +
                "</head><body><h1>A story of rain</h1><p>" + line + "</p><p>It rained.</p>");
  CHECK(data.metadata.published.substr(0, 10) == "2024-05-03");
  CHECK(data.metadata.modified.substr(0, 10) == "2024-05-05");
}

TEST_CASE("what a line calls the day of publication goes before a day in a sentence",
          "[metadata]") {
  CHECK(published("",
                  "<h1>A story of rain</h1><p>It rained on 1 May 2024 in all of the north.</p>"
                  "<p>Published 3 May 2024</p>") == "2024-05-03");
  CHECK(published("<meta property=article:published_time content=2024-05-03>",
                  "<h1>A story of rain</h1><p>7 June 2024</p><p>Published on 3 May 2024 in "
                  "Weather by the newsroom of the north</p>") == "2024-05-03");
}

TEST_CASE("a text that was last changed before the stated day came out before", "[metadata]") {
  CHECK(published("<meta property=article:published_time content=2024-05-04>",
                  "<h1>A story of rain</h1><p>Updated: 3 May 2024</p>") == "2024-05-03");
}

TEST_CASE("the title may state the day", "[metadata]") {
  const std::string text = "<h1>A story of rain</h1><p>It rained.</p>";
  CHECK(read_page_of("<title>A story of rain (news of 3 May 2024) - Example Times</title>", text)
            .metadata.published == "2024-05-03");
  CHECK(read_page_of("<title>A story of rain | Example Times | 03.05.2024</title>", text)
            .metadata.published == "2024-05-03");
  CHECK(
      read_page_of("<title>What happened on 3 May 2024</title>", text).metadata.published.empty());
}

TEST_CASE("the day of a teaser is not that of the article whose address states one", "[metadata]") {
  CHECK(published(
            "", "<h1>A story of rain</h1><p>It rained.</p><p>A story of snow</p><p>20 May 2024</p>",
            "https://www.example-times.com/2024/05/03/rain") == "2024-05-03");
}
