// Headline and date of plain text: pages as a browser's innerText gives them.
#include <catch2/catch_test_macros.hpp>
#include <string>

#include "lectern/lectern.hpp"

using namespace lectern;

namespace {

const std::string kStory =
    "The river came over its banks on the fourth day, and the miller carried his flour to the "
    "church on his back.\n\n"
    "By then the bridge had been closed for an hour, and nobody knew who had the key of the gate "
    "on the other side.\n\n"
    "When the water fell again, the people of the valley found a boat in the orchard, which "
    "belonged to none of them.\n\n"
    "It is still there. The children have painted it, and in spring the miller's cat has her "
    "kittens under its seat.\n\n";

Metadata header_of(const std::string& text) {
  ExtractOptions options;
  options.input = InputFormat::text;
  const Result<Article> result = extract(text, options);
  return result ? result->metadata : Metadata();
}

} // namespace

TEST_CASE("a line that repeats the end of the one above is not joined to it", "[classify]") {
  CHECK(header_of("Stories / The boat in the orchard\nThe boat in the orchard\nBy Ann Lee\n\n" +
                  kStory)
            .title == "The boat in the orchard");
}

TEST_CASE("the headline stands in the path right above it", "[classify]") {
  CHECK(
      header_of("Home\n\nHome Stories Valley The boat in the orchard\n\nThe boat in the orchard\n\n"
                "Ten things to know about floods\n\nShare\n\n" +
                kStory)
          .title == "The boat in the orchard");
}

TEST_CASE("a line of the table of contents is not the headline", "[classify]") {
  const std::string line = "What did the miller do on that day?\n\n";
  CHECK(header_of("The boat in the orchard\n\nAnn Lee\n\nContents\n\nWho was there\n\n" + line +
                  kStory + line + kStory)
            .title == "The boat in the orchard");
}

TEST_CASE("a line that tells when the page was changed is not the headline", "[classify]") {
  CHECK(header_of("The boat in the orchard\n\nUpdated 3 hours ago, at 9:42\n\n" + kStory).title ==
        "The boat in the orchard");
}

TEST_CASE("of two dates in a line the words before them say which is which", "[classify]") {
  const Metadata header = header_of(
      "The boat in the orchard\n\nBy Ann Lee\n\nUpdated May 9, 2024 / Published May 3, "
      "2024\n\n" +
      kStory);
  CHECK(header.published == "2024-05-03");
  CHECK(header.modified == "2024-05-09");
}

TEST_CASE("a date that touches a name or a time is read", "[classify]") {
  CHECK(header_of("The boat in the orchard\n\nBy Ann LeeMay 3, 2024\n\n" + kStory).published ==
        "2024-05-03");
  CHECK(header_of("The boat in the orchard\n\nMay 3, 20245:00 AM ET\n\n" + kStory).published ==
        "2024-05-03T05:00:00");
}

TEST_CASE("the date need not stand in the header", "[classify]") {
  const std::string menu = "Home\n\nNews\n\nValley\n\nSport\n\nWeather\n\nShop\n\nJobs\n\nCars\n\n";
  const std::string title = "The boat in the orchard\n\nBy Ann Lee\n\n";
  CHECK(header_of("May 3, 2024\n\n" + menu + title + kStory).published == "2024-05-03");
  CHECK(header_of(title + kStory + kStory + kStory + kStory + "Published on May 3, 2024\n\n")
            .published == "2024-05-03");
  // Of several nobody knows which it is, nor of one in a sentence.
  CHECK(header_of(title + kStory + kStory + kStory + kStory + "May 3, 2024\n\nMay 4, 2024\n\n")
            .published.empty());
  CHECK(header_of(title + kStory + "A study published May 3, 2024, says that boats float.\n\n" +
                  kStory)
            .published.empty());
  CHECK(header_of(title + "Last updated May 3, 2024\n\n" + kStory).published == "2024-05-03");
}

TEST_CASE("the date in other words below the date is no heading of the text", "[classify]") {
  ExtractOptions options;
  options.input = InputFormat::text;
  const Result<Article> result = extract(
      "The boat in the orchard\n\nBy Ann Lee\n\nFRI, MAR 6 2026 9:14 AM\n\nMarch 6, 2026\n\n" +
          kStory,
      options);
  REQUIRE(result);
  CHECK(to_text(*result).find("March 6") == std::string::npos);
}
