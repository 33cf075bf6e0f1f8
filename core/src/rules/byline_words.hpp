#pragma once
// The phrases of core/data/bylines, compiled.

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

#include "rules/packed_words.hpp"

namespace lectern {

enum class BylineWordKind : std::uint8_t {
  by,         // stands before the names of those who wrote
  after,      // stands right behind a name, in scripts without spaces
  other,      // stands before the names of people who did something else
  and_,       // stands between names
  role,       // what a person is
  modifier,   // belongs to a role that follows it
  group,      // signs an article when no person does
  stop,       // the byline is over
  credential, // letters after a name
  suffix,     // part of the name before it: Jr.
  never,      // a whole value that is no name
  label,      // as `by`, when a colon follows
  agency,     // the short name of a news agency
  particle,   // part of a name without a capital letter: "de"
  picture,    // what a person is who made the pictures
};

struct BylineWord {
  std::string_view phrase;
  std::uint8_t kind;     // a BylineWordKind
  std::uint8_t language; // an index into kBylineLanguages
};

/// Sorted by the bytes of their phrases; unpacked when first asked for.
std::span<const BylineWord> byline_words();

/// Whether a word in lower case is a given name, or in scripts without spaces a family name, in any
/// language.
bool is_person_word(std::string_view lower);

extern const PackedWords kPackedPersonWords;
extern const PackedWords kPackedBylineWords; // with kinds and languages
extern const std::string_view kBylineLanguages[];
extern const std::size_t kBylineLanguageCount;

} // namespace lectern
