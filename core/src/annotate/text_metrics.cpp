#include "annotate/text_metrics.hpp"

#include <array>

#include "base/utf8.hpp"

namespace lectern {
namespace {

constexpr TokenHash kHashSeed = 2166136261u; // FNV-1a
constexpr TokenHash kHashPrime = 16777619u;
constexpr int kMaxShortToken = 4;

// ASCII letters in lower case; 0 for every other byte.
constexpr auto kLowerLetters = [] {
  std::array<unsigned char, 256> letters{};
  for (unsigned char c = 'a'; c <= 'z'; ++c) letters[c] = letters[c - 'a' + 'A'] = c;
  return letters;
}();

enum class Mark : std::uint8_t {
  none,
  stop,
  question,
  colon,
  comma,
  opening_quote,
  closing,
  separator,
  currency
};

constexpr Mark find_mark(char32_t c) {
  switch (c) {
    case U'.':
    case U'!':
    case 0x3002:
    case 0xFF01:
    case 0x2026:
    case 0x06D4:
    case 0x0964:
      return Mark::stop;
    case U'?':
    case 0xFF1F:
    case 0x061F:
      return Mark::question;
    case U':':
    case 0xFF1A:
      return Mark::colon;
    case U',':
    case 0xFF0C:
    case 0x3001:
    case 0x060C:
      return Mark::comma;
    case U'"':
    case 0x201C:
    case 0x201E:
    case 0x00AB:
    case 0x2018:
    case U'\'':
    case 0x300C:
    case 0x300E:
    case 0x201A:
      return Mark::opening_quote;
    case U')':
    case 0x201D:
    case 0x00BB:
    case 0x2019:
    case 0x300D:
    case 0x300F:
    case U']':
      return Mark::closing;
    case U'|':
    case 0x2022:
    case 0x00B7:
    case 0x203A:
    case 0x2192:
    case 0x25B6:
    case 0x25BA:
    case 0x276F:
      return Mark::separator;
    case U'$':
    case 0x20AC:
    case 0x00A3:
    case 0x00A5:
    case 0x20B9:
      return Mark::currency;
    default:
      return Mark::none;
  }
}

constexpr auto kAsciiMarks = [] {
  std::array<Mark, kAsciiEnd> marks{};
  for (char32_t c = 0; c < kAsciiEnd; ++c) marks[c] = find_mark(c);
  return marks;
}();

Mark mark_of(char32_t c) { return c < kAsciiEnd ? kAsciiMarks[c] : find_mark(c); }

} // namespace

TextMetrics measure_text(std::string_view text, std::vector<TokenHash>& hashes,
                         std::vector<unsigned char>& short_tokens) {
  TextMetrics m;
  TokenHash hash = kHashSeed;
  int token_letters = 0;
  bool token_is_number = false;
  int word_letters = 0, word_capitals = 0;
  bool word_begins_capital = false, at_word_start = true;
  char32_t previous = 0;
  Mark last_mark = Mark::none;

  const auto end_token = [&] {
    if (token_letters == 0) return;
    hashes.push_back(hash);
    short_tokens.push_back(token_letters <= kMaxShortToken && !token_is_number);
    ++m.tokens;
    token_letters = 0;
    hash = kHashSeed;
    token_is_number = false;
  };
  const auto end_word = [&] {
    if (at_word_start) return;
    ++m.words;
    if (word_begins_capital) ++m.capital_words;
    if (word_letters >= 2 && word_capitals == word_letters) ++m.all_caps_words;
    word_letters = word_capitals = 0;
    word_begins_capital = false;
    at_word_start = true;
  };

  const auto add_part_of_word = [&](char32_t c, bool digit, bool upper) {
    if (m.characters == 1) {
      m.begins_number = digit;
      m.begins_lower = !digit && !upper && to_lower(c) == c && c < 0x0530;
    }
    if (at_word_start) word_begins_capital = upper;
    at_word_start = false;
    if (!digit) {
      ++word_letters;
      word_capitals += upper;
    }
  };
  const auto add_part_of_token = [&](char32_t c, bool digit) {
    if (token_letters == 0) token_is_number = digit;
    hash = (hash ^ static_cast<TokenHash>(to_lower(c))) * kHashPrime;
    ++token_letters;
  };

  for (std::size_t at = 0; at < text.size();) {
    // Nearly everything is an ASCII letter after another, so they are taken together.
    auto byte = static_cast<unsigned char>(text[at]);
    if (unsigned char letter = kLowerLetters[byte]; letter != 0) {
      const bool upper = letter != byte;
      if (m.characters == 0) m.begins_lower = !upper;
      if (at_word_start) word_begins_capital = upper;
      at_word_start = false;
      if (token_letters == 0) token_is_number = false;
      const std::size_t begin = at;
      do {
        hash = (hash ^ letter) * kHashPrime;
        word_capitals += letter != byte;
        previous = byte;
        if (++at == text.size()) break;
        byte = static_cast<unsigned char>(text[at]);
        letter = kLowerLetters[byte];
      } while (letter != 0);
      const auto letters = static_cast<int>(at - begin);
      m.characters += letters;
      word_letters += letters;
      token_letters += letters;
      last_mark = Mark::none;
      continue;
    }
    const char32_t c = next_code_point(text, at);
    ++m.characters;
    if (c == U' ') {
      if (last_mark == Mark::stop || last_mark == Mark::question) ++m.sentences;
      end_token();
      end_word();
      last_mark = Mark::none;
      previous = c;
      continue;
    }
    const Mark mark = mark_of(c);
    if (const bool digit = is_digit(c); digit || is_letter(c)) {
      if (digit) ++m.digits;
      add_part_of_word(c, digit, !digit && is_upper(c));
      const bool stands_alone = is_unspaced(c);
      if (stands_alone) end_token();
      add_part_of_token(c, digit);
      if (stands_alone) end_token();
      if (digit && mark_of(previous) == Mark::currency) m.has_price = true;
    } else {
      end_token();
      ++m.punctuation;
      if (m.characters == 1) m.begins_quoted = mark == Mark::opening_quote;
      if (mark == Mark::comma) ++m.commas;
      if (mark == Mark::separator) m.has_separator = true;
      if (mark == Mark::currency && (is_digit(previous) || (previous == U' ' && m.digits > 0)))
        m.has_price = true;
      // An ideographic full stop ends a sentence without a space after it.
      if (mark == Mark::stop && c > 0x3000) ++m.sentences;
      if (at_word_start) at_word_start = false;
    }
    if (mark != Mark::closing && mark != Mark::opening_quote) last_mark = mark;
    previous = c;
  }
  end_token();
  end_word();
  const Mark final_mark = mark_of(previous);
  m.ends_strictly = final_mark == Mark::stop || final_mark == Mark::question;
  m.ends_with_question = final_mark == Mark::question;
  m.ends_with_colon = final_mark == Mark::colon;
  m.ends_sentence =
      m.ends_strictly || final_mark == Mark::closing || final_mark == Mark::opening_quote;
  if (last_mark == Mark::stop || last_mark == Mark::question) ++m.sentences;
  return m;
}

} // namespace lectern
