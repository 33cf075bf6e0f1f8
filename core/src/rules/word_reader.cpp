#include "rules/word_reader.hpp"

#include "base/text.hpp"
#include "base/utf8.hpp"
#include "rules/letter_folding.hpp"

namespace lectern {
namespace {

struct Range {
  char32_t first, last;
};

template <std::size_t N>
bool within(char32_t c, const Range (&ranges)[N]) {
  // Sorted: the first range that ends at or after `c` decides.
  std::size_t low = 0, high = N;
  while (low < high) {
    const std::size_t middle = (low + high) / 2;
    if (ranges[middle].last < c) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low < N && ranges[low].first <= c;
}

// The same ranges stand in scripts/data_compilers/words.py with the reasons.
constexpr Range kDropped[] = {
    {0xAD, 0xAD},     {0x300, 0x36F},   {0x591, 0x5BD},   {0x5BF, 0x5BF},   {0x5C1, 0x5C2},
    {0x5C4, 0x5C7},   {0x640, 0x640},   {0x64B, 0x65F},   {0x670, 0x670},   {0x93C, 0x93C},
    {0x200B, 0x200F}, {0x202A, 0x202E}, {0x2060, 0x2069}, {0xFE00, 0xFE0F}, {0xFEFF, 0xFEFF},
};
constexpr Range kUnspaced[] = {
    {0xE01, 0xE3A},   {0xE40, 0xE4E},   {0x3005, 0x3005}, {0x3007, 0x3007},
    {0x3041, 0x3096}, {0x309D, 0x309F}, {0x30A1, 0x30FA}, {0x30FC, 0x30FF},
    {0x3400, 0x4DBF}, {0x4E00, 0x9FFF}, {0xF900, 0xFAFF}, {0x20000, 0x3FFFF},
};
constexpr Range kSeparators[] = {
    {0x80, 0xA9},     {0xAB, 0xB4},     {0xB6, 0xB9},       {0xBB, 0xBF},        {0xD7, 0xD7},
    {0xF7, 0xF7},     {0x2B0, 0x2FF},   {0x55A, 0x55F},     {0x5BE, 0x5BE},      {0x5C0, 0x5C0},
    {0x5C3, 0x5C3},   {0x5F3, 0x5F4},   {0x600, 0x60F},     {0x61B, 0x61F},      {0x66A, 0x66D},
    {0x6D4, 0x6D4},   {0x964, 0x965},   {0x970, 0x970},     {0xE3F, 0xE3F},      {0xE4F, 0xE4F},
    {0xE5A, 0xE5B},   {0x2000, 0x2BFF}, {0x2E00, 0x2E7F},   {0x3000, 0x3020},    {0x3030, 0x3030},
    {0x309B, 0x309C}, {0x30A0, 0x30A0}, {0x30FB, 0x30FB},   {0xE000, 0xF8FF},    {0xFD3E, 0xFD3F},
    {0xFE10, 0xFE6F}, {0xFFE0, 0xFFFF}, {0x1F000, 0x1FFFF}, {0xE0000, 0x10FFFF},
};
// What begins a new statement when a word follows: stops, bars, bullets, dashes, arrows, icons.
constexpr Range kBoundaries[] = {
    {0xB7, 0xB7},     {0x61B, 0x61B},   {0x61F, 0x61F},   {0x6D4, 0x6D4},   {0x964, 0x965},
    {0x2013, 0x2014}, {0x2022, 0x2023}, {0x2026, 0x2026}, {0x2190, 0x2BFF}, {0x3001, 0x3002},
    {0x3008, 0x3009}, {0x3010, 0x3011}, {0x30FB, 0x30FB}, {0xE000, 0xF8FF}, {0x1F000, 0x1FFFF},
};
constexpr Range kQuotes[] = {
    {0xAB, 0xAB}, {0xBB, 0xBB}, {0x2018, 0x201F}, {0x2039, 0x203A}, {0x300C, 0x300F},
};

constexpr char32_t kFullWidthFirst = 0xFF01, kFullWidthLast = 0xFF5E, kFullWidthOffset = 0xFEE0;

enum class CharacterClass : std::uint8_t { letter, dropped, unspaced, separator };

// The classes of what is not Han, so that texts of most scripts are read without a search.
constexpr char32_t kClassesEnd = 0x3100;
constexpr auto kClasses = [] {
  std::array<CharacterClass, kClassesEnd> classes{};
  const auto fill = [&](const auto& ranges, CharacterClass value) {
    for (const Range& range : ranges)
      for (char32_t c = range.first; c <= range.last && c < kClassesEnd; ++c) classes[c] = value;
  };
  fill(kUnspaced, CharacterClass::unspaced);
  fill(kSeparators, CharacterClass::separator);
  fill(kDropped, CharacterClass::dropped);
  return classes;
}();

/// Of a character beyond ASCII.
CharacterClass class_of(char32_t c) {
  if (c < kClassesEnd) return kClasses[c];
  if (within(c, kDropped)) return CharacterClass::dropped;
  if (within(c, kSeparators)) return CharacterClass::separator;
  return within(c, kUnspaced) ? CharacterClass::unspaced : CharacterClass::letter;
}

bool is_number_digit(char32_t c) {
  if (c < 0x80) return c >= U'0' && c <= U'9';
  return (c >= 0x660 && c <= 0x669) || (c >= 0x6F0 && c <= 0x6F9) || (c >= 0x966 && c <= 0x96F) ||
         (c >= 0xE50 && c <= 0xE59);
}

constexpr bool is_ascii_letter(char32_t c) { return (c | 0x20) >= U'a' && (c | 0x20) <= U'z'; }

// Letters in lower case and digits as they are; 0 for what ends a word, or is beyond ASCII.
constexpr auto kAsciiWordLetters = [] {
  std::array<unsigned char, 0x100> letters{};
  for (unsigned char c = 0; c < 0x80; ++c) {
    if (is_ascii_letter(c)) letters[c] = c | 0x20;
    if (c >= '0' && c <= '9') letters[c] = c;
  }
  return letters;
}();

/// The character at `at`, which moves past it; a full-width form is its ASCII character.
char32_t next_character(std::string_view text, std::size_t& at) {
  const char32_t c = next_code_point(text, at);
  return c >= kFullWidthFirst && c <= kFullWidthLast ? c - kFullWidthOffset : c;
}

} // namespace

bool is_word_alone(char32_t c) { return c >= 0x80 && class_of(c) == CharacterClass::unspaced; }

char32_t WordReader::peek(std::size_t& end) const {
  end = at_;
  return next_character(text_, end);
}

void WordReader::read_punctuation(char32_t c, std::size_t end) {
  const char following = end < text_.size() ? text_[end] : ' ';
  const bool before_space = is_ascii_space(following);
  switch (c) {
    case U' ':
      return;
    case U'.':
    case U':':
      // Not in "example.com" and "10:30".
      sentence_start_ = sentence_start_ || before_space || (following & 0x80) != 0;
      return;
    case U'!':
    case U'?':
    case U';':
    case U'|':
    case U'(':
    case U'[':
    case U'\n':
    case U'>':
      sentence_start_ = true;
      return;
    case U'"':
    case U'\'':
      if (!before_space) line_start_ = sentence_start_ = false;
      return;
    default:
      break;
  }
  if (c < 0x80) return;
  if (within(c, kQuotes)) {
    // A closing mark is followed by a space.
    if (!before_space) line_start_ = sentence_start_ = false;
    return;
  }
  if (within(c, kBoundaries)) sentence_start_ = true;
}

void WordReader::start(ReadWord& word) {
  word.starts_line = line_start_;
  word.starts_sentence = sentence_start_ || line_start_;
  word.stem = 0;
  word.is_unspaced = false;
  line_start_ = sentence_start_ = false;
}

// "Photo: Ann Reed", "Photo | Ann Reed", "Photo (c) Ann Reed" with the sign for it.
void WordReader::finish(ReadWord& word) const {
  word.label = 0;
  std::size_t at = at_;
  while (at < text_.size() && text_[at] == ' ') ++at;
  if (at >= text_.size()) return;
  switch (text_[at]) {
    case ':':
    case '|':
      break;
    case '\xC2':
      if (text_.substr(at, 2) != "\xC2\xA9") return;
      break;
    case '\xEF':
      if (text_.substr(at, 3) != "\xEF\xBC\x9A") return;
      break;
    default:
      return;
  }
  word.label = label_word(word.hash);
}

void WordReader::read_number(ReadWord& word) {
  word.hash = kNumberWord;
  while (at_ < text_.size()) {
    std::size_t end = 0;
    const char32_t c = peek(end);
    const bool joins = c == U'.' || c == U',' || c == U':';
    if (joins) {
      // "2.90" is one number, "in 2023." ends with one.
      if (end >= text_.size() || !(text_[end] >= '0' && text_[end] <= '9')) return;
    } else if (c != U'%' && !is_number_digit(c)) {
      return;
    }
    at_ = end;
  }
}

void WordReader::read_letters(ReadWord& word) {
  constexpr std::size_t kShortestStem = 3;
  std::uint32_t running = kEmptyWord;
  std::size_t letters = 0;
  const auto add = [&](char32_t letter) {
    running = add_letter(running, letter);
    if (++letters >= kShortestStem && prefixes_->contains(running)) word.stem = stem_word(running);
  };
  std::size_t at = at_;
  while (at < text_.size()) {
    const auto byte = static_cast<unsigned char>(text_[at]);
    if (const unsigned char letter = kAsciiWordLetters[byte]) {
      add(letter);
      ++at;
      continue;
    }
    if (byte < 0x80) break;
    std::size_t end = at;
    char32_t c = next_character(text_, end);
    if (c < 0x80) { // full width
      c = kAsciiWordLetters[c];
      if (c == 0) break;
      add(c);
    } else if (const CharacterClass its_class = class_of(c); its_class != CharacterClass::dropped) {
      if (its_class != CharacterClass::letter) break;
      char32_t second = 0;
      add(fold_letter(c, second));
      if (second != 0) add(second);
    }
    at = end;
  }
  at_ = at;
  word.hash = finish_word(running);
}

bool WordReader::next(ReadWord& word) {
  while (at_ < text_.size()) {
    if (text_[at_] == ' ') { // between most words nothing else stands
      ++at_;
      continue;
    }
    std::size_t end = 0;
    const char32_t c = peek(end);
    if (is_number_digit(c)) {
      start(word);
      read_number(word);
      finish(word);
      return true;
    }
    const CharacterClass its_class = c >= 0x80            ? class_of(c)
                                     : is_ascii_letter(c) ? CharacterClass::letter
                                                          : CharacterClass::separator;
    if (its_class == CharacterClass::letter || its_class == CharacterClass::unspaced) {
      start(word);
      if (its_class == CharacterClass::unspaced) {
        word.is_unspaced = true;
        word.hash = finish_word(add_letter(kEmptyWord, fold_han(c)));
        at_ = end;
      } else {
        read_letters(word);
      }
      finish(word);
      return true;
    }
    read_punctuation(c, end);
    at_ = end;
  }
  return false;
}

} // namespace lectern
