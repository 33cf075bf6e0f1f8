#include "metadata/titles.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <tuple>

#include "page_reader.hpp"

using namespace lectern;

namespace {

std::string title(const std::string& head, const std::string& body) {
  return read_page_of(head, body).metadata.title;
}

} // namespace

TEST_CASE("the heading that agrees with the title is the title", "[metadata]") {
  const PageData data =
      read_page_of("<title>Rain in the valley | Example Times</title>",
                   "<h1>Example Times</h1><h1>Rain in the <em>valley</em></h1><h2>More</h2>");
  CHECK(data.metadata.title == "Rain in the valley");
  CHECK(data.metadata.sources.title == MetadataSource::markup);
  CHECK(data.headline != kNoNode);
}

TEST_CASE("a heading that leads to the first page is the site's name", "[metadata]") {
  for (const std::string home : {"/", "https://www.example-times.com/"})
    CHECK(title("<title>Letters from the Coast: Rain in the valley</title>",
                "<header><h1><a href='" + home + "'>Letters from the Coast</a></h1></header>" +
                    "<h3 class=post-title>Rain in the valley</h3><p>It rains.</p>") ==
          "Rain in the valley");
  // A headline may link to its own page, and hold a link to the first one.
  CHECK(title("<title>Rain in the valley</title>",
              "<h1><a href='/2024/story.html'>Rain in the valley</a></h1>") ==
        "Rain in the valley");
}

TEST_CASE("the words of the heading stand as they are written there", "[metadata]") {
  CHECK(title("<meta property=og:title content='RAIN IN THE VALLEY'>",
              "<h1>Rain in the valley</h1>") == "Rain in the valley");
  CHECK(title("<title>\xE2\x80\x9CRain\xE2\x80\x9D in the valley</title>",
              "<h1>\"Rain\" in the valley</h1>") == "\"Rain\" in the valley");
}

TEST_CASE("site names are cut from titles without a heading", "[metadata]") {
  const auto [head, expected] = GENERATE(table<const char*, const char*>({
      {"<title>Rain in the valley - Example Times</title>", "Rain in the valley"},
      {"<title>Rain in the valley \xE2\x80\x93 Example Times</title>", "Rain in the valley"},
      {"<title>Rain in the valley \xC2\xBB Example Times</title>", "Rain in the valley"},
      {"<title>Rain in the valley \xC2\xB7 Weather \xC2\xB7 Example Times</title>",
       "Rain in the valley \xC2\xB7 Weather"},
      {"<title>Example Times: Rain in the valley</title><meta property=og:site_name "
       "content='Example Times'>",
       "Rain in the valley"},
      {"<title>Example Times | Rain in the valley</title>", "Rain in the valley"},
      {"<title>Rain: what the valley knows</title>", "Rain: what the valley knows"},
      {"<title>Rain-swept valley</title>", "Rain-swept valley"},
  }));
  CAPTURE(head);
  CHECK(title(head, "<p>Text</p>") == expected);
}

TEST_CASE("a kicker inside the headline is left out", "[metadata]") {
  CHECK(title("<meta property=og:title content='Why the valley floods again'>",
              "<h1><span>Opinion</span> Why the valley floods again</h1>") ==
        "Why the valley floods again");
}

TEST_CASE("a kicker that only a style sheet sets apart is left out", "[metadata]") {
  const std::string head = "<title>Valley notes: Why it rains in May - Example Times</title>";
  CHECK(read_page_of(head, "<h1><span>Valley notes</span> <span>Why it rains in May</span></h1>")
            .metadata.title == "Why it rains in May");
  // A mark of the heading's own makes it part of the headline.
  CHECK(read_page_of(head, "<h1><span>Valley notes:</span> <span>Why it rains in May</span></h1>")
            .metadata.title == "Valley notes: Why it rains in May");
  // Nothing says that an emphasised beginning is a kicker.
  CHECK(read_page_of("<title>Valley notes why it rains</title>",
                     "<h1><em>Valley notes</em> why it rains</h1>")
            .metadata.title == "Valley notes why it rains");
}

TEST_CASE("a kicker is left out whatever white space stands around it", "[metadata]") {
  CHECK(title("<meta property=og:title content='Why it rains in May'>"
              "<title>Valley notes | Why it rains in May</title>",
              "<h1> <span><small>Valley notes</small><br>Why it rains in May</span> </h1>") ==
        "Why it rains in May");
}

TEST_CASE("a number before the title is no kicker", "[metadata]") {
  CHECK(title("<meta property=og:title content='Reasons to stay in the valley'>",
              "<h1>10 Reasons to stay in the valley</h1>") == "10 Reasons to stay in the valley");
  CHECK(title("<meta property=og:title content='Reasons to stay in the valley'>",
              "<h1>Weather: Reasons to stay in the valley</h1>") ==
        "Reasons to stay in the valley");
}

TEST_CASE("a subtitle that only a style sheet sets apart is left out", "[metadata]") {
  const std::string head = "<title>Rain in the valley: why it falls - Example Times</title>";
  CHECK(title(head,
              "<h1><span>Rain in the valley: <em>why</em> it falls</span> <small>Notes of a walk "
              "in May</small></h1>") == "Rain in the valley: why it falls");
  // Words that follow in the same line are the headline's.
  CHECK(title(head, "<h1><b>Rain in the valley: why it falls</b> each May</h1>") ==
        "Rain in the valley: why it falls each May");
  CHECK(title("<title>Does it rain in the valley</title>",
              "<h1>Does it rain in the valley<span>?</span></h1>") ==
        "Does it rain in the valley?");
  CHECK(title("<title>Rain in the valley</title>",
              "<h1>Rain in the valley<a href='#rain'>#</a></h1>") == "Rain in the valley");
}

