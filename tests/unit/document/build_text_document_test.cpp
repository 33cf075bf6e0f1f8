#include "document/build_text_document.hpp"

#include <catch2/catch_test_macros.hpp>
#include <string>
#include <vector>

#include "base/utf8.hpp"

using namespace lectern;

namespace {

std::vector<std::string> texts_of(const Document& document) {
  std::vector<std::string> texts;
  for (const Block& block : document.blocks) texts.emplace_back(document.text_of(block));
  return texts;
}

std::vector<std::string> texts_of(std::string_view text) {
  return texts_of(build_text_document(text));
}

std::vector<Shape> shapes_of(std::string_view text) {
  std::vector<Shape> shapes;
  for (const Block& block : build_text_document(text).blocks) shapes.push_back(block.shape);
  return shapes;
}

using Texts = std::vector<std::string>;

} // namespace

TEST_CASE("nothing gives no block", "[document]") {
  CHECK(build_text_document("").blocks.empty());
  CHECK(build_text_document("\n\r\n \t \n\xC2\xA0\n").blocks.empty());
  CHECK_FALSE(build_text_document("").is_partial);
}

TEST_CASE("a blank line parts blocks, and blank lines are counted", "[document]") {
  const Document document = build_text_document("The vote\n\nThe council met.\n\n\n\nIt voted.");
  REQUIRE(texts_of(document) == Texts{"The vote", "The council met.", "It voted."});
  CHECK(document.blocks[0].lines_before == 0);
  CHECK(document.blocks[1].lines_before == 1);
  CHECK(document.blocks[2].lines_before == 3);
  CHECK(document.blocks[1].node == kNoNode);
}

TEST_CASE("lines of page text are blocks of their own", "[document]") {
  CHECK(texts_of("Home\nPolitics\nSport\nThe bridge is open\nBy Ada Holm\n\nThe bridge opened on "
                 "Monday after two years.") ==
        Texts{"Home", "Politics", "Sport", "The bridge is open", "By Ada Holm",
              "The bridge opened on Monday after two years."});
  CHECK(texts_of("Photo: Jan Moor/Nordbild\nElin Strand") ==
        Texts{"Photo: Jan Moor/Nordbild", "Elin Strand"});
}

TEST_CASE("a line that plainly goes on joins the one above", "[document]") {
  CHECK(texts_of("14 days for nothing, then 3.50\na month.") ==
        Texts{"14 days for nothing, then 3.50 a month."});
  CHECK(texts_of("Sign up for our weekly letter on gardens,\nbirds and weather.") ==
        Texts{"Sign up for our weekly letter on gardens, birds and weather."});
  // A menu in lower case is no sentence.
  CHECK(texts_of("home\nabout us\nall our products\ncontact\nshop\nblog\njobs") ==
        Texts{"home", "about us", "all our products", "contact", "shop", "blog", "jobs"});
  CHECK(texts_of("The sentence of the day is over.\nlower case starts anew") ==
        Texts{"The sentence of the day is over.", "lower case starts anew"});
}

TEST_CASE("hard-wrapped text becomes paragraphs again", "[document]") {
  const std::string text =
      "The harbour of Vik was closed on Tuesday after a storm had\n"
      "torn two of its cranes from their foundations. Nobody was\n"
      "hurt, but the damage will take months to mend, the harbour\n"
      "master said.\n"
      "\n"
      "Ships are sent to the neighbouring ports of Sund and Holm,\n"
      "which have little room to spare. A ferry that carries most\n"
      "of the goods for the islands will sail twice a day from\n"
      "Thursday on.\n";
  const Texts expected = {
      "The harbour of Vik was closed on Tuesday after a storm had torn two of its cranes from "
      "their foundations. "
      "Nobody was hurt, but the damage will take months to mend, the harbour master said.",
      "Ships are sent to the neighbouring ports of Sund and Holm, which have little room to spare. "
      "A ferry that carries "
      "most of the goods for the islands will sail twice a day from Thursday on."};
  CHECK(texts_of(text) == expected);

  SECTION("with Windows line ends") {
    std::string windows;
    for (const char c : text) {
      if (c == '\n') windows += '\r';
      windows += c;
    }
    CHECK(texts_of(windows) == expected);
  }
  SECTION("with old Macintosh line ends") {
    std::string mac = text;
    for (char& c : mac) {
      if (c == '\n') c = '\r';
    }
    CHECK(texts_of(mac) == expected);
  }
  SECTION("set in by four spaces") {
    std::string set_in = "    ";
    for (const char c : text) {
      set_in += c;
      if (c == '\n') set_in += "    ";
    }
    CHECK(texts_of(set_in) == expected);
  }
}

