#pragma once
// lexbor's tree of named character references, made of their names. In WebAssembly it stands in for
// lexbor's own, whose bytes would be a tenth of the file.

#include <cstddef>
#include <lexbor/core/sbst.h>
#include <span>
#include <string_view>

namespace lectern {

/// Fills `table`, in which the first entry is the end of all searches and the second where they
/// begin. `names` are sorted, each with a space and what it stands for behind it, and a NUL behind
/// that. Gives the number of entries; when the table has fewer, it is of no use.
std::size_t fill_entities(std::string_view names, std::span<lexbor_sbst_entry_static_t> table);

} // namespace lectern
