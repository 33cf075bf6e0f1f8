#pragma once
#include "assemble/page.hpp"
#include "document/block.hpp"
#include "lectern/article.hpp"

namespace lectern {

/// Fills rows and caption of a data table. A table inside a cell gives its text to the cell.
void build_table(const Page& page, const Block& source, ArticleBlock& table);

} // namespace lectern
