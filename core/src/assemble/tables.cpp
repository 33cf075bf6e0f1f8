#include "assemble/tables.hpp"

#include <algorithm>

#include "assemble/inlines.hpp"
#include "assemble/markup_hints.hpp"
#include "base/text.hpp"

namespace lectern {
namespace {

constexpr int kMaxSpan = 200; // no page that people wrote goes further

int span_of(std::string_view value) {
  int span = 0;
  for (const char c : trim(value)) {
    if (c < '0' || c > '9' || span > kMaxSpan) break;
    span = span * 10 + (c - '0');
  }
  return std::clamp(span, 1, kMaxSpan);
}

enum class Part { none, head, group, row, cell, caption };

Part part_by_tag(Tag tag) {
  switch (tag) {
    case Tag::thead:
      return Part::head;
    case Tag::tbody:
    case Tag::tfoot:
      return Part::group;
    case Tag::tr:
      return Part::row;
    case Tag::td:
    case Tag::th:
      return Part::cell;
    case Tag::caption:
      return Part::caption;
    default:
      return Part::none;
  }
}

// In a table of other elements every wrapper without a role of its own may hold rows or cells.
Part part_by_role(std::string_view role) {
  if (role == "row") return Part::row;
  if (role == "cell" || role == "gridcell" || role == "columnheader" || role == "rowheader")
    return Part::cell;
  return role == "caption" ? Part::caption : Part::group;
}

TableCell read_cell(const Page& page, NodeId node) {
  const Dom& dom = page.dom;
  TableCell cell;
  const std::string_view role = dom.attribute(node, "role");
  const bool is_element = dom.tag(node) == Tag::td || dom.tag(node) == Tag::th;
  cell.is_header = dom.tag(node) == Tag::th || role == "columnheader" || role == "rowheader";
  cell.column_span = span_of(dom.attribute(node, is_element ? "colspan" : "aria-colspan"));
  cell.row_span = span_of(dom.attribute(node, is_element ? "rowspan" : "aria-rowspan"));
  InlineOptions options;
  options.block = node;
  options.keeps_lines = true;
  options.keeps_lists = true;
  options.is_heading = cell.is_header;
  cell.content = build_inlines(page, node + 1, dom.end(node), options);
  return cell;
}

bool is_empty(const TableRow& row) {
  return std::all_of(row.cells.begin(), row.cells.end(),
                     [](const TableCell& cell) { return is_blank(cell.content); });
}

bool has_headers_alone(const TableRow& row) {
  return std::all_of(row.cells.begin(), row.cells.end(), [](const TableCell& cell) {
    return cell.is_header || is_blank(cell.content);
  });
}

// Without a thead, a first row of header cells alone is the head, with the rows that its cells
// reach down into.
void mark_head(std::vector<TableRow>& rows) {
  if (rows.size() < 2 ||
      std::any_of(rows.begin(), rows.end(), [](const TableRow& row) { return row.in_head; }))
    return;
  TableRow& first = rows.front();
  if (first.cells.size() < 2 || !has_headers_alone(first)) return;
  int reach = 1;
  for (const TableCell& cell : first.cells) reach = std::max(reach, cell.row_span);
  for (std::size_t i = 0; i + 1 < rows.size() && i < static_cast<std::size_t>(reach); ++i) {
    if (!has_headers_alone(rows[i])) break;
    rows[i].in_head = true;
  }
}

} // namespace

void build_table(const Page& page, const Block& source, ArticleBlock& table, TableBudget& budget) {
  const Dom& dom = page.dom;
  const NodeId around = ancestor_with(dom, source.first, {Tag::table});
  const NodeId inside = first_in_range(dom, source.first, source.last, {Tag::table});
  const bool has_roles = inside == kNoNode && around == kNoNode;
  const NodeId node = inside != kNoNode ? inside : has_roles ? source.first : around;
  if (node == kNoNode) return;
  bool in_head = false;
  NodeId head_end = 0;
  for (NodeId at = node + 1; at < dom.end(node);) {
    in_head = at < head_end;
    if (dom.is_text(at)) {
      ++at;
      continue;
    }
    if (is_skipped(dom, at)) {
      at = dom.end(at);
      continue;
    }
    const Part part =
        has_roles ? part_by_role(dom.attribute(at, "role")) : part_by_tag(dom.tag(at));
    if (part == Part::row || part == Part::cell) {
      budget.is_met = budget.is_met || budget.parts_left == 0;
      if (budget.is_met) break;
      --budget.parts_left;
    }
    if (part == Part::head) head_end = dom.end(at);
    if (part == Part::row) {
      table.rows.emplace_back();
      table.rows.back().in_head = in_head;
    }
    if (part == Part::caption) {
      InlineOptions options;
      options.block = at;
      table.caption = build_inlines(page, at + 1, dom.end(at), options);
    }
    if (part == Part::cell && !table.rows.empty())
      table.rows.back().cells.push_back(read_cell(page, at));
    const bool goes_in = part == Part::head || part == Part::group || part == Part::row;
    at = goes_in ? at + 1 : dom.end(at);
  }
  table.rows.erase(std::remove_if(table.rows.begin(), table.rows.end(), is_empty),
                   table.rows.end());
  mark_head(table.rows);
}

void build_text_table(std::string_view text, ArticleBlock& table, TableBudget& budget) {
  for (const std::string_view line : split(text, '\n')) {
    table.rows.emplace_back();
    for (const std::string_view cell : split(line, '\t')) {
      budget.is_met = budget.is_met || budget.parts_left == 0;
      if (budget.is_met) return;
      --budget.parts_left;
      table.rows.back().cells.emplace_back();
      table.rows.back().cells.back().content = text_inlines(cell);
    }
  }
}

} // namespace lectern
