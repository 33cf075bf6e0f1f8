#pragma once
// Questions about one element's subtree, answered without looking at the rest of the page.

#include "parse/dom.hpp"

namespace lectern {

/// A table that shows data in rows and columns, not one that lays out a page.
bool is_data_table(const Dom& dom, NodeId table);

/// True for a <picture> that names files and has no <img> yet: a script adds it.
bool is_picture_without_image(const Dom& dom, NodeId node);

/// A table drawn with other elements whose roles say what each is; a grid of controls is none.
bool is_table_by_roles(const Dom& dom, NodeId element);

/// A figure element that is one picture, video or frame with its caption, not a box of other
/// things.
bool is_simple_figure(const Dom& dom, NodeId figure);

/// A quotation element of a social network that its script turns into a post.
bool is_quoted_post(const Dom& dom, NodeId blockquote);

/// Hidden by attribute, inline style or the capture's mark; aria-hidden does not hide.
bool is_hidden_element(const Dom& dom, NodeId element);

/// The panel of an accordion, right behind a heading that opens it: a press away for the reader, so
/// it is part of what the page shows, as a closed details element is. Follows WAI-ARIA's pattern:
/// what `aria-controls` names, `aria-expanded` being false.
bool is_closed_panel(const Dom& dom, NodeId element);

/// A button in the middle of a sentence: words stand right before it, those behind it go on.
bool is_word_of_sentence(const Dom& dom, NodeId button);

/// An image that a reader would miss: not an icon, a spacer or a tracking pixel, as far as its
/// attributes tell.
bool is_significant_image(const Dom& dom, NodeId image);

/// Whether `style` declares `property` with exactly `value` (both lower case).
bool style_declares(std::string_view style, std::string_view property, std::string_view value);

} // namespace lectern
