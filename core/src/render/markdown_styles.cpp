#include "render/markdown_styles.hpp"

#include <algorithm>

#include "render/allowed_markup.hpp"

namespace lectern {

MarkdownStyle markdown_style_of(InlineTag tag) {
  switch (tag) {
    case InlineTag::link:
      return MarkdownStyle::link;
    case InlineTag::strong:
      return MarkdownStyle::strong;
    case InlineTag::emphasis:
    case InlineTag::cite:
    case InlineTag::variable:
      return MarkdownStyle::emphasis;
    case InlineTag::strike:
      return MarkdownStyle::strike;
    case InlineTag::code:
    case InlineTag::sub:
    case InlineTag::sup:
    case InlineTag::mark:
    case InlineTag::insert:
    case InlineTag::keyboard:
    case InlineTag::ruby:
    case InlineTag::ruby_text:
    case InlineTag::ruby_parenthesis:
      return MarkdownStyle::element;
    case InlineTag::small:
    case InlineTag::quote:
    case InlineTag::abbreviation:
    case InlineTag::time:
    case InlineTag::unordered_list: // GFM has no lists in cells: their items stand on lines
    case InlineTag::ordered_list:
    case InlineTag::list_item:
    case InlineTag::small_caps:
    case InlineTag::span:
      break;
  }
  return MarkdownStyle::none;
}

std::string_view marks_of(MarkdownStyle style) {
  switch (style) {
    case MarkdownStyle::strong:
      return "**";
    case MarkdownStyle::emphasis:
      return "_";
    case MarkdownStyle::strike:
      return "~~";
    default:
      return {};
  }
}

std::string_view fallback_element(MarkdownStyle style) {
  if (style == MarkdownStyle::strong) return "strong";
  return style == MarkdownStyle::emphasis ? "em" : "del";
}

CharacterClass class_beside(MarkdownStyle style) {
  return style == MarkdownStyle::strike ? CharacterClass::unsure : CharacterClass::punctuation;
}

bool is_written_link(const Inline& part) {
  return is_allowed_address(part.url, false) && part.url[0] != '#';
}

std::string code_span(std::string_view code) {
  std::size_t longest = 0, run = 0;
  for (const char c : code) {
    run = c == '`' ? run + 1 : 0;
    longest = std::max(longest, run);
  }
  const bool has_spaces_around = code.front() == ' ' && code.back() == ' ' &&
                                 code.find_first_not_of(' ') != std::string_view::npos;
  const bool needs_room = code.front() == '`' || code.back() == '`' || has_spaces_around;
  const std::string fence(longest + 1, '`');
  const std::string room = needs_room ? " " : "";
  return fence + room + std::string(code) + room + fence;
}

} // namespace lectern