TEST_CASE("wrapped paragraphs without blank lines part where a line is short or indented",
          "[document]") {
  CHECK(texts_of("  The mill stood empty for thirty years before the\n"
                 "village bought it for the price of a used car and\n"
                 "began, slowly, to mend the roof and the great wheel.\n"
                 "  Today it grinds again. Bakers come from far to buy\n"
                 "the flour, and on Sundays there is a queue that goes\n"
                 "all the way down to the river and over the bridge.\n") ==
        Texts{"The mill stood empty for thirty years before the village bought it for the price of "
              "a used car and began, "
              "slowly, to mend the roof and the great wheel.",
              "Today it grinds again. Bakers come from far to buy the flour, and on Sundays there "
              "is a queue that goes all "
              "the way down to the river and over the bridge."});
}

TEST_CASE("a hyphen of the wrapping goes, a hyphen of the word stays", "[document]") {
  const std::string text =
      "The regional parliament refused on Friday to give the govern-\n"
      "ment the powers it had asked for. A spokesman of the well-\n"
      "known minister said that the government would try again with\n"
      "a well-known argument, and that he was sure of the Anglo-\n"
      "Saxon members, who had voted for it in the spring already.\n";
  CHECK(texts_of(text) ==
        Texts{"The regional parliament refused on Friday to give the government the powers it had "
              "asked for. A spokesman of "
              "the well-known minister said that the government would try again with a well-known "
              "argument, and that he was "
              "sure of the Anglo-Saxon members, who had voted for it in the spring already."});
}

TEST_CASE("Chinese and Japanese lines join without a space, Korean ones with one", "[document]") {
  const std::string chinese =
      "\u5E02\u8BAE\u4F1A\u5468\u4E09\u665A\u95F4\u901A\u8FC7\u4E86\u65B0\u7684\u516C\u5171\u4EA4"
      "\u901A\u9884\u7B97\u6848\n"
      "\u8BA1\u5212\u5728\u4E09\u5E74\u5185\u65B0\u589E\u516B\u6761\u516C\u4EA4\u7EBF\u8DEF\u5E76"
      "\u66F4\u65B0\u8F66\u8F86\n"
      "\u53CD\u5BF9\u515A\u8BAE\u5458\u8BA4\u4E3A\u8FD9\u9879\u8BA1\u5212\u6CA1\u6709\u8003\u8651"
      "\u90CA\u533A\u5C45\u6C11\n"
      "\u7684\u5B9E\u9645\u9700\u8981\u5E76\u8981\u6C42\u5E02\u957F\u91CD\u65B0\u63D0\u4EA4\u4E00"
      "\u4EFD\u8BE6\u7EC6\u62A5\n"
      "\u544A\u3002\n";
  const Texts texts = texts_of(chinese);
  REQUIRE(texts.size() == 1);
  CHECK(texts[0].find(' ') == std::string::npos);
  CHECK(texts[0].find("\u9884\u7B97\u6848\u8BA1\u5212") != std::string::npos);

  const Texts korean = texts_of(
      "\uC2DC\uC758\uD68C\uB294 \uC218\uC694\uC77C \uBC24 \uC0C8\uB85C\uC6B4 \uAD50\uD1B5 "
      "\uC608\uC0B0\uC548\uC744\n"
      "\uD1B5\uACFC\uC2DC\uCF30\uB2E4 \uC55E\uC73C\uB85C \uC0BC \uB144 \uB3D9\uC548 \uC5EC\uB35F "
      "\uAC1C \uB178\uC120\uC774\n"
      "\uC0C8\uB85C \uC0DD\uAE30\uACE0 \uB0A1\uC740 \uBC84\uC2A4\uB294 \uBAA8\uB450 "
      "\uBC14\uB010\uB2E4\uACE0 \uC2DC\uC7A5\uC774\n"
      "\uBC1D\uD614\uB2E4 \uC57C\uB2F9 \uC758\uC6D0\uB4E4\uC740 \uACC4\uD68D\uC774 "
      "\uBD80\uC871\uD558\uB2E4\uACE0 \uBCF4\uACE0\n"
      "\uBC18\uB300\uD588\uB2E4\n");
  REQUIRE(korean.size() == 1);
  CHECK(korean[0].find("\uC608\uC0B0\uC548\uC744 \uD1B5\uACFC\uC2DC\uCF30\uB2E4") !=
        std::string::npos);
}

