#pragma once
// What the words of a line say of it, whatever they mean: the model's weights of words and pairs of
// words, learned with the trees. A line of plain text often has nothing else that tells a promo
// from a paragraph.

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "document/block.hpp"

namespace lectern {

/// The words of a line, its pairs of words, its first and its last word, as hashes. Part of the
/// model's format: another hash needs another model.
struct LineWords {
  std::vector<std::uint32_t> hashes;
  std::size_t count = 0; // words
};
LineWords words_of_line(std::string_view text);

/// Weights of hashed words: a hash's place is in its upper bits.
struct WordWeights {
  unsigned bits = 0; // of a place; 0: no weights
  float unit = 0;
  float bias = 0;
  std::vector<std::int8_t> weights;

  /// What the words of a line add up to, by the root of their number: as log odds of being article
  /// text.
  float score(const LineWords& words) const;
};

std::vector<std::string> line_word_columns();

/// The scores of each block and of those around it, a row of `line_word_columns` a block.
std::vector<float> line_word_rows(const Document& document, const WordWeights& weights);

} // namespace lectern
