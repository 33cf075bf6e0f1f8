// C's functions on runs of bytes, sixteen bytes at a time. They take the place of those of em++'s C
// library, which copy and compare byte by byte unless both runs are aligned alike, and which leave
// the module for a large copy. The engine asks for short runs mostly (a word, a name, a line), so
// the short cases come first: a run is read in two halves that may overlap, which needs no loop and
// no tail.

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <wasm_simd128.h>

namespace {

constexpr std::size_t kBlock = sizeof(v128_t);
/// From here on the engine's own instruction for it is faster than a loop: it costs a call.
constexpr std::size_t kLarge = 512;

template <typename Word>
Word load(const unsigned char* from) {
  Word word;
  __builtin_memcpy(&word, from, sizeof word);
  return word;
}

template <typename Word>
void store(unsigned char* to, Word word) {
  __builtin_memcpy(to, &word, sizeof word);
}

/// Copies 1 to 2 * sizeof(Word) bytes, at least sizeof(Word). All is read before anything is
/// written, so that the runs may overlap.
template <typename Word>
void copy_halves(unsigned char* to, const unsigned char* from, std::size_t size) {
  const Word first = load<Word>(from);
  const Word last = load<Word>(from + size - sizeof(Word));
  store(to, first);
  store(to + size - sizeof(Word), last);
}

/// Up to two blocks. The runs may overlap.
void copy_short(unsigned char* to, const unsigned char* from, std::size_t size) {
  if (size >= kBlock) return copy_halves<v128_t>(to, from, size);
  if (size >= 8) return copy_halves<std::uint64_t>(to, from, size);
  if (size >= 4) return copy_halves<std::uint32_t>(to, from, size);
  if (size >= 2) return copy_halves<std::uint16_t>(to, from, size);
  if (size == 1) *to = *from;
}

/// More than a block. The runs may overlap if `to` is the lower one.
void copy_upwards(unsigned char* to, const unsigned char* from, std::size_t size) {
  const v128_t last = load<v128_t>(from + size - kBlock);
  std::size_t at = 0;
  for (; at + kBlock < size; at += kBlock) store(to + at, load<v128_t>(from + at));
  store(to + size - kBlock, last);
}

/// More than a block. The runs may overlap if `to` is the higher one.
void copy_downwards(unsigned char* to, const unsigned char* from, std::size_t size) {
  const v128_t first = load<v128_t>(from);
  std::size_t end = size;
  for (; end > kBlock; end -= kBlock) store(to + end - kBlock, load<v128_t>(from + end - kBlock));
  store(to, first);
}

/// What memcmp says of the first bytes that differ, of two words of which some do.
int order_of(std::uint64_t left, std::uint64_t right) {
  return __builtin_bswap64(left) < __builtin_bswap64(right) ? -1 : 1;
}

/// A bit for each byte of a block that differs.
std::uint32_t differences(const unsigned char* left, const unsigned char* right) {
  return wasm_i8x16_bitmask(wasm_i8x16_ne(load<v128_t>(left), load<v128_t>(right)));
}

int order_at(const unsigned char* left, const unsigned char* right, std::uint32_t differing) {
  const int at = __builtin_ctz(differing);
  return left[at] - right[at];
}

int compare_short(const unsigned char* left, const unsigned char* right, std::size_t size) {
  if (size >= 8) {
    for (const std::size_t at : {std::size_t{0}, size - 8}) {
      const auto ours = load<std::uint64_t>(left + at), theirs = load<std::uint64_t>(right + at);
      if (ours != theirs) return order_of(ours, theirs);
    }
    return 0;
  }
  if (size >= 4) {
    for (const std::size_t at : {std::size_t{0}, size - 4}) {
      const auto ours = load<std::uint32_t>(left + at), theirs = load<std::uint32_t>(right + at);
      if (ours != theirs) return order_of(ours, theirs);
    }
    return 0;
  }
  for (std::size_t at = 0; at < size; ++at) {
    if (left[at] != right[at]) return left[at] - right[at];
  }
  return 0;
}

} // namespace

extern "C" {

void* memcpy(void* __restrict to, const void* __restrict from, std::size_t size) {
  auto* target = static_cast<unsigned char*>(to);
  const auto* source = static_cast<const unsigned char*>(from);
  if (size <= 2 * kBlock)
    copy_short(target, source, size);
  else if (size < kLarge)
    copy_upwards(target, source, size);
  else
    __builtin_memmove(to, from, size);
  return to;
}

void* memmove(void* to, const void* from, std::size_t size) {
  auto* target = static_cast<unsigned char*>(to);
  const auto* source = static_cast<const unsigned char*>(from);
  if (size <= 2 * kBlock)
    copy_short(target, source, size);
  else if (size >= kLarge)
    __builtin_memmove(to, from, size);
  else if (target <= source)
    copy_upwards(target, source, size);
  else
    copy_downwards(target, source, size);
  return to;
}

void* memset(void* to, int value, std::size_t size) {
  auto* target = static_cast<unsigned char*>(to);
  const v128_t block = wasm_i8x16_splat(static_cast<std::int8_t>(value));
  if (size >= kLarge) {
    __builtin_memset(to, value, size);
  } else if (size >= kBlock) {
    for (std::size_t at = 0; at + kBlock < size; at += kBlock) store(target + at, block);
    store(target + size - kBlock, block);
  } else if (size >= 4) {
    const auto word = static_cast<std::uint64_t>(wasm_i64x2_extract_lane(block, 0));
    if (size >= 8) {
      store(target, word);
      store(target + size - 8, word);
    } else {
      store(target, static_cast<std::uint32_t>(word));
      store(target + size - 4, static_cast<std::uint32_t>(word));
    }
  } else {
    for (std::size_t at = 0; at < size; ++at) target[at] = static_cast<unsigned char>(value);
  }
  return to;
}

int memcmp(const void* left, const void* right, std::size_t size) {
  const auto* ours = static_cast<const unsigned char*>(left);
  const auto* theirs = static_cast<const unsigned char*>(right);
  if (size < kBlock) return compare_short(ours, theirs, size);
  std::size_t at = 0;
  for (; at + kBlock < size; at += kBlock) {
    if (const std::uint32_t found = differences(ours + at, theirs + at))
      return order_at(ours + at, theirs + at, found);
  }
  at = size - kBlock;
  const std::uint32_t found = differences(ours + at, theirs + at);
  return found ? order_at(ours + at, theirs + at, found) : 0;
}

void* memchr(const void* run, int value, std::size_t size) {
  const auto* bytes = static_cast<const unsigned char*>(run);
  const auto wanted = static_cast<unsigned char>(value);
  const v128_t block = wasm_i8x16_splat(static_cast<std::int8_t>(value));
  std::size_t at = 0;
  for (; at + kBlock <= size; at += kBlock) {
    const std::uint32_t found = wasm_i8x16_bitmask(wasm_i8x16_eq(load<v128_t>(bytes + at), block));
    if (found) return const_cast<unsigned char*>(bytes + at + __builtin_ctz(found));
  }
  for (; at < size; ++at) {
    if (bytes[at] == wanted) return const_cast<unsigned char*>(bytes + at);
  }
  return nullptr;
}

} // extern "C"
