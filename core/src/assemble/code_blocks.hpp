#pragma once
#include <string>

#include "assemble/page.hpp"
#include "document/block.hpp"
#include "lectern/article.hpp"

namespace lectern {

/// Fills a code block: its text with lines and indentation, without line numbers and copy buttons,
/// and its language where a class or an attribute names it.
void build_code(const Page& page, const Block& source, ArticleBlock& code);

/// Preformatted text that is a poem, as its class says.
bool is_verse(const Page& page, const Block& source);

/// Fills a block with a poem's lines and their indentation.
void build_verse(const Page& page, const Block& source, ArticleBlock& verse);

/// A column of line numbers that stands beside the code as a block of its own.
bool is_line_number_column(const Page& page, const Block& source);

} // namespace lectern
