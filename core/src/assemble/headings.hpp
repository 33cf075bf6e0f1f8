#pragma once
#include <vector>

#include "lectern/article.hpp"

namespace lectern {

/// Numbers headings from 2 without gaps, as they nest on the page. `level` holds the page's level
/// on entry; 0 is a heading made of bold text, one below the last real one.
void renumber_headings(std::vector<ArticleBlock>& blocks);

} // namespace lectern
