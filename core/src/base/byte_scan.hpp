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

#if defined(__SSE2__) || defined(__wasm_simd128__)
#define LECTERN_HAS_BYTES_16

/// Sixteen bytes, or the answers to a question about each.
class Bytes16 {
#if defined(__SSE2__)
  using Vector = __m128i;

 public:
  static Bytes16 load(const char* from) {
    return Bytes16(_mm_loadu_si128(reinterpret_cast<const __m128i*>(from)));
  }
  Bytes16 operator==(char c) const { return Bytes16(_mm_cmpeq_epi8(bytes_, _mm_set1_epi8(c))); }
  Bytes16 at_most(unsigned char limit) const {
    return Bytes16(
        _mm_cmpeq_epi8(_mm_min_epu8(bytes_, _mm_set1_epi8(static_cast<char>(limit))), bytes_));
  }
  /// Above it as a signed byte: none beyond ASCII.
  Bytes16 is_above(char limit) const {
    return Bytes16(_mm_cmpgt_epi8(bytes_, _mm_set1_epi8(limit)));
  }
  friend Bytes16 operator|(Bytes16 a, Bytes16 b) {
    return Bytes16(_mm_or_si128(a.bytes_, b.bytes_));
  }
  /// A bit for each answer that is yes, the first byte's lowest.
  unsigned mask() const { return static_cast<unsigned>(_mm_movemask_epi8(bytes_)); }
#else
  using Vector = v128_t;

 public:
  static Bytes16 load(const char* from) { return Bytes16(wasm_v128_load(from)); }
  Bytes16 operator==(char c) const { return Bytes16(wasm_i8x16_eq(bytes_, wasm_i8x16_splat(c))); }
  Bytes16 at_most(unsigned char limit) const {
    return Bytes16(wasm_u8x16_le(bytes_, wasm_u8x16_splat(limit)));
  }
  Bytes16 is_above(char limit) const {
    return Bytes16(wasm_i8x16_gt(bytes_, wasm_i8x16_splat(limit)));
  }
  friend Bytes16 operator|(Bytes16 a, Bytes16 b) {
    return Bytes16(wasm_v128_or(a.bytes_, b.bytes_));
  }
  unsigned mask() const { return static_cast<unsigned>(wasm_i8x16_bitmask(bytes_)); }
#endif

 private:
  explicit Bytes16(Vector bytes) : bytes_(bytes) {}
  Vector bytes_;
};
#endif

/// The first byte from `at` on for which the question is answered with yes, or the end. `question`
/// asks it of sixteen bytes, `question_of_one` of a single one.
template <typename Question, typename QuestionOfOne>
std::size_t find_byte(std::string_view text, std::size_t at, Question question,
                      QuestionOfOne question_of_one) {
#if defined(LECTERN_HAS_BYTES_16)
  for (; at + 16 <= text.size(); at += 16) {
    const unsigned found = question(Bytes16::load(text.data() + at)).mask();
    if (found != 0) return at + static_cast<std::size_t>(std::countr_zero(found));
  }
#endif
  while (at < text.size() && !question_of_one(text[at])) ++at;
  return at;
}

/// The first byte from `at` on that JSON strings cannot hold as it is (a quotation mark, a
/// backslash, a control character), or the end.
inline std::size_t find_json_special(std::string_view text, std::size_t at) {
  return find_byte(
      text, at, [](auto bytes) { return bytes.at_most(0x1F) | (bytes == '"') | (bytes == '\\'); },
      [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == '"' || c == '\\'; });
}

/// The first byte from `at` on that may have to be written as a character reference, or the end.
inline std::size_t find_markup_special(std::string_view text, std::size_t at) {
  return find_byte(
      text, at,
      [](auto bytes) { return (bytes == '&') | (bytes == '"') | (bytes == '<') | (bytes == '>'); },
      [](char c) { return c == '&' || c == '"' || c == '<' || c == '>'; });
}

/// The first byte from `at` on that means something in the text of a script or a style sheet (`<`,
/// a carriage return, NUL), or the end.
inline std::size_t find_raw_text_special(std::string_view text, std::size_t at) {
  return find_byte(
      text, at, [](auto bytes) { return (bytes == '<') | (bytes == '\r') | (bytes == '\0'); },
      [](char c) { return c == '<' || c == '\r' || c == '\0'; });
}

/// The first byte from `at` on that is not plain text of a page (`<`, `&`, a carriage return, NUL),
/// or the end.
inline std::size_t find_text_special(std::string_view text, std::size_t at) {
  return find_byte(
      text, at,
      [](auto bytes) {
        return (bytes == '<') | (bytes == '&') | (bytes == '\r') | (bytes == '\0');
      },
      [](char c) { return c == '<' || c == '&' || c == '\r' || c == '\0'; });
}

/// The first byte from `at` on that is not plain in an attribute's value (the quote that ends it,
/// `&`, a carriage return, NUL), or the end.
inline std::size_t find_value_special(std::string_view text, std::size_t at, char quote) {
  return find_byte(
      text, at,
      [quote](auto bytes) {
        return (bytes == quote) | (bytes == '&') | (bytes == '\r') | (bytes == '\0');
      },
      [quote](char c) { return c == quote || c == '&' || c == '\r' || c == '\0'; });
}

} // namespace lectern