TEST_CASE("a heading without the site's name is better than the same with it", "[metadata]") {
  CHECK(title("<title>Rain in the valley | Weather | Example Times</title>",
              "<h1>Rain in the valley | Weather | Example Times</h1><h2>Rain in the valley</h2>") ==
        "Rain in the valley");
  CHECK(title("<title>Rain - the valley waits for it</title>",
              "<h1>Rain - the valley waits for it</h1><h2>Rain</h2>") ==
        "Rain - the valley waits for it");
}

TEST_CASE("an h1 is the title though a lower heading repeats a small part of it", "[metadata]") {
  CHECK(title("<title>Rain and what we make of it in the valley | Hill Walkers</title>",
              "<h1>What the valley makes of its rain</h1><h4>Hill Walkers</h4>") ==
        "What the valley makes of its rain");
  // The name of a site above the headline stays a name.
  CHECK(title("<title>Rain in the valley and on the hill above it</title>",
              "<h1>Walks</h1><h2>Rain in the valley and on the hill above it</h2>") ==
        "Rain in the valley and on the hill above it");
}

TEST_CASE("an h1 that agrees with a title is better than a path that agrees with others",
          "[metadata]") {
  CHECK(title("<title>Your rain checklist</title>"
              "<meta property=og:title content='Rain checklist'>",
              "<span class=title>Rain checklist</span><h1>Your rain checklist</h1>") ==
        "Your rain checklist");
}

TEST_CASE("a description in an h1 is no title", "[metadata]") {
  std::string description = "Learn why it rains in the valley";
  for (int i = 0; i < 8; ++i) description += ", and what to do about all of it";
  CHECK(title("<title>Why it rains in the valley</title>", "<h1>" + description + "</h1>") ==
        "Why it rains in the valley");
}

TEST_CASE("of several h1 that agree with nothing the article's own is the title", "[metadata]") {
  const std::string head =
      "<title>Storm warning | Example Times</title><meta property=og:type content=article>";
  CHECK(title(head,
              "<article><h1>Rain in the valley</h1><p>Text</p></article>"
              "<h1>Subscribe to our letter</h1>") == "Rain in the valley");
  CHECK(title(head, "<h1>Rain in the valley</h1><h1>Subscribe to our letter</h1>") ==
        "Storm warning");
}

TEST_CASE("of several h1 that share words with a title the first is the title", "[metadata]") {
  CHECK(title("<title>Where to walk in the valley | Example Times</title>",
              "<h1>The best paths to walk in the valley</h1><p>Text</p>"
              "<h1>Where to swim in the valley</h1>") == "The best paths to walk in the valley");
}

TEST_CASE("titles that pages escape twice are plain text", "[metadata]") {
  CHECK(
      title("<meta property=og:title content='Rain &amp;amp; wind: &amp;#8220;enough&amp;#8221;'>",
            "") ==
      "Rain & wind: \xE2\x80\x9C"
      "enough\xE2\x80\x9D");
  CHECK(title("<meta property=og:title content='Rain <b>and</b> wind'>", "") == "Rain and wind");
  CHECK(title("<title>  Rain\n  and&nbsp;wind </title>", "") == "Rain and wind");
}

TEST_CASE("headings of lists and hidden headings are not the title", "[metadata]") {
  CHECK(title("<title>Rain in the valley</title>",
              "<nav><h1>Sections</h1></nav><h1>Rain in the valley</h1><aside><h2>Sun on the "
              "hill</h2></aside>") == "Rain in the valley");
}

TEST_CASE("a page without any title has none", "[metadata]") {
  const PageData data = read_page("<p>Only text</p>");
  CHECK(data.metadata.title.empty());
  CHECK(data.metadata.sources.title == MetadataSource::none);
  CHECK(data.headline == kNoNode);
}

TEST_CASE("every title that is stated is a candidate", "[metadata]") {
  const PageData data = read_page_of(
      "<title>Rain! | Example Times</title><meta property=og:title content='Rain in the valley'>",
      "<h1>Rain in the valley</h1>");
  CHECK(joined(data.headline_candidates) == "Rain in the valley|Rain!");
}

TEST_CASE("an endless title is not read to its end", "[metadata]") {
  std::string endless;
  for (int i = 0; i < 100'000; ++i) endless += "rain - ";
  const PageData data = read_page_of("<title>" + endless + "</title>", "<h1>Rain</h1>");
  CHECK(data.metadata.title == "Rain");
}

TEST_CASE("a sign that links to the headline is none of it", "[metadata]") {
  const auto heading =
      GENERATE("A story of rain<a href='#a'>¶</a>", "A story of rain <a href='#a'>#</a>");
  CHECK(read_page_of("<title>A story of rain</title>", std::string("<h1>") + heading + "</h1>")
            .metadata.title == "A story of rain");
}

TEST_CASE("the site's name behind a bar of any kind is cut", "[metadata]") {
  const auto bar = GENERATE("|", "│", "┃", "❘", "‖", "ǀ");
  CHECK(read_page_of(std::string("<title>A story of rain and wind ") + bar + " Example</title>",
                     "<p>It rained.</p>")
            .metadata.title == "A story of rain and wind");
}
