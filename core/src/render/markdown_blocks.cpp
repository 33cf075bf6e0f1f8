#include "render/markdown_blocks.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "render/allowed_markup.hpp"
#include "render/block_steps.hpp"
#include "render/markdown_tex.hpp"
#include "render/math_tex.hpp"
#include "render/plain_text.hpp"
#include "render/printable.hpp"

namespace lectern {
namespace {

// The most cells that spans may be spread over; a table that claims more is written without them.
constexpr std::size_t kMostSpannedCells = 100'000;

Inlines wrapped(InlineTag tag, const Inlines& content) {
  Inlines out;
  Inline step;
  step.type = Inline::Type::open;
  step.tag = tag;
  out.push_back(step);
  out.insert(out.end(), content.begin(), content.end());
  step.type = Inline::Type::close;
  out.push_back(step);
  return out;
}

void append_paragraph(std::string& out, std::string_view paragraph) {
  if (paragraph.empty()) return;
  if (!out.empty()) out += "\n\n";
  out += paragraph;
}

// Caption and credit as one line in italics.
std::string caption_line(const ArticleBlock& block, const MarkdownContext& context) {
  Inlines line = block.caption;
  if (!block.caption.empty() && !block.credit.empty()) {
    Inline space;
    space.text = " ";
    line.push_back(space);
  }
  line.insert(line.end(), block.credit.begin(), block.credit.end());
  return inlines_to_markdown(wrapped(InlineTag::emphasis, line), context);
}

// Of a programming language: "c++", "objective-c", "f#", "asp.net".
bool is_in_name_of_language(char c) {
  const bool is_letter = ascii_lower(c) >= 'a' && ascii_lower(c) <= 'z';
  return is_letter || (c >= '0' && c <= '9') ||
         std::string_view("+#._-").find(c) != std::string_view::npos;
}

// The lines of a listing, whichever way they are ended.
std::string code_of(const Inlines& content) {
  const std::string raw = plain_text(content);
  std::string code;
  for (std::size_t at = 0; at < raw.size(); ++at) {
    const bool is_carriage_return = raw[at] == '\r';
    if (is_carriage_return && at + 1 < raw.size() && raw[at + 1] == '\n') continue;
    code += is_carriage_return ? '\n' : raw[at];
  }
  return printable(code);
}

std::string code_markdown(const ArticleBlock& block) {
  std::string code = code_of(block.content);
  while (!code.empty() && code.back() == '\n') code.pop_back();
  if (code.empty()) return {};
  std::size_t longest = 2, run = 0;
  for (const char c : code) {
    run = c == '`' ? run + 1 : 0;
    longest = std::max(longest, run);
  }
  const std::string fence(longest + 1, '`');
  std::string language;
  for (const char c : block.code_language)
    if (is_in_name_of_language(c)) language += c;
  return fence + language + "\n" + code + "\n" + fence;
}

// TeX alone in a paragraph is a formula on lines of its own.
std::string display_math(const Inlines& content) {
  std::string tex;
  for (const Inline& part : content) {
    if (part.type == Inline::Type::text && fold_ascii_space(part.text).empty()) continue;
    if (part.type != Inline::Type::math || !tex.empty()) return {};
    tex = part.text.empty() ? tex_of_math(part.markup) : part.text;
  }
  const std::string lines = display_tex(tex);
  return lines.empty() ? std::string() : "$$\n" + lines + "$$";
}

using Row = std::vector<std::string>;

// The table as a grid: a cell that spans several places stands in the first of them.
std::vector<Row> grid_of(const std::vector<TableRow>& rows, const MarkdownContext& context) {
  std::vector<Row> grid;
  std::vector<int> covered; // per column: rows that a cell above still reaches into
  std::size_t spanned = 0;
  for (const TableRow& row : rows) {
    Row line;
    const auto skip_covered = [&] {
      while (line.size() < covered.size() && covered[line.size()] > 0) {
        --covered[line.size()];
        line.emplace_back();
      }
    };
    for (const TableCell& cell : row.cells) {
      skip_covered();
      std::size_t columns = static_cast<std::size_t>(std::max(cell.column_span, 1));
      if (spanned + columns > kMostSpannedCells) columns = 1;
      spanned += columns;
      const std::size_t begin = line.size();
      line.push_back(inlines_to_markdown(cell.content, context, LineRule::cell));
      line.resize(begin + columns);
      if (covered.size() < line.size()) covered.resize(line.size(), 0);
      for (std::size_t i = begin; i < line.size(); ++i) covered[i] = std::max(cell.row_span, 1) - 1;
    }
    skip_covered();
    grid.push_back(std::move(line));
  }
  return grid;
}

std::string row_markdown(const Row& row, std::size_t columns) {
  std::string line = "|";
  for (std::size_t i = 0; i < columns; ++i) {
    line += ' ';
    if (i < row.size()) line += row[i];
    line += " |";
  }
  return line + "\n";
}

std::string table_markdown(const ArticleBlock& block, const MarkdownContext& context) {
  const std::vector<Row> grid = grid_of(block.rows, context);
  std::size_t columns = 0;
  for (const Row& row : grid) columns = std::max(columns, row.size());
  std::string out = caption_line(block, context);
  if (columns == 0) return out;
  // GFM demands one row of headers; a table without one gets empty ones.
  const std::vector<TableCell>& first = block.rows.front().cells;
  const bool has_head =
      block.rows.front().in_head ||
      std::all_of(first.begin(), first.end(), [](const TableCell& cell) { return cell.is_header; });
  std::string table = row_markdown(has_head ? grid.front() : Row(), columns) + "|";
  for (std::size_t i = 0; i < columns; ++i) table += " --- |";
  table += "\n";
  for (std::size_t i = has_head ? 1 : 0; i < grid.size(); ++i)
    table += row_markdown(grid[i], columns);
  table.pop_back();
  append_paragraph(out, table);
  return out;
}

std::string figure_markdown(const ArticleBlock& block, const MarkdownContext& context) {
  std::string out;
  for (const Image& image : block.images) append_paragraph(out, image_to_markdown(image, context));
  append_paragraph(out, caption_line(block, context));
  return out;
}

std::string embed_markdown(const ArticleBlock& block, const MarkdownContext& context) {
  std::string out;
  const std::string content = inlines_to_markdown(block.content, context);
  if (!content.empty())
    for (const std::string_view line : split(content, '\n'))
      out.append(out.empty() ? "> " : "\n> ").append(line);
  Image poster;
  poster.url = block.embed.poster;
  poster.link = block.embed.url;
  append_paragraph(out, image_to_markdown(poster, context));
  Inline link;
  link.type = Inline::Type::open;
  link.tag = InlineTag::link;
  link.url = block.embed.url;
  Inline label;
  label.text = embed_label(block.embed);
  Inline end = link;
  end.type = Inline::Type::close;
  append_paragraph(out, inlines_to_markdown({link, label, end}, context));
  append_paragraph(out, caption_line(block, context));
  return out;
}

} // namespace

std::string block_to_markdown(const ArticleBlock& block, const MarkdownContext& context,
                              bool in_bold) {
  switch (form_of(block)) {
    case Form::nothing:
      return {};
    case Form::heading:
      return heading_to_markdown(block.content, std::clamp(block.level, 2, 6), context);
    case Form::code:
      return code_markdown(block);
    case Form::table:
      return table_markdown(block, context);
    case Form::figure:
      return figure_markdown(block, context);
    case Form::embed:
      return embed_markdown(block, context);
    case Form::divider:
      return "***"; // three hyphens in a list item would be no divider
    case Form::paragraph:
    case Form::list_item:
    case Form::quote:
    case Form::note:
      break;
  }
  std::string math = display_math(block.content);
  if (!math.empty()) return math;
  return inlines_to_markdown(in_bold ? wrapped(InlineTag::strong, block.content) : block.content,
                             context);
}

std::string heading_to_markdown(const Inlines& content, int level, const MarkdownContext& context) {
  std::string text = inlines_to_markdown(content, context, LineRule::single_line);
  if (text.empty()) return text;
  // Number signs at the end would be taken for the closing ones.
  const std::size_t last = text.find_last_not_of('#');
  if (text.back() == '#' && (last == std::string::npos || text[last] == ' '))
    text.insert(text.size() - 1, 1, '\\');
  return std::string(static_cast<std::size_t>(level), '#') + " " + text;
}

} // namespace lectern
