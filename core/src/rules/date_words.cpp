#include "rules/date_words.hpp"

#include <vector>

namespace lectern {

std::span<const DateWord> date_words() {
  static const std::vector<DateWord> kWords = [] {
    const PackedWords& table = kPackedDateWords;
    std::vector<DateWord> words;
    words.reserve(table.count);
    for_each_packed(table, [&](std::string_view word, std::size_t i) {
      words.push_back({word, table.details[i], table.details[table.count + i],
                       table.details[2 * table.count + i]});
    });
    return words;
  }();
  return kWords;
}

} // namespace lectern
