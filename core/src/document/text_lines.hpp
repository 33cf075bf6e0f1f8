#pragma once
// Plain text as lines, measured in columns, and the marks that lines open with. Nothing here
// decides what belongs together; build_text_document() does.

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace lectern {

/// One line without its break and without surrounding white space.
struct TextLine {
  std::string_view text;
  std::uint32_t indent = 0;      // columns of white space before the text; a tab counts four
  std::uint32_t columns = 0;     // of the text alone; full-width characters count two
  std::uint32_t first_word = 0;  // columns up to the first place where the line could be broken
  bool after_page_break = false; // a form feed stood before it

  bool is_blank() const { return text.empty(); }
};

/// Reads lines in every convention: LF, CR LF, CR, form feed and the Unicode separators.
class LineReader {
 public:
  explicit LineReader(std::string_view text) : text_(text) {}

  /// False at the end. What it gives is a view into the text.
  bool next(TextLine& line);

  std::size_t position() const { return at_; }
  void seek(std::size_t position) { at_ = position; }

 private:
  std::string_view text_;
  std::size_t at_ = 0;
};

/// What a line opens with.
struct LineMark {
  enum class Type : std::uint8_t { none, bullet, dash, number, quote, heading, divider, fence };
  Type type = Type::none;
  std::uint8_t level = 0;   // heading: number of '#'
  std::uint16_t number = 0; // number: its value
  std::uint32_t length = 0; // bytes up to the text that it marks
  char32_t sign = 0;        // bullet and dash: the character
};

LineMark mark_of(std::string_view line);

/// The width at which the text was wrapped, or 0 when its lines are whole paragraphs.
std::uint32_t wrap_width_of(std::string_view text);

/// True when `first`, wrapped at `width`, was full: the first word of `second` had no room in it.
bool is_full_line(const TextLine& first, const TextLine& second, std::uint32_t width);

} // namespace lectern
