#pragma once
// A title and the site's names that stand before or behind it, told apart by what separates them.

#include <cstddef>
#include <string_view>
#include <vector>

namespace lectern {

/// `title` in the parts that separators make of it: the parts and where each begins and ends in it.
struct TitlePart {
  std::size_t begin = 0;
  std::size_t end = 0;
  bool after_strong = false; // what stands before it is no mere colon
};
std::vector<TitlePart> title_parts(std::string_view title);

} // namespace lectern
