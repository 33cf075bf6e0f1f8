#pragma once
// The document model: the page as blocks in reading order and the containers they came from. HTML
// and plain text become the same thing here. Built once by build_document() or
// build_text_document(), const afterwards.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "parse/dom.hpp"

namespace lectern {

/// What a block is by its markup; what it is to a reader is decided later.
enum class Shape : std::uint8_t {
  paragraph,
  heading,
  list_item,
  quote,
  code,
  table,
  figure,
  embed,
  caption,
  divider
};

struct Block {
  Shape shape = Shape::paragraph;
  std::uint8_t heading_level = 0; // 1..6 for headings
  NodeId node = kNoNode;          // the innermost block element it stands in (text input: kNoNode)
  NodeId first = kNoNode;         // its content: the node range [first, last), which may hold parts
  NodeId last = kNoNode;          //   of other blocks' elements only as empty shells
  std::uint32_t text_begin =
      0; // into Document::text: white space folded; text input keeps line
         //   breaks in code, and in tables as '\t' and '\n' after cells, rows
  std::uint32_t text_length = 0;
  std::uint32_t lines_before = 0; // text input: blank lines above; HTML: 0
  std::uint16_t list_number = 0;  // text input: what a numbered list item opens with; 0: a bullet
  // Facts of the walk that made the block, in bytes of its text where they are amounts.
  std::uint32_t linked_bytes = 0;
  std::uint32_t bold_bytes = 0;
  std::uint16_t link_count = 0;
  std::uint16_t image_count = 0;
  bool has_time = false;
  bool has_control = false; // a button, an input or a select stands in it
  bool is_formula = false;  // a formula on a line of its own, drawn by a script
  bool is_hidden = false;   // by attribute, inline style or the capture's mark
};

struct Document {
  std::vector<Block> blocks;
  std::string text;        // all blocks' texts, one after another
  bool is_partial = false; // a budget ended the reading, the rest is missing

  std::string_view text_of(const Block& block) const {
    return std::string_view(text).substr(block.text_begin, block.text_length);
  }
};

} // namespace lectern
