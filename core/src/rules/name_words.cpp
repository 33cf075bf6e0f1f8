#include "rules/name_words.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "base/utf8.hpp"

namespace lectern {
namespace {

constexpr std::size_t kLongestPhrase = 4; // words, as scripts/data_compilers/bylines.py allows

bool is_unspaced_text(std::string_view text) {
  std::size_t at = 0;
  return !text.empty() && is_cjk(next_code_point(text, at));
}

// Marks that may stand inside a name: O'Neil, Jean-Luc, J. R., Ximena*Lopez is none.
bool belongs_to_word(char32_t c) {
  return is_letter(c) || is_digit(c) || (c >= 0x300 && c <= 0x36F) || (c >= 0x900 && c <= 0x9FF) ||
         (c >= 0xE00 && c <= 0xE7F);
}

} // namespace

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
      } else if (belongs_to_word(c)) {
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
    word.lower = to_lower(inner);
    word.is_cjk = is_unspaced_text(inner) && all_cjk;
    if (starts_with_ignoring_case(inner, "www.") || starts_with_ignoring_case(inner, "http"))
      word.is_address = true;
    words.push_back(std::move(word));
  }
  return words;
}

BylineLexicon::BylineLexicon(std::string_view language) {
  for (std::size_t i = 0; i < kBylineLanguageCount; ++i) {
    const std::string_view code = kBylineLanguages[i];
    if (code == "en") english_ = static_cast<int>(i);
    if (starts_with_ignoring_case(language, code) &&
        (language.size() == code.size() || language[code.size()] == '-')) {
      language_ = static_cast<int>(i);
      all_ = false;
    }
  }
  if (starts_with_ignoring_case(language, "nb") || starts_with_ignoring_case(language, "nn")) {
    *this = BylineLexicon("no");
  }
}

// When the language is unknown every one is spoken, but for words so short that they are something
// else in the next one, and for those that end a byline, which are parts of names elsewhere.
bool BylineLexicon::speaks(const BylineWord& word) const {
  constexpr std::size_t kShort = 2; // bytes
  if (word.language == language_ || word.language == english_) return true;
  const auto kind = static_cast<BylineWordKind>(word.kind);
  return all_ && kind != BylineWordKind::stop && std::string_view(word.phrase).size() > kShort;
}

bool BylineLexicon::has(const std::string& phrase, BylineWordKind kind) const {
  const BylineWord* end = kBylineWords + kBylineWordCount;
  const BylineWord* entry = std::lower_bound(
      kBylineWords, end, phrase,
      [](const BylineWord& e, const std::string& p) { return std::string_view(e.phrase) < p; });
  for (; entry != end && phrase == entry->phrase; ++entry) {
    if (static_cast<BylineWordKind>(entry->kind) != kind) continue;
    if (speaks(*entry) || is_unspaced_text(phrase)) return true;
  }
  return false;
}

std::size_t BylineLexicon::phrase_length(const std::vector<NameWord>& words, std::size_t at,
                                         BylineWordKind kind) const {
  std::string phrase;
  std::size_t longest = 0;
  for (std::size_t n = 0; n < kLongestPhrase && at + n < words.size(); ++n) {
    if (n > 0) phrase += ' ';
    phrase += words[at + n].lower;
    if (has(phrase, kind)) longest = n + 1;
  }
  return longest;
}

std::string_view BylineLexicon::prefix(std::string_view text, BylineWordKind kind) const {
  std::string_view best;
  for (std::size_t i = 0; i < kBylineWordCount; ++i) {
    const std::string_view phrase = kBylineWords[i].phrase;
    if (static_cast<BylineWordKind>(kBylineWords[i].kind) == kind && phrase.size() > best.size() &&
        text.starts_with(phrase) && is_unspaced_text(phrase)) {
      best = phrase;
    }
  }
  return best;
}

std::string_view BylineLexicon::suffix(std::string_view text, BylineWordKind kind) const {
  std::string_view best;
  for (std::size_t i = 0; i < kBylineWordCount; ++i) {
    const std::string_view phrase = kBylineWords[i].phrase;
    if (static_cast<BylineWordKind>(kBylineWords[i].kind) == kind && phrase.size() > best.size() &&
        text.ends_with(phrase) && is_unspaced_text(phrase)) {
      best = phrase;
    }
  }
  return best;
}

} // namespace lectern
