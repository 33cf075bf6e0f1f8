#pragma once
// What follows a place in inline content once it is written as Markdown. What stands before it is
// in the output; this is the other side.

#include <algorithm>
#include <cstddef>
#include <string_view>
#include <vector>

#include "lectern/article.hpp"
#include "render/markdown_styles.hpp"
#include "render/markdown_text.hpp"

namespace lectern {

/// An element whose end has not come yet.
struct OpenElement {
  InlineTag tag;
  MarkdownStyle style;
  std::size_t begin; // in the output
  std::string_view url;
  bool is_begun; // something stands in it
  bool touches;  // closing marks of another element stand right before it
};

/// The elements around a place.
struct OpenElements {
  std::vector<OpenElement> elements; // innermost last

  /// Of elements that only their content shows, none counts.
  bool has(MarkdownStyle style) const {
    if (style == MarkdownStyle::none) return false;
    return std::any_of(elements.begin(), elements.end(),
                       [&](const OpenElement& element) { return element.style == style; });
  }
  bool is_in_link() const { return has(MarkdownStyle::link); }

  const OpenElement* innermost(InlineTag tag) const {
    const auto found = std::find_if(elements.rbegin(), elements.rend(),
                                    [&](const OpenElement& element) { return element.tag == tag; });
    return found == elements.rend() ? nullptr : &*found;
  }
};

/// What follows inlines[at], as far as the rules for marks care: elements and images are
/// punctuation.
CharacterClass class_after(const Inlines& inlines, std::size_t at, const OpenElements& open);

/// An element that is written with something ends before anything else follows inlines[at].
bool element_ends_after(const Inlines& inlines, std::size_t at, const OpenElements& open);

/// A link or a note's reference follows, with no text before it.
bool bracket_follows(const Inlines& inlines, std::size_t at);

/// A line break follows before anything that is seen.
bool break_follows(const Inlines& inlines, std::size_t at);

} // namespace lectern
