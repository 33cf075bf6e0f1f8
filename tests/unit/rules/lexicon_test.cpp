#include "rules/lexicon.hpp"

#include <catch2/catch_test_macros.hpp>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

namespace lectern {
namespace {

std::vector<std::filesystem::path> lexicon_files() {
  std::vector<std::filesystem::path> files;
  const std::filesystem::path root = std::string(LECTERN_SOURCE_DIR) + "/core/data/lexicons";
  for (const auto& entry : std::filesystem::recursive_directory_iterator(root)) {
    if (entry.path().extension() == ".txt") files.push_back(entry.path());
  }
  return files;
}

Lexicon lexicon_named(const std::string& name) {
  for (std::size_t i = 0; i < kLexiconCount; ++i) {
    if (name_of(static_cast<Lexicon>(i)) == name) return static_cast<Lexicon>(i);
  }
  FAIL("a folder of phrases that no Lexicon is named after: " << name);
  return Lexicon::furniture;
}

bool hits(const char* language, Lexicon lexicon, const char* text) {
  return LexiconSet::for_language(language).match(text).has(lexicon);
}

} // namespace

TEST_CASE("every phrase file hits its + lines and none of its - lines", "[rules]") {
  const auto files = lexicon_files();
  REQUIRE(!files.empty());
  for (const auto& path : files) {
    const Lexicon lexicon = lexicon_named(path.parent_path().filename().string());
    const std::string language = path.stem().string();
    const LexiconSet& set = LexiconSet::for_language(language);
    std::ifstream file(path);
    for (std::string line; std::getline(file, line);) {
      if (line.size() < 3 || line[1] != ' ' || (line[0] != '+' && line[0] != '-')) continue;
      CAPTURE(path.string(), line);
      CHECK(set.match(line.substr(2)).has(lexicon) == (line[0] == '+'));
    }
  }
}

TEST_CASE("a phrase is found whatever its case, accents and punctuation", "[rules]") {
  CHECK(hits("en", Lexicon::subscription_prompt, "SUBSCRIBE NOW!"));
  CHECK(hits("en", Lexicon::subscription_prompt,
             "\xE2\x96\xB6 Sign-up for our \xE2\x80\x9C"
             "free\xE2\x80\x9D newsletter"));
  CHECK(hits("en", Lexicon::comment, "Leave a reply"));
}

TEST_CASE("anchors hold a phrase to the start or the end of a line", "[rules]") {
  CHECK(hits("en", Lexicon::navigation, "Home"));
  CHECK_FALSE(hits("en", Lexicon::navigation, "Home is where it began"));
  CHECK_FALSE(hits("en", Lexicon::navigation, "They went home"));
  CHECK(hits("en", Lexicon::subscription_prompt, "Enjoyed it? Sign up today."));
  CHECK_FALSE(hits("en", Lexicon::subscription_prompt, "Many did not sign up."));
}

TEST_CASE("a quoted sentence is no call to the reader", "[rules]") {
  CHECK(hits("en", Lexicon::subscription_prompt, "Subscribe today"));
  CHECK_FALSE(hits("en", Lexicon::subscription_prompt,
                   "\xE2\x80\x9CSubscribe today\xE2\x80\x9D was the slogan on the wall."));
}

TEST_CASE("a number stands for any number with its currency and separators", "[rules]") {
  CHECK(hits("en", Lexicon::date_line, "5 min read"));
  CHECK(hits("en", Lexicon::comment, "Comments (1,204)"));
  CHECK(hits("en", Lexicon::subscription_benefit, "then $2.90 per month"));
}

TEST_CASE("hits count once and cover their words", "[rules]") {
  const PhraseHits hits_of_line = LexiconSet::for_language("en").match("Copy link");
  CHECK(hits_of_line.hits(Lexicon::share_bar) == 1);
  CHECK(hits_of_line.token_count == 2);
  CHECK(hits_of_line.coverage(Lexicon::share_bar) == 1.0F);
}

TEST_CASE("a phrase is found far into a long text", "[rules]") {
  std::string text;
  for (int i = 0; i < 700; ++i) text += "The river rose again that night. ";
  CHECK_FALSE(hits("en", Lexicon::subscription_prompt, text.c_str()));
  CHECK(hits("en", Lexicon::subscription_prompt, (text + "Sign up for our newsletter.").c_str()));
}

TEST_CASE("English phrases are known in every language, all phrases when it is unknown",
          "[rules]") {
  CHECK(hits("de-AT", Lexicon::subscription_prompt, "Subscribe now"));
  CHECK(hits("", Lexicon::subscription_prompt, "Subscribe now"));
  CHECK(hits("xx", Lexicon::subscription_prompt, "Subscribe now"));
}

TEST_CASE("words that begin phrases, with made-up words after them, are no phrase", "[rules]") {
  const LexiconSet& set = LexiconSet::for_language("en");
  std::uint32_t state = 1;
  const auto made_up_word = [&] {
    std::string word = "q"; // no phrase has such words
    for (int i = 0; i < 6; ++i) {
      state = state * 1664525 + 1013904223;
      word += static_cast<char>('a' + (state >> 24) % 26);
    }
    return word;
  };
  for (const std::string first : {"your", "the", "this", "you", "our", "get"}) {
    int wrong = 0;
    for (int i = 0; i < 20'000; ++i) {
      std::string line = first;
      for (int word = 0; word < 6; ++word) line += ' ' + made_up_word();
      const PhraseHits found = set.match(line);
      // "You" and "our" are words of appeals by themselves.
      for (std::size_t lexicon = 0; lexicon < kPhraseLexicons; ++lexicon)
        wrong += found.count[lexicon];
    }
    INFO(first);
    CHECK(wrong == 0);
  }
}

TEST_CASE("broken UTF-8 and odd text are read without harm", "[rules]") {
  const LexiconSet& set = LexiconSet::for_language("");
  CHECK(set.match("").token_count == 0);
  CHECK(set.match("\xFF\xFE\xC3").token_count == 0);
  CHECK(set.match("... !!! \xE2\x80\xA2").token_count == 0);
  CHECK(set.match(std::string(5000, '*')).token_count == 0);
}

} // namespace lectern
