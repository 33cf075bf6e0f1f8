#include "base/text.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace lectern;

using Tokens = std::vector<std::string>;

TEST_CASE("white space is trimmed and folded, no-break space too") {
  CHECK(trim(" \n\t a b \xC2\xA0\xE3\x80\x80") == "a b");
  CHECK(trim("\xC2\xA0").empty());
  CHECK(trim("").empty());
  CHECK(trim("\xC3\xA9") == "\xC3\xA9");
  CHECK(fold_space("  a \n\t b\xC2\xA0\xC2\xA0"
                   "c ") == "a b c");
  CHECK(fold_space(" \n").empty());
}

TEST_CASE("ASCII is compared without case") {
  CHECK(equals_ignoring_case("Content-TYPE", "content-type"));
  CHECK_FALSE(equals_ignoring_case("a", "ab"));
  CHECK(contains_ignoring_case("xxSUBscribe", "subs"));
  CHECK_FALSE(contains_ignoring_case("sub", "subs"));
  CHECK(contains_ignoring_case("a", ""));
  CHECK(starts_with_ignoring_case("HTTP:", "http"));
  CHECK(ascii_lower("\xC3\x89"
                    "A") ==
        "\xC3\x89"
        "a");
}

TEST_CASE("a text splits at every separator") {
  CHECK(split("a,,b", ',') == std::vector<std::string_view>{"a", "", "b"});
  CHECK(split("", ',') == std::vector<std::string_view>{""});
  CHECK(split("a,", ',') == std::vector<std::string_view>{"a", ""});
}

TEST_CASE("words are what a reader counts") {
  CHECK(tokens_of("It's 5 o'clock, Don\xE2\x80\x99t 'quote'!") ==
        Tokens{"it's", "5", "o'clock", "don\xE2\x80\x99t", "quote"});
  CHECK(tokens_of("\xC3\x89"
                  "COLE-x") == Tokens{"\xC3\xA9"
                                      "cole",
                                      "x"});
  CHECK(tokens_of("--- ... \xE2\x80\x94").empty());
  // Han: each a word; Latin among it is not cut.
  CHECK(tokens_of("\xE4\xB8\xAD\xE6\x96\x87"
                  "abc\xE3\x80\x82") == Tokens{"\xE4\xB8\xAD", "\xE6\x96\x87", "abc"});
  // Thai: a vowel above goes with its consonant.
  CHECK(tokens_of("\xE0\xB8\x81\xE0\xB8\xB1\xE0\xB8\x99") ==
        Tokens{"\xE0\xB8\x81\xE0\xB8\xB1", "\xE0\xB8\x99"});
  // Devanagari: vowel signs are inside words.
  CHECK(count_tokens("\xE0\xA4\xA8\xE0\xA4\xAE\xE0\xA4\xB8\xE0\xA5\x8D\xE0\xA4\xA4\xE0\xA5\x87") ==
        1);
  CHECK(count_tokens("one two  three") == 3);
  CHECK(count_tokens("") == 0);
}
