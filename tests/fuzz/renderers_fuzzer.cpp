// An Article made of the input's bytes: whatever its texts and addresses are, no writer lets them
// out of their place.
#include "fuzz/invariants.hpp"

using namespace lectern;
using namespace lectern::fuzz;

namespace {

/// Reads choices and texts off the input; at its end everything is zero and empty.
class Bytes {
 public:
  Bytes(const std::uint8_t* data, std::size_t size) : data_(data), size_(size) {}
  unsigned below(unsigned count) { return at_ < size_ ? data_[at_++] % count : 0; }
  bool is_left() const { return at_ < size_; }
  std::string text() {
    const std::size_t length = std::min<std::size_t>(below(64), size_ - at_);
    const std::string text = to_valid_utf8(view_of(data_ + at_, length));
    at_ += length;
    return text;
  }

 private:
  const std::uint8_t* data_;
  std::size_t size_;
  std::size_t at_ = 0;
};

Inlines inlines_of(Bytes& bytes) {
  Inlines out;
  std::vector<InlineTag> open;
  for (unsigned left = bytes.below(8); left > 0; --left) {
    Inline part;
    part.type = static_cast<Inline::Type>(bytes.below(8));
    if (part.type == Inline::Type::close) {
      if (open.empty()) continue;
      part.tag = open.back();
      open.pop_back();
    } else if (part.type == Inline::Type::open) {
      part.tag = static_cast<InlineTag>(bytes.below(20));
      open.push_back(part.tag);
      part.language = bytes.text();
      part.direction = bytes.text();
      part.url = bytes.text();
    } else {
      part.text = bytes.text();
      part.url = bytes.text();
      if (part.type == Inline::Type::math) part.markup = bytes.text();
      part.width = static_cast<int>(bytes.below(256)) - 20;
    }
    out.push_back(std::move(part));
  }
  for (; !open.empty(); open.pop_back()) {
    out.emplace_back();
    out.back().type = Inline::Type::close;
    out.back().tag = open.back();
  }
  return out;
}

ArticleBlock block_of(Bytes& bytes, int id, std::size_t containers) {
  ArticleBlock block;
  block.id = id;
  block.kind = static_cast<Kind>(bytes.below(static_cast<unsigned>(Kind::furniture) + 1));
  block.container = static_cast<int>(bytes.below(static_cast<unsigned>(containers) + 1)) - 1;
  block.level = static_cast<int>(bytes.below(8));
  block.content = inlines_of(bytes);
  block.anchor = bytes.text();
  block.language = bytes.text();
  block.direction = bytes.text();
  block.code_language = bytes.text();
  block.reason = bytes.text();
  switch (block.kind) {
    case Kind::figure:
      for (unsigned left = bytes.below(3); left > 0; --left) {
        Image image;
        image.url = bytes.text();
        image.alt = bytes.text();
        image.link = bytes.text();
        image.sources.push_back({bytes.text(), static_cast<int>(bytes.below(256)), 0});
        block.images.push_back(std::move(image));
      }
      block.caption = inlines_of(bytes);
      block.credit = inlines_of(bytes);
      break;
    case Kind::table:
      for (unsigned left = bytes.below(3); left > 0; --left) {
        TableRow row;
        for (unsigned cells = bytes.below(3); cells > 0; --cells) {
          row.cells.emplace_back();
          row.cells.back().content = inlines_of(bytes);
          row.cells.back().column_span = static_cast<int>(bytes.below(5));
        }
        block.rows.push_back(std::move(row));
      }
      block.caption = inlines_of(bytes);
      break;
    case Kind::embed:
      block.embed = {bytes.text(), bytes.text(), bytes.text(), bytes.text(), bytes.text()};
      break;
    default:
      break;
  }
  return block;
}

Article article_of(Bytes& bytes) {
  Article article;
  Metadata& metadata = article.metadata;
  for (std::string* field :
       {&metadata.title, &metadata.dek, &metadata.site_name, &metadata.published, &metadata.section,
        &metadata.language, &metadata.direction})
    *field = bytes.text();
  metadata.byline = {bytes.text()};
  metadata.tags = {bytes.text()};
  article.withheld_notice = bytes.text();
  for (unsigned left = bytes.below(4); left > 0; --left) {
    Container container;
    container.type = static_cast<Container::Type>(bytes.below(11));
    container.parent =
        static_cast<int>(bytes.below(static_cast<unsigned>(article.containers.size()) + 1)) - 1;
    container.cite = bytes.text();
    container.anchor = bytes.text();
    article.containers.push_back(std::move(container));
  }
  for (int id = 0; bytes.is_left() && id < 40; ++id) {
    ArticleBlock block = block_of(bytes, id, article.containers.size());
    (is_kept(block.kind) ? article.blocks : article.removed).push_back(std::move(block));
  }
  return article;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  Bytes bytes(data, size);
  const Article article = article_of(bytes);
  require_none(test::faults_of_rendered(article));
  RenderOptions wrapped;
  wrapped.wrap_columns = 20;
  require(is_valid_utf8(to_text(article, wrapped)), "wrapped text is valid UTF-8");
  return 0;
}
