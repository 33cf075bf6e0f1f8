#pragma once
// What letters that differ by case, accent, shape or script of the same language are read as.

namespace lectern {

/// One letter, lower case and without accents. `second` is set where one becomes two, and is 0
/// otherwise.
char32_t fold_letter(char32_t c, char32_t& second);

/// The simplified form of a traditional Chinese character that the Chinese data hold; any other as
/// it is.
char32_t fold_han(char32_t c);

} // namespace lectern
