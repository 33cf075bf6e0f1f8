// What a page states about itself is cut where it is too long, and never inside a character.
#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <string>

#include "base/utf8.hpp"
#include "lectern/lectern.hpp"
#include "support/allowed_output.hpp"

using namespace lectern;

TEST_CASE("no statement of a page is cut inside a character", "[metadata]") {
  const std::size_t ahead = GENERATE(0U, 1U, 2U, 3U);
  std::string stated(ahead, 'a');
  for (int i = 0; i < 40'000; ++i) stated += "\xE0\xA4\xA8";
  std::string head =
      "<title>" + stated + "</title><meta property=og:site_name content='x" + stated + "'>";
  for (const char* name : {"author", "description", "og:title", "article:section", "article:tag",
                           "og:description", "keywords"})
    head += "<meta property='" + std::string(name) + "' content='" + stated + "'>";
  const std::string text =
      "<p>It rained for eleven days, and on the twelfth the mill wheel began "
      "to turn by itself, which nobody in the valley had expected of it.</p>";
  const auto article =
      extract("<!doctype html>" + head + "<article><h1>" + stated + "</h1><p class=byline>By " +
              stated + "</p>" + text + text + text + "</article>");
  REQUIRE(article);
  const Metadata& stated_of = article->metadata;
  CHECK_FALSE(stated_of.site_name.empty());
  CHECK_FALSE(stated_of.section.empty());
  CHECK_FALSE(stated_of.tags.empty());
  for (const std::string* value :
       {&stated_of.title, &stated_of.site_name, &stated_of.section, &stated_of.dek})
    CHECK(is_valid_utf8(*value));
  for (const std::string& tag : stated_of.tags) CHECK(is_valid_utf8(tag));
  for (const std::string& name : stated_of.byline) CHECK(is_valid_utf8(name));
  CHECK(test::faults_of_article(*article).empty());
}
