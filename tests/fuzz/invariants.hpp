#pragma once
// What holds of every input. A target calls `require`; a broken one ends the run with the sentence,
// and libFuzzer keeps the input.

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "base/utf8.hpp"
#include "lectern/lectern.hpp"
#include "support/allowed_output.hpp"

namespace lectern::fuzz {

inline void require(bool holds, const std::string& sentence) {
  if (holds) return;
  std::fprintf(stderr, "broken: %s\n", sentence.c_str());
  std::abort();
}

inline void require_none(const std::vector<std::string>& faults) {
  for (const std::string& fault : faults) std::fprintf(stderr, "broken: %s\n", fault.c_str());
  if (!faults.empty()) std::abort();
}

inline std::string_view view_of(const std::uint8_t* data, std::size_t size) {
  return {reinterpret_cast<const char*>(data), size};
}

/// True when the letters and digits of `part` stand in `whole` in the same order.
inline bool is_subsequence(std::string_view part, std::string_view whole) {
  std::size_t in_whole = 0;
  for (std::size_t at = 0; at < part.size();) {
    const char32_t c = next_code_point(part, at);
    if (!is_letter(c) && !is_digit(c)) continue;
    bool is_found = false;
    while (in_whole < whole.size() && !is_found) is_found = next_code_point(whole, in_whole) == c;
    if (!is_found) return false;
  }
  return true;
}

/// What a reader reads of a block in the words of the page: neither alt texts nor formulas, which
/// stand in attributes.
inline std::string words_of(const ArticleBlock& block) {
  std::string words;
  for (const Inline& part : block.content) {
    if (part.type == Inline::Type::text) words += part.text;
  }
  return words;
}

} // namespace lectern::fuzz
