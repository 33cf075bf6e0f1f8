#include "assemble/inline_elements.hpp"

#include <cstdlib>
#include <string>
#include <string_view>
#include <utility>

#include "assemble/markup_hints.hpp"
#include "base/text.hpp"

namespace lectern {
namespace {

enum class Weight { unsaid, normal, bold };

Weight weight_of(const Dom& dom, NodeId node) {
  const std::string_view value = style_property(dom, node, "font-weight");
  if (value.empty()) return Weight::unsaid;
  constexpr int kBoldWeight = 600; // CSS: from here on fonts are called bold
  const int number = std::atoi(std::string(value.substr(0, 4)).c_str());
  if (starts_with_ignoring_case(value, "bold") || number >= kBoldWeight) return Weight::bold;
  return starts_with_ignoring_case(value, "normal") || number > 0 ? Weight::normal : Weight::unsaid;
}

bool is_small_caps(const Dom& dom, NodeId node) {
  return has_class(dom, node, {"smallcaps", "small-caps", "small_caps", "smallcap", "smcp"}) ||
         dom.attribute(node, "data-style") == "small-caps" || // our own output
         equals_ignoring_case(style_property(dom, node, "font-variant"), "small-caps") ||
         equals_ignoring_case(style_property(dom, node, "font-variant-caps"), "small-caps");
}

std::optional<InlineTag> tag_of_style(const Dom& dom, NodeId node) {
  if (is_small_caps(dom, node)) return InlineTag::small_caps;
  if (!dom.has_attribute(node, "style")) return std::nullopt;
  if (weight_of(dom, node) == Weight::bold) return InlineTag::strong;
  if (starts_with_ignoring_case(style_property(dom, node, "font-style"), "italic"))
    return InlineTag::emphasis;
  if (starts_with_ignoring_case(style_property(dom, node, "text-decoration"), "line-through"))
    return InlineTag::strike;
  // The dots beside the characters that East Asian texts stress words with.
  for (const std::string_view name : {"text-emphasis", "text-emphasis-style",
                                      "-webkit-text-emphasis", "-webkit-text-emphasis-style"}) {
    const std::string_view dots = style_property(dom, node, name);
    if (!dots.empty() && !starts_with_ignoring_case(dots, "none")) return InlineTag::emphasis;
  }
  const std::string_view align = style_property(dom, node, "vertical-align");
  if (starts_with_ignoring_case(align, "super")) return InlineTag::sup;
  if (equals_ignoring_case(align, "sub")) return InlineTag::sub;
  return std::nullopt;
}

std::optional<InlineTag> tag_of(const Dom& dom, NodeId node) {
  switch (dom.tag(node)) {
    case Tag::a:
      return InlineTag::link;
    case Tag::strong:
    case Tag::b:
      if (weight_of(dom, node) == Weight::normal) return std::nullopt;
      return InlineTag::strong;
    case Tag::em:
    case Tag::i:
    case Tag::dfn:
      if (starts_with_ignoring_case(style_property(dom, node, "font-style"), "normal"))
        return std::nullopt;
      return InlineTag::emphasis;
    case Tag::code:
    case Tag::tt:
    case Tag::samp:
      return InlineTag::code;
    case Tag::kbd:
      return InlineTag::keyboard;
    case Tag::var:
      return InlineTag::variable;
    case Tag::sub:
      return InlineTag::sub;
    case Tag::sup:
      return InlineTag::sup;
    case Tag::mark:
      return InlineTag::mark;
    case Tag::small:
      return is_small_caps(dom, node) ? InlineTag::small_caps : InlineTag::small;
    case Tag::s:
    case Tag::strike:
    case Tag::del:
      return InlineTag::strike;
    case Tag::ins:
      return InlineTag::insert;
    case Tag::q:
      return InlineTag::quote;
    case Tag::abbr:
    case Tag::acronym:
      if (is_small_caps(dom, node)) return InlineTag::small_caps;
      return InlineTag::abbreviation;
    case Tag::cite:
      return InlineTag::cite;
    case Tag::time:
      return InlineTag::time;
    case Tag::ruby:
      return InlineTag::ruby;
    case Tag::rt:
      return InlineTag::ruby_text;
    case Tag::rp:
      return InlineTag::ruby_parenthesis;
    case Tag::span:
    case Tag::font:
      return tag_of_style(dom, node);
    default:
      return std::nullopt;
  }
}

std::string_view primary_part(std::string_view language) {
  return language.substr(0, language.find_first_of("-_"));
}

// What the element says of its language where that is not the page's; else empty.
std::string_view language_that_differs(const Page& page, NodeId node) {
  const std::string_view language = trim(page.dom.attribute(node, "lang"));
  if (!is_language_tag(language)) return {};
  return equals_ignoring_case(primary_part(language), primary_part(page.language))
             ? std::string_view()
             : language;
}

std::string_view direction_of(const Dom& dom, NodeId node) {
  const std::string_view direction = trim(dom.attribute(node, "dir"));
  for (const std::string_view known : {"rtl", "ltr"}) {
    if (equals_ignoring_case(direction, known)) return known;
  }
  return {};
}

} // namespace

std::optional<Inline> locale_of_block(const Page& page, NodeId node) {
  if (page.dom[node].attribute_count == 0) return std::nullopt;
  const std::string_view language = language_that_differs(page, node);
  const std::string_view direction = direction_of(page.dom, node);
  if (language.empty() && (direction.empty() || direction == page.direction)) return std::nullopt;
  std::optional<Inline> open(std::in_place);
  open->type = Inline::Type::open;
  open->language = language;
  open->direction = direction;
  return open;
}

std::optional<InlineTag> list_part(const Dom& dom, NodeId node) {
  const Tag tag = dom.tag(node);
  if (tag == Tag::li) return InlineTag::list_item;
  if (tag != Tag::ul && tag != Tag::ol) return std::nullopt;
  for (NodeId child = dom.first_child(node); child != kNoNode; child = dom.next_sibling(child)) {
    const bool is_loose = dom.is_text(child) ? !trim(dom[child].text).empty()
                                             : dom.tag(child) != Tag::li && !is_skipped(dom, child);
    if (is_loose) return std::nullopt;
  }
  return tag == Tag::ul ? InlineTag::unordered_list : InlineTag::ordered_list;
}

std::optional<Inline> inline_element(const Page& page, NodeId node) {
  const Dom& dom = page.dom;
  if (is_block_element(dom.tag(node))) return std::nullopt;
  const std::optional<InlineTag> tag = tag_of(dom, node);
  const std::string_view language = language_that_differs(page, node);
  const std::string_view direction = direction_of(dom, node);
  if (!tag && language.empty() && direction.empty()) return std::nullopt;
  std::optional<Inline> open(std::in_place);
  open->type = Inline::Type::open;
  if (tag) open->tag = *tag;
  if (tag == InlineTag::link) {
    open->url = link_target(page, dom.attribute(node, "href"));
    if (open->url.empty()) return std::nullopt;
  }
  open->language = language;
  open->direction = direction;
  return open;
}

} // namespace lectern
