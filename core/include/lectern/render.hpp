#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lectern/article.hpp"

namespace lectern {

struct RenderOptions {
  std::vector<int> restored; // ids of removed blocks to put back in their place
  bool standalone = false;   // HTML: a whole document with headline, byline and style
  bool front_matter = false; // Markdown: YAML metadata first
  int wrap_columns = 0;      // text: wrap at this width; 0: one line a paragraph
};

/// The body as allow-listed HTML elements and attributes, built from the model: no headline, byline
/// or dek in it unless `standalone`.
std::string to_html(const Article& article, const RenderOptions& options = {});

/// CommonMark with GFM tables, headline first.
std::string to_markdown(const Article& article, const RenderOptions& options = {});

/// Plain text, headline first, a blank line between blocks.
std::string to_text(const Article& article, const RenderOptions& options = {});

/// The article object that `core/data/article.schema.json` describes, on one line.
std::string to_json(const Article& article, const RenderOptions& options = {});

/// The Article that `to_json` wrote as `json`, so that it can be rendered again where only the JSON
/// object was kept: to_json, to_html, to_markdown and to_text of it give what they gave for the
/// original. Nothing when `json` is no such object. What it holds is checked like page content: an
/// address that may not stand in the output is dropped.
std::optional<Article> parse_article(std::string_view json);

/// The bytes of a picture of the article, for formats that hold pictures.
struct ImageFile {
  std::string url; // as the article names it: of an Image, an inline image or an embed's poster
  std::string bytes;
};

/// An EPUB 3 file. Pictures whose bytes are given (JPEG, PNG or GIF) stand in it; the others are
/// links, as EPUB allows no picture outside the file. The same article gives the same bytes.
std::string to_epub(const Article& article, const std::vector<ImageFile>& images = {},
                    const RenderOptions& options = {});

/// HTML of one block alone, kept or removed, without what surrounds it.
std::string block_to_html(const ArticleBlock& block);

/// Text of one block alone; a figure gives its caption and credit.
std::string block_to_text(const ArticleBlock& block);

} // namespace lectern
