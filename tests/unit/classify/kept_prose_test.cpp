// Paragraphs that the model takes for calls or furniture, and that their place and words keep.
#include <string>
#include <vector>

#include "html_passes.hpp"

using namespace lectern;
using namespace lectern::test;

namespace {

constexpr float kSure = 0.95F, kUnlikely = 0.25F, kEven = 0.45F;
const std::string kNews =
    "The council voted on Tuesday night to keep the old bridge for another twenty years.";

/// Which blocks of the body stay after `pass`, "." for those that do; those that `dropped` marks
/// with an x or a ? had been dropped by the model before, the latter nearly kept.
std::string kept(const std::string& body, const std::string& dropped, HtmlPass pass) {
  const Verdicts verdicts = verdicts_of_page(body, pass, [&](std::size_t i, const Block& block) {
    const bool stays = dropped.at(i) == '.';
    Verdict verdict;
    verdict.keep = stays ? kSure : dropped.at(i) == '?' ? kEven : kUnlikely;
    verdict.kind = stays ? kind_of_shape(block.shape) : Kind::furniture;
    return verdict;
  });
  REQUIRE(verdicts.size() == dropped.size());
  return marks_of(verdicts);
}

std::string among_news(const std::string& paragraph) {
  return "<p>" + kNews + "</p><p>" + paragraph + "</p><p>" + kNews + "</p>";
}

} // namespace

TEST_CASE("prose that tells of others stays among prose, in the words of offers", "[classify]") {
  CHECK(kept(among_news("Subscribers would have the whole archive and each podcast, the publisher "
                        "said on Monday."),
             ".x.", keep_told_prose) == "...");
  CHECK(kept(among_news("The sign said: \"Subscribe now and win a clock.\" Nobody remembers it."),
             ".x.", keep_told_prose) == "...");
  CHECK(kept(among_news("Get our podcast and the whole archive, as the publisher said you can."),
             ".x.", keep_told_prose) == ".x.");
}

TEST_CASE("what tells of others stays where it stands among the text alone", "[classify]") {
  const std::string told = "The publisher said that subscribers would get the whole archive.";
  CHECK(kept("<p>" + kNews + "</p><div><p>" + told + "</p></div><p>" + kNews + "</p>", ".x.",
             keep_told_prose) == ".x.");
}

TEST_CASE("a paragraph that informs before a call in a link of its own stays", "[classify]") {
  CHECK(kept(among_news("The results are published by the university every Friday. "
                        "<a href=/list>Sign up here to get them.</a>"),
             ".x.", keep_informing_paragraphs) == "...");
  CHECK(kept(among_news("Our newsletter has all of it. <a href=/list>Sign up here.</a>"), ".x.",
             keep_informing_paragraphs) == ".x.");
}

TEST_CASE("the label of a box whose text stays is kept with it", "[classify]") {
  const std::string box =
      "<p>" + kNews +
      "</p><div><p>Warning</p><p>The bridge is slippery when it has rained.</p></div>";
  CHECK(kept(box + "<p>" + kNews + "</p>", ".x..", keep_boxes_among_text) == "....");
  CHECK(kept(box + "<p>" + kNews + "</p>", ".xx.", keep_boxes_among_text) == ".xx.");
}

TEST_CASE("a disclosure among the text is kept or dropped as one", "[classify]") {
  const std::string box = "<p>" + kNews +
                          "</p><details><summary>Who voted?</summary><p>All of the twelve members "
                          "of the council voted that night.</p></details><p>" +
                          kNews + "</p>";
  CHECK(kept(box, ".x..", keep_boxes_among_text) == "....");
  CHECK(kept(box, ".xx.", keep_boxes_among_text) == ".xx.");
}

TEST_CASE("the times of entries are kept where one of them is", "[classify]") {
  const auto entry = [](const std::string& time) {
    return "<div><p><time>" + time + "</time></p><p>" + kNews + "</p></div>";
  };
  CHECK(kept(entry("9.10am") + entry("9.40am"), "..x.", keep_boxes_among_text) == "....");
  CHECK(kept(entry("9.10am") + entry("9.40am"), "x.x.", keep_boxes_among_text) == "x.x.");
  CHECK(kept(entry("9.10am") + entry("9.40am"), "x.?.", keep_boxes_among_text) == "x...");
  CHECK(kept(entry("9.10am") + entry("9.40am"), "?.x.", keep_boxes_among_text) == "x.x.");
}

TEST_CASE("a line among the text with the mark of a note is text", "[classify]") {
  CHECK(kept(among_news("See the register.<sup><a href=#note>1</a></sup>"), ".x.",
             keep_marked_lines) == "...");
  CHECK(kept(among_news("See the <a href=#note>register</a>."), ".x.", keep_marked_lines) == ".x.");
}

TEST_CASE("a heading that is surely the article's may stand over a table alone", "[classify]") {
  const std::string table =
      "<table><tr><th>Year</th><th>Pupils</th></tr><tr><td>1911</td><td>31</td></tr></table>";
  const std::string section = "<p>" + kNews + "</p><h2>Four tin trunks</h2><p>Subscribe.</p>";
  CHECK(kept(section + table + "<p>" + kNews + "</p>", "..xx.", drop_headings_of_dropped_text) ==
        "..xx.");
  CHECK(kept(section + "<h2>Shelves</h2><p>" + kNews + "</p>", "..x..",
             drop_headings_of_dropped_text) == ".xx..");
}

TEST_CASE("a sentence that is one link stays among paragraphs, a teaser does not", "[classify]") {
  const std::string sentence =
      "<a href=\"/2025/11/papers\">A committee had asked for the same papers twice and been told "
      "that they did not exist.</a>";
  CHECK(kept(among_news(sentence), ".x.", keep_among_siblings) == "...");
  CHECK(kept(among_news("<a href=\"/2025/11/papers\">Committee asks in vain for the papers of the "
                        "old bridge, twice</a>"),
             ".x.", keep_among_siblings) == ".x.");
}

TEST_CASE("a teaser between two paragraphs does not part them", "[classify]") {
  CHECK(kept("<p>" + kNews +
                 "</p><p><a href=\"/2025/amsel\">Who is Joris Amsel? A portrait</a></p><p>Her "
                 "deputy signed eleven of the fourteen papers in May.</p><p>" +
                 kNews + "</p>",
             ".xx.", keep_among_siblings) == ".x..");
}

TEST_CASE("a word or two in bold over a paragraph head it, however little they say", "[classify]") {
  CHECK(kept(among_news("<b>The way round</b>"), ".x.", find_bold_headings) == "...");
  CHECK(kept(among_news("<b>Subscribe now</b>"), ".x.", find_bold_headings) == ".x.");
}

TEST_CASE("what heads the notes that the text refers to stays with them", "[classify]") {
  const std::string text =
      "<p>" + kNews + "<sup><a href=#n1>1</a></sup></p><p>" + kNews + "</p><h2>References</h2>";
  const std::string note = "<ol><li id=n1>Averill, Small Ships, 2001.</li></ol>";
  CHECK(kept(text + note, "..xx", keep_referenced_notes) == "....");
  CHECK(kept(text + "<ol><li>Averill, Small Ships, 2001.</li></ol>", "..xx",
             keep_referenced_notes) == "..xx");
}
