#pragma once
// JSON as the standard has it (RFC 8259), read into one flat array: every value knows where its
// subtree ends. No recursion, so that no depth of nesting is too deep; text is decoded when it is
// asked for.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace lectern {

class JsonInput;
enum class JsonType : std::uint8_t { object, array, string, number, boolean, null };

/// A value of a JsonInput, which must outlive it; or none, where there is no such member.
class JsonView {
 public:
  JsonView() = default;

  /// Whether it is there, and of that type.
  bool is(JsonType type) const;

  /// The member of an object; of several with one name the last.
  JsonView member(std::string_view name) const;

  /// What an array holds; nothing of anything else.
  std::vector<JsonView> items() const;

  std::string string() const; // of a string
  double number() const;      // of a number
  bool boolean() const;       // of a boolean

 private:
  friend class JsonInput;
  JsonView(const JsonInput* input, std::uint32_t at) : input_(input), at_(at) {}

  const JsonInput* input_ = nullptr;
  std::uint32_t at_ = 0;
};

class JsonInput {
 public:
  /// Nothing when `text`, which must outlive the answer, is not one JSON value in UTF-8.
  static std::optional<JsonInput> read(std::string_view text);

  JsonView root() const { return {this, 0}; }

 private:
  friend class JsonView;
  friend class JsonInputReader;
  struct Value {
    JsonType type = JsonType::null;
    std::uint32_t end = 0; // one past the subtree
    std::string_view name; // of a member, as written, without quotes
    std::string_view text; // as written, without quotes
  };

  std::vector<Value> values_;
};

} // namespace lectern
