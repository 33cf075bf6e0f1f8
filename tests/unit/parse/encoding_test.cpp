#include "parse/encoding.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace lectern;
using namespace std::string_literals;

namespace {

const std::string kBad = "\xEF\xBF\xBD";

std::string html_of(std::string_view bytes, std::string_view label = "") {
  const auto text = decode_page(bytes, true, label);
  return text ? std::string(text->view()) : std::string("error");
}

std::string text_of(std::string_view bytes, std::string_view label = "") {
  const auto text = decode_page(bytes, false, label);
  return text ? std::string(text->view()) : std::string("error");
}

bool fails_with(ExtractError error, std::string_view bytes, std::string_view label = "") {
  const auto text = decode_page(bytes, true, label);
  return !text && text.error() == error;
}

struct Sample {
  const char* label;
  std::string bytes;
  std::string text;
};

const Sample kSamples[] = {
    {"utf-8", "\xC3\xA9", "\xC3\xA9"},
    {"UTF8", "\xC3\xA9", "\xC3\xA9"},
    {" unicode-1-1-utf-8\n", "\xC3\xA9", "\xC3\xA9"},
    {"latin1", "caf\xE9 \x80", "caf\xC3\xA9 \xE2\x82\xAC"},
    {"iso-8859-1", "\x93x\x94", "\xE2\x80\x9Cx\xE2\x80\x9D"},
    {"us-ascii", "\xA3", "\xC2\xA3"},
    {"windows-1252", "\x81", "\xC2\x81"},
    {"iso-8859-2", "\xB1", "\xC4\x85"},
    {"iso-8859-3", "\xA1", "\xC4\xA6"},
    {"iso-8859-4", "\xA2", "\xC4\xB8"},
    {"iso-8859-5", "\xB6", "\xD0\x96"},
    {"iso-8859-6", "\xC8", "\xD8\xA8"},
    {"greek", "\xE1", "\xCE\xB1"},
    {"iso-8859-8", "\xE0", "\xD7\x90"},
    {"logical", "\xE0", "\xD7\x90"},
    {"latin5", "\xFD", "\xC4\xB1"},
    {"iso-8859-10", "\xA1", "\xC4\x84"},
    {"iso-8859-13", "\xA1", "\xE2\x80\x9D"},
    {"iso-8859-14", "\xA1", "\xE1\xB8\x82"},
    {"iso-8859-15", "\xA4", "\xE2\x82\xAC"},
    {"iso-8859-16", "\xA1", "\xC4\x84"},
    {"koi8-r", "\xF0\xD2", "\xD0\x9F\xD1\x80"},
    {"koi8-u", "\xA4", "\xD1\x94"},
    {"ibm866", "\x8F", "\xD0\x9F"},
    {"macintosh", "\x8E", "\xC3\xA9"},
    {"x-mac-cyrillic", "\x80", "\xD0\x90"},
    {"windows-874", "\xA1", "\xE0\xB8\x81"},
    {"windows-1250", "\x9A", "\xC5\xA1"},
    {"windows-1251", "\xCF\xF0", "\xD0\x9F\xD1\x80"},
    {"windows-1253", "\xE1", "\xCE\xB1"},
    {"windows-1254", "\xF0", "\xC4\x9F"},
    {"windows-1255", "\xE0", "\xD7\x90"},
    {"windows-1256", "\xC8", "\xD8\xA8"},
    {"windows-1257", "\xE0", "\xC4\x85"},
    {"windows-1258", "\xFE", "\xE2\x82\xAB"},
    {"x-user-defined", "a\x80", "a\xEF\x9E\x80"},
    {"gbk", "\xD6\xD0\xCE\xC4", "\xE4\xB8\xAD\xE6\x96\x87"},
    {"gb2312", "\xD6\xD0", "\xE4\xB8\xAD"},
    {"gb18030", "\x94\x39\xDA\x33", "\xF0\x9F\x92\xA9"},
    {"big5", "\xA4\xA4\xA4\xE5", "\xE4\xB8\xAD\xE6\x96\x87"},
    {"euc-jp", "\xC6\xFC\xCB\xDC", "\xE6\x97\xA5\xE6\x9C\xAC"},
    {"shift_jis", "\x93\xFA\x96\x7B", "\xE6\x97\xA5\xE6\x9C\xAC"},
    {"iso-2022-jp", "\x1B$BF|K\\\x1B(B.", "\xE6\x97\xA5\xE6\x9C\xAC."},
    {"euc-kr", "\xC7\xD1", "\xED\x95\x9C"},
    {"utf-16le", "a\0\xE9\0"s, "a\xC3\xA9"},
    {"utf-16be", "\0a\0\xE9"s, "a\xC3\xA9"},
    {"utf-16", "\x3D\xD8\x00\xDE"s, "\xF0\x9F\x98\x80"},
    {"iso-2022-kr", "anything", kBad},
};

} // namespace

