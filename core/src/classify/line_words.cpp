#include "classify/line_words.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "base/text.hpp"

namespace lectern {
namespace {

constexpr std::size_t kMaxWords = 60; // of a line; a longer one has shown what it is
constexpr std::size_t kSlots = 256;   // for the words, their pairs, the first and the last
static_assert(kSlots > 2 * (2 * kMaxWords + 1));
constexpr int kNear = 5; // lines on each side
constexpr int kOffsets[] = {-2, -1, 1, 2};

std::uint32_t mixed(std::uint64_t hash, std::uint64_t with) {
  hash = (hash ^ (with * 0x9E3779B97F4A7C15u)) * 0xC2B2AE3D27D4EB4Fu;
  hash ^= hash >> 29;
  return static_cast<std::uint32_t>((hash * 0x9E3779B97F4A7C15u) >> 32);
}

/// words_of_line() into lists that were used before.
void read_words(std::string_view text, std::vector<std::uint64_t>& tokens, LineWords& words) {
  tokens.clear();
  append_token_hashes(text, tokens, kMaxWords);
  words.count = tokens.size();
  words.hashes.resize(tokens.empty() ? 0 : 2 * tokens.size() + 1);
  if (tokens.empty()) return;
  constexpr std::uint64_t kAnywhere = 1, kFirst = 2, kLast = 3;
  std::uint32_t* hash = words.hashes.data();
  for (const std::uint64_t token : tokens) *hash++ = mixed(token, kAnywhere);
  *hash++ = mixed(tokens.front(), kFirst);
  *hash++ = mixed(tokens.back(), kLast);
  for (std::size_t i = 1; i < tokens.size(); ++i) *hash++ = mixed(tokens[i - 1], tokens[i]);
}

} // namespace

LineWords words_of_line(std::string_view text) {
  LineWords words;
  std::vector<std::uint64_t> tokens;
  read_words(text, tokens, words);
  return words;
}

float WordWeights::score(const LineWords& words) const {
  if (bits == 0 || words.count == 0) return bias;
  // A place counts once: what was met is kept in a table of twice as many slots as there are words.
  std::array<std::uint32_t, kSlots> met{};
  std::int32_t sum = 0;
  for (const std::uint32_t hash : words.hashes) {
    const std::uint32_t place = hash >> (32 - bits);
    std::size_t slot = place % kSlots;
    while (met[slot] != 0 && met[slot] != place + 1) slot = (slot + 1) % kSlots;
    if (met[slot] == 0) sum += weights[place];
    met[slot] = place + 1;
  }
  return static_cast<float>(sum) * unit / std::sqrt(static_cast<float>(words.count)) + bias;
}

std::vector<std::string> line_word_columns() {
  return {"words", "words@-2", "words@-1", "words@+1", "words@+2", "words_near"};
}

std::vector<float> line_word_rows(const Document& document, const WordWeights& weights) {
  const auto count = static_cast<int>(document.blocks.size());
  std::vector<float> score, rows;
  std::vector<double> sum{0.0};
  std::vector<std::uint64_t> tokens;
  LineWords words;
  for (const Block& block : document.blocks) {
    read_words(document.text_of(block), tokens, words);
    score.push_back(weights.score(words));
    sum.push_back(sum.back() + static_cast<double>(score.back()));
  }
  rows.reserve(score.size() * line_word_columns().size());
  for (int i = 0; i < count; ++i) {
    rows.push_back(score[static_cast<std::size_t>(i)]);
    for (int offset : kOffsets) {
      const int at = i + offset;
      rows.push_back(at >= 0 && at < count ? score[static_cast<std::size_t>(at)] : 0.0F);
    }
    const auto from = static_cast<std::size_t>(std::max(0, i - kNear)),
               to = static_cast<std::size_t>(std::min(count, i + kNear + 1));
    rows.push_back(static_cast<float>((sum[to] - sum[from]) / static_cast<double>(to - from)));
  }
  return rows;
}

} // namespace lectern
