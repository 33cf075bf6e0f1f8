// What lexbor's tokenizer calls instead of having a table of its own: see
// cmake/lectern_lexbor.cmake.

#include "parse/entity_table.hpp"

#include "entity_names.hpp"

extern "C" const lexbor_sbst_entry_static_t* lectern_entities();

const lexbor_sbst_entry_static_t* lectern_entities() {
  static lexbor_sbst_entry_static_t table[lectern::kEntityNodes];
  static bool is_filled = false;
  if (!is_filled) {
    const std::string_view names(reinterpret_cast<const char*>(lectern::kEntityNames),
                                 sizeof(lectern::kEntityNames));
    lectern::fill_entities(names, table);
    is_filled = true;
  }
  return table;
}
