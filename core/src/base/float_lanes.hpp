#pragma once
// Sixty-four numbers against one at once, with the vector instructions that every x86-64 and every
// browser with WebAssembly has.

#include <algorithm>
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
inline constexpr std::uint64_t kAllLanes = ~std::uint64_t{0};

/// A bit for each of kLanes values that is above `limit`, the first value's lowest.
inline std::uint64_t lanes_above(const float* values, float limit) {
  std::uint64_t result = 0;
#if defined(__SSE2__)
  constexpr std::size_t kAtOnce = 16;
  const __m128 limits = _mm_set1_ps(limit);
  for (std::size_t i = 0; i < kLanes; i += kAtOnce) {
    const auto above = [&](std::size_t at) {
      return _mm_castps_si128(_mm_cmplt_ps(limits, _mm_loadu_ps(values + i + at)));
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
      return wasm_f32x4_gt(wasm_v128_load(values + i + at), limits);
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

struct LaneRange {
  float least, most;
};

/// The least and the largest of kLanes values, none of which is a NaN.
inline LaneRange range_of_lanes(const float* values) {
#if defined(__SSE2__)
  __m128 least = _mm_loadu_ps(values), most = least;
  for (std::size_t i = 4; i < kLanes; i += 4) {
    const __m128 next = _mm_loadu_ps(values + i);
    least = _mm_min_ps(least, next);
    most = _mm_max_ps(most, next);
  }
  alignas(16) std::array<float, 4> low, high;
  _mm_store_ps(low.data(), least);
  _mm_store_ps(high.data(), most);
#elif defined(__wasm_simd128__)
  v128_t least = wasm_v128_load(values), most = least;
  for (std::size_t i = 4; i < kLanes; i += 4) {
    const v128_t next = wasm_v128_load(values + i);
    least = wasm_f32x4_min(least, next);
    most = wasm_f32x4_max(most, next);
  }
  std::array<float, 4> low, high;
  wasm_v128_store(low.data(), least);
  wasm_v128_store(high.data(), most);
#else
  std::array<float, 4> low{values[0], values[1], values[2], values[3]}, high = low;
  for (std::size_t i = 4; i < kLanes; ++i) {
    low[i % 4] = std::min(low[i % 4], values[i]);
    high[i % 4] = std::max(high[i % 4], values[i]);
  }
#endif
  return {std::min(std::min(low[0], low[1]), std::min(low[2], low[3])),
          std::max(std::max(high[0], high[1]), std::max(high[2], high[3]))};
}

} // namespace lectern
