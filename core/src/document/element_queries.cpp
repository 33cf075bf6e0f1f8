#include "document/element_queries.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "document/block_shape.hpp"

namespace lectern {
namespace {

// A table with longer cells than this, and no header cell, arranges text rather than data.
constexpr std::size_t kMaxBytesPerDataCell = 160;
// A table with more tables in it than this places them beside each other.
constexpr std::size_t kMinCellsPerTable = 3;
constexpr std::size_t kMaxFigureTextBytes = 2000;
constexpr int kMaxIconPixels = 48;
constexpr NodeId kMaxNodesOfPanelHeading = 24;

int number_in(std::string_view text) {
  int value = 0;
  bool any = false;
  for (char c : text) {
    if (c < '0' || c > '9') break;
    value = std::min(value * 10 + (c - '0'), 100000);
    any = true;
  }
  return any ? value : -1;
}

bool is_cell_role(std::string_view role) {
  return role == "cell" || role == "gridcell" || role == "columnheader" || role == "rowheader";
}

} // namespace

bool style_declares(std::string_view style, std::string_view property, std::string_view value) {
  for (std::size_t at = 0; at < style.size();) {
    const std::size_t end = std::min(style.find(';', at), style.size());
    const std::string_view declaration = style.substr(at, end - at);
    const std::size_t colon = declaration.find(':');
    if (colon != std::string_view::npos &&
        equals_ignoring_case(trim(declaration.substr(0, colon)), property)) {
      std::string_view stated = trim(declaration.substr(colon + 1));
      const std::size_t bang = stated.find('!');
      if (bang != std::string_view::npos) stated = trim(stated.substr(0, bang));
      if (equals_ignoring_case(stated, value)) return true;
    }
    at = end + 1;
  }
  return false;
}

bool is_hidden_element(const Dom& dom, NodeId element) {
  const auto* end = dom.attributes_end(element);
  for (const auto* a = dom.attributes_begin(element); a != end; ++a) {
    if (a->name == "hidden") return a->value != "until-found";
    if (a->name == "data-lectern-hidden") return true;
    if (a->name == "style" && a->value.size() >= 12 &&
        (style_declares(a->value, "display", "none") ||
         style_declares(a->value, "visibility", "hidden")))
      return true;
  }
  return false;
}

bool is_closed_panel(const Dom& dom, NodeId element) {
  const std::string_view id = dom.attribute(element, "id");
  const NodeId parent = dom.parent(element);
  if (id.empty() || parent == kNoNode) return false;
  NodeId before = kNoNode;
  for (NodeId node = element; node > parent + 1 && before == kNoNode;) {
    // The sibling that ends where this one begins.
    NodeId sibling = node - 1;
    while (dom.parent(sibling) != parent) sibling = dom.parent(sibling);
    if (!dom.is_text(sibling))
      before = sibling;
    else if (!trim(dom[sibling].text).empty())
      return false;
    node = sibling;
  }
  if (before == kNoNode || !(is_heading(dom.tag(before)) || dom.tag(before) == Tag::dt))
    return false;
  const NodeId end = std::min(dom.end(before), before + kMaxNodesOfPanelHeading);
  for (NodeId node = before; node < end; ++node)
    if (!dom.is_text(node) && dom.attribute(node, "aria-controls") == id)
      return dom.attribute(node, "aria-expanded") == "false";
  return false;
}

bool is_data_table(const Dom& dom, NodeId table) {
  const std::string_view role = dom.attribute(table, "role");
  if (role == "presentation" || role == "none") return false;
  std::size_t rows = 0, cells = 0, cells_in_row = 0, widest = 0, text_bytes = 0, prose_elements = 0;
  std::size_t tables = 0;
  bool has_header = false;
  for (NodeId node = table + 1; node < dom.end(table); ++node) {
    switch (dom.tag(node)) {
      case Tag::table: { // data in a cell, where this one is data by its own header
        ++tables;
        const NodeId end = dom.end(node);
        while (++node < end) {
          const Tag inner = dom.tag(node);
          if (inner == Tag::table || inner == Tag::form || inner == Tag::iframe) return false;
          if (inner == Tag::text) text_bytes += trim(dom[node].text).size();
        }
        --node;
        continue;
      }
      case Tag::form:
      case Tag::article:
      case Tag::section:
      case Tag::iframe:
        return false;
      case Tag::th:
      case Tag::thead:
      case Tag::caption:
        has_header = true;
        break;
      case Tag::tr:
        ++rows;
        widest = std::max(widest, cells_in_row);
        cells_in_row = 0;
        break;
      case Tag::p:
      case Tag::h1:
      case Tag::h2:
      case Tag::h3:
      case Tag::h4:
        ++prose_elements;
        break;
      case Tag::text:
        text_bytes += trim(dom[node].text).size();
        break;
      default:
        break;
    }
    if (dom.tag(node) == Tag::td || dom.tag(node) == Tag::th) {
      ++cells;
      ++cells_in_row;
    }
  }
  widest = std::max(widest, cells_in_row);
  if (rows < 2 || widest < 2 || cells == 0) return false;
  if (tables > 0 && (!has_header || tables * kMinCellsPerTable > cells)) return false;
  if (has_header)
    return prose_elements <= 3 * cells && text_bytes / cells < 4 * kMaxBytesPerDataCell;
  return text_bytes / cells <= kMaxBytesPerDataCell && prose_elements <= cells;
}

bool is_picture_without_image(const Dom& dom, NodeId node) {
  if (dom.tag(node) != Tag::picture) return false;
  bool has_source = false;
  for (NodeId at = dom.first_child(node); at != kNoNode; at = dom.next_sibling(at)) {
    if (dom.tag(at) == Tag::img || dom.tag(at) == Tag::amp_img) return false;
    has_source = has_source || dom.tag(at) == Tag::source;
  }
  return has_source;
}

bool is_table_by_roles(const Dom& dom, NodeId element) {
  const std::string_view role = dom.attribute(element, "role");
  if (role != "table" && role != "grid" && role != "treegrid") return false;
  std::size_t rows = 0, cells = 0, cells_in_row = 0, widest = 0, text_bytes = 0;
  for (NodeId node = element + 1; node < dom.end(element); ++node) {
    switch (dom.tag(node)) {
      case Tag::text:
        text_bytes += trim(dom[node].text).size();
        continue;
      case Tag::table:
      case Tag::form:
      case Tag::article:
      case Tag::section:
      case Tag::iframe:
      case Tag::button:
      case Tag::input:
      case Tag::select:
        return false;
      default:
        break;
    }
    const std::string_view part = dom.attribute(node, "role");
    if (part == "row") {
      ++rows;
      cells_in_row = 0;
    } else if (is_cell_role(part)) {
      ++cells;
      widest = std::max(widest, ++cells_in_row);
    }
  }
  return rows >= 2 && widest >= 2 && text_bytes / cells <= kMaxBytesPerDataCell;
}

bool is_simple_figure(const Dom& dom, NodeId figure) {
  bool has_media = false;
  std::size_t text_bytes = 0;
  const auto has_background = [&](NodeId node) {
    const std::string_view style = dom.attribute(node, "style");
    return style.find("background") != std::string_view::npos &&
           style.find("url(") != std::string_view::npos;
  };
  for (NodeId node = figure + 1; node < dom.end(figure); ++node) {
    switch (dom.tag(node)) {
      case Tag::img:
      case Tag::picture:
      case Tag::amp_img:
      case Tag::video:
      case Tag::audio:
      case Tag::iframe:
        has_media = true;
        break;
      case Tag::table:
      case Tag::pre:
      case Tag::blockquote:
      case Tag::figure:
      case Tag::article:
      case Tag::section:
      case Tag::h1:
      case Tag::h2:
      case Tag::h3:
        return false;
      case Tag::script:
      case Tag::style:
        node = dom.end(node) - 1;
        break;
      case Tag::text:
        text_bytes += trim(dom[node].text).size();
        break;
      default:
        has_media = has_media || has_background(node);
        break;
    }
  }
  return has_media && text_bytes <= kMaxFigureTextBytes;
}

bool is_quoted_post(const Dom& dom, NodeId blockquote) {
  static constexpr std::string_view kPostClasses[] = {
      "twitter-tweet", "twitter-video",   "instagram-media", "tiktok-embed",
      "bluesky-embed", "text-post-media", "reddit-embed-bq", "mastodon-embed",
      "reddit-card",   "tumblr-post",     "imgur-embed-pub", "fb-xfbml-parse-ignore"};
  const std::string_view classes = dom.attribute(blockquote, "class");
  return std::any_of(std::begin(kPostClasses), std::end(kPostClasses), [&](std::string_view name) {
    return classes.find(name) != std::string_view::npos;
  });
}

bool is_significant_image(const Dom& dom, NodeId image) {
  const int width = number_in(dom.attribute(image, "width"));
  const int height = number_in(dom.attribute(image, "height"));
  if ((width >= 0 && width <= kMaxIconPixels) || (height >= 0 && height <= kMaxIconPixels))
    return false;
  return true;
}

bool is_word_of_sentence(const Dom& dom, NodeId button) {
  constexpr std::size_t kMinBytesBefore = 8, kMaxBytes = 80; // of the text before it, and its own
  const NodeId after = dom.next_sibling(button), before = button - 1;
  if (after == kNoNode || !dom.is_text(after) || !dom.is_text(before) ||
      dom.parent(before) != dom.parent(button))
    return false;
  std::string own;
  dom.append_text(button, own);
  if (is_space(own) || own.size() > kMaxBytes) return false;
  const std::string_view begun = trim(dom[before].text), rest = trim(dom[after].text);
  if (begun.size() < kMinBytesBefore || rest.empty()) return false;
  const char last = begun.back(), next = rest.front();
  const bool ends_sentence = last == '.' || last == '!' || last == '?' || last == ':';
  const bool goes_on = next == ',' || next == '.' || next == ';' || next == ')' ||
                       (next >= 'a' && next <= 'z') || static_cast<unsigned char>(next) >= 0x80;
  return !ends_sentence && goes_on;
}

} // namespace lectern