TEST_CASE("paragraphs of Chinese, Japanese and Arabic page text stay apart", "[document]") {
  CHECK(
      texts_of(
          "\u5E02\u8BAE\u4F1A\u901A\u8FC7\u9884\u7B97\u3002\n\u53CD\u5BF9\u515A\u4E0D\u6EE1\u3002")
          .size() == 2);
  CHECK(texts_of("\u3000\u3000\u5E02\u8BAE\u4F1A\u901A\u8FC7\u9884\u7B97") ==
        Texts{"\u5E02\u8BAE\u4F1A\u901A\u8FC7\u9884\u7B97"});
  CHECK(texts_of("\u0627\u0644\u0645\u062C\u0644\u0633 \u064A\u0642\u0631\n\u0643\u062A\u0628: "
                 "\u0633\u0627\u0645\u064A") ==
        Texts{"\u0627\u0644\u0645\u062C\u0644\u0633 \u064A\u0642\u0631",
              "\u0643\u062A\u0628: \u0633\u0627\u0645\u064A"});
}

TEST_CASE("lists are told by their signs", "[document]") {
  const Document bullets =
      build_text_document("Bring along:\n\u2022 warm clothes\n\u2022 a lamp\n\u2022 bread");
  REQUIRE(texts_of(bullets) == Texts{"Bring along:", "warm clothes", "a lamp", "bread"});
  CHECK(bullets.blocks[0].shape == Shape::paragraph);
  for (std::size_t i = 1; i < 4; ++i) CHECK(bullets.blocks[i].shape == Shape::list_item);

  const Document numbers = build_text_document("1. Boil the water.\n2. Add the salt.\n3) Wait.");
  REQUIRE(texts_of(numbers) == Texts{"Boil the water.", "Add the salt.", "Wait."});
  CHECK(numbers.blocks[2].shape == Shape::list_item);
  CHECK(numbers.blocks[2].list_number == 3);

  const auto dashes = shapes_of("- one thing\n- another thing");
  CHECK(dashes == std::vector<Shape>{Shape::list_item, Shape::list_item});
}

TEST_CASE("a sign alone makes no list", "[document]") {
  CHECK(texts_of("* The name was changed.") == Texts{"* The name was changed."});
  CHECK(texts_of("1. CAMERA ONE\n\nIt is small.\n\n2. CAMERA TWO\n\nIt is large.")[0] ==
        "1. CAMERA ONE");
  CHECK(texts_of("\u2022\n5 min read") == Texts{"\u2022", "5 min read"});
  CHECK(texts_of("- 7 degrees were measured.") == Texts{"- 7 degrees were measured."});
  // Speech.
  CHECK(shapes_of("\u2013 Nie wiem \u2013 odpar\u0142 burmistrz.\n\n\u2013 A kto wie? \u2013 "
                  "pyta\u0142a radna.") == std::vector<Shape>{Shape::paragraph, Shape::paragraph});
}

TEST_CASE("a wrapped list keeps its items whole", "[document]") {
  CHECK(texts_of("The report names three causes for the fire that burned\n"
                 "down the old theatre in the spring of the last year:\n"
                 "* a cable that had been laid without any protection by\n"
                 "  a firm that no longer exists;\n"
                 "* an alarm that was out of order, as the caretaker had\n"
                 "  told the owners several times;\n"
                 "* a door that could not be opened from the inside, as\n"
                 "  the law has asked for since the year after the war.\n") ==
        Texts{"The report names three causes for the fire that burned down the old theatre in the "
              "spring of the last year:",
              "a cable that had been laid without any protection by a firm that no longer exists;",
              "an alarm that was out of order, as the caretaker had told the owners several times;",
              "a door that could not be opened from the inside, as the law has asked for since the "
              "year after the war."});
}

TEST_CASE("quoted mail is a quote without its signs", "[document]") {
  const Document mail = build_text_document(
      "Dear all,\n\n> shall we meet on\n> Monday at ten?\n>\n> I bring cake.\n\nYes.");
  REQUIRE(texts_of(mail) ==
          Texts{"Dear all,", "shall we meet on Monday at ten?", "I bring cake.", "Yes."});
  CHECK(mail.blocks[1].shape == Shape::quote);
  CHECK(mail.blocks[2].shape == Shape::quote);
  CHECK(mail.blocks[3].shape == Shape::paragraph);
  CHECK(shapes_of("> Blog > Tools") == std::vector<Shape>{Shape::paragraph});
}

