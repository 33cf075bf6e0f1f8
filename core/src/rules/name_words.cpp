#include "rules/name_words.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "base/utf8.hpp"
#include "rules/phrase_sieve.hpp"

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

std::vector<NameWord> read_name_words(std::string_view text) {
  std::vector<NameWord> words;
  std::size_t at = 0;
  while (at < text.size()) {
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

// The index of the language of that primary subtag, or -1; the table is sorted.
int language_index(std::string_view language) {
  std::string primary = ascii_lower(language.substr(0, language.find_first_of("-_")));
  if (primary == "nb" || primary == "nn") primary = "no";
  const std::string_view* end = kBylineLanguages + kBylineLanguageCount;
  const std::string_view* found =
      std::lower_bound(kBylineLanguages, end, std::string_view(primary));
  return found != end && *found == primary ? static_cast<int>(found - kBylineLanguages) : -1;
}

} // namespace

BylineLexicon::BylineLexicon(std::string_view language)
    : language_(language.empty() ? -1 : language_index(language)) {
  static const int kEnglish = language_index("en");
  english_ = kEnglish;
  all_ = language_ < 0;
}

bool BylineLexicon::parts_given_names() const {
  static const int kJapanese = language_index("ja");
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

PhraseSieve sieve_of_phrases() {
  PhraseSieve sieve;
  for (const BylineWord& word : byline_words()) sieve.add(word.phrase);
  return sieve;
}

} // namespace

bool BylineLexicon::has(const std::string& phrase, BylineWordKind kind) const {
  static const PhraseSieve kSieve = sieve_of_phrases();
  if (!kSieve.may_hold(phrase)) return false;
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
  // Most words begin no phrase at all, which one look into the sorted table tells.
  if (!begins_phrase(words[at].lower)) return 0;
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

// The longest unspaced phrase of that kind that `matches`.
template <typename Matches>
std::string_view longest_unspaced(BylineWordKind kind, const Matches& matches) {
  std::string_view best;
  for (const BylineWord* entry = first_unspaced(); entry != words_in_order().end(); ++entry) {
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
  return longest_unspaced(kind,
                          [text](std::string_view phrase) { return text.starts_with(phrase); });
}

std::string_view BylineLexicon::suffix(std::string_view text, BylineWordKind kind) const {
  if (text.size() < 3 || !may_be_unspaced(text, text.size() - 3)) return {};
  return longest_unspaced(kind, [text](std::string_view phrase) { return text.ends_with(phrase); });
}

} // namespace lectern
