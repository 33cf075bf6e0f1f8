// Runs every vector of tests/attacks through extract() and each renderer, and holds what comes out
// against a list of what may stand there. The vectors are data, by class; `in` says where each
// stands in an ordinary article, which must come through whole.

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "lectern/lectern.hpp"
#include "support/allowed_output.hpp"

namespace fs = std::filesystem;
using nlohmann::json;
using namespace lectern;

namespace {

constexpr std::string_view kOpening = "The ferry to Anslow was late again on Monday";
constexpr std::string_view kClosing = "Nobody on the quay expected an answer before the autumn";

std::string read_file(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return std::string(std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>());
}

struct Page {
  std::string text;
  InputFormat input = InputFormat::html;
};

// An article of five paragraphs with the vector where `place` says.
Page page_with(const std::string& place, const std::string& vector) {
  std::string head, language = "en", title = "The ferry that is always late",
                    byline = "Nora Whitby", dek, body, data;
  const auto paragraph = [](const std::string& inside) {
    return "<p>The harbour office says that " + inside +
           " is what the form asks for, and that it has always been so.</p>";
  };
  if (place == "body")
    body = vector;
  else if (place == "inline")
    body = paragraph(vector);
  else if (place == "href")
    body = paragraph("<a href=\"" + vector + "\">a word with a link</a>");
  else if (place == "src")
    body = "<figure><img src=\"" + vector +
           "\" alt=\"The ferry\" width=\"800\" height=\"600\"><figcaption>The ferry in "
           "June.</figcaption></figure>";
  else if (place == "heading")
    body = "<h2>" + vector + "</h2>" + paragraph("this");
  else if (place == "cell")
    body = "<table><tr><th>Day</th><th>Delay</th></tr><tr><td>Monday</td><td>" + vector +
           "</td></tr><tr><td>Tuesday</td><td>40 minutes</td></tr></table>";
  else if (place == "caption")
    body =
        "<figure><img src=\"https://a.example/f.jpg\" alt=\"The ferry\" width=\"800\" "
        "height=\"600\"><figcaption>" +
        vector + "</figcaption></figure>";
  else if (place == "alt")
    body = "<figure><img src=\"https://a.example/f.jpg\" alt=\"" + vector +
           "\" width=\"800\" height=\"600\"></figure>";
  else if (place == "code")
    body = "<pre><code>" + vector + "</code></pre>";
  else if (place == "head")
    head = vector;
  else if (place == "lang")
    language = vector;
  else if (place == "title")
    title = vector;
  else if (place == "byline")
    byline = vector;
  else if (place == "dek")
    dek = vector;
  else if (place == "json_ld")
    data = vector;

  const std::string opening = std::string(kOpening) +
                              ", by forty minutes, and nobody was surprised. It has been late on "
                              "every Monday since the timetable was changed in spring.";
  const std::string second =
      "The company says that the tide is to blame. The tide, as the children on the quay can tell "
      "you, has its own timetable, which has not been changed.";
  const std::string third =
      "Two hundred people live on Anslow, and half of them work on the other side. For them the "
      "delay means a lost hour, and on some days a lost job.";
  const std::string closing = std::string(kClosing) +
                              ", and nobody got one. The company has promised a new boat, which "
                              "will be faster, and a new timetable, which will not.";

  if (place == "text") {
    return {title + "\n\nBy " + byline + "\n\n" + opening + "\n\n" + second +
                "\n\nThe harbour office says that " + vector +
                " is what the form asks for, and that it has always been so.\n\n" + third + "\n\n" +
                closing + "\n",
            InputFormat::text};
  }
  std::string quoted;
  for (const char c : title) quoted += c == '"' ? std::string("&quot;") : std::string(1, c);
  std::string page = "<!doctype html><html lang=\"" + language +
                     "\"><head><meta charset=\"utf-8\"><title>" + title + "</title>";
  if (place == "title") page += "<meta property=\"og:title\" content=\"" + quoted + "\">";
  if (place == "byline" || place == "dek") {
    std::string value;
    for (const char c : vector) value += c == '"' ? std::string("&quot;") : std::string(1, c);
    page += place == "byline" ? "<meta name=\"author\" content=\"" + value + "\">"
                              : "<meta name=\"description\" content=\"" + value + "\">";
  }
  page += head;
  if (!data.empty()) page += "<script type=\"application/ld+json\">" + data + "</script>";
  page +=
      "</head><body><header><a href=\"/\">The Quay</a><nav><a href=\"/news\">News</a> <a "
      "href=\"/tides\">Tides</a></nav></header><main><article><h1>" +
      title + "</h1>" + (dek.empty() ? "" : "<p class=\"dek\">" + dek + "</p>") +
      "<p class=\"byline\">By " + byline + "</p><p>" + opening + "</p><p>" + second + "</p>" +
      body + "<p>" + third + "</p><p>" + closing +
      "</p></article></main><footer><a href=\"/imprint\">Imprint</a></footer></body></html>";
  return {page, InputFormat::html};
}

// Places where whatever stands there is closed with it, so that the article must come through
// whole. A comment that is never closed swallows the page in a browser too.
bool is_contained(const std::string& place, const std::string& vector) {
  const bool is_open_comment =
      place != "json_ld" && place != "text" && vector.rfind("<!--", 0) == 0;
  return place != "body" && place != "head" && place != "title" && !is_open_comment;
}

std::string listed(const std::vector<std::string>& faults) {
  std::string out;
  for (const std::string& fault : faults) out += "\n  - " + fault;
  return out;
}

} // namespace