TEST_CASE("Markdown headings, rules and fenced code have their shape", "[document]") {
  const Document document = build_text_document(
      "# The garden\n\nSoil first.\n\n## Seeds\n\n---\n\n```\nif wet:\n    "
      "wait()\n\nsow()\n```\n\nThe end\n=======\n#hashtag");
  REQUIRE(texts_of(document) == Texts{"The garden", "Soil first.", "Seeds", "",
                                      "if wet:\n    wait()\n\nsow()", "The end", "#hashtag"});
  CHECK(document.blocks[0].shape == Shape::heading);
  CHECK(document.blocks[0].heading_level == 1);
  CHECK(document.blocks[2].heading_level == 2);
  CHECK(document.blocks[3].shape == Shape::divider);
  CHECK(document.blocks[4].shape == Shape::code);
  CHECK(document.blocks[5].shape == Shape::heading);
  CHECK(document.blocks[6].shape == Shape::paragraph);
  // A fence that is never closed is a line like any other.
  CHECK(texts_of("```\nleft open\n\nand on").size() == 3);
}

TEST_CASE("cells between bars over and under a rule are a table, as Markdown has them",
          "[document]") {
  const Document table = build_text_document(
      "Where the boats went:\n| Year | Boats |\n|:-----|------:|\n| 2024 | 41 |\n"
      "| a \\| b |  |\n\nNobody was surprised.");
  REQUIRE(texts_of(table) == Texts{"Where the boats went:", "Year\tBoats\n2024\t41\na | b\t",
                                   "Nobody was surprised."});
  CHECK(table.blocks[1].shape == Shape::table);
  CHECK(texts_of("Year | Boats\n---- | -----\n2024 | 41\nSo it went.") ==
        Texts{"Year\tBoats\n2024\t41", "So it went."});
  // A menu has no rule, and a rule of another number of cells is none.
  CHECK(texts_of("Home | News | Sport\nToday | Yesterday") ==
        Texts{"Home | News | Sport", "Today | Yesterday"});
  CHECK(texts_of("Home | News | Sport\n--- | ---\nToday | Yesterday").size() >= 2);
  CHECK(shapes_of("Home | News | Sport\n--- | ---\nToday | Yesterday").front() != Shape::table);
}

TEST_CASE("rows of tabbed cells are a table, a layout is not", "[document]") {
  const Document table = build_text_document(
      "Results\n\nTown\tVotes\tShare\nVik\t1,204\t 51 %\nSund\t988\t42 %\n\nAll counted.");
  REQUIRE(texts_of(table) == Texts{"Results",
                                   "Town\tVotes\tShare\nVik\t1,204\t51 %\nSund\t988\t42 %",
                                   "All counted."});
  CHECK(table.blocks[1].shape == Shape::table);

  const std::string prose =
      "The council has decided to keep the swimming pool open through the winter, whatever the "
      "price of gas may be by then.";
  CHECK(texts_of("Menu\t" + prose) == Texts{"Menu", prose});
  CHECK(texts_of("Phone:\t12 34 56") == Texts{"Phone: 12 34 56"});
}

TEST_CASE("a page break inside a sentence does not part it", "[document]") {
  const std::string text =
      "The inquiry into the collapse of the hall has heard over\n"
      "ninety witnesses since it began. None of them could say\n"
      "\fwho had ordered the cheaper steel, though many had seen\n"
      "the bills, and some had even signed them without asking.\n"
      "\fChapter two\n";
  CHECK(texts_of(text) == Texts{"The inquiry into the collapse of the hall has heard over ninety "
                                "witnesses since it began. None of them could "
                                "say who had ordered the cheaper steel, though many had seen the "
                                "bills, and some had even signed them without "
                                "asking.",
                                "Chapter two"});
}

TEST_CASE("white space is folded and invisible characters go", "[document]") {
  CHECK(texts_of("  a\xC2\xA0\xC2\xA0 b\u2003c\u200B\uFEFF d\x01  ") == Texts{"a b c d"});
  CHECK(texts_of("\uFEFFFirst") == Texts{"First"});
  // The joiners of Persian and the Indic scripts are letters' business.
  CHECK(texts_of("\u0645\u06CC\u200C\u062E\u0648\u0627\u0647\u0645") ==
        Texts{"\u0645\u06CC\u200C\u062E\u0648\u0627\u0647\u0645"});
}

