#pragma once
// The Markdown of one block, without its last line feed.

#include <string>
#include <utility>

#include "lectern/render.hpp"
#include "unit/render/article_builder.hpp"

namespace lectern::testing {

inline std::string markdown_of(ArticleBlock block) {
  ArticleBuilder builder;
  builder.add(std::move(block));
  std::string markdown = to_markdown(builder.article());
  if (!markdown.empty()) markdown.pop_back(); // the last line feed
  return markdown;
}

inline std::string markdown_of(Inlines inlines) {
  return markdown_of(block(Kind::paragraph, std::move(inlines)));
}

inline std::string markdown_of(std::string content) {
  return markdown_of(paragraph(std::move(content)));
}

} // namespace lectern::testing
