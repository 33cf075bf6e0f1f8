#include "assemble/headings.hpp"

#include <algorithm>

namespace lectern {

void renumber_headings(std::vector<ArticleBlock>& blocks) {
  constexpr int kFirstLevel = 2; // 1 is the headline
  constexpr int kLastLevel = 6;
  constexpr int kBoldText = 7; // deeper than any element
  std::vector<int> open;       // levels of the page, outermost first
  for (ArticleBlock& block : blocks) {
    if (block.kind != Kind::heading) continue;
    const int level = block.level > 0 ? block.level : kBoldText;
    while (!open.empty() && open.back() >= level) open.pop_back();
    open.push_back(level);
    block.level = std::min(kFirstLevel + static_cast<int>(open.size()) - 1, kLastLevel);
  }
}

} // namespace lectern
