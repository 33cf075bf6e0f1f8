#pragma once
// Whether a line of plain text goes on with the one above it: text may be wrapped at a column, all
// of it or a part, or torn by a break where it was marked up.

#include <cstddef>
#include <cstdint>
#include <vector>

#include "document/line_form.hpp"
#include "document/text_lines.hpp"

namespace lectern {

/// A line of a run: of lines without a blank one between them.
struct RunLine {
  TextLine line;
  LineMark mark;
  bool has_tab = false;
};

/// The column that a run alone is wrapped at; 0 when its lines are whole paragraphs.
std::uint32_t own_width_of(const std::vector<RunLine>& run);

/// Whether the line and the rule below it begin a table between bars.
bool begins_barred_table_at(const std::vector<RunLine>& run, std::size_t at);

/// Whether line `at` belongs to the paragraph, or the list's item, of the line above it; `width` is
/// the column that the run is wrapped at, or 0.
bool goes_on(const std::vector<RunLine>& run, std::size_t at, bool is_item, std::uint32_t width);

} // namespace lectern
