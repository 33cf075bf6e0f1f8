#include "document/parted_words.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <string>
#include <tuple>

#include "document/build_document.hpp"
#include "parse/html_parser.hpp"

using namespace lectern;

namespace {

std::string text_of_line(const std::string& line) {
  const Dom dom = parse_html("<body><p>" + line + "</p>", {});
  const Document document = build_document(dom, {});
  std::string text;
  for (const Block& block : document.blocks)
    text += (text.empty() ? "" : "|") + std::string(document.text_of(block));
  return text;
}

} // namespace

TEST_CASE("words that only a stylesheet parts are words", "[document]") {
  const auto [line, expected] = GENERATE(table<const char*, const char*>({
      {"<span class=number>3</span><span class=name>String</span>", "3 String"},
      {"<time>18:40 Uhr</time><span class=author>Lena Ohm</span>", "18:40 Uhr Lena Ohm"},
      {"<span class=by>By <a href='/a'>Ann Lambe</a></span><span>Published May 3</span>",
       "By Ann Lambe Published May 3"},
      {"<span>April</span><time>14 May</time>", "April 14 May"},
      {"<a href='/1'>View attachment 20</a><a href='/2'>View attachment 21</a>",
       "View attachment 20 View attachment 21"},
      {"<span>The quay was shut for a week.</span><span class=credit>Bo Ekdahl</span>",
       "The quay was shut for a week. Bo Ekdahl"},
      {"The quay was shut for a week.<span class=br></span>The boats stayed.",
       "The quay was shut for a week. The boats stayed."},
      {"It was shut for a long week.<em>Harbour Letters</em>",
       "It was shut for a long week. Harbour Letters"},
      {"<b>A night at the weir</b>In June it rained.", "A night at the weir In June it rained."},
  }));
  CHECK(text_of_line(line) == expected);
}

TEST_CASE("parts of one word stay together", "[document]") {
  const auto [line, expected] = GENERATE(table<const char*, const char*>({
      {"<span class=first-letter>T</span><span>he quay</span>", "The quay"},
      {"Java<b>Script</b> and <b>Java</b>Script", "JavaScript and JavaScript"},
      {"the <span>2</span><span>nd</span> of <span>5</span><span>GB</span>", "the 2nd of 5GB"},
      {"H<sub>2</sub>O, an <span>MP</span><span>3</span>", "H2O, an MP3"},
      {"<code><span class=k>get</span><span class=n>Element</span></code>", "getElement"},
      {"<span>www.</span><span>Example</span><span>.org</span>", "www.Example.org"},
      {"<span class=a>under</span><span class=b>water</span>", "underwater"},
      {"<span>No.</span><span>Seven</span>", "No.Seven"},
  }));
  CHECK(text_of_line(line) == expected);
}

TEST_CASE("a button in the middle of a sentence is a word of it", "[document]") {
  CHECK(text_of_line("The harbour, says<button title=note>Ann Lambe,</button> a pilot, is shut.") ==
        "The harbour, says Ann Lambe, a pilot, is shut.");
  CHECK(text_of_line("The harbour is shut.<button>Copy link</button>") ==
        "The harbour is shut.|Copy link");
  CHECK(text_of_line("The harbour is shut.<button>Share</button>It opens in May.") ==
        "The harbour is shut.|Share|It opens in May.");
}
