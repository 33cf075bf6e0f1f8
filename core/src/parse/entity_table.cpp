// A level of the tree holds the letters that may follow what was read, as a binary search tree of
// its own; each leads to the level of the letters that may follow it. So names that begin alike
// share their beginning:
//
//   lt, lt;, lte;    l -> t (ends "lt") -> { ; (ends "lt;"), e -> ; (ends "lte;") }

#include "parse/entity_table.hpp"

#include <algorithm>
#include <array>
#include <vector>

namespace lectern {
namespace {

struct Entity {
  std::string_view name, value;
};
using Entities = std::span<const Entity>;

class TreeBuilder {
 public:
  explicit TreeBuilder(std::span<lexbor_sbst_entry_static_t> table) : table_(table) {}

  /// `names` are sorted and begin alike, with `depth` letters. Calls itself once a letter: the
  /// longest name has 32. Gives the place of the level's root, 0 when no name goes on.
  std::size_t add_level(Entities names, std::size_t depth) {
    std::array<Entities, kMostLetters> by_letter;
    std::size_t letters = 0;
    while (!names.empty()) {
      if (names[0].name.size() <= depth || letters == kMostLetters) {
        names = names.subspan(1); // the name that ends here has been noted a level above
        continue;
      }
      const char letter = names[0].name[depth];
      std::size_t count = 1;
      while (count < names.size() && names[count].name[depth] == letter) ++count;
      by_letter[letters++] = names.first(count);
      names = names.subspan(count);
    }
    return add_letters(std::span(by_letter).first(letters), depth);
  }
  std::size_t used() const { return used_; }

 private:
  static constexpr std::size_t kMostLetters = 64; // both cases, digits and the semicolon

  std::size_t add_letters(std::span<const Entities> by_letter, std::size_t depth) {
    if (by_letter.empty()) return 0;
    const std::size_t place = used_++;
    const std::size_t middle = by_letter.size() / 2;
    const Entity& first = by_letter[middle][0];
    lexbor_sbst_entry_static_t entry{};
    entry.key = static_cast<lxb_char_t>(first.name[depth]);
    if (first.name.size() == depth + 1) {
      const std::size_t bytes = std::min(first.value.size(), sizeof(entry.value));
      std::copy_n(first.value.begin(), bytes, entry.value);
      entry.value_len = static_cast<unsigned char>(bytes);
    }
    entry.left = to_index(add_letters(by_letter.first(middle), depth));
    entry.right = to_index(add_letters(by_letter.subspan(middle + 1), depth));
    entry.next = to_index(add_level(by_letter[middle], depth + 1));
    if (place < table_.size()) table_[place] = entry;
    return place;
  }
  static unsigned short to_index(std::size_t place) { return static_cast<unsigned short>(place); }

  std::span<lexbor_sbst_entry_static_t> table_;
  std::size_t used_ = 1;
};

} // namespace

std::size_t fill_entities(std::string_view names, std::span<lexbor_sbst_entry_static_t> table) {
  std::vector<Entity> entities;
  while (!names.empty()) {
    const std::string_view line = names.substr(0, names.find('\0'));
    const std::size_t space = std::min(line.find(' '), line.size());
    entities.push_back({line.substr(0, space), line.substr(std::min(space + 1, line.size()))});
    names.remove_prefix(std::min(line.size() + 1, names.size()));
  }
  TreeBuilder builder(table);
  builder.add_level(entities, 0);
  return builder.used();
}

} // namespace lectern
