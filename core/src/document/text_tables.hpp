#pragma once
// Tables in plain text as Markdown writes them: cells between bars, a rule of dashes below the
// first row. Without the rule, bars part the links of a menu.

#include <string_view>

namespace lectern {

/// Whether `line`, with `below` under it, begins a table: the rule has as many cells as the head.
bool begins_barred_table(std::string_view line, std::string_view below);

/// Whether a line below the rule is one more row.
bool is_barred_row(std::string_view line);

/// The next cell of a row, trimmed; an escaped bar does not end it. False when there is none left.
/// `row` becomes what is behind the cell: begin with the whole line without its outer bars.
bool take_cell(std::string_view& row, std::string_view& cell);

/// A row without the bars at its ends.
std::string_view inside_bars(std::string_view line);

} // namespace lectern
