#pragma once
// What one line of text looks like, without knowing its language.

#include <cstdint>
#include <string_view>
#include <vector>

namespace lectern {

using TokenHash = std::uint32_t;

struct TextMetrics {
  int tokens = 0;     // words; a character of an unspaced script is one
  int characters = 0; // code points
  int words = 0;      // separated by spaces
  int sentences = 0;  // sentence ends followed by a space or the end
  int digits = 0;
  int capital_words = 0;  // words that begin with a capital
  int all_caps_words = 0; // of two letters or more
  int commas = 0;
  int punctuation = 0;        // neither letter, digit nor space
  bool ends_sentence = false; // with a sentence mark or a closing quotation mark or bracket
  bool ends_strictly = false; // with . ? ! or their kin
  bool ends_with_colon = false;
  bool ends_with_question = false;
  bool begins_quoted = false;
  bool begins_lower = false;
  bool begins_number = false;
  bool has_separator = false; // | and its kin, bullets, arrows
  bool has_price = false;     // a currency sign beside a digit
};

/// Measures `text` (white space folded) and appends the hash of each token, lower case, to
/// `hashes`; `short_tokens`, of the same length, tells which are at most four letters long and
/// begin with no digit.
TextMetrics measure_text(std::string_view text, std::vector<TokenHash>& hashes,
                         std::vector<unsigned char>& short_tokens);

} // namespace lectern
