#include "rules/language.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <fstream>
#include <string>
#include <tuple>

namespace lectern {

TEST_CASE("a paragraph's language is told from its neighbours", "[rules]") {
  // One paragraph a language, written for this test: "<language> <text>" a line.
  std::ifstream file(std::string(LECTERN_SOURCE_DIR) + "/tests/unit/rules/language_samples.txt");
  int samples = 0;
  for (std::string line; std::getline(file, line);) {
    const std::size_t space = line.find(' ');
    if (line.empty() || space == std::string::npos) continue;
    CAPTURE(line);
    CHECK(detect_language(line.substr(space + 1)) == line.substr(0, space));
    ++samples;
  }
  CHECK(samples >= 25);
}

TEST_CASE("too little text, or none in any language, is left undecided", "[rules]") {
  CHECK(detect_language("") == "");
  CHECK(detect_language("404") == "");
  CHECK(detect_language("Max Verstappen 1:32.608") == "");
  CHECK(detect_language("int main() { return x + y; }") == "");
}

TEST_CASE("tags are reduced to the primary language", "[rules]") {
  const auto [tag, language] = GENERATE(table<const char*, const char*>({{"pt-BR", "pt"},
                                                                         {"EN_us", "en"},
                                                                         {"nb-NO", "no"},
                                                                         {"nn", "no"},
                                                                         {"iw", "he"},
                                                                         {"zh-Hant-TW", "zh"},
                                                                         {"", ""},
                                                                         {"x", ""},
                                                                         {"english", ""},
                                                                         {"1a", ""}}));
  CHECK(primary_language(tag) == language);
}

TEST_CASE("right-to-left languages are known", "[rules]") {
  CHECK(is_right_to_left("ar"));
  CHECK(is_right_to_left("he-IL"));
  CHECK(is_right_to_left("fa"));
  CHECK_FALSE(is_right_to_left("en"));
  CHECK_FALSE(is_right_to_left(""));
  CHECK_FALSE(is_right_to_left("ur-Latn"));
}

} // namespace lectern
