#include "base/utf8.hpp"

#include <catch2/catch_test_macros.hpp>

#include "base/unicode_tables.hpp"

using namespace lectern;

namespace {

const std::string kBad = "\xEF\xBF\xBD";

/// What is invalid, and how many U+FFFD the Encoding Standard makes of it.
struct Invalid {
  std::string bytes;
  int replacements;
};

const Invalid kInvalid[] = {
    {"\x80", 1},
    {"\xBF", 1},
    {"\xC0\x80", 2},
    {"\xC1\xBF", 2},
    {"\xC2", 1},
    {"\xE0\x80\x80", 3},
    {"\xE0\x9F\xBF", 3},
    {"\xE1\x80", 1},
    {"\xED\xA0\x80", 3},
    {"\xED\xBF\xBF", 3},
    {"\xF0\x80\x80\x80", 4},
    {"\xF0\x8F\xBF\xBF", 4},
    {"\xF0\x9F\x98", 1},
    {"\xF4\x90\x80\x80", 4},
    {"\xF5\x80\x80\x80", 4},
    {"\xFE", 1},
    {"\xFF", 1},
    {"\xE2\x82\xC2", 2},
    {"\xF1\x80\xE1\x80\xC2", 3},
};

} // namespace

TEST_CASE("valid UTF-8 is known at every place of a block") {
  const std::string samples[] = {"\xC3\xA9", "\xE2\x82\xAC", "\xF0\x9F\x98\x80", kBad,
                                 std::string("\0", 1)};
  for (const std::string& sample : samples) {
    for (std::size_t before = 0; before < 40; ++before) {
      REQUIRE(is_valid_utf8(std::string(before, 'a') + sample + std::string(33, 'b') + sample));
    }
  }
  CHECK(is_valid_utf8(""));
}

TEST_CASE("invalid UTF-8 is known and replaced by its maximal parts") {
  for (const Invalid& sample : kInvalid) {
    std::string expected;
    for (int i = 0; i < sample.replacements; ++i) expected += kBad;
    for (std::size_t before : {0, 1, 7, 15, 16, 31}) {
      const std::string ascii(before, 'a');
      REQUIRE_FALSE(is_valid_utf8(ascii + sample.bytes));
      REQUIRE_FALSE(is_valid_utf8(ascii + sample.bytes + "x"));
      REQUIRE(to_valid_utf8(ascii + sample.bytes + "x\xC3\xA9") == ascii + expected + "x\xC3\xA9");
    }
  }
}

TEST_CASE("NUL is valid and yet replaced") {
  CHECK(to_valid_utf8(std::string_view("a\0b\0", 4)) == "a" + kBad + "b" + kBad);
  CHECK(to_valid_utf8(kBad + "x") == kBad + "x");
}

TEST_CASE("code points are read and written alike") {
  for (char32_t c : {U'\0', U'a', char32_t{0x7F}, char32_t{0x80}, char32_t{0x7FF}, char32_t{0x800},
                     char32_t{0xD7FF}, char32_t{0xE000}, char32_t{0xFFFF}, char32_t{0x10000},
                     char32_t{0x10FFFF}}) {
    std::string text;
    append_utf8(text, c);
    std::size_t at = 0;
    CHECK(next_code_point(text, at) == c);
    CHECK(at == text.size());
  }
  for (char32_t c :
       {char32_t{0xD800}, char32_t{0xDFFF}, char32_t{0x110000}, char32_t{0xFFFFFFFF}}) {
    std::string text;
    append_utf8(text, c);
    CHECK(text == kBad);
  }
}

TEST_CASE("every code point is read as it was written, and nothing of a byte sequence cut short") {
  bool are_alike = true, are_refused = true;
  for (char32_t c = 0x80; c <= 0x10FFFF; ++c) {
    if (c >= 0xD800 && c <= 0xDFFF) continue;
    std::string text;
    append_utf8(text, c);
    std::size_t at = 0;
    are_alike = are_alike && next_code_point(text + "x", at) == c && at == text.size();
    text.pop_back();
    at = 0;
    are_refused = are_refused && next_code_point(text, at) == 0xFFFD && at == text.size();
    are_refused = are_refused && !is_valid_utf8(text + "x");
  }
  CHECK(are_alike);
  CHECK(are_refused);
}

