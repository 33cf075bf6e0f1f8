#pragma once
// Which lines of plain text that open with a mark are a list.

#include <vector>

#include "document/block.hpp"
#include "document/text_lines.hpp"

namespace lectern {

/// Makes list items of the paragraphs whose marks make a list together, and cuts the marks. One
/// dash does not make a list, and a row of them may be a dialogue; one number may be a year.
/// `marks`: what each block opens with, as many as there are blocks.
void settle_text_lists(Document& document, const std::vector<LineMark>& marks);

} // namespace lectern
