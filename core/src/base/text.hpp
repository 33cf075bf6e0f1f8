#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace lectern {

inline bool is_ascii_space(char c) {
  return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
}
inline char ascii_lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

/// Without leading and trailing white space (ASCII, and no-break space).
std::string_view trim(std::string_view text);

/// White space of any kind folded to one space, none at the ends.
std::string fold_space(std::string_view text);

/// The end of the run from `at` on of ASCII words with single spaces between them, which folding
/// white space leaves as it is; `at` itself when none begins there.
std::size_t end_of_folded_run(std::string_view text, std::size_t at);

/// For tables in memory: the same text has the same hash, two that differ as good as never have.
std::uint64_t hash_of(std::string_view text);

/// True when there is nothing but white space.
bool is_space(std::string_view text);

// These ignore the case of ASCII letters.
bool contains_ignoring_case(std::string_view text, std::string_view part);
bool starts_with_ignoring_case(std::string_view text, std::string_view prefix);
inline bool equals_ignoring_case(std::string_view a, std::string_view b) {
  return a.size() == b.size() && starts_with_ignoring_case(a, b);
}
std::string ascii_lower(std::string_view text);
std::vector<std::string_view> split(std::string_view text, char separator);

/// True for what may be a BCP 47 tag by its characters and length: letters, digits and hyphens (or
/// the underscore that some pages write).
bool is_language_tag(std::string_view text);

/// Words as a reader counts them: runs of letters and digits, an apostrophe between two of them
/// joined; a character of an unspaced script is one.
std::vector<std::string> tokens_of(std::string_view text); // lower case
int count_tokens(std::string_view text);
/// The same words, the first `most`, as 64-bit hashes of their lower case: two that differ are as
/// good as never equal.
void append_token_hashes(std::string_view text, std::vector<std::uint64_t>& hashes,
                         std::size_t most = static_cast<std::size_t>(-1));

} // namespace lectern
