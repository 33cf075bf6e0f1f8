#pragma once
// What the parser's adapter knows about lexbor's tables of element and attribute names.

#include <lexbor/core/hash.h>
#include <lexbor/dom/interfaces/attr.h>
#include <lexbor/tag/tag.h>
#include <string_view>

#include "parse/tags.hpp"

namespace lectern {

/// A longer table when the names in it have become many. lexbor keeps the length it started with,
/// so that a page with a million different attributes would search a list of thousands for each.
void grow_name_table(lexbor_hash_t* table);

std::string_view name_of(const lexbor_hash_entry_t& entry);

/// Our tag and the name of lexbor's number of an HTML element.
struct NamedTag {
  Tag tag = Tag::unknown;
  std::string_view name;
};
NamedTag named_tag_of(lxb_tag_id_t id);

} // namespace lectern
