#pragma once
// Elements that are a player, a post or a listing of code as a whole, though no frame, `blockquote`
// or `pre` says so.

#include <cstdint>
#include <string_view>

#include "base/text_memo.hpp"
#include "parse/dom.hpp"

namespace lectern {

/// A player or a post of another site that a script fills or has filled: what it holds are
/// controls, messages and a picture, no text of the article.
bool is_embed_element(const Dom& dom, NodeId element);

/// A formula: MathML, or a script's drawing of one.
bool is_formula_element(const Dom& dom, NodeId element);

/// The same and more, of one element of a page after another.
class EmbedElements {
 public:
  explicit EmbedElements(const Dom& dom) : dom_(dom) {}

  bool is_embed(NodeId element);

  /// A highlighter's listing that is drawn with rows or lines instead of a `pre`.
  bool is_code_listing(NodeId element);

  /// A formula as a script draws it on a line of its own.
  bool is_display_formula(NodeId element);

 private:
  bool has_class(NodeId element, std::uint8_t kind);

  const Dom& dom_;
  TextMemo<std::uint8_t> kinds_; // of what class names stand for
};

} // namespace lectern
