#pragma once
#include <vector>

#include "document/block.hpp"
#include "document/verdict.hpp"
#include "lectern/article.hpp"

namespace lectern {

/// The articles that follow this one on the page, from runs of blocks that are of another article.
std::vector<OtherArticle> group_other_articles(const Document& document, const Verdicts& verdicts);

} // namespace lectern
