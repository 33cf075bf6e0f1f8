// What lexbor's tokenizer has instead of a table of its own: see cmake/lectern_lexbor.cmake.

#include "parse/entity_table.hpp"

#include "entity_names.hpp"

extern "C" {
extern lexbor_sbst_entry_static_t lectern_entities[];
void lectern_need_entities();
}

lexbor_sbst_entry_static_t lectern_entities[lectern::kEntityNodes];

/// Before the first look at the table.
void lectern_need_entities() {
  static bool is_filled = false;
  if (is_filled) return;
  const std::string_view names(reinterpret_cast<const char*>(lectern::kEntityNames),
                               sizeof(lectern::kEntityNames));
  lectern::fill_entities(names, lectern_entities);
  is_filled = true;
}
