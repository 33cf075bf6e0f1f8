#pragma once
// Tables that scripts/compile_data.py writes from core/data/lexicons: phrases cut into segments.
//
// `^[start|begin] your * trial$` becomes a group {to_node(7), line start} with the text
// "begin your|start your", and node 7 {to_lexicon(.., at line end), gap} with the text "trial".

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

/// First segments that lead to the same place.
struct PhraseGroup {
  PhraseTarget target;
  std::uint8_t anchor; // StartAnchor
};

/// Later segments. Without alternatives it stands for any few words up to the line's end.
struct PhraseNode {
  PhraseTarget target;
  bool gap_before;
};

struct LexiconTable {
  const char* language;
  const char*
      text; // a line of alternatives ("start your|begin your") for each group, then each node
  std::uint16_t first_group, group_count;
  std::uint16_t first_node, node_count; // targets count the nodes from here
  std::uint16_t first_prefix, prefix_count;
};

extern const LexiconTable kLexiconTables[];
extern const std::size_t kLexiconTableCount;
extern const PhraseGroup kPhraseGroups[];
extern const PhraseNode kPhraseNodes[];
extern const std::uint32_t kWordPrefixes[]; // running hashes of `word*`

} // namespace lectern
