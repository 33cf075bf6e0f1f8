#pragma once
// Articles for the tests of the writers, built block by block.

#include <string>
#include <utility>

#include "lectern/article.hpp"

namespace lectern::testing {

inline Inline text(std::string content) {
  Inline part;
  part.text = std::move(content);
  return part;
}

inline Inline open(InlineTag tag, std::string url = "") {
  Inline part;
  part.type = Inline::Type::open;
  part.tag = tag;
  part.url = std::move(url);
  return part;
}

inline Inline close(InlineTag tag) {
  Inline part;
  part.type = Inline::Type::close;
  part.tag = tag;
  return part;
}

inline Inline line_break() {
  Inline part;
  part.type = Inline::Type::line_break;
  return part;
}

inline Inline math(std::string tex, std::string markup = "") {
  Inline part;
  part.type = Inline::Type::math;
  part.text = std::move(tex);
  part.markup = std::move(markup);
  return part;
}

inline Inline note_reference(std::string mark, std::string anchor) {
  Inline part;
  part.type = Inline::Type::note_reference;
  part.text = std::move(mark);
  part.url = std::move(anchor);
  return part;
}

inline Inline inline_image(std::string url, std::string alt) {
  Inline part;
  part.type = Inline::Type::image;
  part.url = std::move(url);
  part.text = std::move(alt);
  return part;
}

inline Inline anchor(std::string id) {
  Inline part;
  part.type = Inline::Type::anchor;
  part.url = std::move(id);
  return part;
}

inline ArticleBlock block(Kind kind, Inlines content) {
  ArticleBlock made;
  made.kind = kind;
  made.content = std::move(content);
  return made;
}

inline ArticleBlock block(Kind kind, std::string content) {
  return block(kind, Inlines{text(std::move(content))});
}

inline ArticleBlock paragraph(std::string content) {
  return block(Kind::paragraph, std::move(content));
}

inline ArticleBlock heading(int level, std::string content) {
  ArticleBlock made = block(Kind::heading, std::move(content));
  made.level = level;
  return made;
}

inline Image image(std::string url, std::string alt) {
  Image made;
  made.url = std::move(url);
  made.alt = std::move(alt);
  return made;
}

inline ArticleBlock figure(std::string url, std::string alt, std::string caption = "",
                           std::string credit = "") {
  ArticleBlock made;
  made.kind = Kind::figure;
  made.images.push_back(image(std::move(url), std::move(alt)));
  if (!caption.empty()) made.caption.push_back(text(std::move(caption)));
  if (!credit.empty()) made.credit.push_back(text(std::move(credit)));
  return made;
}

inline TableCell cell(std::string content, bool is_header = false) {
  TableCell made;
  made.content.push_back(text(std::move(content)));
  made.is_header = is_header;
  return made;
}

/// Gives blocks their ids in the order of adding, kept and removed ones together.
class ArticleBuilder {
 public:
  ArticleBuilder& add(ArticleBlock block, int container = -1) {
    block.id = next_id_++;
    block.container = container;
    (is_kept(block.kind) ? article_.blocks : article_.removed).push_back(std::move(block));
    return *this;
  }

  /// The index of the new container.
  int contain(Container::Type type, int parent = -1) {
    Container container;
    container.type = type;
    container.parent = parent;
    article_.containers.push_back(container);
    return static_cast<int>(article_.containers.size()) - 1;
  }

  Container& container(int i) { return article_.containers[static_cast<std::size_t>(i)]; }
  Metadata& metadata() { return article_.metadata; }
  Article& article() { return article_; }

 private:
  Article article_;
  int next_id_ = 0;
};

} // namespace lectern::testing
