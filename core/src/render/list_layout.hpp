#pragma once
// What the two formats made of lines, Markdown and plain text, need to know about lists.

#include <vector>

#include "lectern/article.hpp"
#include "render/block_steps.hpp"

namespace lectern {

constexpr bool is_list(Container::Type type) {
  return type == Container::Type::unordered_list || type == Container::Type::ordered_list;
}

struct ListLayout {
  std::vector<char> tight;  // per container: a list without blank lines between its items
  std::vector<int> lengths; // per container: how many items a list has
};

/// A list is tight when every item is one run of text, which lists may follow.
ListLayout lay_out_lists(const Article& article, const BlockSteps& steps);

} // namespace lectern
