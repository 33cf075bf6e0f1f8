// Elements that are written as their content alone are looked through: what counts is the character
// that will stand there.
#include "render/markdown_neighbours.hpp"

#include "render/plain_text.hpp"

namespace lectern {
namespace {

// True for the start or end of an element that is written as its content alone.
bool writes_nothing(const Inline& part, const OpenElements& open) {
  const MarkdownStyle style = markdown_style_of(part.tag);
  if (style == MarkdownStyle::none) return true;
  if (part.type == Inline::Type::open) {
    if (style == MarkdownStyle::link) return open.is_in_link() || !is_written_link(part);
    return style != MarkdownStyle::element && open.has(style);
  }
  const OpenElement* element = open.innermost(part.tag);
  return element != nullptr && element->style == MarkdownStyle::none;
}

} // namespace

CharacterClass class_after(const Inlines& inlines, std::size_t at, const OpenElements& open) {
  for (std::size_t i = at + 1; i < inlines.size(); ++i) {
    const Inline& part = inlines[i];
    const bool is_element = part.type == Inline::Type::open || part.type == Inline::Type::close;
    if (part.type == Inline::Type::line_break || (is_element && is_list_part(part.tag)))
      return CharacterClass::space;
    if (part.type == Inline::Type::anchor) continue;
    if (part.type == Inline::Type::text && part.text.empty()) continue;
    if (part.type == Inline::Type::text) return first_class(part.text);
    if (is_element && part.tag != InlineTag::quote && writes_nothing(part, open)) continue;
    return is_element ? class_beside(markdown_style_of(part.tag)) : CharacterClass::punctuation;
  }
  return CharacterClass::space;
}

bool element_ends_after(const Inlines& inlines, std::size_t at, const OpenElements& open) {
  for (std::size_t i = at + 1; i < inlines.size(); ++i) {
    const Inline& part = inlines[i];
    const bool is_close = part.type == Inline::Type::close;
    if (is_close && part.tag != InlineTag::quote && !writes_nothing(part, open)) return true;
    if (!is_close && part.type != Inline::Type::anchor) return false;
  }
  return false;
}

bool bracket_follows(const Inlines& inlines, std::size_t at) {
  for (std::size_t i = at + 1; i < inlines.size(); ++i) {
    const Inline& part = inlines[i];
    if (part.type == Inline::Type::note_reference) return true;
    if (part.type == Inline::Type::open && part.tag == InlineTag::link) return true;
    // Elements may turn out to be written as their content alone.
    const bool is_invisible = part.type == Inline::Type::anchor ||
                              part.type == Inline::Type::open || part.type == Inline::Type::close ||
                              (part.type == Inline::Type::text && part.text.empty());
    if (!is_invisible) return false;
  }
  return false;
}

bool break_follows(const Inlines& inlines, std::size_t at) {
  for (std::size_t i = at + 1; i < inlines.size(); ++i) {
    const Inline& part = inlines[i];
    const bool is_element = part.type == Inline::Type::open || part.type == Inline::Type::close;
    if (part.type == Inline::Type::line_break || (is_element && is_list_part(part.tag)))
      return true;
    const bool is_blank = part.type == Inline::Type::text && fold_ascii_space(part.text).empty();
    const bool is_visible = part.type != Inline::Type::close && part.type != Inline::Type::anchor;
    if (is_visible && !is_blank) return false;
  }
  return false;
}

} // namespace lectern
