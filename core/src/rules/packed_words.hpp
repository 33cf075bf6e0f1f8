#pragma once
// A sorted table of words as it is compiled in: a table of views would hold an address and a length
// for each, which take more than the words when they are compressed.

#include <cstddef>
#include <string_view>

namespace lectern {

struct PackedWords {
  std::string_view text;        // a line for each; an empty one for the same word again
  const unsigned char* details; // of all words, one after another; then the second of all; ...
  std::size_t count;
};

/// Calls `take` with each word and its place. The words are views into the table.
template <typename Take>
void for_each_packed(const PackedWords& table, Take take) {
  std::string_view word, left = table.text;
  for (std::size_t i = 0; i < table.count; ++i) {
    const std::size_t end = left.find('\n');
    if (end > 0) word = left.substr(0, end);
    left.remove_prefix(end + 1);
    take(word, i);
  }
}

} // namespace lectern
