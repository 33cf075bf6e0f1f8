#pragma once
#include <lexbor/html/tree.h>

namespace lectern {

/// Adds the text of a token to lexbor's tree where that takes nothing but a new node behind the
/// last child of the innermost open element, as for nearly all text of a page. False, with the tree
/// as the token found it but for formatting elements that text opens anew, where it takes lexbor's
/// own steps: they cost twice as much.
bool insert_plain_text(lxb_html_tree_t* tree, lxb_html_token_t* token);

} // namespace lectern
