// Runs every page of tests/corpus through the public API and holds the result against what a person
// wrote down about that page in expected.json (tests/corpus/README.md says what may stand there). A
// case that is marked `known_failure` is reported as skipped, and fails as soon as it passes, so
// that the mark is taken off.

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

namespace fs = std::filesystem;
using nlohmann::json;
using namespace lectern;

namespace {

using Faults = std::vector<std::string>;

std::string read_file(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return std::string(std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>());
}

// White space of any kind is one space: an expectation is about words.
std::string folded(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool is_no_break = text.substr(i, 2) == "\xC2\xA0";
    if (is_no_break || text[i] == ' ' || text[i] == '\n' || text[i] == '\t' || text[i] == '\r') {
      if (!out.empty() && out.back() != ' ') out += ' ';
      if (is_no_break) ++i;
    } else {
      out += text[i];
    }
  }
  if (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

std::string text_of(const Inlines& inlines) {
  std::string out;
  for (const Inline& part : inlines) {
    if (part.type == Inline::Type::text || part.type == Inline::Type::math) out += part.text;
    if (part.type == Inline::Type::line_break) out += ' ';
  }
  return folded(out);
}

std::string shortened(std::string_view text) {
  constexpr std::size_t kShown = 90;
  if (text.size() <= kShown) return std::string(text);
  std::size_t end = kShown;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
  return std::string(text.substr(0, end)) + "...";
}

std::string string_in(const json& object, const char* key) {
  const auto found = object.find(key);
  return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

std::string kind_in(const json& object) {
  const std::string kind = string_in(object, "kind");
  return kind.empty() ? string_in(object, "role") : kind;
}

// A kind, or a list of kinds that are all right.
bool allows_kind(const json& object, Kind kind) {
  const auto found = object.find("kind");
  if (found != object.end() && found->is_array()) {
    return std::any_of(found->begin(), found->end(), [&](const json& name) {
      return name.is_string() && name.get<std::string>() == name_of(kind);
    });
  }
  return kind_in(object) == name_of(kind);
}

std::string names_in(const json& object) {
  const auto found = object.find("kind");
  return found != object.end() && found->is_array() ? found->dump() : kind_in(object);
}

// Title, byline, dek and date are metadata; where an engine keeps their blocks too, the body has
// none.
bool is_header(Kind kind) {
  return kind == Kind::headline || kind == Kind::dek || kind == Kind::byline ||
         kind == Kind::dateline;
}

std::string described(const ArticleBlock& block) {
  return std::string(name_of(block.kind)) + " \"" + shortened(folded(block_to_text(block))) + "\"";
}

std::string described(const json& expected) {
  std::string text = string_in(expected, "text");
  for (const char* key : {"starts", "caption", "alt", "credit", "url"}) {
    if (text.empty()) text = string_in(expected, key);
  }
  return names_in(expected) + " \"" + shortened(text) + "\"";
}

// What is wrong with `block` when it ought to be `expected`; nothing when all is well.
Faults compare_block(const json& expected, const ArticleBlock& block) {
  Faults faults;
  const auto check = [&](const char* field, const std::string& wanted, const std::string& got) {
    if (folded(wanted) != folded(got)) {
      faults.push_back(described(expected) + ": " + field + " is \"" + shortened(got) +
                       "\", not \"" + shortened(wanted) + "\"");
    }
  };
  if (!allows_kind(expected, block.kind)) {
    faults.push_back(described(expected) + ": is a " + std::string(name_of(block.kind)) + " (" +
                     block.reason + ")");
    return faults;
  }
  if (expected.contains("caption"))
    check("caption", string_in(expected, "caption"), text_of(block.caption));
  if (expected.contains("credit"))
    check("credit", string_in(expected, "credit"), text_of(block.credit));
  if (expected.contains("alt"))
    check("alt", string_in(expected, "alt"), block.images.empty() ? "" : block.images[0].alt);
  if (expected.contains("image"))
    check("image", string_in(expected, "image"), block.images.empty() ? "" : block.images[0].url);
  if (expected.contains("url")) check("url", string_in(expected, "url"), block.embed.url);
  if (expected.contains("images") && expected["images"].get<std::size_t>() != block.images.size()) {
    faults.push_back(described(expected) + ": has " + std::to_string(block.images.size()) +
                     " images");
  }
  if (expected.contains("level") && expected["level"].get<int>() != block.level) {
    faults.push_back(described(expected) + ": has level " + std::to_string(block.level));
  }
  if (expected.contains("rows") && expected["rows"].get<std::size_t>() != block.rows.size()) {
    faults.push_back(described(expected) + ": has " + std::to_string(block.rows.size()) + " rows");
  }
  return faults;
}

// Whether `block` is the one that the expectation speaks of, by its words.
bool is_meant(const json& expected, const ArticleBlock& block) {
  const std::string text = folded(block_to_text(block));
  if (expected.contains("text")) return text == folded(string_in(expected, "text"));
  if (expected.contains("starts")) return text.rfind(folded(string_in(expected, "starts")), 0) == 0;
  if (expected.contains("url")) return block.embed.url == string_in(expected, "url");
  if (block.kind != Kind::figure) return kind_in(expected) == name_of(block.kind);
  if (expected.contains("image"))
    return !block.images.empty() && block.images[0].url == string_in(expected, "image");
  if (expected.contains("caption")) {
    // The caption's words may have ended elsewhere; the alternative text still tells the figure.
    return text_of(block.caption) == folded(string_in(expected, "caption")) ||
           (expected.contains("alt") && !block.images.empty() &&
            block.images[0].alt == string_in(expected, "alt"));
  }
  return !expected.contains("alt") ||
         (!block.images.empty() &&
          folded(block.images[0].alt) == folded(string_in(expected, "alt")));
}

void compare_blocks(const json& expected, const Article& article, bool is_whole_list,
                    Faults& faults) {
  std::vector<const ArticleBlock*> shown;
  const bool wants_dividers = std::any_of(expected.begin(), expected.end(),
                                          [](const json& e) { return kind_in(e) == "divider"; });
  for (const ArticleBlock& block : article.blocks) {
    if (!is_header(block.kind) && (block.kind != Kind::divider || wants_dividers))
      shown.push_back(&block);
  }
  std::size_t next = 0;
  for (const json& wanted : expected) {
    std::size_t at = next;
    while (at < shown.size() && !is_meant(wanted, *shown[at])) ++at;
    if (at == shown.size()) {
      const bool is_earlier =
          std::any_of(shown.begin(), shown.begin() + static_cast<std::ptrdiff_t>(next),
                      [&](const ArticleBlock* block) { return is_meant(wanted, *block); });
      std::string where = is_earlier ? " stands too early" : " is missing";
      for (const ArticleBlock& block : article.removed) {
        if (is_meant(wanted, block))
          where = " was removed as " + std::string(name_of(block.kind)) + " (" + block.reason + ")";
      }
      faults.push_back(described(wanted) + where);
      continue;
    }
    if (is_whole_list) {
      for (; next < at; ++next)
        faults.push_back("foreign: " + described(*shown[next]) + " (" + shown[next]->reason + ")");
    }
    for (std::string& fault : compare_block(wanted, *shown[at])) faults.push_back(std::move(fault));
    next = at + 1;
  }
  if (is_whole_list) {
    for (; next < shown.size(); ++next)
      faults.push_back("foreign: " + described(*shown[next]) + " (" + shown[next]->reason + ")");
  }
}

// An interface says why by the sentence, or by its translation.
void check_reasons(const Article& article, Faults& faults) {
  for (const ArticleBlock& block : article.removed)
    if (describe_reason(block.reason).empty())
      faults.push_back("no sentence for the reason \"" + block.reason + "\"");
}

void compare_removed(const json& expected, const Article& article, bool is_whole_list,
                     Faults& faults) {
  std::vector<bool> is_used(article.removed.size());
  for (const json& wanted : expected) {
    const std::string text = folded(string_in(wanted, "text"));
    std::string fault =
        "removed " + names_in(wanted) + " \"" + shortened(text) + "\": not among the removed";
    for (std::size_t i = 0; i < article.removed.size(); ++i) {
      const ArticleBlock& block = article.removed[i];
      if (is_used[i] || folded(block_to_text(block)) != text) continue;
      if (!allows_kind(wanted, block.kind)) {
        fault = "removed " + names_in(wanted) + " \"" + shortened(text) + "\": called " +
                std::string(name_of(block.kind)) + " (" + block.reason + ")";
        continue;
      }
      is_used[i] = true;
      fault.clear();
      break;
    }
    if (!fault.empty()) faults.push_back(fault);
  }
  if (!is_whole_list) return;
  for (std::size_t i = 0; i < article.removed.size(); ++i) {
    // The text of an article that follows is counted in other_articles.
    if (!is_used[i] && article.removed[i].kind != Kind::other_article) {
      faults.push_back("removed too much: " + described(article.removed[i]) + " (" +
                       article.removed[i].reason + ")");
    }
  }
}

std::string without_space(std::string_view text) {
  std::string out = folded(text);
  out.erase(std::remove(out.begin(), out.end(), ' '), out.end());
  return out;
}

// A notice, or a list of them where a reader could end it in several places. Lines of a script
// without spaces may be joined by one.
void compare_notice(const json& expected, const Article& article, Faults& faults) {
  const json choices = expected.is_array() ? expected : json::array({expected});
  for (const json& choice : choices) {
    if (without_space(choice.get<std::string>()) == without_space(article.withheld_notice)) return;
  }
  faults.push_back("withheld_notice is \"" + shortened(article.withheld_notice) + "\", not " +
                   choices.dump());
}

std::string with_zulu(const std::string& time) {
  constexpr std::string_view kGreenwich = "+00:00";
  const bool is_greenwich =
      time.size() > kGreenwich.size() && time.substr(time.size() - kGreenwich.size()) == kGreenwich;
  return is_greenwich ? time.substr(0, time.size() - kGreenwich.size()) + "Z" : time;
}

void compare_metadata(const json& expected, const Article& article, Faults& faults) {
  const Metadata& metadata = article.metadata;
  const auto check = [&](const char* key, const std::string& got) {
    if (expected.contains(key) && folded(string_in(expected, key)) != folded(got)) {
      faults.push_back(std::string(key) + " is \"" + shortened(got) + "\", not \"" +
                       shortened(string_in(expected, key)) + "\"");
    }
  };
  // The two ways to write Greenwich time are one.
  const auto check_time = [&](const char* key, const std::string& got) {
    if (expected.contains(key) && with_zulu(string_in(expected, key)) != with_zulu(got)) {
      faults.push_back(std::string(key) + " is \"" + got + "\", not \"" + string_in(expected, key) +
                       "\"");
    }
  };
  check("title", metadata.title);
  check("dek", metadata.dek);
  check("site_name", metadata.site_name);
  check_time("published", metadata.published);
  check_time("modified", metadata.modified);
  check("section", metadata.section);
  check("direction", metadata.direction);
  check("lead_image", metadata.lead_image);
  if (expected.contains("withheld_notice"))
    compare_notice(expected["withheld_notice"], article, faults);
  if (expected.contains("language")) { // "en-GB" is English
    const std::string wanted = string_in(expected, "language");
    if (metadata.language.substr(0, wanted.size()) != wanted) {
      faults.push_back("language is \"" + metadata.language + "\", not \"" + wanted + "\"");
    }
  }
  if (expected.contains("byline")) {
    const json got = metadata.byline;
    if (got != expected["byline"])
      faults.push_back("byline is " + got.dump() + ", not " + expected["byline"].dump());
  }
}

void compare_others(const json& expected, const Article& article, Faults& faults) {
  if (expected.size() != article.other_articles.size()) {
    faults.push_back(std::to_string(article.other_articles.size()) + " other articles, not " +
                     std::to_string(expected.size()));
    return;
  }
  for (std::size_t i = 0; i < expected.size(); ++i) {
    const OtherArticle& got = article.other_articles[i];
    const json& wanted = expected[i];
    if (wanted.contains("title") && folded(got.title) != folded(string_in(wanted, "title"))) {
      faults.push_back("other article's title is \"" + got.title + "\", not \"" +
                       string_in(wanted, "title") + "\"");
    }
    if (wanted.contains("byline") && json(got.byline) != wanted["byline"]) {
      faults.push_back("other article's byline is " + json(got.byline).dump() + ", not " +
                       wanted["byline"].dump());
    }
    if (wanted.contains("paragraphs") && wanted["paragraphs"].get<int>() != got.paragraphs) {
      faults.push_back("other article has " + std::to_string(got.paragraphs) + " paragraphs, not " +
                       wanted["paragraphs"].dump());
    }
  }
}

Faults compare(const json& expected, const Result<Article>& result) {
  Faults faults;
  const std::string wanted_error = string_in(expected, "error");
  if (!result) {
    if (wanted_error != code_of(result.error()))
      faults.push_back("error " + std::string(code_of(result.error())));
    return faults;
  }
  if (!wanted_error.empty()) {
    faults.push_back("no error " + wanted_error + ": \"" + result.value().metadata.title + "\"");
    return faults;
  }
  const Article& article = result.value();
  compare_metadata(expected, article, faults);
  if (expected.contains("blocks"))
    compare_blocks(expected["blocks"], article, !expected.value("partial_list", false), faults);
  check_reasons(article, faults);
  if (expected.contains("removed"))
    compare_removed(expected["removed"], article, expected.value("all_removed", false), faults);
  if (expected.contains("other_articles"))
    compare_others(expected["other_articles"], article, faults);
  if (expected.contains("absent")) {
    const std::string html = folded(to_html(article));
    const std::string text = folded(to_text(article));
    for (const json& words : expected["absent"]) {
      const std::string wanted = folded(words.get<std::string>());
      if (html.find(wanted) != std::string::npos || text.find(wanted) != std::string::npos) {
        faults.push_back("shown although foreign: \"" + shortened(wanted) + "\"");
      }
    }
  }
  return faults;
}

void replace_all(std::string& text, std::string_view what, std::string_view with) {
  for (std::size_t at = text.find(what); at != std::string::npos;
       at = text.find(what, at + with.size())) {
    text.replace(at, what.size(), with);
  }
}

// A page of thousands of replies is written down as one reply and its number.
void generate(const json& recipe, std::string& page) {
  const std::string marker = string_in(recipe, "marker");
  const json& phrases = recipe["phrases"];
  std::string all;
  for (std::size_t i = 0; i < recipe["count"].get<std::size_t>(); ++i) {
    std::string one = string_in(recipe, "template");
    replace_all(one, "{{number}}", std::to_string(i + 1));
    replace_all(one, "{{phrase}}", phrases[i * 7 % phrases.size()].get<std::string>());
    replace_all(one, "{{other}}", phrases[(i * 5 + 3) % phrases.size()].get<std::string>());
    all += one;
  }
  const std::size_t at = page.find(marker);
  REQUIRE(at != std::string::npos);
  page.replace(at, marker.size(), all);
}

std::string listed(const Faults& faults) {
  std::string out;
  for (const std::string& fault : faults) out += "\n  - " + fault;
  return out;
}

void run_case(const fs::path& page_path, const json& expected) {
  std::string page = read_file(page_path);
  REQUIRE_FALSE(page.empty());
  if (expected.contains("generate")) generate(expected["generate"], page);
  ExtractOptions options;
  options.input = page_path.extension() == ".txt" ? InputFormat::text : InputFormat::html;
  options.url = string_in(expected, "url");
  const Faults faults = compare(expected, extract(page, options));

  if (expected.value("known_failure", false)) {
    if (faults.empty()) FAIL("passes now: take the mark known_failure off its expected.json");
    SKIP("known failure: " << string_in(expected, "reason") << listed(faults));
  }
  INFO(listed(faults));
  CHECK(faults.empty());
}

} // namespace

TEST_CASE("pages of the corpus give the article that a reader sees", "[corpus]") {
  const fs::path corpus = fs::path(LECTERN_SOURCE_DIR) / "tests" / "corpus";
  std::vector<fs::path> cases;
  for (const fs::directory_entry& entry : fs::directory_iterator(corpus)) {
    if (entry.is_directory()) cases.push_back(entry.path());
  }
  std::sort(cases.begin(), cases.end());
  REQUIRE_FALSE(cases.empty());

  for (const fs::path& folder : cases) {
    DYNAMIC_SECTION(folder.filename().string()) {
      const fs::path html = folder / "page.html";
      const fs::path page = fs::exists(html) ? html : folder / "page.txt";
      REQUIRE(fs::exists(page));
      const json expected = json::parse(read_file(folder / "expected.json"), nullptr, false);
      REQUIRE(expected.is_object());
      run_case(page, expected);
    }
  }
}

// The page that the project began with. Its text is another's and stands beside the repository.
TEST_CASE("the seed gives exactly its expectation", "[corpus][seed]") {
  const fs::path seed = fs::path(LECTERN_SOURCE_DIR) / ".." / "shared" / "seed";
  if (!fs::exists(seed / "expected.json")) SKIP("no ../shared/seed beside the repository");
  json expected = json::parse(read_file(seed / "expected.json"), nullptr, false);
  REQUIRE(expected.is_object());
  expected["all_removed"] = true;
  const fs::path page = seed / string_in(expected, "source");
  REQUIRE(fs::exists(page));
  run_case(page, expected);
}
