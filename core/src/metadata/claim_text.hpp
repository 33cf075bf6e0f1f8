#pragma once
// The text of a metadata value: pages put markup, escaped markup and twice escaped entities into
// what should be plain.

#include <string>
#include <string_view>

namespace lectern {

/// Entities decoded (again), tags cut, white space folded, soft hyphens and zero-width marks left
/// out. Of more than `most` bytes the first ones and a few more: for readers of short texts.
std::string claim_text(std::string_view value, std::size_t most = std::string_view::npos);

/// The paragraphs of a value that holds a text's body, each as by claim_text() and with an empty
/// line between them: they end at line breaks and at the tags that end one.
std::string claim_paragraphs(std::string_view value);

/// Numeric and common named entities decoded once.
std::string decode_entities(std::string_view text);

/// Letters and digits in lower case with one space between words: what makes two titles the same.
std::string comparison_key(std::string_view text);

/// Whether `part` is in `key` as whole words; both are comparison keys.
bool has_words(std::string_view key, std::string_view part);

/// The number of words of a comparison key; a character of a script without spaces counts as half.
double count_key_words(std::string_view key);

/// The share of the words of `a` that are in `b`, 0..1; both are comparison keys.
double word_overlap(std::string_view a, std::string_view b);

} // namespace lectern
