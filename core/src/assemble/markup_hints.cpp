#include "assemble/markup_hints.hpp"

#include <algorithm>
#include <cstdint>

#include "base/byte_set.hpp"
#include "base/text.hpp"

namespace lectern {
namespace {

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> words) {
  for (const std::string_view candidate : words) {
    if (equals_ignoring_case(word, candidate)) return true;
  }
  return false;
}

// Calls `visit` for each space-separated token until it returns true.
template <typename Visit>
bool any_token(std::string_view list, Visit visit) {
  static constexpr ByteSet kSpaces(" \n\t\r\f");
  std::size_t at = 0;
  while (at < list.size()) {
    while (at < list.size() && kSpaces.has(list[at])) ++at;
    std::size_t end = at;
    while (end < list.size() && !kSpaces.has(list[end])) ++end;
    if (end > at && visit(list.substr(at, end - at))) return true;
    at = end;
  }
  return false;
}

bool is_ascii_upper(char c) { return c >= 'A' && c <= 'Z'; }

bool has_word(std::string_view token, std::initializer_list<std::string_view> words) {
  std::size_t begin = 0;
  for (std::size_t at = 0; at <= token.size(); ++at) {
    const bool is_end = at == token.size();
    const bool is_separator =
        !is_end && (token[at] == '-' || token[at] == '_' || token[at] == ':' || token[at] == '/');
    const bool is_hump =
        !is_end && at > begin && is_ascii_upper(token[at]) && !is_ascii_upper(token[at - 1]);
    if (!is_end && !is_separator && !is_hump) continue;
    if (at > begin && is_one_of(token.substr(begin, at - begin), words)) return true;
    begin = is_separator ? at + 1 : at;
  }
  return false;
}

} // namespace

bool has_token(std::string_view list, std::initializer_list<std::string_view> tokens) {
  const auto bit_of = [](std::string_view token) {
    constexpr std::size_t kMaxBit = 63;
    return std::uint64_t{1} << std::min(token.size(), kMaxBit);
  };
  std::uint64_t lengths = 0; // most class names are told apart by theirs
  for (const std::string_view token : tokens) lengths |= bit_of(token);
  return any_token(list, [&](std::string_view token) {
    return (lengths & bit_of(token)) != 0 && is_one_of(token, tokens);
  });
}

bool has_class(const Dom& dom, NodeId node, std::initializer_list<std::string_view> tokens) {
  return has_token(dom.attribute(node, "class"), tokens);
}

bool has_class_word(const Dom& dom, NodeId node, std::initializer_list<std::string_view> words) {
  return any_token(dom.attribute(node, "class"),
                   [&](std::string_view token) { return has_word(token, words); });
}

std::string_view style_property(const Dom& dom, NodeId node, std::string_view property) {
  const std::string_view style = dom.attribute(node, "style");
  std::size_t at = 0;
  while (at < style.size()) {
    std::size_t end = at;
    int parentheses = 0; // a data URL in url() may hold semicolons
    while (end < style.size() && (style[end] != ';' || parentheses > 0)) {
      if (style[end] == '(') ++parentheses;
      if (style[end] == ')') --parentheses;
      ++end;
    }
    const std::string_view declaration = style.substr(at, end - at);
    const std::size_t colon = declaration.find(':');
    if (colon != std::string_view::npos &&
        equals_ignoring_case(trim(declaration.substr(0, colon)), property)) {
      return trim(declaration.substr(colon + 1));
    }
    at = end + 1;
  }
  return {};
}

bool is_hidden(const Dom& dom, NodeId node) {
  const DomNode& element = dom[node];
  if (element.tag == Tag::text || element.attribute_count == 0) return false;
  if (dom.has_attribute(node, "hidden") &&
      !equals_ignoring_case(dom.attribute(node, "hidden"), "until-found")) {
    return true;
  }
  if (dom.has_attribute(node, "data-lectern-hidden")) return true; // the capture's mark
  if (dom.has_attribute(node, "style")) {
    if (starts_with_ignoring_case(style_property(dom, node, "display"), "none")) return true;
    if (starts_with_ignoring_case(style_property(dom, node, "visibility"), "hidden")) return true;
  }
  return has_class(
      dom, node,
      {"sr-only",           "visually-hidden",   "visuallyhidden",      "screen-reader-text",
       "screenreader-only", "sr-text",           "u-visually-hidden",   "is-visually-hidden",
       "a11y-hidden",       "assistive-text",    "element-invisible",   "off-screen",
       "offscreen",         "accessibly-hidden", "cdk-visually-hidden", "show-for-sr",
       "mw-editsection",    "headerlink",        "header-anchor",       "heading-anchor",
       "anchorjs-link",     "hash-link",         "hide-text",           "margin-toggle"});
}

bool is_skipped(const Dom& dom, NodeId node) {
  switch (dom.tag(node)) {
    case Tag::script:
    case Tag::style:
    case Tag::noscript:
    case Tag::template_:
    case Tag::head:
    case Tag::title:
    case Tag::meta:
    case Tag::link:
    case Tag::base:
    case Tag::input:
    case Tag::select:
    case Tag::textarea:
    case Tag::datalist:
    case Tag::optgroup:
    case Tag::option:
    case Tag::meter:
    case Tag::progress:
    case Tag::svg:
    case Tag::canvas:
    case Tag::iframe:
    case Tag::frame:
    case Tag::frameset:
    case Tag::embed:
    case Tag::audio:
    case Tag::video:
    case Tag::map:
      return true;
    default:
      return is_hidden(dom, node);
  }
}

bool is_block_element(Tag tag) {
  switch (tag) {
    case Tag::address:
    case Tag::article:
    case Tag::aside:
    case Tag::blockquote:
    case Tag::body:
    case Tag::caption:
    case Tag::center:
    case Tag::dd:
    case Tag::details:
    case Tag::dialog:
    case Tag::dir:
    case Tag::div:
    case Tag::dl:
    case Tag::dt:
    case Tag::fieldset:
    case Tag::figcaption:
    case Tag::figure:
    case Tag::footer:
    case Tag::form:
    case Tag::h1:
    case Tag::h2:
    case Tag::h3:
    case Tag::h4:
    case Tag::h5:
    case Tag::h6:
    case Tag::header:
    case Tag::hgroup:
    case Tag::hr:
    case Tag::li:
    case Tag::main:
    case Tag::menu:
    case Tag::nav:
    case Tag::ol:
    case Tag::p:
    case Tag::pre:
    case Tag::search:
    case Tag::section:
    case Tag::summary:
    case Tag::table:
    case Tag::tbody:
    case Tag::td:
    case Tag::tfoot:
    case Tag::th:
    case Tag::thead:
    case Tag::tr:
    case Tag::ul:
      return true;
    default:
      return false;
  }
}

NodeId ancestor_with(const Dom& dom, NodeId node, std::initializer_list<Tag> tags) {
  for (; node != kNoNode; node = dom.parent(node)) {
    for (const Tag tag : tags) {
      if (dom.tag(node) == tag) return node;
    }
  }
  return kNoNode;
}

NodeId first_in_range(const Dom& dom, NodeId first, NodeId last, std::initializer_list<Tag> tags) {
  for (NodeId node = first; node < last; ++node) {
    for (const Tag tag : tags) {
      if (dom.tag(node) == tag) return node;
    }
  }
  return kNoNode;
}

} // namespace lectern
