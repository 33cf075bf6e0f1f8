#include "document/text_tables.hpp"

#include "base/text.hpp"

namespace lectern {
namespace {

std::size_t bar_in(std::string_view row) {
  for (std::size_t at = 0; at < row.size(); ++at) {
    if (row[at] == '|') return at;
    if (row[at] == '\\') ++at;
  }
  return std::string_view::npos;
}

// A cell of the rule: dashes, with a colon at an end where the column is set to a side.
bool is_rule(std::string_view cell) {
  if (!cell.empty() && cell.front() == ':') cell.remove_prefix(1);
  if (!cell.empty() && cell.back() == ':') cell.remove_suffix(1);
  return !cell.empty() && cell.find_first_not_of('-') == std::string_view::npos;
}

} // namespace

std::string_view inside_bars(std::string_view line) {
  line = trim(line);
  if (!line.empty() && line.front() == '|') line.remove_prefix(1);
  const bool ends_in_bar = !line.empty() && line.back() == '|';
  const bool is_escaped = line.size() > 1 && line[line.size() - 2] == '\\';
  if (ends_in_bar && !is_escaped) line.remove_suffix(1);
  return line;
}

bool take_cell(std::string_view& row, std::string_view& cell) {
  if (row.data() == nullptr) return false;
  const std::size_t bar = bar_in(row);
  cell = trim(row.substr(0, bar));
  row = bar == std::string_view::npos ? std::string_view() : row.substr(bar + 1);
  return true;
}

bool is_barred_row(std::string_view line) { return bar_in(line) != std::string_view::npos; }

bool begins_barred_table(std::string_view line, std::string_view below) {
  if (!is_barred_row(line) || !is_barred_row(below)) return false;
  std::string_view head = inside_bars(line), rule = inside_bars(below), cell;
  while (take_cell(rule, cell)) {
    if (!is_rule(cell) || !take_cell(head, cell)) return false;
  }
  return !take_cell(head, cell);
}

} // namespace lectern