TEST_CASE("no attack vector leaves a trace in any output", "[attacks]") {
  std::vector<fs::path> files;
  for (const fs::directory_entry& entry :
       fs::directory_iterator(fs::path(LECTERN_SOURCE_DIR) / "tests" / "attacks")) {
    if (entry.path().extension() == ".json") files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  REQUIRE(files.size() >= 10);

  for (const fs::path& file : files) {
    DYNAMIC_SECTION(file.stem().string()) {
      const json attacks = json::parse(read_file(file), nullptr, false);
      REQUIRE(attacks.is_object());
      for (const json& vector : attacks["vectors"]) {
        const std::string place = vector.value("in", "");
        const std::string attack = vector.value("html", "");
        const Page page = page_with(place, attack);
        ExtractOptions options;
        options.input = page.input;
        options.url = "https://quay.example/2026/ferry";
        const auto article = extract(page.text, options);
        INFO("in " << place << ": " << attack);
        if (!article) {
          // A vector may swallow the rest of its page, as it does in a browser, but not more than
          // that.
          CHECK_FALSE(is_contained(place, attack));
          continue;
        }
        const std::vector<std::string> faults = lectern::test::faults_of_article(*article);
        INFO(listed(faults));
        CHECK(faults.empty());
        const std::string text = to_text(*article);
        if (is_contained(place, attack)) {
          CHECK(text.find(kOpening) != std::string::npos);
          CHECK(text.find(kClosing) != std::string::npos);
        }
        if (place == "text" && vector.contains("shows"))
          CHECK(text.find(vector["shows"].get<std::string>()) != std::string::npos);
      }
    }
  }
}

// The guard itself must see what it guards against.
TEST_CASE("the check of outputs finds what may not stand there", "[attacks]") {
  using namespace lectern::test;
  for (const char* bad :
       {"<script>alert(1)</script>", "<p onclick=x>a</p>", "<p class=x>a</p>", "<p style=x>a</p>",
        "<p id=location>a</p>", "<a href=\"javascript:alert(1)\">a</a>",
        "<a href=\" https://a.example\">a</a>", "<a target=_blank>a</a>",
        "<img src=\"data:image/svg+xml,x\">", "<img src=x>", "<img srcset=\"javascript:x 1x\">",
        "<svg></svg>", "<math><mi href=x>a</mi></math>", "<iframe></iframe>", "<form></form>",
        "<math><mglyph></mglyph></math>", "<blockquote cite=\"javascript:x\">a</blockquote>",
        "<meta name=x>"}) {
    CAPTURE(bad);
    CHECK_FALSE(faults_of_html(bad, Form::body).empty());
  }
  for (const char* good :
       {"<p>a &lt;script&gt;</p>", "<p id=\"section-2\" lang=\"de\" dir=\"ltr\">a</p>",
        "<a href=\"https://a.example/\">a</a>",
        "<img src=\"data:image/png;base64,AA==\" alt=\"<b>\" width=\"3\">",
        "<math><mi>x</mi></math>",
        "<figure data-embed=\"video\" data-provider=\"X\"><p><a "
        "href=\"https://a.example/\">X</a></p></figure>"}) {
    CAPTURE(good);
    CHECK(faults_of_html(good, Form::body).empty());
  }
  for (const char* bad :
       {"<script>", "a <img src=x> b", "[a](javascript:x)", "![a](data:text/html,x)",
        "[a]: javascript:x", "---\ntitle: \"a\"\ntitle: b\n---\n", "<!-- a", "<b onclick=x>"}) {
    CAPTURE(bad);
    CHECK_FALSE(faults_of_markdown(bad).empty());
  }
  for (const char* good :
       {"\\<script>", "a < b", "`<script>`", "```\n<script>\n```", "[a](https://a.example/)",
        "\\[a](javascript:x)", "<https://a.example/>", "H<sub>2</sub>O",
        "---\ntitle: \"a\"\nauthors:\n  - \"b\"\n---\n\n# a"}) {
    CAPTURE(good);
    CHECK(faults_of_markdown(good).empty());
  }
  // A book with one paragraph, and what would break it put into that.
  Article article;
  article.blocks.emplace_back();
  article.blocks.back().content.emplace_back();
  article.blocks.back().content.back().text = "_____________________________";
  const std::string epub = to_epub(article);
  CHECK(faults_of_epub(epub).empty());
  for (const char* bad :
       {"<script>", "<p onclick=\"x\">a</p>", "</p>", "<p>", "&nbsp;", "<!--a-->",
        "<a href=\"javascript:x\">a</a>", "<img src=\"https://a\"/>", "<p id=\"a\" id=\"b\"></p>",
        "<p id=a></p>", "<![CDATA[a]]>", "<?a?>", "\x01"}) {
    CAPTURE(bad);
    std::string broken = epub;
    const std::string_view place = bad;
    broken.replace(epub.find("______"), place.size(), place);
    CHECK_FALSE(faults_of_epub(broken).empty());
  }
}
