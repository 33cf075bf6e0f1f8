#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include "assemble/credit_text.hpp"
#include "assemble/srcset.hpp"
#include "render/plain_text.hpp"
#include "unit/assemble/assembled_page.hpp"

using namespace lectern;
using lectern::testing::assembled;
using lectern::testing::first_of;

namespace {

ArticleBlock figure_of(const std::string& page) {
  const Article article = assembled(page);
  const ArticleBlock* figure = first_of(article, Kind::figure);
  return figure == nullptr ? ArticleBlock{} : *figure;
}

std::string image_of(const std::string& page) {
  const ArticleBlock figure = figure_of(page);
  return figure.images.empty() ? std::string("none") : figure.images.front().url;
}

} // namespace

TEST_CASE("the real address of an image is found behind lazy loading", "[assemble]") {
  const auto [page, url] = GENERATE(table<const char*, const char*>({
      {"<img src='/plain-picture.jpg'>", "https://news.example/plain-picture.jpg"},
      {"<img src='data:image/gif;base64,R0lGODlhAQABAAAAACw=' data-src='/lazy-picture.jpg'>",
       "https://news.example/lazy-picture.jpg"},
      {"<img src='/blank.gif' data-original='/original-picture.png'>",
       "https://news.example/original-picture.png"},
      {"<img data-lazy-src='/photo.php?id=2' src='data:image/svg+xml,x'>",
       "https://news.example/photo.php?id=2"},
      {"<img src='/tiny-picture.jpg?w=20' data-src='/tiny-picture.jpg?w=900'>",
       "https://news.example/tiny-picture.jpg?w=900"},
      {"<img src='/placeholder.png' data-any-name='/named-picture.webp'>",
       "https://news.example/named-picture.webp"},
      {"<img src='/shown-picture.jpg' data-orig-file='/huge-picture.jpg' "
       "data-medium-file='/small-picture.jpg'>",
       "https://news.example/shown-picture.jpg"},
      {"<figure><img src='data:image/gif;base64,R0lGO' class='lazy'><noscript><img "
       "src='/twin-picture.jpg'></noscript></figure>",
       "https://news.example/twin-picture.jpg"},
      {"<img srcset='/a-picture-400.jpg 400w, /a-picture-1300.jpg 1300w, /a-picture-3000.jpg "
       "3000w' src='/a-picture-400.jpg'>",
       "https://news.example/a-picture-1300.jpg"},
      {"<picture><source type='image/avif' srcset='/b-picture.avif 1400w'><img "
       "src='data:,x'></picture>",
       "https://news.example/b-picture.avif"},
      {"<figure><span style=\"background-image:url('/behind-picture.jpg')\"></span><img "
       "src='data:,'></figure>",
       "https://news.example/behind-picture.jpg"},
  }));
  CAPTURE(page);
  CHECK(image_of(page) == url);
}

TEST_CASE("a srcset is read as browsers do", "[assemble]") {
  const auto sources = parse_srcset(parse_url("https://a.example/x/"),
                                    " one,w_300.jpg 300w, /two.jpg 2x,https://b.example/c.jpg  "
                                    "600w ,data:image/gif;base64,R0 1w");
  REQUIRE(sources.size() == 3);
  CHECK(sources[0].url == "https://a.example/two.jpg");
  CHECK(sources[0].density == 2);
  CHECK(sources[1].url == "https://a.example/x/one,w_300.jpg");
  CHECK(sources[2].width == 600);
}

TEST_CASE("a density is the nearest number there is, and nothing for a screen that is none",
          "[assemble]") {
  const auto [descriptor, density] = GENERATE(table<const char*, double>({
      {"1.1x", 1.1},
      {"1.25x", 1.25},
      {"2.625x", 2.625},
      {"3X", 3},
      {".75x", 0.75},
      {"0.30000000000000004x", 0.3},
      {"99.99x", 99.99},
      {"100x", 0},
      {"12345678901234567890123x", 0},
      {"-2x", 0},
      {"..x", 0},
  }));
  CAPTURE(descriptor);
  const auto sources =
      parse_srcset(parse_url("https://a.example/"), std::string("/one.jpg ") + descriptor);
  REQUIRE(sources.size() == 1);
  CHECK(sources[0].density == density);
}

TEST_CASE("tracking pixels, icons and avatars are no pictures of the article", "[assemble]") {
  const auto page = GENERATE(
      "<figure><img src='/t.gif' width=1 height=1></figure>",
      "<figure><img src='https://b.scorecardresearch.com/p?c1=2'></figure>",
      "<figure><img class='author-avatar' src='/face-of-author.jpg' width=96 height=96></figure>",
      "<figure><img src='/icons/share-arrow.png' width=24 height=24></figure>");
  CAPTURE(page);
  CHECK(image_of(page) == "none");
}

