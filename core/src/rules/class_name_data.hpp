#pragma once
// Tables that scripts/compile_data.py writes from core/data/class_names.

#include <cstdint>

#include "rules/class_names.hpp"
#include "rules/packed_hashes.hpp"

namespace lectern {

/// Hashes of words, pairs or beginnings of words, and the sets of hints that they stand for, as
/// indexes into kHintSets.
struct ClassWordTable {
  PackedHashes hashes;
  const std::uint8_t* sets;
};

extern const ClassWordTable kClassWords;      // words, and pairs of neighbouring words
extern const ClassWordTable kClassPrefixes;   // `relat*`
extern const ClassWordTable kClassExceptions; // pairs that take their words' hints back
extern const std::uint64_t kHintSets[];

} // namespace lectern
