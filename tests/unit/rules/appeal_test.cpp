#include "rules/appeal.hpp"

#include <catch2/catch_test_macros.hpp>
#include <filesystem>
#include <fstream>
#include <string>

namespace lectern {
namespace {

float odds_of(const std::string& language, const std::string& text) {
  const PhraseHits hits = LexiconSet::for_language(language).match(text);
  const bool is_unspaced = language == "ja" || language == "th" || language == "zh";
  const auto words = static_cast<float>(hits.token_count);
  return appeal_of(hits, is_unspaced ? words / 2 : words);
}

} // namespace

TEST_CASE("every file of appeals knows its + lines and none of its - lines", "[rules]") {
  const std::filesystem::path root = std::string(LECTERN_SOURCE_DIR) + "/core/data/appeals";
  int languages = 0;
  for (const auto& entry : std::filesystem::directory_iterator(root)) {
    const std::string language = entry.path().stem().string();
    if (language == "any") continue;
    ++languages;
    int lines = 0;
    std::ifstream file(entry.path());
    for (std::string line; std::getline(file, line);) {
      if (line.size() < 3 || line[1] != ' ' || (line[0] != '+' && line[0] != '-')) continue;
      CAPTURE(language, line);
      CHECK((odds_of(language, line.substr(2)) >= kSureAppeal) == (line[0] == '+'));
      ++lines;
    }
    CAPTURE(language);
    CHECK(lines >= 2);
  }
  CHECK(languages == 25);
}

TEST_CASE("an appeal needs a thing of the site, and something that says it is ours", "[rules]") {
  CHECK(odds_of("en", "Sign up and join us now for free, you will love it.") < kSureAppeal);
  CHECK(odds_of("en", "Turn off notifications for your app.") < kSureAppeal);
  CHECK(odds_of("en", "Turn on notifications and be the first to get our news.") >= kSureAppeal);
}

TEST_CASE("what somebody tells of others is no appeal", "[rules]") {
  CHECK(odds_of("en", "Get our free app and never miss a story.") >= kSureAppeal);
  CHECK(odds_of("en", "He said that they were told to get our free app.") < kSureAppeal);
}

TEST_CASE("appeals are those of the page's own language, and of no language none", "[rules]") {
  CHECK(odds_of("de-AT", "Get our free app and never miss a story.") < kSureAppeal);
  CHECK(odds_of("", "Get our free app and never miss a story.") < kSureAppeal);
}

} // namespace lectern
