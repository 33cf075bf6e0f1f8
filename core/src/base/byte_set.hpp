#pragma once
#include <array>
#include <cstddef>
#include <string_view>

namespace lectern {

/// Some of the 256 bytes. `std::string_view::find_first_of` searches its list anew for each byte.
/// In a function it wants to be static: g++ makes a constant one anew at each call.
class ByteSet {
 public:
  constexpr explicit ByteSet(std::string_view bytes) {
    for (const char c : bytes) has_[static_cast<unsigned char>(c)] = true;
  }

  constexpr bool has(char c) const { return has_[static_cast<unsigned char>(c)]; }

  /// The first byte of the set from `at` on, or npos.
  constexpr std::size_t find_in(std::string_view text, std::size_t at = 0) const {
    while (at < text.size() && !has(text[at])) ++at;
    return at < text.size() ? at : std::string_view::npos;
  }

 private:
  std::array<bool, 256> has_{};
};

} // namespace lectern
