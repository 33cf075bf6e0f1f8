#include "document/block_shape.hpp"

#include "base/text.hpp"
#include "base/utf8.hpp"
#include "document/element_table.hpp"
#include "document/embed_elements.hpp"

namespace lectern {
namespace {

constexpr int kLevelsToLookUp = 4; // how far a div or p may stand inside the li or heading it fills

std::uint8_t level_of(Tag tag) {
  return static_cast<std::uint8_t>(static_cast<int>(tag) - static_cast<int>(Tag::h1) + 1);
}

/// Letters and digits count, and so does everything outside ASCII that is not a dash or a dot.
bool has_word(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    if (is_letter(c) || is_digit(c)) return true;
  }
  return false;
}

bool looks_like_divider(std::string_view text) {
  int marks = 0;
  for (char c : text) {
    if (c == '*' || c == '-' || c == '_' || c == '#' || c == '~')
      ++marks;
    else if (c != ' ')
      return false;
  }
  return marks >= 3 || text == "*";
}

} // namespace

std::optional<Shape> shape_of_text(std::string_view text, bool has_images) {
  if (has_word(text)) return Shape::paragraph;
  if (has_images) return Shape::figure;
  if (looks_like_divider(text)) return Shape::divider;
  return std::nullopt;
}

void shape_by_place(const Dom& dom, Block& block) {
  NodeId node = block.node;
  for (int level = 0; node != kNoNode && level < kLevelsToLookUp;
       ++level, node = dom.parent(node)) {
    const Tag tag = dom.tag(node);
    if (is_heading(tag)) {
      block.shape = Shape::heading;
      block.heading_level = level_of(tag);
      return;
    }
    if (dom.attribute(node, "role") == "heading") {
      block.shape = Shape::heading;
      const std::string_view stated = dom.attribute(node, "aria-level");
      block.heading_level = stated.size() == 1 && stated[0] >= '1' && stated[0] <= '6'
                                ? static_cast<std::uint8_t>(stated[0] - '0')
                                : 2;
      return;
    }
    if (tag == Tag::li) {
      block.shape = Shape::list_item;
      return;
    }
    if (tag == Tag::figcaption || tag == Tag::caption) {
      block.shape = Shape::caption;
      return;
    }
    if (tag == Tag::blockquote) {
      block.shape = Shape::quote;
      return;
    }
    if (tag != Tag::p && tag != Tag::div && flow_of(tag) == Flow::block) return;
  }
}

bool is_separator(const Dom& dom, NodeId node) {
  if (dom.attribute(node, "role") != "separator") return false;
  std::string text;
  dom.append_text(node, text);
  return !has_word(text);
}

bool stands_alone(const Dom& dom, NodeId node) {
  for (NodeId up = dom.parent(node); up != kNoNode; up = dom.parent(up)) {
    const Tag tag = dom.tag(up);
    if (tag == Tag::p || tag == Tag::li || tag == Tag::td || tag == Tag::dd) return false;
    if (flow_of(tag) == Flow::block) break;
  }
  const NodeId next = dom.end(node);
  const bool is_followed = next < dom.size() && dom.is_text(next) &&
                           dom.parent(next) == dom.parent(node) && has_word(dom[next].text);
  return !is_followed;
}

bool is_all_of_its_block(const Dom& dom, NodeId math, NodeId around) {
  constexpr NodeId kMaxOtherNodes = 50;
  if (dom.end(around) - around > dom.end(math) - math + kMaxOtherNodes) return false;
  for (NodeId node = around + 1; node < dom.end(around); ++node) {
    if (node == math) node = dom.end(math);
    if (node >= dom.end(around)) break;
    if (dom.is_text(node) && has_word(dom[node].text)) return false;
  }
  return true;
}

bool is_all_formula(const Dom& dom, const Block& block) {
  for (NodeId node = block.first; node != block.node && node != kNoNode; node = dom.parent(node)) {
    if (is_formula_element(dom, node) && block.last <= dom.end(node)) return true;
  }
  return false;
}

} // namespace lectern
