#include "assemble/inline_text.hpp"

#include "base/text.hpp"

namespace lectern {

Inlines text_inlines(std::string_view text) {
  Inlines inlines;
  std::string folded = fold_space(text);
  if (folded.empty()) return inlines;
  inlines.emplace_back();
  inlines.back().text = std::move(folded);
  return inlines;
}

std::string text_of(const Inlines& inlines) {
  std::string text;
  for (const Inline& part : inlines) {
    const bool has_text = part.type == Inline::Type::text || part.type == Inline::Type::math ||
                          part.type == Inline::Type::note_reference;
    if (has_text) text += part.text;
    const bool begins_item =
        part.type == Inline::Type::open && part.tag == InlineTag::list_item && !text.empty();
    if (part.type == Inline::Type::line_break || begins_item) text += ' ';
  }
  return text;
}

bool is_blank(const Inlines& inlines) {
  for (const Inline& part : inlines) {
    if (part.type == Inline::Type::image || part.type == Inline::Type::math) return false;
    if (part.type == Inline::Type::text && !is_space(part.text)) return false;
  }
  return true;
}

} // namespace lectern
