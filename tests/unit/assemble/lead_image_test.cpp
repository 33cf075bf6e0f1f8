#include <catch2/catch_test_macros.hpp>
#include <string>

#include "lectern/lectern.hpp"

using namespace lectern;

namespace {

const std::string kPicture = "<figure><img src=/media/rope-walk.jpg alt='The shed'></figure>";

std::string lead_image(const std::string& stated, const std::string& pictures) {
  const std::string text =
      "<p>In the long shed behind the fish market, three people still make rope the way it was "
      "made when the shed was built: by walking backwards, four hundred steps at a time.</p>";
  ExtractOptions options;
  options.url = "https://coast.example/rope";
  const auto article = extract(
      "<!doctype html><html lang=en><head><title>The last rope walk</title><meta "
      "property=og:image content='https://coast.example" +
          stated + "'></head><body><article><h1>The last rope walk</h1>" + text + pictures + text +
          "</article></body></html>",
      options);
  REQUIRE(article);
  return article->metadata.lead_image;
}

} // namespace

TEST_CASE("a site's logo is no lead image where the article has a picture", "[assemble]") {
  CHECK(lead_image("/img/coast-logo.png", kPicture) == "https://coast.example/media/rope-walk.jpg");
  CHECK(lead_image("/img/og_default.jpg?v=2", "").empty());
}

TEST_CASE("an image that the page states is the lead image", "[assemble]") {
  CHECK(lead_image("/media/logos-of-the-fleet.jpg", kPicture) ==
        "https://coast.example/media/logos-of-the-fleet.jpg");
  CHECK(lead_image("/media/new-logo.png", "<figure><img src=/media/new-logo.png></figure>") ==
        "https://coast.example/media/new-logo.png");
}
