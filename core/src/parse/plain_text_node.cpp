#include "parse/plain_text_node.hpp"

#include <lexbor/dom/interfaces/text.h>
#include <lexbor/html/interfaces/document.h>
#include <lexbor/html/token.h>
#include <lexbor/html/tree/active_formatting.h>
#include <lexbor/html/tree/insertion_mode.h>
#include <lexbor/html/tree/open_elements.h>

namespace lectern {
namespace {

/// The innermost open element where text of it becomes its child, or null: not one of SVG or
/// MathML, which have rules of their own, and no template, whose content is elsewhere.
lxb_dom_node_t* open_parent(const lxb_html_tree_t* tree) {
  const lexbor_array_t* open = tree->open_elements;
  if (open->length == 0) return nullptr;
  auto* node = static_cast<lxb_dom_node_t*>(open->list[open->length - 1]);
  return node->ns == LXB_NS_HTML && node->local_name != LXB_TAG_TEMPLATE ? node : nullptr;
}

} // namespace

bool insert_plain_text(lxb_html_tree_t* tree, lxb_html_token_t* token) {
  const bool is_in_body = tree->mode == lxb_html_tree_insertion_mode_in_body ||
                          tree->mode == lxb_html_tree_insertion_mode_in_cell;
  // The first text of a body says that it is no frameset; text between the cells of a table goes
  // before the table.
  if (!is_in_body || tree->frameset_ok || tree->foster_parenting || token->null_count != 0)
    return false;
  if (open_parent(tree) == nullptr) return false;
  if (lxb_html_tree_active_formatting_reconstruct_elements(tree) != LXB_STATUS_OK) return false;
  lxb_dom_node_t* parent = open_parent(tree);
  // Text behind text is added to it.
  if (parent == nullptr ||
      (parent->last_child != nullptr && parent->last_child->local_name == LXB_TAG__TEXT))
    return false;

  lxb_dom_document_t* document = lxb_dom_interface_document(tree->document);
  lexbor_str_t data;
  if (lxb_html_token_make_text(token, &data, document->text) != LXB_STATUS_OK) return false;
  lxb_dom_text_t* text = lxb_dom_text_interface_create(document);
  if (text == nullptr) return false;
  text->char_data.data = data;
  lxb_dom_node_t* node = lxb_dom_interface_node(text);
  node->local_name = LXB_TAG__TEXT;
  node->ns = LXB_NS_HTML;
  lxb_dom_node_insert_child_wo_events(parent, node);
  return true;
}

} // namespace lectern
