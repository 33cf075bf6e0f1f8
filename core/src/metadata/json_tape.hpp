#pragma once
// JSON as pages embed it, read into one flat array: every value knows where its subtree ends. The
// reader is tolerant (trailing commas, comments, control characters and stray quotes in strings, a
// missing end) and bounded: one pass, no recursion, values deeper than kMaxDepth left out.

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace lectern {

struct JsonValue {
  enum class Type : std::uint8_t { object, array, string, other };
  Type type = Type::other;
  std::uint32_t parent = 0;
  std::uint32_t end = 0; // one past the subtree
  std::string_view key;  // as written, without quotes; empty in arrays
  std::string_view text; // as written, without quotes, escapes still in it
};

class JsonTape {
 public:
  static constexpr std::size_t kMaxBytes = 4u << 20; // of one script
  static constexpr std::size_t kMaxValues = 60'000;
  static constexpr std::size_t kMaxDepth = 48;
  static constexpr std::uint32_t kNone = 0xFFFFFFFFu;

  /// Appends the values of another script. Views point into `text`, which must outlive the tape.
  void read(std::string_view text);

  std::uint32_t size() const { return static_cast<std::uint32_t>(values_.size()); }
  const JsonValue& operator[](std::uint32_t at) const { return values_[at]; }

  /// The member of an object, or kNone.
  std::uint32_t member(std::uint32_t object, std::string_view key) const;
  /// The first value of a subtree's children, or kNone; then the next one.
  std::uint32_t first_child(std::uint32_t at) const {
    return at + 1 < values_[at].end ? at + 1 : kNone;
  }
  std::uint32_t next_sibling(std::uint32_t at) const;
  /// A string or number as text, escapes decoded; empty for anything else and for kNone.
  std::string text(std::uint32_t at) const;
  std::string text(std::uint32_t object, std::string_view key) const {
    return text(member(object, key));
  }

 private:
  std::vector<JsonValue> values_;
};

/// A JSON string's text with its escapes decoded.
std::string decode_json_string(std::string_view raw);

} // namespace lectern
