#pragma once
// Reads a text word by word as hashes, without case, accents or punctuation: what lexicons and
// language detection look up. scripts/data_compilers/words.py reads phrases the same way.

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

namespace lectern {

constexpr std::uint32_t kEmptyWord = 0x811C9DC5; // FNV-1a over code points
constexpr std::uint32_t add_letter(std::uint32_t running, char32_t letter) {
  return (running ^ static_cast<std::uint32_t>(letter)) * 0x01000193;
}
constexpr std::uint32_t finish_word(std::uint32_t running) {
  running ^= running >> 15;
  running *= 0x85EBCA6B;
  return running ^ (running >> 13);
}
constexpr std::uint32_t kNumberWord = finish_word(add_letter(kEmptyWord, U'#'));
constexpr std::uint32_t stem_word(std::uint32_t running) {
  return finish_word(add_letter(running, U'*'));
}

constexpr std::uint32_t label_word(std::uint32_t word) { return finish_word(word ^ U':'); }

constexpr std::uint32_t kNoWords = 0x9E3779B9;
constexpr std::uint32_t add_word(std::uint32_t sequence, std::uint32_t word) {
  sequence = ((sequence << 7) | (sequence >> 25)) ^ word;
  sequence *= 0x85EBCA77;
  return sequence ^ (sequence >> 15);
}

/// How the first segment of a phrase is known: the upper bits tell its first word, so that most
/// words of a page are passed over by it.
constexpr std::uint32_t kFirstWordBits = 0xFFF00000;
constexpr std::uint32_t first_segment(std::uint32_t first_word, std::uint32_t sequence) {
  return (first_word & kFirstWordBits) | (sequence >> 12);
}
constexpr std::uint32_t next_segment(std::uint32_t sequence) { return sequence; }

/// Beginnings of words that are known as `word*`, by their running hash.
class PrefixSet {
 public:
  PrefixSet() = default;
  explicit PrefixSet(std::vector<std::uint32_t> running) : sorted_(std::move(running)) {
    std::sort(sorted_.begin(), sorted_.end());
    for (const std::uint32_t prefix : sorted_) filter_[slot(prefix)] |= bit(prefix);
  }
  bool contains(std::uint32_t running) const {
    return (filter_[slot(running)] & bit(running)) != 0 &&
           std::binary_search(sorted_.begin(), sorted_.end(), running);
  }

 private:
  static std::size_t slot(std::uint32_t running) { return (running >> 6) & 31; }
  static std::uint64_t bit(std::uint32_t running) { return std::uint64_t{1} << (running & 63); }

  std::array<std::uint64_t, 32> filter_{};
  std::vector<std::uint32_t> sorted_;
};

inline const PrefixSet kNoPrefixes;

struct ReadWord {
  std::uint32_t hash;
  std::uint32_t stem;   // stem_word() of the longest known prefix, or 0
  std::uint32_t label;  // label_word() when a colon, a bar or a copyright sign follows, or 0
  bool starts_line;     // no word and no opening quotation mark before it
  bool starts_sentence; // the same after a full stop, a colon, a bar, a bullet and the like
  bool is_unspaced;     // one character of a script without spaces
};

/// Whether a character beyond ASCII is a word of its own, in a script without spaces.
bool is_word_alone(char32_t c);

class WordReader {
 public:
  /// `text` is UTF-8 and must outlive the reader, as must `prefixes`.
  explicit WordReader(std::string_view text, const PrefixSet& prefixes = kNoPrefixes)
      : text_(text), prefixes_(&prefixes) {}

  /// The next word, or false at the end.
  bool next(ReadWord& word);

 private:
  void read_punctuation(char32_t c, std::size_t end);
  void start(ReadWord& word);
  void finish(ReadWord& word) const;
  void read_number(ReadWord& word);
  void read_letters(ReadWord& word);
  char32_t peek(std::size_t& end) const;

  std::string_view text_;
  const PrefixSet* prefixes_;
  std::size_t at_ = 0;
  bool line_start_ = true;
  bool sentence_start_ = true;
};

} // namespace lectern