TEST_CASE("every family of labels decodes") {
  for (const Sample& sample : kSamples) {
    CAPTURE(sample.label);
    CHECK(text_of(sample.bytes, sample.label) == sample.text);
  }
  CHECK(fails_with(ExtractError::unknown_encoding, "a", "klingon"));
  CHECK(fails_with(ExtractError::unknown_encoding, "a", "utf-7"));
  CHECK(fails_with(ExtractError::unknown_encoding, "", " "));
}

TEST_CASE("every ASCII byte is itself in all the web's encodings but UTF-16") {
  std::string ascii;
  for (char c = 0x20; c < 0x7F; ++c) ascii += c;
  for (const Sample& sample : kSamples) {
    const std::string_view label = sample.label;
    if (label.substr(0, 6) == "utf-16" || label == "iso-2022-kr") continue;
    CAPTURE(sample.label);
    CHECK(text_of(ascii, label) == ascii);
  }
}

TEST_CASE("byte order marks decide, and go") {
  CHECK(html_of("\xEF\xBB\xBF<p>\xC3\xA9") == "<p>\xC3\xA9");
  CHECK(html_of("\xFF\xFE<\0p\0>\0\xE9\0"s) == "<p>\xC3\xA9");
  CHECK(html_of("\xFE\xFF\0<\0p\0>\0\xE9"s) == "<p>\xC3\xA9");
  CHECK(text_of("\xFF\xFE\x3D\xD8\x61\x00"s) == kBad + "a");
  CHECK(text_of("\xFF\xFE"
                "a\0b"s) == "a" + kBad);
  CHECK(html_of("\xEF\xBB\xBF<p>\xE9") == "<p>" + kBad);
  CHECK(html_of("\xEF\xBB\xBF<p>\xC3\xA9", "utf-8") == "<p>\xC3\xA9");
  CHECK(html_of("<\0p\0>\0"s) == "<p>");
}

TEST_CASE("a meta element decides where the bytes do not") {
  CHECK(html_of("<meta charset=windows-1251><p>\xCF\xF0") ==
        "<meta charset=windows-1251><p>\xD0\x9F\xD1\x80");
  CHECK(html_of("<META http-equiv='Content-Type' content='text/html; charset=koi8-r'>\xF0\xD2") ==
        "<META http-equiv='Content-Type' content='text/html; charset=koi8-r'>\xD0\x9F\xD1\x80");
  CHECK(html_of("<!-- <meta charset=koi8-r> --><p>\xE9") ==
        "<!-- <meta charset=koi8-r> --><p>\xC3\xA9");
  CHECK(html_of("<meta charset=nonsense>\xE9") == "<meta charset=nonsense>\xC3\xA9");
  CHECK(html_of("<meta charset=utf-16>\xE9") == "<meta charset=utf-16>" + kBad);
  // Beyond 1024 bytes it is too late.
  const std::string late = std::string(1100, ' ') + "<meta charset=koi8-r>";
  CHECK(html_of(late + "\xE9") == late + "\xC3\xA9");
  CHECK(html_of("<meta charset=iso-2022-jp>\x1B$BF|\x1B(B") ==
        "<meta charset=iso-2022-jp>\xE6\x97\xA5");
  // In plain text it says nothing.
  CHECK(text_of("<meta charset=koi8-r>\xE9") == "<meta charset=koi8-r>\xC3\xA9");
}

