#pragma once
#include <string>
#include <unordered_map>

#include "assemble/page.hpp"
#include "document/block.hpp"
#include "lectern/article.hpp"

namespace lectern {

/// A place of the page that a link names.
struct LinkPlace {
  NodeId element = kNoNode;
  int block = -1;          // the one that shows it, an index into article.blocks; -1 for none
  std::string note_anchor; // of a footnote
};

/// A link to a place on the same page.
bool leads_to_place(const Inline& part);

/// Calls `visit` with every run of inline content of the blocks, and with its block.
template <typename Blocks, typename Visit>
void each_inlines(Blocks& blocks, Visit visit) {
  for (auto& block : blocks) {
    visit(block, block.content);
    visit(block, block.caption);
    visit(block, block.credit);
    for (auto& row : block.rows) {
      for (auto& cell : row.cells) visit(block, cell.content);
    }
  }
}

inline const Block& source_of(const Document& document, const ArticleBlock& block) {
  return document.blocks[static_cast<std::size_t>(block.id)];
}

/// Where the links of an article lead on its page.
class LinkPlaces {
 public:
  /// `root` is the smallest element that holds the article, or kNoNode.
  LinkPlaces(const Page& page, const Document& document, NodeId root, const Article& article);

  /// The place that a link leads to; null when no block of the article shows it.
  LinkPlace* of(const Inline& link);

  const std::unordered_map<std::string, LinkPlace>& all() const { return places_; }

 private:
  std::unordered_map<std::string, LinkPlace> places_;
};

} // namespace lectern
