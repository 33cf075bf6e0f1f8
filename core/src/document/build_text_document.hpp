#pragma once
#include <cstddef>
#include <string_view>

#include "document/block.hpp"

namespace lectern {

/// The blocks of plain page text (a page's innerText, an extractor's dump, a mail, a text file).
/// `text` is UTF-8. Never fails; over its budget of blocks the Document is marked partial.
///
/// A blank line ends a block. Inside a run of lines each line is a block of its own unless the text
/// is hard-wrapped or the line plainly goes on with the sentence above it. Lists, quoted mail,
/// Markdown headings, rules and fenced code get their shape, rows of tabbed cells become a table;
/// every other block is a paragraph, and what it is to a reader is decided by later stages.
Document build_text_document(std::string_view text, std::size_t max_blocks = 60'000);

} // namespace lectern
