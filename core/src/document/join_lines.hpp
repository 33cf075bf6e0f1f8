#pragma once
// Puts wrapped lines together again: where a space belongs, and which hyphen was only the
// wrapping's.

#include <string>
#include <string_view>
#include <vector>

namespace lectern {

/// Which words a text uses, as a filter of fixed size: it may take a word for known that is not.
class Vocabulary {
 public:
  explicit Vocabulary(std::string_view text);
  bool has(std::string_view word) const;

 private:
  std::vector<bool> seen_;
};

/// Appends `line` with white space folded and invisible characters left out.
void append_folded(std::string& out, std::string_view line);

/// Appends `line` to the paragraph that stands in `out` from `begin` on. With a vocabulary the text
/// is known to be wrapped, and a hyphen at the end of the line above may be the wrapping's.
void append_joined(std::string& out, std::size_t begin, std::string_view line,
                   const Vocabulary* vocabulary);

} // namespace lectern
