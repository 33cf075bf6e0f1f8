// That the tree of all of HTML's names reads as lexbor's does is held by
// tests/wasm/entities.test.ts.
#include "parse/entity_table.hpp"

#include <catch2/catch_test_macros.hpp>
#include <map>
#include <string>
#include <vector>

using namespace lectern;

namespace {

using Names = std::map<std::string, std::string>; // and what they stand for

/// Where a search that has read `read` stands: the names that go on from there.
void collect(const lexbor_sbst_entry_static_t* table, std::size_t at, const std::string& read,
             Names& names) {
  if (at == 0) return;
  const lexbor_sbst_entry_static_t& entry = table[at];
  const std::string name = read + static_cast<char>(entry.key);
  if (entry.value_len > 0)
    names[name] = std::string(reinterpret_cast<const char*>(entry.value), entry.value_len);
  collect(table, entry.left, read, names);
  collect(table, entry.right, read, names);
  collect(table, entry.next, name, names);
}

std::string packed(const Names& names) {
  std::string text;
  for (const auto& [name, value] : names) text += name + ' ' + value + '\0';
  return text;
}

} // namespace

TEST_CASE("the tree has all names, whatever of their beginnings they share") {
  const Names names = {{"AElig", "\xC3\x86"},
                       {"AElig;", "\xC3\x86"},
                       {"NewLine;", "\n"},
                       {"frac12", "1/2"},
                       {"frac12;", "1/2"},
                       {"frac34;", "3/4"},
                       {"nvlt;", "<\xE2\x83\x92"},
                       {"sup", "c"},
                       {"sup1", "1"},
                       {"sup1;", "1"},
                       {"sup;", "c"},
                       {"supe;", "e"}};
  std::vector<lexbor_sbst_entry_static_t> table(60);
  const std::size_t used = fill_entities(packed(names), table);
  CHECK(used <= table.size());
  Names again;
  collect(table.data(), 1, "", again);
  CHECK(again == names);
}

TEST_CASE("a search of the tree finds each letter, and nothing beside") {
  std::vector<lexbor_sbst_entry_static_t> table(20);
  const Names names = {{"lt", "<"}, {"lt;", "<"}, {"lte;", "<="}, {"gt;", ">"}};
  REQUIRE(fill_entities(packed(names), table) == 9);
  const auto find = [&](const lexbor_sbst_entry_static_t* from, char letter) {
    return lexbor_sbst_entry_static_find(table.data(), from, static_cast<lxb_char_t>(letter));
  };
  const auto* l = find(&table[1], 'l');
  REQUIRE(l != nullptr);
  CHECK(l->value[0] == 0);
  CHECK(find(&table[1], 't') == nullptr);
  const auto* t = find(&table[l->next], 't');
  REQUIRE(t != nullptr);
  CHECK(t->value[0] == '<');
  CHECK(find(&table[t->next], ';') != nullptr);
  CHECK(find(&table[t->next], 'e') != nullptr);
  CHECK(find(&table[t->next], 'f') == nullptr);
  CHECK(find(&table[find(&table[t->next], ';')->next], ';') == nullptr);
}

TEST_CASE("no names make no tree, and a table that is too small is not written beyond") {
  std::vector<lexbor_sbst_entry_static_t> table(4);
  CHECK(fill_entities({}, table) == 1);
  const Names names = {{"amp;", "&"}, {"ampere;", "A"}};
  CHECK(fill_entities(packed(names), table) == 9);
}
