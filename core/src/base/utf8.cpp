#include "base/utf8.hpp"

#include <algorithm>
#include <array>
#include <cstring>
#include <iterator>

#include "base/unicode_tables.hpp"

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace lectern {
namespace {

constexpr char32_t kReplacement = 0xFFFD;
constexpr char kReplacementUtf8[] = "\xEF\xBF\xBD";

struct Sequence {
  char32_t code_point;
  std::size_t length;
  bool is_valid;
};

/// The sequence at `at`, whose first byte is not ASCII. The bounds of the second byte shut out
/// overlong forms, surrogates and what is over U+10FFFF, so that the invalid part is never longer
/// than allowed.
Sequence read_multibyte(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const unsigned lead = byte(at);
  unsigned low = 0x80, high = 0xBF;
  std::size_t needed = 0;
  char32_t value = 0;
  if (lead >= 0xC2 && lead <= 0xDF) {
    needed = 1;
    value = lead & 0x1F;
  } else if (lead >= 0xE0 && lead <= 0xEF) {
    needed = 2;
    value = lead & 0x0F;
    if (lead == 0xE0) low = 0xA0;
    if (lead == 0xED) high = 0x9F;
  } else if (lead >= 0xF0 && lead <= 0xF4) {
    needed = 3;
    value = lead & 0x07;
    if (lead == 0xF0) low = 0x90;
    if (lead == 0xF4) high = 0x8F;
  } else {
    return {kReplacement, 1, false};
  }
  for (std::size_t i = 1; i <= needed; ++i) {
    if (at + i >= text.size() || byte(at + i) < low || byte(at + i) > high)
      return {kReplacement, i, false};
    value = (value << 6) | (byte(at + i) & 0x3F);
    low = 0x80;
    high = 0xBF;
  }
  return {value, needed + 1, true};
}

struct ShortSequence {
  char32_t code_point;
  std::size_t length; // 0: another kind of sequence, or an invalid one
};

/// Two bytes or three: nearly all that is not ASCII.
inline ShortSequence read_short(std::string_view text, std::size_t at) {
  const auto* bytes = reinterpret_cast<const unsigned char*>(text.data()) + at;
  const std::size_t left = text.size() - at;
  const unsigned lead = bytes[0];
  const auto goes_on = [](unsigned byte) { return (byte & 0xC0) == 0x80; };
  if (left < 2 || !goes_on(bytes[1])) return {0, 0};
  const unsigned second = bytes[1];
  if (lead >= 0xE0) {
    const bool is_other = lead > 0xEF || left < 3 || !goes_on(bytes[2]) ||
                          (lead == 0xE0 && second < 0xA0) || (lead == 0xED && second > 0x9F);
    if (is_other) return {0, 0};
    return {(lead & 0x0F) << 12 | (second & 0x3F) << 6 | (bytes[2] & 0x3Fu), 3};
  }
  if (lead < 0xC2) return {0, 0};
  return {(lead & 0x1F) << 6 | (second & 0x3F), 2};
}

// Apart, so that the short ones are read without saving registers for the call.
[[gnu::noinline]] char32_t next_of_any_length(std::string_view text, std::size_t& at) {
  const Sequence sequence = read_multibyte(text, at);
  at += sequence.length;
  return sequence.code_point;
}

/// Of the sequence at `at`; 0 when it is invalid.
[[gnu::noinline]] std::size_t length_of_any(std::string_view text, std::size_t at) {
  const Sequence sequence = read_multibyte(text, at);
  return sequence.is_valid ? sequence.length : 0;
}

/// The first byte from `at` on that is not ASCII, or the end.
std::size_t skip_ascii(std::string_view text, std::size_t at) {
  const char* data = text.data();
  const std::size_t size = text.size();
#if defined(__SSE2__)
  constexpr std::size_t kBlocks = 4; // whose answers are asked for at once: most of a page is ASCII
  while (at + kBlocks * 16 <= size) {
    const auto* blocks = reinterpret_cast<const __m128i*>(data + at);
    const __m128i any =
        _mm_or_si128(_mm_or_si128(_mm_loadu_si128(blocks), _mm_loadu_si128(blocks + 1)),
                     _mm_or_si128(_mm_loadu_si128(blocks + 2), _mm_loadu_si128(blocks + 3)));
    if (_mm_movemask_epi8(any) != 0) break;
    at += kBlocks * 16;
  }
  while (at + 16 <= size) {
    const __m128i block = _mm_loadu_si128(reinterpret_cast<const __m128i*>(data + at));
    if (_mm_movemask_epi8(block) != 0) break;
    at += 16;
  }
#endif
  while (at + 8 <= size) {
    std::uint64_t block;
    std::memcpy(&block, data + at, 8);
    if ((block & 0x8080808080808080u) != 0) break;
    at += 8;
  }
  while (at < size && static_cast<unsigned char>(data[at]) < 0x80) ++at;
  return at;
}

template <std::size_t kPages>
bool holds(const std::uint8_t* index, const std::uint64_t (&pages)[kPages][4], char32_t c) {
  const std::uint64_t word = pages[index[c >> 8]][(c >> 6) & 3];
  return ((word >> (c & 63)) & 1) != 0;
}

constexpr char32_t kTablesEnd = 0x20000;

using unicode_tables::kLowerRanges;
using unicode_tables::LowerRange;

// The first range that does not end before a page of characters begins: most scripts have no case,
// and none has many ranges in a page.
constexpr char32_t kPagedEnd = 0x10000, kLowerPage = 64;
static_assert(std::size(kLowerRanges) <= 0xFF);
constexpr auto kLowerPages = [] {
  std::array<std::uint8_t, kPagedEnd / kLowerPage> pages{};
  std::uint8_t range = 0;
  for (char32_t page = 0; page < pages.size(); ++page) {
    while (range < std::size(kLowerRanges) && kLowerRanges[range].last < page * kLowerPage) ++range;
    pages[page] = range;
  }
  return pages;
}();

bool is_between(char32_t c, char32_t first, char32_t last) { return c >= first && c <= last; }

bool is_han_beyond_tables(char32_t c) { return is_between(c, 0x20000, 0x323AF); }

} // namespace

char32_t beyond_ascii::next_code_point(std::string_view text, std::size_t& at) {
  const ShortSequence sequence = read_short(text, at);
  if (sequence.length == 0) return next_of_any_length(text, at);
  at += sequence.length;
  return sequence.code_point;
}

void append_utf8(std::string& out, char32_t c) {
  if (c < 0x80) {
    out += static_cast<char>(c);
    return;
  }
  if (c > 0x10FFFF || is_between(c, 0xD800, 0xDFFF)) c = kReplacement;
  if (c < 0x800) {
    out += static_cast<char>(0xC0 | (c >> 6));
  } else {
    if (c < 0x10000) {
      out += static_cast<char>(0xE0 | (c >> 12));
    } else {
      out += static_cast<char>(0xF0 | (c >> 18));
      out += static_cast<char>(0x80 | ((c >> 12) & 0x3F));
    }
    out += static_cast<char>(0x80 | ((c >> 6) & 0x3F));
  }
  out += static_cast<char>(0x80 | (c & 0x3F));
}

bool is_valid_utf8(std::string_view text) {
  std::size_t at = 0;
  while ((at = skip_ascii(text, at)) < text.size()) {
    // Text in one script stays beyond ASCII for a while: no new block search for each character.
    while (at < text.size() && static_cast<unsigned char>(text[at]) >= 0x80) {
      std::size_t length = read_short(text, at).length;
      if (length == 0) length = length_of_any(text, at);
      if (length == 0) return false;
      at += length;
    }
  }
  return true;
}

std::string to_valid_utf8(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  std::size_t copied = 0, at = 0;
  const auto replace = [&](std::size_t length) {
    out.append(text, copied, at - copied);
    out += kReplacementUtf8;
    at += length;
    copied = at;
  };
  while (at < text.size()) {
    const auto lead = static_cast<unsigned char>(text[at]);
    if (lead == 0) {
      replace(1);
    } else if (lead < 0x80) {
      ++at;
    } else {
      const Sequence sequence = read_multibyte(text, at);
      if (sequence.is_valid)
        at += sequence.length;
      else
        replace(sequence.length);
    }
  }
  out.append(text, copied);
  return out;
}

bool beyond_ascii::is_letter(char32_t c) {
  if (c >= kTablesEnd) return is_han_beyond_tables(c);
  return holds(unicode_tables::kLetterIndex, unicode_tables::kLetterPages, c);
}

bool beyond_ascii::is_digit(char32_t c) {
  return c < kTablesEnd && holds(unicode_tables::kDigitIndex, unicode_tables::kDigitPages, c);
}

bool beyond_ascii::is_upper(char32_t c) {
  return c < kTablesEnd && holds(unicode_tables::kUpperIndex, unicode_tables::kUpperPages, c);
}

bool beyond_ascii::is_space(char32_t c) {
  return c == 0x85 || c == 0xA0 || c == 0x1680 || is_between(c, 0x2000, 0x200A) || c == 0x2028 ||
         c == 0x2029 || c == 0x202F || c == 0x205F || c == 0x3000;
}

bool is_cjk(char32_t c) {
  if (c < 0x1100) return false;
  return is_between(c, 0x1100, 0x11FF) || is_between(c, 0x2E80, 0x303F) ||
         is_between(c, 0x3040, 0x31FF) || is_between(c, 0x3200, 0x4DBF) ||
         is_between(c, 0x4E00, 0x9FFF) || is_between(c, 0xA960, 0xA97F) ||
         is_between(c, 0xAC00, 0xD7FF) || is_between(c, 0xF900, 0xFAFF) ||
         is_between(c, 0xFE30, 0xFE4F) || is_between(c, 0xFF00, 0xFFEF) ||
         is_between(c, 0x1B000, 0x1B16F) || is_han_beyond_tables(c);
}

bool beyond_ascii::is_unspaced(char32_t c) {
  if (c < 0x0E01) return false;
  if (is_between(c, 0x0E01, 0x0E5B)) {
    const bool is_mark =
        c == 0x0E31 || is_between(c, 0x0E34, 0x0E3A) || is_between(c, 0x0E47, 0x0E4E);
    return is_letter(c) && !is_mark;
  }
  // Full-width Latin letters and digits make words; punctuation of these scripts is no word.
  if (is_between(c, 0xFF00, 0xFF65) || is_between(c, 0xFFA0, 0xFFEF)) return false;
  return is_cjk(c) && is_letter(c);
}

bool beyond_ascii::is_right_to_left(char32_t c) {
  return is_between(c, 0x0590, 0x08FF) || is_between(c, 0xFB1D, 0xFDFF) ||
         is_between(c, 0xFE70, 0xFEFF) || is_between(c, 0x10800, 0x10FFF) ||
         is_between(c, 0x1E800, 0x1EFFF);
}

char32_t beyond_ascii::to_lower(char32_t c) {
  const LowerRange* range =
      std::begin(kLowerRanges) + kLowerPages[std::min<char32_t>(c, kPagedEnd - 1) / kLowerPage];
  while (range != std::end(kLowerRanges) && range->last < c) ++range;
  if (range == std::end(kLowerRanges) || c < range->first) return c;
  if (range->stride != 1 && (c - range->first) % static_cast<char32_t>(range->stride) != 0)
    return c;
  return static_cast<char32_t>(static_cast<std::int32_t>(c) + range->delta);
}

std::string to_lower(std::string_view text) {
  std::string out(text);
  std::size_t at = 0;
  for (; at < text.size() && static_cast<unsigned char>(text[at]) < kAsciiEnd; ++at)
    out[at] = static_cast<char>(to_lower(static_cast<char32_t>(text[at])));
  if (at == text.size()) return out; // most words
  // Beyond ASCII the lower case may take another number of bytes.
  out.resize(at);
  while (at < text.size()) {
    if (const auto lead = static_cast<unsigned char>(text[at]); lead < kAsciiEnd) {
      out += static_cast<char>(to_lower(static_cast<char32_t>(lead)));
      ++at;
    } else {
      append_utf8(out, to_lower(next_code_point(text, at)));
    }
  }
  return out;
}

} // namespace lectern
