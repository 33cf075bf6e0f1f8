#include "parse/name_tables.hpp"

#include <array>

namespace lectern {
namespace {

NamedTag look_up(lxb_tag_id_t id) {
  const lxb_tag_data_t* data = lxb_tag_data_by_id(id);
  if (data == nullptr) return {};
  return {id == LXB_TAG__TEXT ? Tag::text : tag_named(name_of(data->entry)), name_of(data->entry)};
}

std::array<NamedTag, LXB_TAG__LAST_ENTRY> make_tags() {
  std::array<NamedTag, LXB_TAG__LAST_ENTRY> tags{};
  for (lxb_tag_id_t id = 0; id < LXB_TAG__LAST_ENTRY; ++id) tags[id] = look_up(id);
  return tags;
}

} // namespace

void grow_name_table(lexbor_hash_t* table) {
  constexpr std::size_t kMaxLoad = 4, kGrowth = 4;
  const std::size_t count = lexbor_hash_entries_count(table);
  if (count <= kMaxLoad * table->table_size) return;
  const std::size_t size = count * kGrowth;
  auto** slots =
      static_cast<lexbor_hash_entry_t**>(lexbor_calloc(size, sizeof(lexbor_hash_entry_t*)));
  if (slots == nullptr) return;
  for (std::size_t i = 0; i < table->table_size; ++i) {
    for (lexbor_hash_entry_t* entry = table->table[i]; entry != nullptr;) {
      lexbor_hash_entry_t* const next = entry->next;
      // Names are kept as they were hashed, so this is the number that lexbor searches by.
      const std::size_t slot =
          lexbor_hash_make_id(lexbor_hash_entry_str(entry), entry->length) % size;
      entry->next = slots[slot];
      slots[slot] = entry;
      entry = next;
    }
  }
  lexbor_free(table->table);
  table->table = slots;
  table->table_size = size;
}

std::string_view name_of(const lexbor_hash_entry_t& entry) {
  return {reinterpret_cast<const char*>(lexbor_hash_entry_str(&entry)), entry.length};
}

NamedTag named_tag_of(lxb_tag_id_t id) {
  static const std::array<NamedTag, LXB_TAG__LAST_ENTRY> tags = make_tags();
  return id < LXB_TAG__LAST_ENTRY ? tags[id] : look_up(id);
}

} // namespace lectern
