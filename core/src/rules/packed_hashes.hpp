#pragma once
// A sorted list of hashes as it is compiled in: what each is more than the one before, the lowest
// bytes of all of them, then the second ones, and so on. So the highest bytes, which are small,
// stand together, and the list takes a quarter less when it is compressed.

#include <cstddef>
#include <cstdint>
#include <vector>

namespace lectern {

struct PackedHashes {
  const unsigned char* bytes; // four for each
  std::size_t count;
};

inline std::vector<std::uint32_t> unpack_hashes(const PackedHashes& packed) {
  std::vector<std::uint32_t> hashes(packed.count);
  std::uint32_t hash = 0;
  for (std::size_t i = 0; i < packed.count; ++i) {
    for (std::size_t plane = 0; plane < sizeof(hash); ++plane)
      hash += std::uint32_t{packed.bytes[plane * packed.count + i]} << (8 * plane);
    hashes[i] = hash;
  }
  return hashes;
}

} // namespace lectern