TEST_CASE("an invalid sequence is read as often as it is replaced") {
  for (const Invalid& sample : kInvalid) {
    const std::string text = sample.bytes + "x";
    std::size_t at = 0;
    int replacements = 0;
    while (next_code_point(text, at) == 0xFFFD) ++replacements;
    CHECK(replacements == sample.replacements);
    CHECK(at == text.size());
  }
}

TEST_CASE("characters have their classes") {
  for (char32_t c : {U'a', U'Z', char32_t{0xE9}, char32_t{0x3B1}, char32_t{0x416}, char32_t{0x5D0},
                     char32_t{0x628}, char32_t{0x905}, char32_t{0x93E}, char32_t{0x4E00},
                     char32_t{0xAC00}, char32_t{0x2A6D6}}) {
    CHECK(is_letter(c));
  }
  for (char32_t c :
       {U'1', U' ', U'-', char32_t{0xD7}, char32_t{0xF7}, char32_t{0x2019}, char32_t{0x3001},
        char32_t{0x1F600}, char32_t{0x10FFFF}, char32_t{0xFFFFFFFF}}) {
    CHECK_FALSE(is_letter(c));
  }
  CHECK(is_digit(U'7'));
  CHECK(is_digit(char32_t{0x663}));
  CHECK_FALSE(is_digit(char32_t{0xB2}));
  CHECK(is_upper(char32_t{0xC9}));
  CHECK(is_upper(char32_t{0x416}));
  CHECK_FALSE(is_upper(char32_t{0x436}));
  CHECK_FALSE(is_upper(char32_t{0x4E00}));
  CHECK(is_space(char32_t{0xA0}));
  CHECK(is_space(char32_t{0x3000}));
  CHECK_FALSE(is_space(char32_t{0x200B}));
  CHECK(is_unspaced(char32_t{0x4E00}));
  CHECK(is_unspaced(char32_t{0xE01}));
  CHECK_FALSE(is_unspaced(char32_t{0x3002}));
  CHECK_FALSE(is_unspaced(U'a'));
  CHECK(is_cjk(char32_t{0xFF01}));
  CHECK(is_right_to_left(char32_t{0x5D0}));
  CHECK(is_right_to_left(char32_t{0x627}));
  CHECK_FALSE(is_right_to_left(U'a'));
}

TEST_CASE("lower case in the scripts that have it") {
  CHECK(to_lower("ABC \xC3\x89\xC3\x9C \xCE\xA9 \xD0\x96\xD0\x81 \xD4\xB1") ==
        "abc \xC3\xA9\xC3\xBC \xCF\x89 \xD0\xB6\xD1\x91 \xD5\xA1");
  CHECK(to_lower(char32_t{0x178}) == 0xFF);
  CHECK(to_lower(char32_t{0x100}) == 0x101);
  CHECK(to_lower(char32_t{0x101}) == 0x101);
  CHECK(to_lower(char32_t{0x1E9E}) == 0xDF);
  CHECK(to_lower(char32_t{0x4E00}) == 0x4E00);
}

TEST_CASE("lower case is what the table of ranges says, of every character") {
  bool is_so = true;
  for (char32_t c = 0x80; c <= 0x11000; ++c) {
    char32_t expected = c;
    for (const unicode_tables::LowerRange& range : unicode_tables::kLowerRanges) {
      if (c < range.first || c > range.last) continue;
      if ((c - range.first) % static_cast<char32_t>(range.stride) == 0)
        expected = static_cast<char32_t>(static_cast<std::int32_t>(c) + range.delta);
    }
    is_so = is_so && to_lower(c) == expected;
  }
  CHECK(is_so);
  CHECK(to_lower(char32_t{0x10FFFF}) == 0x10FFFF);
}
