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

TEST_CASE("a stated language stays unless the text is surely in another", "[rules]") {
  const std::string english =
      "The council voted on Tuesday to close the old swimming pool, although many residents had "
      "asked for more time to raise money for repairs. The mayor said that she would meet them "
      "again "
      "before the end of the month, and that the pool could be kept if they found a third of the "
      "sum.";
  const std::string spanish =
      "El ayuntamiento aprobo el martes el cierre de la antigua piscina, aunque muchos vecinos "
      "habian pedido mas tiempo para reunir dinero. La alcaldesa dijo que los recibira otra vez "
      "antes "
      "de que acabe el mes, y que la piscina se puede salvar si encuentran un tercio de la suma.";
  CHECK(checked_language("en-US", spanish) == "es");
  CHECK(checked_language("es", english) == "en");
  CHECK(checked_language("", spanish) == "es");
  CHECK(checked_language("en-GB", english) == "en-GB"); // as it is given
  CHECK(checked_language("es-419", spanish) == "es-419");
  CHECK(checked_language("en", spanish.substr(0, 60)) == "en"); // too little to say so
  CHECK(checked_language("lb", spanish) == "lb");               // no words to tell it by
  CHECK(checked_language("en", "") == "en");
  const std::string chinese = "市议会周二决定关闭旧游泳池，尽管许多居民要求给予更多时间筹集资金。";
  CHECK(checked_language("en", chinese + chinese + chinese) == "zh");
  CHECK(checked_language("en", "市议会周二决定关闭旧游泳池") == "en"); // one line of a page
  // Filler text is in no language.
  CHECK(checked_language(
            "en",
            "Lorem ipsum dolor sit amet, consectetur adipisicing elit, sed do eiusmod tempor "
            "incididunt ut labore et dolore magna aliqua. Ut enim ad minim veniam, quis nostrud "
            "exercitation ullamco laboris nisi ut aliquip ex ea commodo consequat. Duis aute irure "
            "dolor in reprehenderit in voluptate velit esse cillum dolore eu fugiat nulla "
            "pariatur.") == "en");
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
