// Each form of block as HTML.

#include <algorithm>

#include "render/allowed_markup.hpp"
#include "render/block_steps.hpp"
#include "render/html_parts.hpp"
#include "render/plain_text.hpp"

namespace lectern {
namespace {

/// What allowed_markup.hpp has names for; an article that was read back may hold anything.
std::string_view kind_of_embed(std::string_view type) {
  for (const std::string_view known : {"video", "audio", "post", "chart"})
    if (type == known) return known;
  return "frame";
}

void append_block_attributes(std::string& out, const ArticleBlock& block) {
  append_id(out, block.anchor);
  append_language(out, block.language, block.direction);
}

void open_element(std::string& out, std::string_view name, const ArticleBlock& block) {
  out += '<';
  out += name;
  append_block_attributes(out, block);
  out += '>';
}

void append_text_element(std::string& out, std::string_view name, const ArticleBlock& block,
                         NoteLinks& notes) {
  open_element(out, name, block);
  append_inlines_html(out, block.content, notes);
  out += "</";
  out += name;
  out += '>';
}

/// "c++", "objective-c", "c#": one short word.
bool is_code_language(std::string_view name) {
  constexpr std::size_t kLongest = 40;
  return !name.empty() && name.size() <= kLongest &&
         std::all_of(name.begin(), name.end(), [](char c) {
           return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                  c == '+' || c == '-' || c == '#' || c == '.' || c == '_' || c == '/';
         });
}

void append_code(std::string& out, const ArticleBlock& block) {
  out += "<pre";
  append_block_attributes(out, block);
  if (is_code_language(block.code_language))
    append_attribute(out, "data-language", block.code_language);
  out += "><code>";
  append_escaped(out, plain_text(block.content));
  out += "</code></pre>";
}

// Caption and credit; nothing when there is neither.
void append_figure_caption(std::string& out, const ArticleBlock& block, NoteLinks& notes) {
  if (block.caption.empty() && block.credit.empty()) return;
  out += "<figcaption>";
  append_inlines_html(out, block.caption, notes);
  if (!block.credit.empty()) {
    out += block.caption.empty() ? "<small>" : " <small>";
    append_inlines_html(out, block.credit, notes);
    out += "</small>";
  }
  out += "</figcaption>";
}

void append_figure(std::string& out, const ArticleBlock& block, NoteLinks& notes) {
  open_element(out, "figure", block);
  for (const Image& image : block.images) append_image_html(out, image);
  append_figure_caption(out, block, notes);
  out += "</figure>";
}

// Nothing here is requested before the reader follows the link, but for a poster that the page
// shows.
void append_embed(std::string& out, const ArticleBlock& block, NoteLinks& notes) {
  const Embed& embed = block.embed;
  const bool is_linked = is_allowed_address(embed.url, false);
  out += "<figure";
  append_block_attributes(out, block);
  append_attribute(out, "data-embed", kind_of_embed(embed.type));
  if (!embed.provider.empty()) append_attribute(out, "data-provider", embed.provider);
  out += '>';
  if (!embed.poster.empty()) {
    Image poster;
    poster.url = embed.poster;
    poster.link = embed.url;
    append_image_html(out, poster);
  }
  if (!block.content.empty()) {
    out += "<blockquote>";
    out += "<p>";
    append_inlines_html(out, block.content, notes);
    out += "</p></blockquote>";
  }
  out += "<p>";
  if (is_linked) {
    out += "<a";
    append_address(out, "href", embed.url);
    out += '>';
  }
  append_escaped(out, embed_label(embed));
  out += is_linked ? "</a></p>" : "</p>";
  append_figure_caption(out, block, notes);
  out += "</figure>";
}

void append_cell(std::string& out, const TableCell& cell, bool in_head, NoteLinks& notes) {
  out += cell.is_header ? "<th" : "<td";
  if (cell.is_header) append_attribute(out, "scope", in_head ? "col" : "row");
  if (cell.column_span > 1) append_attribute(out, "colspan", cell.column_span);
  if (cell.row_span > 1) append_attribute(out, "rowspan", cell.row_span);
  out += '>';
  append_inlines_html(out, cell.content, notes);
  out += cell.is_header ? "</th>" : "</td>";
}

void append_table(std::string& out, const ArticleBlock& block, NoteLinks& notes) {
  open_element(out, "table", block);
  if (!block.caption.empty()) {
    out += "<caption>";
    append_inlines_html(out, block.caption, notes);
    out += "</caption>";
  }
  // Rows of the head come first; one that stands later is a row of the body.
  bool in_body = false;
  std::string_view group;
  for (const TableRow& row : block.rows) {
    in_body = in_body || !row.in_head;
    const std::string_view wanted = in_body ? "tbody" : "thead";
    if (group != wanted) {
      if (!group.empty()) out.append("</").append(group).append(">");
      out.append("<").append(wanted).append(">");
      group = wanted;
    }
    out += "<tr>";
    for (const TableCell& cell : row.cells) append_cell(out, cell, !in_body, notes);
    out += "</tr>";
  }
  if (!group.empty()) out.append("</").append(group).append(">");
  out += "</table>";
}

constexpr std::string_view kHeadingElements[] = {"h2", "h3", "h4", "h5", "h6"};

} // namespace

void append_block_html(std::string& out, const ArticleBlock& block, bool bare, NoteLinks& notes) {
  const bool has_attributes =
      !block.anchor.empty() || !block.language.empty() || !block.direction.empty();
  switch (form_of(block)) {
    case Form::nothing:
    case Form::paragraph:
    case Form::list_item:
      if (bare && !has_attributes)
        append_inlines_html(out, block.content, notes);
      else
        append_text_element(out, "p", block, notes);
      break;
    case Form::quote:
      append_text_element(out, "p", block, notes);
      break;
    case Form::heading:
      append_text_element(out, kHeadingElements[std::clamp(block.level, 2, 6) - 2], block, notes);
      break;
    case Form::note:
      out += "<p role=\"note\"";
      append_block_attributes(out, block);
      out += '>';
      append_inlines_html(out, block.content, notes);
      out += "</p>";
      break;
    case Form::code:
      append_code(out, block);
      break;
    case Form::table:
      append_table(out, block, notes);
      break;
    case Form::figure:
      append_figure(out, block, notes);
      break;
    case Form::embed:
      append_embed(out, block, notes);
      break;
    case Form::divider:
      out += "<hr>";
      break;
  }
}

} // namespace lectern
