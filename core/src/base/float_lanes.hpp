#pragma once
// Sixty-four numbers against one at once, with the vector instructions that every x86-64 and every
// browser with WebAssembly has.

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

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

/// Adds to those of kLanes sums whose bit is in a set that set's value. What one sum gets has to
/// fit 16 bits, after each addition: eight sums at once are in a register until the end.
inline void add_to_lanes(std::span<const std::uint64_t> sets, const std::int16_t* value,
                         std::array<std::int32_t, kLanes>& sums) {
  alignas(16) std::array<std::int16_t, kLanes> added{};
#if defined(__SSE2__)
  const __m128i bits = _mm_setr_epi16(1, 2, 4, 8, 16, 32, 64, 128);
  __m128i a0 = _mm_setzero_si128(), a1 = a0, a2 = a0, a3 = a0, a4 = a0, a5 = a0, a6 = a0, a7 = a0;
  for (const std::uint64_t set : sets) {
    const __m128i values = _mm_set1_epi16(*value++);
    const auto add = [&](__m128i& eight, __m128i byte) { // the byte of its bits, eight times
      const __m128i chosen = _mm_cmpeq_epi16(_mm_and_si128(byte, bits), bits);
      eight = _mm_add_epi16(eight, _mm_and_si128(chosen, values));
    };
    const __m128i bytes = _mm_cvtsi64_si128(static_cast<long long>(set));
    const __m128i twice = _mm_unpacklo_epi8(bytes, bytes);
    const __m128i low = _mm_unpacklo_epi16(twice, twice), high = _mm_unpackhi_epi16(twice, twice);
    add(a0, _mm_shuffle_epi32(low, 0x00));
    add(a1, _mm_shuffle_epi32(low, 0x55));
    add(a2, _mm_shuffle_epi32(low, 0xAA));
    add(a3, _mm_shuffle_epi32(low, 0xFF));
    add(a4, _mm_shuffle_epi32(high, 0x00));
    add(a5, _mm_shuffle_epi32(high, 0x55));
    add(a6, _mm_shuffle_epi32(high, 0xAA));
    add(a7, _mm_shuffle_epi32(high, 0xFF));
  }
  auto* out = reinterpret_cast<__m128i*>(added.data());
  for (const __m128i eight : {a0, a1, a2, a3, a4, a5, a6, a7}) _mm_store_si128(out++, eight);
#elif defined(__wasm_simd128__)
  const v128_t bits = wasm_i16x8_const(1, 2, 4, 8, 16, 32, 64, 128);
  v128_t a0 = wasm_i16x8_splat(0), a1 = a0, a2 = a0, a3 = a0, a4 = a0, a5 = a0, a6 = a0, a7 = a0;
  for (const std::uint64_t set : sets) {
    const v128_t values = wasm_i16x8_splat(*value++);
    const auto add = [&](v128_t& eight, v128_t byte) { // the byte of its bits, eight times
      const v128_t chosen = wasm_i16x8_eq(wasm_v128_and(byte, bits), bits);
      eight = wasm_i16x8_add(eight, wasm_v128_and(chosen, values));
    };
    const v128_t bytes = wasm_i64x2_splat(static_cast<std::int64_t>(set));
    const v128_t twice =
        wasm_i8x16_shuffle(bytes, bytes, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7);
#define LECTERN_EIGHT_TIMES(n) wasm_i16x8_shuffle(twice, twice, n, n, n, n, n, n, n, n)
    add(a0, LECTERN_EIGHT_TIMES(0));
    add(a1, LECTERN_EIGHT_TIMES(1));
    add(a2, LECTERN_EIGHT_TIMES(2));
    add(a3, LECTERN_EIGHT_TIMES(3));
    add(a4, LECTERN_EIGHT_TIMES(4));
    add(a5, LECTERN_EIGHT_TIMES(5));
    add(a6, LECTERN_EIGHT_TIMES(6));
    add(a7, LECTERN_EIGHT_TIMES(7));
#undef LECTERN_EIGHT_TIMES
  }
  std::int16_t* out = added.data();
  for (const v128_t eight : {a0, a1, a2, a3, a4, a5, a6, a7}) {
    wasm_v128_store(out, eight);
    out += 8;
  }
#else
  for (const std::uint64_t set : sets) {
    for (std::size_t i = 0; i < kLanes; ++i)
      if ((set >> i & 1) != 0) added[i] = static_cast<std::int16_t>(added[i] + *value);
    ++value;
  }
#endif
  for (std::size_t i = 0; i < kLanes; ++i) sums[i] += added[i];
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
