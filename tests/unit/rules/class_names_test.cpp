#include "rules/class_names.hpp"

#include <catch2/catch_test_macros.hpp>
#include <filesystem>
#include <string>

namespace lectern {

TEST_CASE("class names hint by whole words", "[rules]") {
  CHECK(has_hint(hints_of("article-body"), Hint::article));
  CHECK(has_hint(hints_of("article-body"), Hint::body));
  CHECK(has_hint(hints_of("c-newsletterBox"), Hint::newsletter));
  CHECK(has_hint(hints_of("teaser__title--small"), Hint::related));
  CHECK(has_hint(hints_of("HTMLContent"), Hint::content));
  CHECK(has_hint(hints_of("ad-slot ad300"), Hint::ad));
  CHECK(hints_of("") == 0);
  CHECK(hints_of("md:w-1/2 flex") == 0);
}

TEST_CASE("a hint inside a word does not count", "[rules]") {
  CHECK_FALSE(has_hint(hints_of("heroine"), Hint::header));
  CHECK_FALSE(has_hint(hints_of("thread"), Hint::ad));
  CHECK_FALSE(has_hint(hints_of("css-1ad9x"), Hint::ad));
  CHECK_FALSE(has_hint(hints_of("unshared"), Hint::share));
  CHECK_FALSE(has_hint(hints_of("yumprint"), Hint::print));
}

TEST_CASE("classes that say what a container has or how it is laid out do not hint", "[rules]") {
  CHECK_FALSE(has_hint(hints_of("has-section-nav"), Hint::nav));
  CHECK_FALSE(has_hint(hints_of("overflow-hidden"), Hint::hidden));
  CHECK(has_hint(hints_of("overflow-hidden is-hidden"), Hint::hidden));
  CHECK_FALSE(has_hint(hints_of("text-center text-gray-900"), Hint::text));
  CHECK_FALSE(has_hint(hints_of("justify-content-center"), Hint::content));
}

TEST_CASE("two words hint together, also across a camelCase hump", "[rules]") {
  CHECK(has_hint(hints_of("read-more"), Hint::related));
  CHECK(has_hint(hints_of("readMore"), Hint::related));
  CHECK(has_hint(hints_of("keep-reading"), Hint::related));
  CHECK_FALSE(has_hint(hints_of("keep reading"), Hint::related));
}

TEST_CASE("every data file is named after a hint", "[rules]") {
  std::size_t files = 0;
  const std::filesystem::path folder = std::string(LECTERN_SOURCE_DIR) + "/core/data/class_names";
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    bool known = false;
    for (std::size_t i = 0; i < kHintCount; ++i) {
      known = known || name_of(static_cast<Hint>(i)) == entry.path().stem().string();
    }
    CAPTURE(entry.path().string());
    CHECK(known);
    ++files;
  }
  CHECK(files == kHintCount);
}

} // namespace lectern
