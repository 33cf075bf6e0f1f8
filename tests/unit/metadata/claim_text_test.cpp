#include "metadata/claim_text.hpp"

#include <catch2/catch_test_macros.hpp>
#include <string>

#include "base/utf8.hpp"

using namespace lectern;

TEST_CASE("white space of every kind is one space in a claim, and what is invisible is none",
          "[metadata]") {
  CHECK(claim_text(" \n a \t b\r\n") == "a b");
  CHECK(claim_text("a\xC2\xA0 \xE2\x80\x83\xE3\x80\x80 b") == "a b");
  CHECK(claim_text("sh\xC2\xADy \xE2\x80\x8Bzero\xEF\xBB\xBF\xE2\x81\xA0") == "shy zero");
  CHECK(claim_text("\xC2\x85\xE1\x9A\x80") == "");
  // Characters that begin with the same bytes as those stay.
  CHECK(claim_text("\xC2\xA9 \xE2\x80\x99 \xE3\x81\x82 \xEF\xBC\x9A \xE1\x80\x80") ==
        "\xC2\xA9 \xE2\x80\x99 \xE3\x81\x82 \xEF\xBC\x9A \xE1\x80\x80");
}

TEST_CASE("every character is in a claim as it was, or white space, or left out", "[metadata]") {
  std::string wrong;
  for (char32_t c = 0x80; c < 0x11000; ++c) {
    if (c >= 0xD800 && c <= 0xDFFF) continue;
    std::string character;
    append_utf8(character, c);
    const bool is_left_out = c == 0xAD || c == 0x200B || c == 0x2060 || c == 0xFEFF;
    const std::string expected = is_space(c) ? "a b" : is_left_out ? "ab" : "a" + character + "b";
    if (claim_text("a" + character + "b") != expected) wrong += character + " ";
  }
  CHECK(wrong == "");
}

TEST_CASE("character references in a claim are read twice, other ampersands stay", "[metadata]") {
  CHECK(claim_text("AT&T &amp; R&amp;amp;B &") == "AT&T & R&B &");
  CHECK(claim_text("&quot;a&#39;&#x2019;&unknown;") == "\"a'\xE2\x80\x99&unknown;");
  CHECK(claim_text("a<br>b<i>c</i> &lt;p&gt;d") == "a bc d");
}
