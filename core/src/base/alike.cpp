#include "base/alike.hpp"

#include <bit>

namespace lectern {

std::vector<std::uint32_t> first_alike(std::span<const std::uint64_t> keys) {
  constexpr std::uint64_t kMultiplier = 0x9E3779B97F4A7C15u;
  constexpr int kKeyBits = 64;
  std::vector<std::uint32_t> first(keys.size());
  if (keys.empty()) return first;
  // Open addressing, at most half full; 0 is empty, else one more than the place of a first key.
  const std::size_t size = 2 * std::bit_ceil(keys.size());
  const int shift = kKeyBits - std::countr_zero(size);
  std::vector<std::uint32_t> slots(size);
  for (std::uint32_t i = 0; i < keys.size(); ++i) {
    auto slot = static_cast<std::size_t>(keys[i] * kMultiplier >> shift);
    while (slots[slot] != 0 && keys[slots[slot] - 1] != keys[i]) slot = (slot + 1) & (size - 1);
    if (slots[slot] == 0) slots[slot] = i + 1;
    first[i] = slots[slot] - 1;
  }
  return first;
}

} // namespace lectern
