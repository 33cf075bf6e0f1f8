#pragma once
#include <cstdint>
#include <span>
#include <vector>

namespace lectern {

/// For each key the place of the first one like it: groups as numbers, without a map to look them
/// up.
std::vector<std::uint32_t> first_alike(std::span<const std::uint64_t> keys);

} // namespace lectern
