#include "rules/name_words.hpp"

#include <algorithm>
#include <array>

#include "base/text.hpp"
#include "base/utf8.hpp"

namespace lectern {
namespace {

constexpr std::size_t kLongestPhrase = 4; // words, as scripts/data_compilers/bylines.py allows

bool is_unspaced_text(std::string_view text) {
  std::size_t at = 0;
  return !text.empty() && is_cjk(next_code_point(text, at));
}

// "d'Ormesson", "dell'Acqua", "al-Sayed": the name begins behind what stands before it.
bool has_capital_behind_article(std::string_view word) {
  constexpr int kMostLetters = 4, kLettersOfHyphened = 2;
  int letters = 0;
  for (std::size_t at = 0; at < word.size() && letters <= kMostLetters;) {
    const char32_t c = next_code_point(word, at);
    if (is_letter(c)) {
      ++letters;
      continue;
    }
    const bool joins = c == '\'' || c == 0x2019 || (c == '-' && letters == kLettersOfHyphened);
    if (!joins || at >= word.size()) return false;
    return is_upper(next_code_point(word, at));
  }
  return false;
}

} // namespace

bool belongs_to_name_word(char32_t c) {
  return is_letter(c) || is_digit(c) || (c >= 0x300 && c <= 0x36F) || (c >= 0x900 && c <= 0x9FF) ||
         (c >= 0xE00 && c <= 0xE7F);
}

std::vector<NameWord> read_name_words(std::string_view text, std::size_t most) {
  constexpr std::size_t kUsual = 6; // words of a byline
  std::vector<NameWord> words;
  std::size_t at = 0;
  while (at < text.size() && words.size() < most) {
    // One run between white space.
    NameWord word;
    bool started = false;
    bool all_cjk = true;
    bool done = false;
    while (at < text.size() && !done) {
      const std::size_t begin = at;
      const char32_t c = next_code_point(text, at);
      if (is_space(c)) {
        done = true;
      } else if (belongs_to_name_word(c)) {
        if (!started) {
          started = true;
          word.begin = begin;
          word.is_capitalised = is_letter(c) && (is_upper(c) || to_lower(c) == c) &&
                                !(to_lower(c) == c && (c < 0x590));
          word.is_address = begin > 0 && text[begin - 1] == '@';
        }
        word.end = at;
        word.has_digit = word.has_digit || is_digit(c);
        all_cjk = all_cjk && is_cjk(c);
      } else if (started && (c == '@' || (c == '/' && at < text.size() && text[at] == '/'))) {
        word.is_address = true;
        all_cjk = false;
      } else if (started && c != 0x30FB) {
        all_cjk = false;
      }
    }
    if (!started) continue;
    if (words.empty()) words.reserve(std::min(most, kUsual));
    const std::string_view inner = text.substr(word.begin, word.end - word.begin);
    word.is_capitalised = word.is_capitalised || has_capital_behind_article(inner);
    word.lower = to_lower(inner);
    word.is_cjk = is_unspaced_text(inner) && all_cjk;
    if (starts_with_ignoring_case(inner, "www.") || starts_with_ignoring_case(inner, "http"))
      word.is_address = true;
    words.push_back(std::move(word));
  }
  return words;
}

namespace {

/// The languages' indices by the two letters that all but few tags begin with: asked for each line.
class LanguageIndices {
 public:
  LanguageIndices() {
    of_letters_.fill(kNone);
    for (std::size_t i = 0; i < kBylineLanguageCount; ++i) {
      if (kBylineLanguages[i].size() == 2)
        of_letters_[place_of(kBylineLanguages[i])] = static_cast<int>(i);
    }
    for (const std::string_view norwegian : {"nb", "nn"})
      of_letters_[place_of(norwegian)] = of_letters_[place_of("no")];
  }

  /// The index of the language of a tag, or -1.
  int of(std::string_view tag) const {
    const std::string_view primary = tag.substr(0, tag.find_first_of("-_"));
    if (primary.size() == 2) {
      const std::size_t place = place_of(primary);
      return place < of_letters_.size() ? of_letters_[place] : kNone;
    }
    const std::string_view* end = kBylineLanguages + kBylineLanguageCount;
    const std::string_view* found = std::find(kBylineLanguages, end, ascii_lower(primary));
    return found == end ? kNone : static_cast<int>(found - kBylineLanguages);
  }

 private:
  static constexpr int kNone = -1;
  static constexpr std::size_t kLetters = 26;

  /// Of two letters; beyond the table for anything else.
  static std::size_t place_of(std::string_view two) {
    const auto number = [](char c) {
      return static_cast<std::size_t>(static_cast<unsigned char>(ascii_lower(c) - 'a'));
    };
    const std::size_t first = number(two[0]), second = number(two[1]);
    return first < kLetters && second < kLetters ? first * kLetters + second : kLetters * kLetters;
  }