TEST_CASE("anything gives blocks of valid text", "[document]") {
  std::string bytes;
  unsigned state = 12345;
  for (int i = 0; i < 20000; ++i) {
    state = state * 1103515245u + 12345u;
    bytes += static_cast<char>((state >> 16) & 0xFF);
    if (i % 37 == 0) bytes += "\n- 1. > ```\n";
  }
  const Document document = build_text_document(bytes);
  CHECK_FALSE(document.blocks.empty());
  std::size_t end = 0;
  for (const Block& block : document.blocks) {
    REQUIRE(is_valid_utf8(document.text_of(block)));
    REQUIRE(block.text_begin >= end);
    end = block.text_begin + block.text_length;
  }
  CHECK(end <= document.text.size());
}

TEST_CASE("a text of too many lines is cut and says so", "[document]") {
  std::string lines;
  for (int i = 0; i < 500'000; ++i) lines += "a\n\n";
  const Document document = build_text_document(lines, 400'000);
  CHECK(document.is_partial);
  CHECK(document.blocks.size() == 400'000);

  // Also where the limit is met in a run of lines that the text ends with.
  const Document run = build_text_document("One.\nTwo.\nThree.\nFour.", 2);
  CHECK(run.is_partial);
  CHECK(run.blocks.size() == 2);

  const Document one_line = build_text_document(std::string(3'000'000, 'x'));
  CHECK(one_line.blocks.size() == 1);
  CHECK_FALSE(one_line.is_partial);
}

TEST_CASE("the fields of a mail become a header", "[document]") {
  const Document document = build_text_document(
      "Received: from a\r\n\tby b; Mon\r\nFrom: \"Ann Lee\" <ann@site.example>\r\nTo: Bo\r\n"
      "Subject: The ferry\r\n waits\r\nDate: Tue, 3 Feb 2026\r\n\r\nHello.");
  CHECK(texts_of(document) ==
        Texts{"Ann Lee", "To: Bo", "The ferry waits", "Tue, 3 Feb 2026", "Hello."});
  CHECK(document.blocks[2].shape == Shape::heading);
  CHECK(document.blocks[4].lines_before > 0);
  // Labels at the top of an interview or of a form are no mail.
  const Texts interview = {"Subject: Bees", "From: the garden", "Two years ago it began."};
  CHECK(texts_of("Subject: Bees\nFrom: the garden\nTwo years ago it began.") == interview);
}

TEST_CASE("headlines of one length in a row are no wrapped paragraph", "[document]") {
  // The paragraphs above and below keep the page from being a wrapped one.
  const std::string paragraph =
      "The ferry did not sail on Monday, and the harbour master says that it will not sail on any "
      "other Monday of this winter, whatever the weather, the season, the mainland or the "
      "islanders "
      "may have to say about it.";
  const Document document =
      build_text_document(paragraph + "\n\n" +
                              "Nine Goats and What They Mean for the Only Policeman\n"
                              "Bread by Boat: A Bakery on the Mainland Bakes for Two\n"
                              "Who Pays for the Ferry That Does Not Sail on Mondays?\n"
                              "School With Two Pupils Looks for a Third on Mainland\n"
                              "Harbour Master Counts the Boats That Are Left Behind\n\n" +
                              paragraph + "\n",
                          100);
  CHECK(document.blocks.size() == 7);
}

TEST_CASE("a wrapped paragraph on a page of whole ones is put together", "[document]") {
  const std::string paragraph =
      "The ferry did not sail on Monday, and the harbour master says that it will not sail on any "
      "other Monday of this winter, whatever the weather, the season, the mainland or the "
      "islanders "
      "may have to say about it.";
  const Document document =
      build_text_document(paragraph + "\n\n" +
                              "Nine goats belong to nobody, and so the only policeman\n"
                              "of the island has to see to them before he may see to\n"
                              "Mrs Havering, who has rung him up once more because of\n"
                              "the boat that she can hear from the mainland at night\n"
                              "and that nobody else has ever heard.\n\n" +
                              paragraph + "\n",
                          100);
  CHECK(document.blocks.size() == 3);
}
