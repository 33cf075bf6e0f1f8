// Whether a page is an article: pages of our own, one of each kind that people meet.
#include "lectern/readable.hpp"

#include <catch2/catch_test_macros.hpp>
#include <string>

namespace lectern {
namespace {

// Different lengths, so that the paragraphs are not all alike.
const char* const kSentences[] = {
    "The ferry to Harrow Island will run again from Monday, after engineers replaced the gearbox "
    "that had kept it in the harbour for eleven weeks. ",
    "Most islanders had given up their weekly trip to the market, and the school sent its older "
    "pupils home with a bundle of worksheets every Friday. ",
    "\"We are glad, but we are also tired,\" said the harbour master, who has answered the same "
    "question at the counter since the summer. ",
    "The council had promised a second boat years ago; it has now set aside the money, although "
    "nobody could say on Thursday when it would be ordered. ",
    "Until then a freighter will stand by, which takes twelve passengers and, as one of them put "
    "it, "
    "smells of every fish it ever carried. "};

std::string prose(int paragraphs) {
  std::string html;
  for (int i = 0; i < paragraphs; ++i) {
    html += "<p>";
    for (int n = 0; n <= i % 3 + 1; ++n) html += kSentences[(i + n) % 5];
    html += "</p>\n";
  }
  return html;
}

std::string times(int count, const std::string& html) {
  std::string all;
  for (int i = 0; i < count; ++i) all += html;
  return all;
}

std::string page(const std::string& head, const std::string& body) {
  return "<!DOCTYPE html><html lang=\"en\"><head><title>Harrow Gazette</title>" + head +
         "</head><body><header><a href=\"/\">Harrow Gazette</a><nav><ul>" +
         times(8, "<li><a href=\"/section\">Section</a></li>") + "</ul></nav></header>" + body +
         "<footer><ul>" + times(10, "<li><a href=\"/help\">Help and contact</a></li>") +
         "</ul><p>Copyright the publisher</p></footer></body></html>";
}

const std::string kArticleHead =
    "<meta property=\"og:type\" content=\"article\">"
    "<meta property=\"article:published_time\" content=\"2025-03-03T08:00:00Z\">"
    "<script type=\"application/ld+json\">{\"@context\": \"https://schema.org\", \"@type\": "
    "\"NewsArticle\", \"headline\": \"The ferry is back\", \"datePublished\": \"2025-03-03\", "
    "\"author\": {\"@type\": \"Person\", \"name\": \"Ann Lee\"}}</script>";

const std::string kStory =
    "<article><h1>The ferry is back</h1><p class=\"byline\">By Ann Lee</p>"
    "<time datetime=\"2025-03-03\">3 March 2025</time><figure><img src=\"f.jpg\" alt=\"\">"
    "<figcaption>The ferry in March.</figcaption></figure>";

std::string article() {
  return page(kArticleHead, "<main>" + kStory + prose(12) + "</article></main>");
}

std::string short_news() {
  return page(kArticleHead, "<main>" + kStory + prose(3) + "</article></main>");
}

std::string plain_essay() {
  return "<html><head><title>On ferries</title></head><body><h1>On ferries</h1>" + prose(14) +
         "</body></html>";
}

std::string front_page() {
  const std::string teaser =
      "<div class=\"card teaser\"><a href=\"/news/ferry\"><img src=\"f.jpg\" alt=\"\"><h3>The "
      "ferry is "
      "back on Monday</h3></a><p class=\"summary\">Engineers replaced the gearbox.</p></div>";
  return page(
      "<meta property=\"og:type\" content=\"website\">"
      "<link rel=\"canonical\" href=\"https://gazette.example/\">",
      "<main><h1>News</h1><section class=\"grid\">" + times(40, teaser) + "</section></main>");
}

std::string forum() {
  const std::string post =
      "<div class=\"post postbit\"><div class=\"author username\"><a href=\"/members/ann\">Ann</a>"
      "<img class=\"avatar\" src=\"a.png\"><span>Member</span><span>Posts: 412</span></div>"
      "<div class=\"message\">Did you try to turn the pump off before you changed the filter?</div>"
      "<div class=\"signature\">Sail slowly</div><a class=\"reply\" href=\"/reply\">Reply</a>"
      "<a class=\"quote\" href=\"/quote\">Quote</a></div>";
  return page(
      "<link rel=\"canonical\" href=\"https://boats.example/forum/viewtopic.php?t=812\">",
      "<h1>Pump does not stop</h1><div class=\"thread topic\">" + times(25, post) +
          "</div><form class=\"reply\"><textarea></textarea><button>Post reply</button></form>");
}

std::string product() {
  const std::string other =
      "<div class=\"product card\"><a href=\"/p/rope\"><img src=\"r.jpg\"><span>Rope, ten "
      "metres</span>"
      "</a><span class=\"price\">$ 19.90</span><button class=\"add-to-cart\">Add</button></div>";
  return page(
      "<meta property=\"og:type\" content=\"product\"><script "
      "type=\"application/ld+json\">{\"@type\": "
      "\"Product\", \"name\": \"Bilge pump\", \"offers\": {\"@type\": \"Offer\", \"price\": "
      "\"89.00\"}}"
      "</script><link rel=\"canonical\" href=\"https://shop.example/products/bilge-pump\">",
      "<div class=\"product\"><h1>Bilge pump 12 V</h1><span class=\"price\">$ 89.00</span>"
      "<select><option>12 V</option></select><form class=\"cart\"><input name=\"quantity\">"
      "<button>Add to cart</button></form><div class=\"description\"><p>A quiet pump for boats of "
      "up to "
      "nine metres, with a strainer that opens without tools.</p><ul>" +
          times(6, "<li>Weight: 1.2 kg</li>") + "</ul></div><div class=\"reviews\">" +
          times(6, "<div class=\"review rating\">Works well.</div>") + "</div></div>" +
          times(12, other));
}

std::string login() {
  return page("",
              "<main><h1>Log in</h1><form><label>E-mail</label><input type=\"email\">"
              "<label>Password</label><input type=\"password\"><button>Log in</button></form>"
              "<p><a href=\"/reset\">Forgot your password?</a></p></main>");
}

std::string search_results() {
  const std::string result =
      "<div class=\"result\"><h3><a href=\"/x\">Ferry timetable for Harrow Island</a></h3>"
      "<cite>ferry.example</cite><p>Sailings from Monday to Saturday, <b>ferry</b> and bus "
      "...</p></div>";
  return page("<link rel=\"canonical\" href=\"https://find.example/search?q=ferry\">",
              "<form><input name=\"q\"><button>Search</button></form><p>About 1,200 results</p>"
              "<div class=\"results listing\">" +
                  times(20, result) + "</div><div class=\"pagination\">" +
                  times(10, "<a href=\"/search?page=2\">2</a>") + "</div>");
}

std::string video() {
  const std::string next =
      "<li class=\"video card\"><a href=\"/watch/2\"><img src=\"v.jpg\"><span>How to splice a "
      "rope</span>"
      "<span>12:04</span></a></li>";
  return page(
      "<meta property=\"og:type\" content=\"video.other\"><script "
      "type=\"application/ld+json\">{\"@type\": \"VideoObject\", \"name\": \"Ferry\"}</script>",
      "<div class=\"player video\"><video src=\"v.mp4\"></video></div><h1>The ferry comes home</h1>"
      "<p>1,204 views</p><button>Like</button><button>Share</button><p>Filmed from the pier in "
      "March.</p><ul>" +
          times(24, next) + "</ul>");
}

bool is_readable(const std::string& html) { return looks_readable(html).is_readable; }

} // namespace

TEST_CASE("articles are told to be articles", "[readable]") {
  CHECK(is_readable(article()));
  CHECK(is_readable(short_news()));
  CHECK(is_readable(plain_essay()));
}

TEST_CASE("pages of other kinds are told to be none", "[readable]") {
  CHECK_FALSE(is_readable(front_page()));
  CHECK_FALSE(is_readable(forum()));
  CHECK_FALSE(is_readable(product()));
  CHECK_FALSE(is_readable(login()));
  CHECK_FALSE(is_readable(search_results()));
  CHECK_FALSE(is_readable(video()));
}

TEST_CASE("text in scripts, styles and comments is not read", "[readable]") {
  const std::string hidden = prose(12);
  CHECK_FALSE(is_readable(page("", "<!--" + hidden + "--><script>" + hidden + "</script><style>" +
                                       hidden + "</style><template>" + hidden + "</template>")));
}

TEST_CASE("an article in UTF-16 is one too", "[readable]") {
  std::string wide = "\xFF\xFE";
  for (const char c : article()) {
    wide += c;
    wide += '\0';
  }
  CHECK(is_readable(wide));
}

TEST_CASE("of plain text long lines are what articles have", "[readable]") {
  ExtractOptions text;
  text.input = InputFormat::text;
  std::string story;
  for (int i = 0; i < 20; ++i)
    story += kSentences[i % 5] + std::string(kSentences[(i + 1) % 5]) + "\n";
  CHECK(looks_readable(story, text).is_readable);
  CHECK_FALSE(looks_readable(times(200, "Home\nNews\nSport\n"), text).is_readable);
}

TEST_CASE("a page that breaks off anywhere is judged without harm", "[readable]") {
  const std::string whole = article();
  for (std::size_t size = 0; size < whole.size(); size += 97) {
    const Readability answer = looks_readable(whole.substr(0, size));
    CHECK(answer.score >= 0);
    CHECK(answer.score <= 1);
  }
}

} // namespace lectern
