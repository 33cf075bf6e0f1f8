#pragma once
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "document/block.hpp"

namespace lectern {

/// What a line is to the one below it, from which a single line break parts it.
enum class LineKind : std::uint8_t {
  open,  // may go on in the next line, as in a poem, an address, a list
  whole, // a sentence or a title, apart from a paragraph below it
  prose, // a paragraph by itself
};

// In bytes: longer than a line of a poem, an address or a list, in any script.
inline constexpr std::size_t kMinBytesOfProse = 120;

/// What gathers between two borders and may become a block: a stretch of nodes, their text at the
/// end of the document's, and what was met on the way.
struct BlockRun {
  NodeId first = kNoNode; // kNoNode: nothing has begun
  NodeId last = kNoNode;
  std::size_t text_begin = 0;
  std::uint32_t linked = 0, bold = 0; // bytes of the text
  std::size_t line_begin = 0;         // since the last line break
  std::uint32_t bold_above = 0;       // of the bold bytes, those before the line
  std::uint16_t links = 0, images = 0;
  bool has_time = false, has_control = false;
  bool pending_space = false; // comes before what is appended next
  int breaks = 0;             // line breaks since the last text

  /// Begins at `node`, unless the run has begun. `out` is the document's text so far.
  void begin(NodeId node, const std::string& out) {
    if (first != kNoNode) return;
    first = node;
    text_begin = line_begin = out.size();
  }

  /// A line ends at a line break, and `out` with it. Returns what it was.
  LineKind end_line(const std::string& out);

  /// Appends the text of `node` to `out`, folded. Begins the run when there is anything to see.
  void append(std::string& out, std::string_view text, NodeId node);

  /// Sets what the run says of its block: its text, which ends where `out` ends, and the amounts.
  void describe(Block& block, const std::string& out) const {
    block.text_begin = static_cast<std::uint32_t>(text_begin);
    block.text_length = static_cast<std::uint32_t>(out.size() - text_begin);
    block.linked_bytes = linked;
    block.bold_bytes = bold;
    block.link_count = links;
    block.image_count = images;
  }
};

} // namespace lectern
