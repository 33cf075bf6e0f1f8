#include "render/json_input.hpp"

#include <catch2/catch_test_macros.hpp>
#include <nlohmann/json.hpp>
#include <string>

using namespace lectern;

namespace {

using Json = nlohmann::json;

bool is_same(JsonView own, const Json& other) {
  switch (other.type()) {
    case Json::value_t::object: {
      if (!own.is(JsonType::object)) return false;
      for (const auto& [name, value] : other.items())
        if (!is_same(own.member(name), value)) return false;
      return true;
    }
    case Json::value_t::array: {
      const std::vector<JsonView> items = own.items();
      if (!own.is(JsonType::array) || items.size() != other.size()) return false;
      for (std::size_t i = 0; i < items.size(); ++i)
        if (!is_same(items[i], other[i])) return false;
      return true;
    }
    case Json::value_t::string:
      return own.is(JsonType::string) && own.string() == other.get<std::string>();
    case Json::value_t::boolean:
      return own.is(JsonType::boolean) && own.boolean() == other.get<bool>();
    case Json::value_t::null:
      return own.is(JsonType::null);
    default:
      return own.is(JsonType::number) && own.number() == other.get<double>();
  }
}

} // namespace

TEST_CASE("JSON is read as another reader reads it", "[render]") {
  for (const std::string text :
       {R"({"a": 1, "b": [true, false, null], "c": {"d": "e", "f": {}}, "g": []})",
        R"([[[[]]], {}, [{}, {"a": [1, [2, 3], 4]}, 5], "x"])", " \t\r\n [ 1 , 2 ] \n",
        R"({"a": 1, "a": 2, "\u0061": 3})",
        R"(["\"\\\/\b\f\n\r\t", "\u00e4\u20AC\uD83D\ude00", "\u0000", "\\u0041"])",
        R"([0, -0, 10, -7, 0.5, -12.25, 1e3, 1E+2, 25e-1, 0.9375, 123456789012345, 0.0001])",
        R"([1e22, 1e-22, 4.35, 0.1, 1e-400, 9007199254740993])", "\"\xC3\xA4 \xF0\x9F\x98\x80\"",
        "\xEF\xBB\xBF[]", "17", "true", "\"\""}) {
    CAPTURE(text);
    const auto input = JsonInput::read(text);
    REQUIRE(input);
    CHECK(is_same(input->root(), Json::parse(text)));
  }
}

TEST_CASE("what is no JSON is refused", "[render]") {
  for (const std::string text : {"",
                                 " ",
                                 "{",
                                 "}",
                                 "[",
                                 "]",
                                 "[1,]",
                                 "[,1]",
                                 "[1 2]",
                                 "{\"a\"}",
                                 "{\"a\":}",
                                 "{\"a\":1,}",
                                 "{a: 1}",
                                 "{'a': 1}",
                                 "{1: 2}",
                                 "[1}",
                                 "{\"a\": 1]",
                                 "[] []",
                                 "[]]",
                                 "nul",
                                 "True",
                                 "NaN",
                                 "Infinity",
                                 "01",
                                 "-",
                                 "+1",
                                 "1.",
                                 ".5",
                                 "1e",
                                 "1e+",
                                 "0x10",
                                 "1e999",
                                 "-1e999",
                                 "\"",
                                 "\"a",
                                 "\"\\\"",
                                 "\"\\x\"",
                                 "\"\\u12\"",
                                 "\"\\u12g4\"",
                                 "\"\\ud83d\"",
                                 "\"\\ud83d\\u0041\"",
                                 "\"\\ude00\"",
                                 "\"\\ud83d",
                                 "\"\\ud83d\\",
                                 "\"\\u\"",
                                 "\"\n\"",
                                 "\"\t\"",
                                 "\"\x1F\"",
                                 "\"\xC3\"",
                                 "\"\xC0\x80\"",
                                 "\"\xED\xA0\x80\"",
                                 "\"\xF4\x90\x80\x80\"",
                                 "\xC3\xA4",
                                 "// a\n1",
                                 "[1] // a"}) {
    CAPTURE(text);
    CHECK_FALSE(JsonInput::read(text).has_value());
    CHECK_FALSE(Json::accept(text));
  }
}

TEST_CASE("a member that is not there is of no type", "[render]") {
  const std::string text = R"({"a": {"b": [1]}})";
  const auto input = JsonInput::read(text);
  REQUIRE(input);
  CHECK(input->root().member("b").items().empty());
  CHECK_FALSE(input->root().member("b").member("c").is(JsonType::null));
  CHECK(input->root().member("a").member("b").items().size() == 1);
}

TEST_CASE("JSON may be nested as deep as it likes", "[render]") {
  const std::string text = std::string(200'000, '[') + std::string(200'000, ']');
  CHECK(JsonInput::read(text).has_value());
  CHECK_FALSE(JsonInput::read(text.substr(1)).has_value());
}
