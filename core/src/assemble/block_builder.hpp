#pragma once
// A block of the page as a block of the article: its text, picture, table, listing or post.

#include <string_view>

#include "assemble/locales.hpp"
#include "assemble/page.hpp"
#include "assemble/tables.hpp"
#include "document/block.hpp"
#include "document/verdict.hpp"
#include "lectern/article.hpp"

namespace lectern {

class BlockBuilder {
 public:
  BlockBuilder(const Page& page, const Document& document, const Verdicts& verdicts)
      : page_(page), document_(document), verdicts_(verdicts), locales_(page.dom) {}

  /// The block `index` of the page, shown or removed, without its container.
  ArticleBlock build(std::size_t index);

  /// Adds what a line of plain text says of a figure: what it shows, its caption or its credit.
  void add_figure_text(ArticleBlock& figure, std::string_view text, const Verdict& verdict) const;

  /// True when tables were cut off because the page has more of them than an article may.
  bool has_cut_tables() const { return table_budget_.is_met; }

 private:
  void fill_from_text(const Block& source, const Verdict& verdict, ArticleBlock& block);
  void fill_from_markup(const Block& source, ArticleBlock& block);
  void add_check_box(const Block& source, ArticleBlock& block) const;
  void read_language(const Block& source, ArticleBlock& block);

  const Page& page_;
  const Document& document_;
  const Verdicts& verdicts_;
  Locales locales_;
  TableBudget table_budget_;
};

} // namespace lectern
