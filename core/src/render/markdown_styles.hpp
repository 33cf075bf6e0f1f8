#pragma once
// What inline elements are in Markdown: which have marks of their own, and which stand as HTML
// elements.

#include <string>
#include <string_view>

#include "lectern/article.hpp"
#include "render/markdown_text.hpp"

namespace lectern {

/// How an inline element is written; `none` for those that only their content shows.
enum class MarkdownStyle : unsigned char { none, strong, emphasis, strike, link, element };

MarkdownStyle markdown_style_of(InlineTag tag);

/// What stands on both sides of the content; empty for styles without such marks.
std::string_view marks_of(MarkdownStyle style);

/// The HTML element that says the same where marks would not be read as such.
std::string_view fallback_element(MarkdownStyle style);

/// Of what an element is written with: marks, brackets or a tag.
CharacterClass class_beside(MarkdownStyle style);

/// False for a link that is written as its text alone: its address is not allowed, or it leads to a
/// place on the page.
bool is_written_link(const Inline& link);

/// Code between backticks, more of them than it holds. `code` is not empty.
std::string code_span(std::string_view code);

} // namespace lectern