TEST_CASE("a figure's size, alternative text and link are kept", "[assemble]") {
  const ArticleBlock figure = figure_of(
      "<figure><a href='/large-picture.jpg'><img src='/a-picture.jpg' width=640 height='480' alt=' "
      "A  bridge '></a></figure>");
  REQUIRE(figure.images.size() == 1);
  CHECK(figure.images[0].width == 640);
  CHECK(figure.images[0].height == 480);
  CHECK(figure.images[0].alt == "A bridge");
  CHECK(figure.images[0].link == "https://news.example/large-picture.jpg");
}

TEST_CASE("captions and credits are told apart", "[assemble]") {
  const auto [page, caption, credit] = GENERATE(table<const char*, const char*, const char*>({
      {"<figure><img src='/a-picture.jpg'><figcaption>A bridge. <span class='credit'>Jane "
       "Doe</span></figcaption></figure>",
       "A bridge.", "Jane Doe"},
      {"<figure><img src='/a-picture.jpg'><figcaption>A bridge (Photo: Jane "
       "Doe)</figcaption></figure>",
       "A bridge", "Photo: Jane Doe"},
      {"<figure><img src='/a-picture.jpg'><figcaption>A bridge. (Jane "
       "Doe/Agency)</figcaption></figure>",
       "A bridge.", "Jane Doe/Agency"},
      {"<figure><img src='/a-picture.jpg'><figcaption>A bridge. &copy; Jane "
       "Doe</figcaption></figure>",
       "A bridge.", "\xC2\xA9 Jane Doe"},
      {"<figure><img src='/a-picture.jpg'><figcaption>A bridge (built in "
       "1900)</figcaption></figure>",
       "A bridge (built in 1900)", ""},
      {"<figure><img src='/a-picture.jpg'><div class='wp-caption-text'>A <em>red</em> "
       "bridge</div></figure>",
       "A red bridge", ""},
      {"<figure><img src='/a-picture.jpg'><figcaption>A bridge</figcaption><span "
       "itemprop='copyrightHolder'>Agency</span></figure>",
       "A bridge", "Agency"},
      {"<figure><button>Enlarge</button><img src='/a-picture.jpg'><figcaption>A "
       "bridge</figcaption></figure>",
       "A bridge", ""},
  }));
  CAPTURE(page);
  const ArticleBlock figure = figure_of(page);
  CHECK(plain_text(figure.caption) == caption);
  CHECK(plain_text(figure.credit) == credit);
}

TEST_CASE("the words alone tell a credit", "[assemble]") {
  const LexiconSet& lexicon = LexiconSet::for_language("de");
  CHECK(is_credit_text(lexicon, "\xC2\xA9 Jane Doe"));
  CHECK(is_credit_text(lexicon, "(Foto: Jane Doe)"));
  CHECK(is_credit_text(lexicon, "Foto: Jane Doe"));
  CHECK(is_credit_text(lexicon, "Photo by Jane Doe"));
  CHECK_FALSE(is_credit_text(lexicon, "The bridge at night"));
  CHECK_FALSE(is_credit_text(lexicon, "Jane Doe walks over the bridge (left)"));
  const std::string caption = "The bridge at night. Photo: Jane Doe";
  CHECK(credit_begin(lexicon, caption) == caption.find("Photo"));
  CHECK(credit_begin(lexicon, "The bridge. It was built in 1900.") == std::string::npos);
}

TEST_CASE("a gallery is one block with every picture once", "[assemble]") {
  const ArticleBlock figure = figure_of(
      "<p><img src='/picture-number-one.jpg'><img src='/picture-number-two.jpg'><img "
      "src='/picture-number-one-300x200.jpg'></p>");
  CHECK(figure.images.size() == 2);
}

TEST_CASE("the lead image is shown once and keeps the caption of its double", "[assemble]") {
  const Article article = assembled(
      "<figure><img src='/lead-picture-1200x800.jpg'></figure><p>Text of it.</p>"
      "<figure><img src='/lead-picture.jpg'><figcaption>What it shows</figcaption></figure>");
  int figures = 0;
  for (const ArticleBlock& block : article.blocks) figures += block.kind == Kind::figure ? 1 : 0;
  CHECK(figures == 1);
  REQUIRE(first_of(article, Kind::figure) != nullptr);
  CHECK(plain_text(first_of(article, Kind::figure)->caption) == "What it shows");
}
