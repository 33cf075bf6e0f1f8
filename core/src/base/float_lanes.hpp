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

/// Adds `value` to those of kLanes numbers whose bit is set.
inline void add_to_lanes(std::int16_t* numbers, std::uint64_t set, std::int16_t value) {
#if defined(__SSE2__)
  constexpr std::size_t kAtOnce = 8;
  const __m128i bits = _mm_setr_epi16(1, 2, 4, 8, 16, 32, 64, 128);
  const __m128i values = _mm_set1_epi16(value);
  __m128i bytes = _mm_cvtsi64_si128(static_cast<long long>(set));
  bytes = _mm_unpacklo_epi8(bytes, bytes);
  const auto add = [&](std::size_t i, __m128i byte) { // the byte of its bits, eight times
    const __m128i chosen = _mm_cmpeq_epi16(_mm_and_si128(byte, bits), bits);
    auto* at = reinterpret_cast<__m128i*>(numbers + i * kAtOnce);
    _mm_storeu_si128(at, _mm_add_epi16(_mm_loadu_si128(at), _mm_and_si128(chosen, values)));
  };
  const auto low = [](__m128i four) { return _mm_unpacklo_epi64(four, four); };
  const auto high = [](__m128i four) { return _mm_unpackhi_epi64(four, four); };
  add(0, low(_mm_shufflelo_epi16(bytes, 0x00)));
  add(1, low(_mm_shufflelo_epi16(bytes, 0x55)));
  add(2, low(_mm_shufflelo_epi16(bytes, 0xAA)));
  add(3, low(_mm_shufflelo_epi16(bytes, 0xFF)));
  add(4, high(_mm_shufflehi_epi16(bytes, 0x00)));
  add(5, high(_mm_shufflehi_epi16(bytes, 0x55)));
  add(6, high(_mm_shufflehi_epi16(bytes, 0xAA)));
  add(7, high(_mm_shufflehi_epi16(bytes, 0xFF)));
#elif defined(__wasm_simd128__)
  constexpr std::size_t kAtOnce = 8;
  const v128_t bits = wasm_i16x8_const(1, 2, 4, 8, 16, 32, 64, 128);
  const v128_t values = wasm_i16x8_splat(value);
  for (std::size_t i = 0; i < kLanes; i += kAtOnce) {
    const v128_t byte = wasm_i16x8_splat(static_cast<std::int16_t>(set >> i & 0xFF));
    const v128_t chosen = wasm_i16x8_eq(wasm_v128_and(byte, bits), bits);
    const v128_t added = wasm_v128_and(chosen, values);
    wasm_v128_store(numbers + i, wasm_i16x8_add(wasm_v128_load(numbers + i), added));
  }
#else
  for (std::size_t i = 0; i < kLanes; ++i)
    if ((set >> i & 1) != 0) numbers[i] = static_cast<std::int16_t>(numbers[i] + value);
#endif
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
