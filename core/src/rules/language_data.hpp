#pragma once
// Tables that scripts/compile_data.py writes from core/data/languages.

#include <cstddef>
#include <cstdint>

#include "rules/packed_hashes.hpp"

namespace lectern {

extern const char* const kLanguages[];
extern const std::size_t kLanguageCount;

/// Frequent words by the hash of a WordReader; one entry for each language that has the word.
extern const PackedHashes kLanguageWords;
extern const std::uint8_t kLanguagesOfWords[]; // indexes into kLanguages

/// Letters that few languages have, lower case, sorted; the same way.
extern const std::uint16_t kLanguageLetters[];
extern const std::uint8_t kLanguagesOfLetters[];
extern const std::size_t kLanguageLetterCount;

} // namespace lectern
