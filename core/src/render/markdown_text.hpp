#pragma once
// Plain text inside Markdown: which characters would be read as markup where they stand. The rules
// are CommonMark's and GFM's, with the marks of Obsidian (`$`, `==`, `%%`, `[[`) beside them; what
// no reader would take for markup stays as it is, so that the source stays readable.

#include <cstdint>
#include <string>
#include <string_view>

namespace lectern {

/// What CommonMark's rules for emphasis see in a character. `unsure`: dialects disagree.
enum class CharacterClass : std::uint8_t { space, punctuation, word, unsure };

CharacterClass class_of(char32_t c);
/// Of the first and the last character; `space` for none.
CharacterClass first_class(std::string_view text);
CharacterClass last_class(std::string_view text);

/// Where a run of text stands. What follows may be written by another run, so a mark at the edge of
/// one is judged by what it would be there.
struct TextPlace {
  bool at_line_start = false;
  bool in_brackets = false; // link text or alternative text
  bool in_cell = false;
  bool in_strike = false;
  bool escapes_dollars = false; // formulas elsewhere make every dollar sign suspicious
  bool before_bracket = false;  // a link or a note follows at once
  bool before_break = false;    // a line break follows at once, which is written as a backslash
  bool after_bracket = false;   // a note stands right before
  bool after_number = false;    // digits alone stand before on the line
  char last = '\0';             // the byte right before
  CharacterClass before = CharacterClass::space;
  CharacterClass after = CharacterClass::space;
};

/// `text` has single spaces and no line feeds.
void append_escaped_markdown(std::string& out, std::string_view text, const TextPlace& place);

/// A link's address as it stands between parentheses.
std::string markdown_destination(std::string_view url);

} // namespace lectern
