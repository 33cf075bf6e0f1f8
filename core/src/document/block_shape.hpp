#pragma once
// What a block is by its characters and by the elements around it: the questions that are asked
// while the blocks are made.

#include <optional>
#include <string_view>

#include "document/block.hpp"

namespace lectern {

constexpr bool is_heading(Tag tag) { return tag >= Tag::h1 && tag <= Tag::h6; }

/// By its characters alone; nothing for text that holds nothing to read and no picture beside it.
std::optional<Shape> shape_of_text(std::string_view text, bool has_images);

/// Gives a paragraph the shape that the elements around it have: a heading's, a list item's, ...
void shape_by_place(const Dom& dom, Block& block);

/// A line between sections that is drawn with elements; one that holds words is something else.
bool is_separator(const Dom& dom, NodeId node);

/// A formula that is no part of a line of text, as far as what is around and behind it tells: pages
/// also put displayed formulas into their paragraphs.
bool stands_alone(const Dom& dom, NodeId node);

/// Nothing else in the block element `around` is text. MathML has no text of its own for the walk.
bool is_all_of_its_block(const Dom& dom, NodeId math, NodeId around);

/// The block's text is that of one formula.
bool is_all_formula(const Dom& dom, const Block& block);

} // namespace lectern