TEST_CASE("valid UTF-8 is UTF-8, whatever an old meta element says") {
  const std::string page = "<meta charset=iso-8859-1><p>caf\xC3\xA9";
  const auto text = decode_page(page, true, "");
  REQUIRE(text);
  CHECK(text->view() == page);
  CHECK(text->view().data() == page.data()); // no copy
}

TEST_CASE("windows-1252 is the last resort") {
  CHECK(html_of("<p>\x93"
                "caf\xE9\x94") ==
        "<p>\xE2\x80\x9C"
        "caf\xC3\xA9\xE2\x80\x9D");
  CHECK(text_of("caf\xE9") == "caf\xC3\xA9");
}

TEST_CASE("broken sequences become U+FFFD") {
  CHECK(html_of("<meta charset=utf-8>a\xFF"
                "b") == "<meta charset=utf-8>a" + kBad + "b");
  CHECK(text_of("\xC0\x80 \xED\xA0\x80 x", "utf-8") ==
        kBad + kBad + " " + kBad + kBad + kBad + " x");
  CHECK(text_of("a\x81", "shift_jis") == "a" + kBad);
  CHECK(text_of("a\0b text"s) == "a" + kBad + "b text");
  CHECK(text_of("a\0\xE9 text"s) == "a" + kBad + "\xC3\xA9 text");
}

TEST_CASE("white space alone is empty") {
  CHECK(fails_with(ExtractError::empty_input, ""));
  CHECK(fails_with(ExtractError::empty_input, " \n\t\r\n"));
  CHECK(fails_with(ExtractError::empty_input, "\xEF\xBB\xBF"));
  CHECK(fails_with(ExtractError::empty_input, "\xEF\xBB\xBF \xC2\xA0"));
  CHECK(fails_with(ExtractError::empty_input, "\xFF\xFE \0"s));
}

TEST_CASE("files that are no text are told") {
  for (const std::string& bytes :
       {"%PDF-1.7\n%\xE2\xE3"s, "\x89PNG\r\n\x1A\n\0\0"s, "\xFF\xD8\xFF\xE0\0\x10JFIF"s,
        "GIF89a\1\0"s, "PK\3\4\x14\0"s, "\x1F\x8B\x08\0"s,
        "\x7F"
        "ELF\2\1"s,
        "\0asm\1\0\0\0"s,
        "\0\0\0\x20"
        "ftypisom"s,
        "RIFF\1\2\3\4WEBPVP8 "s, "SQLite format 3\0"s}) {
    CAPTURE(bytes);
    CHECK(fails_with(ExtractError::not_text, bytes));
  }
  std::string noise;
  for (int i = 0; i < 5000; ++i) noise += static_cast<char>((i * 7919 + i / 13) & 0xFF);
  CHECK(fails_with(ExtractError::not_text, noise));
  CHECK(fails_with(ExtractError::not_text, std::string(100, '\0')));
  CHECK_FALSE(fails_with(ExtractError::not_text, "PK is a footballer"));
  CHECK_FALSE(fails_with(ExtractError::not_text,
                         "<p>a\0b\0c\0d\0</p> and more text after that, and more, and more"s));
}

TEST_CASE("long pages decode whole") {
  std::string bytes, expected;
  for (int i = 0; i < 100'000; ++i) {
    bytes +=
        "\x93\xFA"
        "a";
    expected +=
        "\xE6\x97\xA5"
        "a";
  }
  CHECK(text_of(bytes, "shift_jis") == expected);
  CHECK(text_of(std::string(300'000, '\xE9'), "latin1").size() == 600'000);
}