  std::array<int, kLetters * kLetters> of_letters_;
};

const LanguageIndices& language_indices() {
  static const LanguageIndices kIndices;
  return kIndices;
}

} // namespace

BylineLexicon::BylineLexicon(std::string_view language)
    : language_(language.empty() ? -1 : language_indices().of(language)) {
  static const int kEnglish = language_indices().of("en");
  english_ = kEnglish;
  all_ = language_ < 0;
}

bool BylineLexicon::parts_given_names() const {
  static const int kJapanese = language_indices().of("ja");
  return language_ >= 0 && language_ == kJapanese;
}

// When the language is unknown every one is spoken, but for words so short that they are something
// else in the next one, and for those that end a byline, which are parts of names elsewhere.
bool BylineLexicon::speaks(const BylineWord& word) const {
  constexpr std::size_t kShort = 2; // bytes
  if (word.language == language_ || word.language == english_) return true;
  const auto kind = static_cast<BylineWordKind>(word.kind);
  return all_ && kind != BylineWordKind::stop && word.phrase.size() > kShort;
}

namespace {

// Asked for every word of every line that may hold a name.
struct Words {
  std::span<const BylineWord> all = byline_words();
  const BylineWord* end() const { return all.data() + all.size(); }
  /// The first word that is not before `phrase`.
  const BylineWord* from(std::string_view phrase) const {
    return std::lower_bound(all.data(), end(), phrase,
                            [](const BylineWord& e, std::string_view p) { return e.phrase < p; });
  }
};

const Words& words_in_order() {
  static const Words kWords;
  return kWords;
}

/// Which kinds there may be of a phrase, or of those that begin with a word, in any language:
/// nearly all words are told not to be one by a hash, without a search of the sorted table.
class KindSieve {
  static_assert(static_cast<int>(BylineWordKind::picture) < 16, "a bit for each kind");

 public:
  void add(std::string_view text, std::uint8_t kind) {
    kinds_[place_of(text)] |= static_cast<std::uint16_t>(1u << kind);
  }
  bool may_hold(std::string_view text, BylineWordKind kind) const {
    return (kinds_[place_of(text)] >> static_cast<unsigned>(kind) & 1) != 0;
  }

 private:
  static constexpr int kPlaceBits = 13;
  static std::size_t place_of(std::string_view text) {
    return static_cast<std::size_t>(hash_of(text) >> (64 - kPlaceBits));
  }
  std::array<std::uint16_t, std::size_t{1} << kPlaceBits> kinds_{};
};

struct KindSieves {
  KindSieve of_phrases, of_first_words;
  KindSieves() {
    for (const BylineWord& word : byline_words()) {
      of_phrases.add(word.phrase, word.kind);
      of_first_words.add(word.phrase.substr(0, word.phrase.find(' ')), word.kind);
    }
  }
};

const KindSieves& kind_sieves() {
  static const KindSieves kSieves;
  return kSieves;
}

} // namespace

bool BylineLexicon::has(const std::string& phrase, BylineWordKind kind) const {
  if (!kind_sieves().of_phrases.may_hold(phrase, kind)) return false;
  const BylineWord* end = words_in_order().end();
  const BylineWord* entry = words_in_order().from(phrase);
  for (; entry != end && entry->phrase == phrase; ++entry) {
    if (static_cast<BylineWordKind>(entry->kind) != kind) continue;
    if (speaks(*entry) || is_unspaced_text(phrase)) return true;
  }
  return false;
}

bool BylineLexicon::begins_phrase(std::string_view word) {
  const BylineWord* entry = words_in_order().from(word);
  return entry != words_in_order().end() && entry->phrase.starts_with(word);
}

std::size_t BylineLexicon::phrase_length(const std::vector<NameWord>& words, std::size_t at,
                                         BylineWordKind kind) const {
  if (!kind_sieves().of_first_words.may_hold(words[at].lower, kind)) return 0;
  std::string phrase;
  std::size_t longest = 0;
  for (std::size_t n = 0; n < kLongestPhrase && at + n < words.size(); ++n) {
    if (n > 0) phrase += ' ';
    phrase += words[at + n].lower;
    if (has(phrase, kind)) longest = n + 1;
  }
  return longest;
}

namespace {

// Phrases of scripts without spaces stand at the end of the table: their bytes are the greatest.
const BylineWord* first_unspaced() {
  constexpr std::string_view kFirstKana = "\xE3\x81\x81";
  return words_in_order().from(kFirstKana);
}

// The longest phrase of that kind from `entry` on that `matches`; the first one without
// `may_follow` ends the search.
template <typename MayFollow, typename Matches>
std::string_view longest_unspaced(const BylineWord* entry, BylineWordKind kind,
                                  const MayFollow& may_follow, const Matches& matches) {
  std::string_view best;
  for (; entry != words_in_order().end() && may_follow(entry->phrase); ++entry) {
    if (static_cast<BylineWordKind>(entry->kind) == kind && entry->phrase.size() > best.size() &&
        matches(entry->phrase)) {
      best = entry->phrase;
    }
  }
  return best;
}

bool may_be_unspaced(std::string_view text, std::size_t lead) {
  return text.size() >= 3 && static_cast<unsigned char>(text[lead]) >= 0xE3;
}

} // namespace

std::string_view BylineLexicon::prefix(std::string_view text, BylineWordKind kind) const {
  if (!may_be_unspaced(text, 0)) return {};
  // All that it may begin with stand together, at its first character.
  constexpr std::size_t kCharacter = 3; // bytes, the fewest of such a script
  const std::string_view first = text.substr(0, kCharacter);
  return longest_unspaced(
      words_in_order().from(first), kind,
      [first](std::string_view phrase) { return phrase.starts_with(first); },
      [text](std::string_view phrase) { return text.starts_with(phrase); });
}

std::string_view BylineLexicon::suffix(std::string_view text, BylineWordKind kind) const {
  if (text.size() < 3 || !may_be_unspaced(text, text.size() - 3)) return {};
  return longest_unspaced(
      first_unspaced(), kind, [](std::string_view) { return true; },
      [text](std::string_view phrase) { return text.ends_with(phrase); });
}

} // namespace lectern
