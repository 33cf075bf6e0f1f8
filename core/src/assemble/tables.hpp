#pragma once
#include <cstddef>
#include <string_view>

#include "assemble/page.hpp"
#include "document/block.hpp"
#include "lectern/article.hpp"

namespace lectern {

/// What all tables of an article may hold together, rows and cells.
struct TableBudget {
  std::size_t parts_left = 60'000;
  bool is_met = false; // a part was left out
};

/// Fills rows and caption of a data table. A table inside a cell gives its text to the cell.
void build_table(const Page& page, const Block& source, ArticleBlock& table, TableBudget& budget);

/// The same for plain text, whose cells a tab ends and whose rows a line break.
void build_text_table(std::string_view text, ArticleBlock& table, TableBudget& budget);

} // namespace lectern
