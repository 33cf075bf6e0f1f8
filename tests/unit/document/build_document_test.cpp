#include "document/build_document.hpp"

#include <catch2/catch_test_macros.hpp>
#include <string>
#include <vector>

#include "parse/html_parser.hpp"

using namespace lectern;

namespace {

std::vector<std::string> blocks_of(const std::string& body) {
  const Dom dom = parse_html("<body>" + body, {});
  const Document document = build_document(dom, {});
  std::vector<std::string> texts;
  for (const Block& block : document.blocks) texts.emplace_back(document.text_of(block));
  return texts;
}

const std::string kProse =
    "The harbour office has counted the boats again this spring, and it found that a third of them "
    "had not left their berths for two years or more.";

} // namespace

TEST_CASE("a line of prose is a paragraph, whatever breaks it off", "[document]") {
  const std::string call = "Get our letter every morning.";
  CHECK(blocks_of("<p>" + kProse + "<br>" + kProse + "<br>" + call + "</p>") ==
        std::vector<std::string>{kProse, kProse, call});
  CHECK(blocks_of("<p><em>" + kProse + "<br>" + call + "</em></p>") ==
        std::vector<std::string>{kProse, call});
  CHECK(blocks_of("<p>" + call + "<br>" + kProse + "</p>") ==
        std::vector<std::string>{call, kProse});
  CHECK(blocks_of("<p><b>Who pays</b><br>" + kProse + "</p>") ==
        std::vector<std::string>{"Who pays", kProse});
}

TEST_CASE("a table in a cell of data is part of it, tables side by side are tables", "[document]") {
  const std::string inner =
      "<table><tr><td>May</td><td>28</td></tr><tr><td>June</td><td>4</td></tr></table>";
  CHECK(blocks_of("<table><thead><tr><th>Boat</th><th>Log</th></tr></thead><tr><td>Hull</td><td>" +
                  inner + "</td></tr><tr><td>Tug</td><td>none</td></tr></table>")
            .size() == 1);
  CHECK(blocks_of("<table><tr><th colspan=2>Spring</th></tr><tr><td>" + inner + "</td><td>" +
                  inner + "</td></tr></table>")
            .size() == 3);
}

TEST_CASE("a picture that has no image yet is one all the same", "[document]") {
  const auto count = [](const std::string& body) {
    const Dom dom = parse_html("<body><p>Before.</p>" + body, {});
    return build_document(dom, {}).blocks.size();
  };
  CHECK(count("<picture><source srcset='/mole-800.avif 800w'></picture>") == 2);
  CHECK(count("<picture><source data-srcset='/mole-800.avif 800w'><noscript><img "
              "src='/mole.jpg'></noscript></picture>") == 2);
  CHECK(count("<picture></picture>") == 1);
}

TEST_CASE("lines that are no prose stay together", "[document]") {
  CHECK(blocks_of("<p>Low water,<br>grey sand.<br>The gulls are late.</p>").size() == 1);
  // What introduces a paragraph belongs to it, and so does what credits a picture.
  CHECK(blocks_of("<p>Orrin,<br>" + kProse + "</p>").size() == 1);
  CHECK(blocks_of("<figure><figcaption>" + kProse + "<br>Photo: A. Quay</figcaption></figure>")
            .size() == 1);
  // A sentence that a line break only interrupts.
  const std::string half = kProse.substr(0, kProse.size() - 1);
  CHECK(blocks_of("<p>" + half + "<br>" + kProse + "</p>").size() == 1);
}
