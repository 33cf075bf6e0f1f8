#pragma once
// The phrases of one language as scripts/compile_data.py writes them from core/data/lexicons: text,
// because text compresses well and hashes do not. Phrases are cut into segments:
//
//   lectern phrases 1                    the format
//   advertisement alt_text ...           the lexicons, called a, b, ... below
//   abonnier werb                        words of which the beginning counts (`abonnier*`)
//   ^0 begin your|start your             a first segment, leads to segment 0
//   ~m subscribe now                     a first segment, leads to a hit in lexicon m
//   *m$ trial                            later segments, numbered from 0
//
// A first segment stands anywhere (`=`), at the start of a line (`^`) or of a sentence (`~`); a
// later one next to the one before (`+`) or after a gap (`*`). With `$` only the end of a line is a
// hit.
//
// A later segment without alternatives stands for any few words up to the line's end.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "rules/lexicon.hpp"

namespace lectern {

/// Where a segment of a phrase leads: to the next one, or to its end, which is a hit.
using PhraseTarget = std::uint16_t;
constexpr PhraseTarget kFirstNodeTarget = 64;
constexpr PhraseTarget to_lexicon(Lexicon lexicon, bool at_line_end) {
  return static_cast<PhraseTarget>(1 + 2 * static_cast<int>(lexicon) + (at_line_end ? 1 : 0));
}
constexpr PhraseTarget to_node(std::size_t node) {
  return static_cast<PhraseTarget>(kFirstNodeTarget + node);
}

enum class StartAnchor : std::uint8_t { anywhere, line, sentence };

/// Segments that lead to the same place.
struct PhraseSegments {
  PhraseTarget target = 0;
  StartAnchor anchor = StartAnchor::anywhere; // of first segments
  bool gap_before = false;                    // of later ones
  std::string_view alternatives;              // with bars between them
};

struct PhraseFile {
  std::vector<std::string_view> stems;
  std::vector<PhraseSegments> first, later;

  /// Views point into `text`. Nothing when it is no such file, or of another format.
  static std::optional<PhraseFile> read(std::string_view text);
};

/// Takes the next line, or the next alternative, off the front.
std::string_view take_until(std::string_view& text, char end);

struct CompiledPhrases {
  std::string_view language;
  std::string_view text; // empty: a file of its own
};
extern const CompiledPhrases kCompiledPhrases[];
extern const std::size_t kCompiledPhrasesCount;

} // namespace lectern
