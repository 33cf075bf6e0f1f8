#pragma once
// Sixty-four numbers against one at once, with the vector instructions that every x86-64 and every
// browser with WebAssembly has.

#include <array>
#include <cstddef>
#include <cstdint>

#if defined(__SSE2__)
#include <emmintrin.h>
#elif defined(__wasm_simd128__)
#include <wasm_simd128.h>
#endif

namespace lectern {

inline constexpr std::size_t kLanes = 64;

/// A bit for each value that is above `limit`, the first value's lowest.
inline std::uint64_t lanes_above(const std::array<float, kLanes>& values, float limit) {
  std::uint64_t result = 0;
#if defined(__SSE2__)
  constexpr std::size_t kAtOnce = 16;
  const __m128 limits = _mm_set1_ps(limit);
  for (std::size_t i = 0; i < kLanes; i += kAtOnce) {
    const auto above = [&](std::size_t at) {
      return _mm_castps_si128(_mm_cmplt_ps(limits, _mm_loadu_ps(values.data() + i + at)));
    };
    const __m128i bytes =
        _mm_packs_epi16(_mm_packs_epi32(above(0), above(4)), _mm_packs_epi32(above(8), above(12)));
    result |= static_cast<std::uint64_t>(static_cast<std::uint32_t>(_mm_movemask_epi8(bytes))) << i;
  }
#elif defined(__wasm_simd128__)
  constexpr std::size_t kAtOnce = 16;
  const v128_t limits = wasm_f32x4_splat(limit);
  for (std::size_t i = 0; i < kLanes; i += kAtOnce) {
    const auto above = [&](std::size_t at) {
      return wasm_f32x4_gt(wasm_v128_load(values.data() + i + at), limits);
    };
    const v128_t bytes = wasm_i8x16_narrow_i16x8(wasm_i16x8_narrow_i32x4(above(0), above(4)),
                                                 wasm_i16x8_narrow_i32x4(above(8), above(12)));
    result |= static_cast<std::uint64_t>(wasm_i8x16_bitmask(bytes)) << i;
  }
#else
  for (std::size_t i = 0; i < kLanes; ++i)
    result |= static_cast<std::uint64_t>(values[i] > limit) << i;
#endif
  return result;
}

} // namespace lectern
