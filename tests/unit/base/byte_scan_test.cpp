#include "base/byte_scan.hpp"

#include <catch2/catch_test_macros.hpp>
#include <string>

#include "base/byte_set.hpp"
#include "base/name_set.hpp"
#include "base/text.hpp"

using namespace lectern;

// Long enough for whole vectors and a rest.
constexpr std::size_t kLength = 53;

TEST_CASE("a special byte is found at every place") {
  for (std::size_t place = 0; place < kLength; ++place) {
    CAPTURE(place);
    const auto with = [&](char c) {
      std::string text(kLength, 'x');
      text[place] = c;
      return text;
    };
    for (const char c : {'"', '\\', '\n', '\x1F', '\0'})
      CHECK(find_json_special(with(c), 0) == place);
    for (const char c : {'<', '\r', '\0'}) CHECK(find_raw_text_special(with(c), 0) == place);
    for (const char c : {'<', '>', '&', '"'}) CHECK(find_markup_special(with(c), 0) == place);
    for (const char c : {' ', '\x7F', '\xC3', '\xFF'}) {
      CHECK(find_json_special(with(c), 0) == kLength);
      CHECK(find_raw_text_special(with(c), 0) == kLength);
      CHECK(find_markup_special(with(c), 0) == kLength);
    }
    CHECK(find_markup_special(with('<'), place + 1) == kLength);
  }
}

TEST_CASE("a folded run ends before the first space that is not single") {
  const auto plain_end = [](std::string_view text) {
    const auto is_plain = [&](std::size_t i) {
      return i < text.size() && static_cast<signed char>(text[i]) > ' ';
    };
    std::size_t at = 0;
    while (is_plain(at) || (at > 0 && at < text.size() && text[at] == ' ' && is_plain(at + 1)))
      ++at;
    return at;
  };
  std::string text;
  for (std::size_t i = 0; i < kLength; ++i) text += i % 6 == 5 ? ' ' : 'a';
  CHECK(end_of_folded_run(text, 0) == plain_end(text));
  for (std::size_t place = 0; place < kLength; ++place) {
    for (const char c : {' ', '\n', '\xC3', '\x01'}) {
      std::string changed = text;
      changed[place] = c;
      CAPTURE(place, static_cast<int>(c));
      CHECK(end_of_folded_run(changed, 0) == plain_end(changed));
      CHECK(end_of_folded_run(changed.substr(0, place + 1), 0) ==
            plain_end(changed.substr(0, place + 1)));
    }
  }
}

TEST_CASE("sets of bytes and of names hold what they were made of") {
  constexpr ByteSet kMarks("?#");
  CHECK(kMarks.find_in("a?b#c") == 1);
  CHECK(kMarks.find_in("a?b#c", 2) == 3);
  CHECK(kMarks.find_in("abc") == std::string_view::npos);
  CHECK_FALSE(kMarks.has('\xFF'));
  constexpr NameSet kNames("plyr", "video-js", "powa");
  for (const char* name : {"plyr", "video-js", "powa"}) CHECK(kNames.has(name));
  for (const char* name : {"", "p", "play", "plyrs", "video_js", "PLYR"})
    CHECK_FALSE(kNames.has(name));
}
