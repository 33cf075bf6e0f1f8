#pragma once
// What the letters and marks of a line tell of it: whether it begins or ends a sentence.

#include <string_view>

namespace lectern {

/// False for scripts without case, which say nothing by their first letter.
bool starts_in_lower_case(std::string_view line);

/// True when no letter of the line has a case: numbers, or a script without one.
bool has_no_case(std::string_view line);

/// The last character that is no closing quotation mark, bracket or space; 0 when there is none.
char32_t last_mark(std::string_view line);

/// True when that character ends a sentence, or a part of one, in any script.
bool ends_sentence(std::string_view line);

/// The words of a line; in scripts without spaces each character is one.
int count_words(std::string_view text);

} // namespace lectern
