#pragma once
// Tables that scripts/compile_data.py writes from core/data/lexicons: phrases as hashes of their
// words.
//
// `^[start|begin] your * trial$` becomes a group {to_node(7), 2, line start} with the hashes of
// "start your" and "begin your", and node 7 {to_lexicon(.., at line end), .., 1, gap} with the key
// of "trial".

#include <cstddef>
#include <cstdint>

#include "rules/lexicon.hpp"

namespace lectern {

/// Where a segment of a phrase leads: to the next one, or to its end, which is a hit.
using PhraseTarget = std::uint16_t;
constexpr PhraseTarget kLeadTarget = 0; // the first two characters of a phrase, nothing more
constexpr PhraseTarget kFirstNodeTarget = 64;
constexpr PhraseTarget to_lexicon(Lexicon lexicon, bool at_line_end) {
  return static_cast<PhraseTarget>(1 + 2 * static_cast<int>(lexicon) + (at_line_end ? 1 : 0));
}
constexpr PhraseTarget to_node(int node) {
  return static_cast<PhraseTarget>(kFirstNodeTarget + node);
}

enum class StartAnchor : std::uint8_t { anywhere, line, sentence };

struct PhraseGroup {
  PhraseTarget target;
  std::uint16_t count; // of hashes, which stand in the order of the groups
  std::uint8_t anchor; // StartAnchor
};

struct PhraseNode {
  PhraseTarget target;
  std::uint32_t
      first_key; // sorted keys: hashes of what may follow; with 16 bits prose hit by chance
  std::uint16_t count;
  std::uint8_t longest; // in words
  bool gap_before;
};

struct LexiconTable {
  const char* language;
  std::uint8_t longest_first; // words of the longest first segment
  std::uint16_t first_group;
  std::uint32_t first_hash;
  std::uint16_t first_prefix;
  std::uint16_t group_count;
  std::uint16_t prefix_count;
};

extern const LexiconTable kLexiconTables[];
extern const std::size_t kLexiconTableCount;
extern const PhraseGroup kPhraseGroups[];
extern const std::uint32_t kPhraseHashes[];
extern const PhraseNode kPhraseNodes[];
extern const std::uint32_t kPhraseKeys[];
extern const std::uint32_t kWordPrefixes[]; // running hashes of `word*`

} // namespace lectern
