#pragma once
#include <cstddef>
#include <cstdint>
#include <lexbor/html/token.h>
#include <vector>

#include "parse/dom.hpp"

namespace lectern {

/// The attributes of elements whose attributes the tree builder never looks at: they are kept
/// beside its tree, as the Dom wants them. lexbor would make a node of 184 bytes of each. The
/// element knows its own by the number of its line, which lexbor takes from the token and which
/// nothing counts here.
class KeptAttributes {
 public:
  struct Range {
    std::uint32_t first = 0;
    std::uint32_t count = 0;
  };

  /// To be called before the first `add` for a token.
  void begin(lxb_html_token_t* token) {
    entries_.push_back({token->tag_id, {static_cast<std::uint32_t>(attributes.size()), 0}});
    token->line = entries_.size();
  }

  /// The first attribute of a name counts. It looks at those before it, so callers bound their
  /// number.
  void add(const Attribute& attribute) {
    Range& range = entries_.back().range;
    for (std::size_t i = range.first; i < attributes.size(); ++i) {
      if (attributes[i].name.data() == attribute.name.data()) return;
    }
    attributes.push_back(attribute);
    ++range.count;
  }

  /// Those of an element of that tag and line. One that the tree builder adds of itself, a <tr>
  /// around a <td>, may have the line of the token that it was added for.
  Range of(lxb_tag_id_t tag, std::size_t line) const {
    if (line == 0 || line > entries_.size() || entries_[line - 1].tag != tag) return {};
    return entries_[line - 1].range;
  }

  std::vector<Attribute> attributes;

 private:
  struct Entry {
    lxb_tag_id_t tag;
    Range range;
  };
  std::vector<Entry> entries_;
};

} // namespace lectern
