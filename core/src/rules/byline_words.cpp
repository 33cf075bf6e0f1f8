#include "rules/byline_words.hpp"

#include <vector>

namespace lectern {

std::span<const BylineWord> byline_words() {
  static const std::vector<BylineWord> kWords = [] {
    const PackedWords& table = kPackedBylineWords;
    std::vector<BylineWord> words;
    words.reserve(table.count);
    for_each_packed(table, [&](std::string_view phrase, std::size_t i) {
      words.push_back({phrase, table.details[i], table.details[table.count + i]});
    });
    return words;
  }();
  return kWords;
}

} // namespace lectern
