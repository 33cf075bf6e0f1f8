#include "rules/byline_words.hpp"

#include <algorithm>
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

bool is_person_word(std::string_view lower) {
  static const std::vector<std::string_view> kWords = [] {
    std::vector<std::string_view> words;
    words.reserve(kPackedPersonWords.count);
    for_each_packed(kPackedPersonWords,
                    [&](std::string_view word, std::size_t) { words.push_back(word); });
    return words;
  }();
  return std::binary_search(kWords.begin(), kWords.end(), lower);
}

} // namespace lectern
