#pragma once
#include <string>

#include "lectern/article.hpp"
#include "render/markdown_inlines.hpp"

namespace lectern {

/// One block's lines, without the prefixes of what surrounds it; empty when there is nothing to
/// show. `in_bold` is for terms and summaries.
std::string block_to_markdown(const ArticleBlock& block, const MarkdownContext& context,
                              bool in_bold);

/// A heading on one line, or an empty string for one without text.
std::string heading_to_markdown(const Inlines& content, int level, const MarkdownContext& context);

} // namespace lectern
