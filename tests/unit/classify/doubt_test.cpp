#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <string>

#include "lectern/lectern.hpp"

using namespace lectern;

namespace {

constexpr const char* kText = R"(
<p>In the long shed behind the fish market, three people still make rope the way it was made when
the shed was built: by walking backwards. The youngest of them is sixty-one years old.</p>
<p>A rope of hemp lasts nine years in salt water if it is dried every evening. A rope of plastic
lasts longer than the boat, and that, says the owner, is what is wrong with it.</p>)";

/// Whether the picture above the text is marked as doubtful; it must be shown.
bool doubts_picture(const std::string& figure, const std::string& head = {}) {
  const std::string page = "<!doctype html><html lang=en><head><title>The last rope walk</title>" +
                           head + "</head><body><main><article><h1>The last rope walk</h1>" +
                           figure + kText + kText + "</article></main></body></html>";
  ExtractOptions options;
  options.url = "https://coast.example/rope";
  const auto article = extract(page, options);
  REQUIRE(article);
  const auto shown = std::find_if(article->blocks.begin(), article->blocks.end(),
                                  [](const ArticleBlock& b) { return b.kind == Kind::figure; });
  REQUIRE(shown != article->blocks.end());
  return shown->uncertain;
}

} // namespace

TEST_CASE("a picture above the text is in doubt unless the page vouches for it", "[classify]") {
  const std::string picture = "<div><img src=/media/640/rope-walk-shed.jpg alt=''></div>";
  CHECK(doubts_picture(picture));
  CHECK_FALSE(doubts_picture(picture,
                             "<meta property=og:image content='https://cdn.example/1200/"
                             "rope-walk-shed.jpg?w=1200'>"));
  CHECK_FALSE(
      doubts_picture("<figure><img src=/media/1.jpg alt=''><figcaption>The shed in the "
                     "morning</figcaption></figure>"));
}
