#pragma once
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace lectern {

/// Remembers what a function made of the texts it was last asked about. Class names repeat: a page
/// of thousands of elements has some dozen of them. The texts must outlive the memo.
template <typename Value>
class TextMemo {
 public:
  template <typename Function>
  Value get(std::string_view text, Function function) {
    if (text.size() < kShortest) return function(text);
    Entry& entry = entries_[place_of(text)];
    if (entry.text != text) entry = {text, function(text)};
    return entry.value;
  }

 private:
  static constexpr std::size_t kShortest = sizeof(std::uint64_t);
  static constexpr int kPlaceBits = 8;
  struct Entry {
    std::string_view text;
    Value value{};
  };
  static std::size_t place_of(std::string_view text) {
    constexpr std::uint64_t kMultiplier = 0x9E3779B97F4A7C15u;
    std::uint64_t first = 0, last = 0;
    std::memcpy(&first, text.data(), sizeof first);
    std::memcpy(&last, text.data() + text.size() - sizeof last, sizeof last);
    const std::uint64_t mixed = (first * kMultiplier + last + text.size()) * kMultiplier;
    return static_cast<std::size_t>(mixed >> (64 - kPlaceBits));
  }

  std::array<Entry, std::size_t{1} << kPlaceBits> entries_{};
};

} // namespace lectern
