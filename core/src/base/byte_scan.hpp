#pragma once
// The next byte of a kind, sixteen at a time where the machine can.

#include <bit>
#include <cstddef>
#include <string_view>

#if defined(__SSE2__)
#include <emmintrin.h>
#elif defined(__wasm_simd128__)
#include <wasm_simd128.h>
#endif

namespace lectern {

/// The first byte from `at` on that JSON strings cannot hold as it is (a quotation mark, a
/// backslash, a control character), or the end.
inline std::size_t find_json_special(std::string_view text, std::size_t at) {
#if defined(__SSE2__)
  for (; at + 16 <= text.size(); at += 16) {
    const __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i*>(text.data() + at));
    const __m128i controls = _mm_cmpeq_epi8(_mm_min_epu8(bytes, _mm_set1_epi8(0x1F)), bytes);
    const __m128i marks = _mm_or_si128(_mm_cmpeq_epi8(bytes, _mm_set1_epi8('"')),
                                       _mm_cmpeq_epi8(bytes, _mm_set1_epi8('\\')));
    const int found = _mm_movemask_epi8(_mm_or_si128(controls, marks));
    if (found != 0)
      return at + static_cast<std::size_t>(std::countr_zero(static_cast<unsigned>(found)));
  }
#elif defined(__wasm_simd128__)
  for (; at + 16 <= text.size(); at += 16) {
    const v128_t bytes = wasm_v128_load(text.data() + at);
    const v128_t controls = wasm_u8x16_lt(bytes, wasm_i8x16_splat(0x20));
    const v128_t marks = wasm_v128_or(wasm_i8x16_eq(bytes, wasm_i8x16_splat('"')),
                                      wasm_i8x16_eq(bytes, wasm_i8x16_splat('\\')));
    const auto found = static_cast<unsigned>(wasm_i8x16_bitmask(wasm_v128_or(controls, marks)));
    if (found != 0) return at + static_cast<std::size_t>(std::countr_zero(found));
  }
#endif
  for (; at < text.size(); ++at) {
    const char c = text[at];
    if (static_cast<unsigned char>(c) < 0x20 || c == '"' || c == '\\') break;
  }
  return at;
}

} // namespace lectern
