#pragma once
// What an element's attributes say about its content: class tokens, inline styles, visibility.

#include <initializer_list>
#include <string_view>

#include "parse/dom.hpp"

namespace lectern {

/// True when the space-separated list holds one of the tokens; ASCII case is ignored.
bool has_token(std::string_view list, std::initializer_list<std::string_view> tokens);
bool has_class(const Dom& dom, NodeId node, std::initializer_list<std::string_view> tokens);

/// True when a part of a class token, cut at `-`, `_` and capital letters, is one of the words:
/// "image-credit", "imageCredit" and "image__credit" all hold "credit".
bool has_class_word(const Dom& dom, NodeId node, std::initializer_list<std::string_view> words);

/// The value of a property in the element's style attribute, or an empty view.
std::string_view style_property(const Dom& dom, NodeId node, std::string_view property);

/// Never shown to a reader, or shown to assistive technology alone as a double of what is seen.
bool is_hidden(const Dom& dom, NodeId node);

/// Elements that hold no article content whatever they contain: scripts, styles, controls.
bool is_skipped(const Dom& dom, NodeId node);

/// Elements that start a new line: their text is apart from the text around them.
bool is_block_element(Tag tag);

/// The nearest ancestor-or-self of `node` with one of the tags, below `limit` parents; kNoNode if
/// none.
NodeId ancestor_with(const Dom& dom, NodeId node, std::initializer_list<Tag> tags);

/// The first element of that tag in [first, last), or kNoNode.
NodeId first_in_range(const Dom& dom, NodeId first, NodeId last, std::initializer_list<Tag> tags);

} // namespace lectern
