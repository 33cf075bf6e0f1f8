#pragma once
#include <optional>

#include "assemble/page.hpp"
#include "lectern/article.hpp"

namespace lectern {

/// What an element opens in a line of text, or nothing for elements that only hold text. Styles
/// that mean bold, italic or struck out count as the element that says so, and the element whose
/// style takes the meaning back counts as none.
std::optional<Inline> inline_element(const Page& page, NodeId node);

/// What carries the language or direction that a block element inside the text says of itself,
/// where that is not the page's. Else nothing.
std::optional<Inline> locale_of_block(const Page& page, NodeId node);

/// The part of a list that an element is, for lists that stand in the cell of a table: one whose
/// children are items alone. Else nothing.
std::optional<InlineTag> list_part(const Dom& dom, NodeId node);

} // namespace lectern
