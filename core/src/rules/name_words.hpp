#pragma once
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "rules/byline_words.hpp"

namespace lectern {

/// A text between white space, with the marks around it set apart.
struct NameWord {
  std::size_t begin = 0; // of the word without the marks around it
  std::size_t end = 0;
  std::string lower;
  bool is_capitalised = false; // or of a script without case
  bool is_cjk = false;         // all of it
  bool has_digit = false;
  bool is_address = false; // an e-mail address, a handle or a link
};

/// Letters, digits and the marks of scripts that write vowels as such. What else stands inside a
/// name (O'Neil, Jean-Luc) joins its parts.
bool belongs_to_name_word(char32_t c);

/// Words at white space, the first `most`; marks at their ends do not belong to them.
std::vector<NameWord> read_name_words(std::string_view text,
                                      std::size_t most = std::string_view::npos);

/// The lookup of phrases in one language, English and what the language does not tell apart.
class BylineLexicon {
 public:
  explicit BylineLexicon(std::string_view language);

  /// How many words from `at` on make a phrase of that kind: the longest one, or 0.
  std::size_t phrase_length(const std::vector<NameWord>& words, std::size_t at,
                            BylineWordKind kind) const;
  /// Whether any phrase of any language begins with that word.
  static bool begins_phrase(std::string_view word);
  bool is(const NameWord& word, BylineWordKind kind) const { return has(word.lower, kind); }
  bool has(const std::string& phrase, BylineWordKind kind) const;

  /// The longest phrase of that kind and of a script without spaces that `text` begins or ends
  /// with.
  std::string_view prefix(std::string_view text, BylineWordKind kind) const;
  std::string_view suffix(std::string_view text, BylineWordKind kind) const;

  /// Whether the language sets a space between the family name and the given name, of a script
  /// that has none between words.
  bool parts_given_names() const;

 private:
  bool speaks(const BylineWord& word) const;

  bool all_ = true;
  int language_ = -1;
  int english_ = -1;
};

} // namespace lectern
