#pragma once
// Tables that scripts/compile_data.py writes from core/data/class_names.

#include <cstddef>
#include <cstdint>

#include "rules/class_names.hpp"

namespace lectern {

/// Hashes of words, pairs or beginnings of words, sorted, and the sets of hints that they stand
/// for, as indexes into kHintSets.
struct ClassWordTable {
  const std::uint32_t* hashes;
  const std::uint8_t* sets;
  std::size_t count;
};

extern const ClassWordTable kClassWords;      // words, and pairs of neighbouring words
extern const ClassWordTable kClassPrefixes;   // `relat*`
extern const ClassWordTable kClassExceptions; // pairs that take their words' hints back
extern const std::uint64_t kHintSets[];

} // namespace lectern
