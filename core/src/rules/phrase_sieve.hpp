#pragma once
#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace lectern {

/// Whether a text may be one of a set of phrases, by its length, its first and its last byte in
/// lower case: nearly all texts are told not to be without a look at the phrases.
class PhraseSieve {
 public:
  constexpr void add(std::string_view phrase) {
    if (!phrase.empty()) bits_[place_of(phrase) / 64] |= bit_of(phrase);
  }
  constexpr bool may_hold(std::string_view text) const {
    return !text.empty() && (bits_[place_of(text) / 64] & bit_of(text)) != 0;
  }

 private:
  static constexpr std::size_t kPlaces = 4096;

  static constexpr std::size_t place_of(std::string_view text) {
    const auto byte = [](char c) -> std::size_t {
      return static_cast<unsigned char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
    };
    constexpr std::size_t kForFirst = 71, kForLast = 5; // spread letters over all places
    return (byte(text.front()) * kForFirst + byte(text.back()) * kForLast + text.size() * 167) %
           kPlaces;
  }
  static constexpr std::uint64_t bit_of(std::string_view text) {
    return std::uint64_t{1} << place_of(text) % 64;
  }

  std::array<std::uint64_t, kPlaces / 64> bits_{};
};

} // namespace lectern
