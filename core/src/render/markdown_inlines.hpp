#pragma once
#include <string>

#include "lectern/article.hpp"
#include "render/note_index.hpp"

namespace lectern {

/// What the whole document has to say about its inline content.
struct MarkdownContext {
  const NoteIndex* notes = nullptr;
  bool has_math = false;
};

enum class LineRule : unsigned char {
  paragraph,   // line breaks stay
  single_line, // a heading: line breaks become spaces
  cell,        // a table cell: line breaks become <br>
};

/// Inline content as Markdown without spaces at its ends. Where Markdown's own marks would not be
/// read as such, at the edge of a word for example, and for what it has no marks for, HTML elements
/// stand.
std::string inlines_to_markdown(const Inlines& inlines, const MarkdownContext& context,
                                LineRule rule = LineRule::paragraph);

/// `![alt](address)`, or an empty string for an address that is not allowed.
std::string image_to_markdown(const Image& image, const MarkdownContext& context);

} // namespace lectern
