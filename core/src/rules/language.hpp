#pragma once
// Which language a text is written in. Data: core/data/languages.

#include <string>
#include <string_view>

namespace lectern {

/// The primary subtag of a BCP 47 tag in lower case, old codes and Norwegian Bokmal as their common
/// form: "pt" of "pt-BR", "no" of "nb_NO", "he" of "iw". Empty for an empty or odd tag.
std::string primary_language(std::string_view bcp47);

/// The primary subtag of the language of `text`, or "" when unsure. A paragraph is enough.
std::string detect_language(std::string_view text);

/// The language of `text` where that is surely another one than `stated`, a BCP 47 tag: templates
/// state a language that the text is not in. Else `stated` as it is given.
std::string checked_language(std::string_view stated, std::string_view text);

/// True for languages that are written from right to left; `language` is a BCP 47 tag.
bool is_right_to_left(std::string_view language);

} // namespace lectern
