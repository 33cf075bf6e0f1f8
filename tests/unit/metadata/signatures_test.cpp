// Authors whom nothing names but the place of their name.
#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include "page_reader.hpp"

using namespace lectern;

namespace {

const std::string kHead =
    "<title>A story of rain</title><meta property=og:site_name content='Example Times'>";
const std::string kProse =
    "It rained for eleven days in the valley, and on the twelfth the old mill wheel below the "
    "bridge began to turn by itself, which nobody who lives there had ever seen before";

std::string byline(const std::string& text, const std::string& head = {}) {
  return joined(read_page_of(kHead + head,
                             "<h1>A story of rain</h1><h4>Weather</h4><ul><li>A</li>"
                             "<li>B</li><li>C</li><li>D</li></ul><article>" +
                                 text + "</article>")
                    .metadata.byline);
}

std::string paragraphs(int count) {
  std::string all;
  for (int i = 0; i < count; ++i) all += "<p>" + kProse + ".</p>";
  return all;
}

} // namespace

TEST_CASE("a name in a paragraph of its own above or below the text signs it", "[metadata]") {
  CHECK(byline("<p><strong>Ann Lee</strong></p>" + paragraphs(3)) == "Ann Lee");
  CHECK(byline(paragraphs(3) + "<p><em>Ann Lee</em></p>") == "Ann Lee");
  CHECK(byline(paragraphs(3) + "<p><i>Hans-Peter Maier and Ute Kurz</i></p>") ==
        "Hans-Peter Maier|Ute Kurz");
  // Notes may follow.
  CHECK(byline(paragraphs(6) + "<p>Ann Lee</p><p>(1) " + kProse + ".</p>") == "Ann Lee");
  // Headings, items and what stands elsewhere are no signatures, nor is a place or a product.
  CHECK(byline(paragraphs(3) + "<h3>Ann Lee</h3>").empty());
  CHECK(byline(paragraphs(3) + "<ul><li>Ann Lee</li></ul>").empty());
  CHECK(byline(paragraphs(3) + "<p>Special Offer</p>").empty());
  CHECK(byline(paragraphs(3) + "<p>Photo: Ann Lee</p>").empty());
}

TEST_CASE("names in brackets behind the last word sign the text", "[metadata]") {
  CHECK(byline(paragraphs(2) + "<p>" + kProse + ". (Ann B. Lee) +++</p>") == "Ann B. Lee");
  // In Chinese, in the brackets of that script.
  const std::string sentence = "\u96E8\u4E0B\u4E86\u5341\u4E00\u5929";
  std::string text;
  for (int i = 0; i < 12; ++i) text += sentence + "\uFF0C";
  CHECK(byline("<p>" + text + "\uFF08\u738B\u5C0F\u660E \uFF09</p>") == "\u738B\u5C0F\u660E");
  CHECK(byline(paragraphs(2) + "<p>" + kProse + " (see above).</p>").empty());
}

TEST_CASE("who signed the text goes before the site that published it", "[metadata]") {
  const std::string data = "<meta name=author content='Example Times'>";
  CHECK(byline(paragraphs(2), data) == "Example Times");
  CHECK(byline("<p><b>Ann B. Lee, Valley University</b></p>" + paragraphs(2), data) ==
        "Ann B. Lee|Valley University");
  CHECK(byline("<p><b>Mathabo Sebui/Mohale Phakelo</b></p>" + paragraphs(2), data) ==
        "Mathabo Sebui|Mohale Phakelo");
}

TEST_CASE("a byline that is the first paragraph goes before who posted the text", "[metadata]") {
  const std::string data = "<meta name=author content='Bo Ek'>";
  const std::string posted = "<p class=author-name>Bo Ek</p>";
  CHECK(byline(posted + paragraphs(2), data) == "Bo Ek");
  CHECK(byline(posted + "<div><p><i>By Ann Lee, MD</i></p>" + paragraphs(2) + "</div>", data) ==
        "Ann Lee, MD");
  // In Chinese a question may look like one: "such as farming, or news of tractors?"
  CHECK(byline("<p>\u8BB0\u8005\uFF1A\u6BD4\u5982\u519C\u4E1A\u653F\u7B56\u3001\u519C\u673A"
               "\u4E4B\u7C7B\u7684\u4FE1\u606F\uFF1F</p>" +
                   paragraphs(2),
               data) == "Bo Ek");
}

TEST_CASE("an agency in the dateline or behind the text is the author when nobody is",
          "[metadata]") {
  const auto [line, expected] = GENERATE(table<const char*, const char*>({
      {"Hamburg (dpa/lno) - ", "dpa/lno"},
      {"WIEN (APA) - ", "APA"},
      {"Hamburg (HSV) - ", ""},
  }));
  CAPTURE(line);
  CHECK(byline("<p>" + std::string(line) + kProse + ".</p>" + paragraphs(2)) == expected);
  CHECK(byline(paragraphs(2) + "<p>" + kProse + ". (FR mit dpa)</p>") == "FR mit dpa");
  CHECK(byline(paragraphs(2) + "<p>Quelle: Kathpress</p>") == "Kathpress");
}

TEST_CASE("the text of a person's own site is that person's", "[metadata]") {
  const auto page = [](const std::string& head, const std::string& footer) {
    return joined(read_page_of("<title>Rain</title>" + head,
                               "<h1>Rain</h1>" + paragraphs(2) + "<footer>" + footer + "</footer>")
                      .metadata.byline);
  };
  CHECK(page("<meta property=og:site_name content='Ann Lee'>", "") == "Ann Lee");
  CHECK(page("", "<p>&copy; 2019-2026 Ann Lee. All rights reserved.</p>") == "Ann Lee");
  CHECK(page("", "<p>Copyright (c) 2026 Anna Corp</p>").empty());
  CHECK(page("", "<p>&copy; 2026 Great Valley</p>").empty());
}

TEST_CASE("a site of a person's own is that person's", "[metadata]") {
  const auto owner = [](const std::string& line) {
    return byline(paragraphs(2) + "<footer><p>" + line + "</p></footer>");
  };
  CHECK(owner("\u00A9 2019\u20132024 Anna Schmidt. All rights reserved") == "Anna Schmidt");
  CHECK(owner("\u00A9 2024 \u2018Anna Schmidt\u2019") == "Anna Schmidt");
  CHECK(owner("\u00A9 2024 Example Times").empty());
  CHECK(joined(read_page_of("<title>A story of rain</title><meta property=og:site_name "
                            "content='Anna Schmidt'>",
                            "<h1>A story of rain</h1><article>" + paragraphs(2) + "</article>")
                   .metadata.byline) == "Anna Schmidt");
}

TEST_CASE("names in the brackets of Japanese papers sign the text", "[metadata]") {
  const std::string prose =
      "市議会は火曜日、川にかかる古い橋を架け替えることを決めた。費用や形、名前をめぐって、町では九"
      "年にわたり議論が続いてきた。";
  const PageData data = read_page(
      "<html lang=ja><head><title>古い橋</title><meta property=og:site_name content='川新聞'>"
      "<meta name=author content='川新聞'></head><body><h1>古い橋</h1><p>" +
      prose + "</p><p>" + prose + "【山田花子、鈴木一郎】</p>");
  CHECK(joined(data.metadata.byline) == "山田花子|鈴木一郎");
}
