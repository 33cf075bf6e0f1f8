#pragma once
#include <string>
#include <vector>

#include "assemble/inline_text.hpp"
#include "assemble/page.hpp"
#include "lectern/article.hpp"

namespace lectern {

struct InlineOptions {
  NodeId block =
      kNoNode; // the block element that the range stands in: inline elements around it apply
  bool is_heading = false; // bold is what headings are: not said again
  bool keeps_lines =
      false; // borders of block elements become line breaks (table cells), else spaces
  bool keeps_lists = false; // in a cell, with keeps_lines: lists stay lists
  bool with_images = true;
  std::vector<NodeId> excluded; // elements to leave out with all they hold, ascending
};

/// The inline content of the nodes [first, last): allow-listed elements alone, white space folded
/// as browsers do, nothing empty, no link inside a link. Inline elements that are open around
/// `first` are opened again, because pages put blocks into them.
Inlines build_inlines(const Page& page, NodeId first, NodeId last,
                      const InlineOptions& options = {});

} // namespace lectern
