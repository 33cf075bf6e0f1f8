// Blocks become the article in one pass in reading order; what concerns several blocks (headings,
// links, captions that stand beside their figure) is done afterwards on the finished list.

#include "assemble/assemble.hpp"

#include <algorithm>
#include <utility>

#include "assemble/article_header.hpp"
#include "assemble/article_links.hpp"
#include "assemble/block_builder.hpp"
#include "assemble/containers.hpp"
#include "assemble/figures.hpp"
#include "assemble/headings.hpp"
#include "assemble/inlines.hpp"
#include "assemble/other_articles.hpp"
#include "assemble/page.hpp"
#include "assemble/sidenotes.hpp"
#include "assemble/srcset.hpp"
#include "assemble/word_count.hpp"
#include "base/text.hpp"

namespace lectern {
namespace {

class Assembler {
 public:
  Assembler(const Page& page, const Document& document, const Verdicts& verdicts)
      : page_(page),
        document_(document),
        verdicts_(verdicts),
        forest_(page, document, verdicts),
        blocks_(page, document, verdicts) {}

  void assemble(Article& article) {
    const std::size_t count = std::min(document_.blocks.size(), verdicts_.size());
    make_room(article);
    for (std::size_t i = 0; i < count; ++i) {
      const Verdict& verdict = verdicts_[i];
      const bool is_shown = is_kept(verdict.kind);
      if (!is_shown && !verdict.reported) continue;
      const bool is_told = is_header(verdict.kind); // by the metadata
      if (is_told && !is_untold_headline(article.metadata, i)) continue;
      const bool belongs_elsewhere =
          verdict.figure >= 0 && static_cast<std::size_t>(verdict.figure) != i;
      if (is_shown && belongs_elsewhere) continue;
      ArticleBlock block = blocks_.build(i);
      if (is_told) block.kind = Kind::heading;
      if (!has_something_to_show(block)) continue;
      block.container = forest_.container_of(document_.blocks[i]);
      if (is_shown && repeats_image(article, block)) {
        block.kind = Kind::furniture;
        block.reason = "repeated_figure";
        article.removed.push_back(std::move(block));
        continue;
      }
      (is_shown ? article.blocks : article.removed).push_back(std::move(block));
      if (is_shown && verdict.attached_call != kNoNode) {
        article.removed.push_back(build_attached_call(article.blocks.back(), verdict));
        shortened_.push_back(static_cast<int>(i));
      }
    }
    attach_captions(article);
    renumber_headings(article.blocks);
    connect_links(page_, document_, forest_, article);
    article.containers = std::move(forest_.containers());
    dissolve_items_without_list(article);
    surround_loose_items(document_, article.blocks, article.containers);
    move_sidenotes(article, static_cast<int>(document_.blocks.size()));
    give_ids_to_attached_calls(article);
    article.partial = article.partial || blocks_.has_cut_tables();
  }

 private:
  // Blocks are large: a vector that grew would move them again and again.
  void make_room(Article& article) const {
    std::size_t shown = 0, removed = 0;
    for (const Verdict& verdict : verdicts_) {
      if (is_kept(verdict.kind))
        ++shown;
      else if (verdict.reported)
        ++removed;
    }
    article.blocks.reserve(shown);
    article.removed.reserve(removed);
  }

  // The page's data gives the article another title than the page shows: then the headline is
  // shown.
  bool is_untold_headline(const Metadata& metadata, std::size_t index) const {
    const Block& source = document_.blocks[index];
    if (verdicts_[index].kind != Kind::headline || source.node == kNoNode ||
        source.shape != Shape::heading)
      return false;
    const std::vector<std::string> told = tokens_of(metadata.title);
    const std::vector<std::string> shown = tokens_of(document_.text_of(source));
    const auto shared = std::count_if(shown.begin(), shown.end(), [&](const std::string& token) {
      return std::find(told.begin(), told.end(), token) != told.end();
    });
    return !told.empty() && static_cast<std::size_t>(shared) * 2 < shown.size();
  }

  // What was cut from the end of a paragraph; it has the paragraph's id until ids are final.
  ArticleBlock build_attached_call(const ArticleBlock& paragraph, const Verdict& verdict) const {
    ArticleBlock call;
    call.id = paragraph.id;
    call.kind = Kind::subscription_prompt;
    call.confidence = paragraph.confidence;
    call.reason = "phrase_prompt";
    call.container = paragraph.container;
    call.language = paragraph.language;
    call.direction = paragraph.direction;
    call.content =
        build_inlines(page_, verdict.attached_call, page_.dom.end(verdict.attached_call));
    return call;
  }

  // A cut call stands right behind its paragraph: from there on every block is one further.
  void give_ids_to_attached_calls(Article& article) const {
    if (shortened_.empty()) return;
    const auto cut_before = [&](int id) {
      const auto at = std::lower_bound(shortened_.begin(), shortened_.end(), id);
      return static_cast<int>(at - shortened_.begin());
    };
    for (ArticleBlock& block : article.blocks) block.id += cut_before(block.id);
    for (ArticleBlock& block : article.removed) block.id += cut_before(block.id + 1);
  }

  static bool has_something_to_show(const ArticleBlock& block) {
    return block.kind == Kind::divider || !is_blank(block.content) || !is_blank(block.caption) ||
           !block.images.empty() || !block.rows.empty() || !block.embed.url.empty() ||
           !is_blank(block.credit);
  }

  // The lead image stands above the text and often once more in it; a picture that follows itself
  // is its enlarged double. Elsewhere a picture that comes again is meant to.
  bool repeats_image(Article& article, const ArticleBlock& block) {
    if (block.kind != Kind::figure || block.images.size() != 1) return false;
    const std::string& url = block.images.front().url;
    if (url.empty()) return false;
    const auto same = [&](const ArticleBlock& earlier) {
      return earlier.kind == Kind::figure && earlier.images.size() == 1 &&
             image_identity(earlier.images.front().url) == image_identity(url);
    };
    ArticleBlock* earlier = nullptr;
    if (!article.blocks.empty() && same(article.blocks.back())) earlier = &article.blocks.back();
    constexpr std::size_t kLeadBlocks = 3; // a lead image stands among these
    constexpr std::size_t kBlocksBelowLead = 8;
    if (article.blocks.size() <= kBlocksBelowLead) {
      for (std::size_t i = 0;
           i < std::min(article.blocks.size(), kLeadBlocks) && earlier == nullptr; ++i) {
        if (same(article.blocks[i])) earlier = &article.blocks[i];
      }
    }
    if (earlier == nullptr) return false;
    if (is_blank(earlier->caption)) earlier->caption = block.caption;
    if (is_blank(earlier->credit)) earlier->credit = block.credit;
    return true;
  }

  // Blocks stand in the order of their ids.
  static ArticleBlock* block_of_id(std::vector<ArticleBlock>& blocks, int id) {
    const auto found = std::partition_point(
        blocks.begin(), blocks.end(), [id](const ArticleBlock& block) { return block.id < id; });
    return found != blocks.end() && found->id == id ? &*found : nullptr;
  }

  void attach_captions(Article& article) {
    for (std::size_t i = 0; i < verdicts_.size() && i < document_.blocks.size(); ++i) {
      const Verdict& verdict = verdicts_[i];
      if (!is_kept(verdict.kind) || verdict.figure < 0 ||
          static_cast<std::size_t>(verdict.figure) == i)
        continue;
      ArticleBlock* const figure = block_of_id(article.blocks, verdict.figure);
      if (figure == nullptr) continue;
      const Block& source = document_.blocks[i];
      ArticleBlock& target = *figure;
      if (source.node == kNoNode) {
        blocks_.add_figure_text(target, document_.text_of(source), verdict);
        continue;
      }
      attach_caption_block(page_, target, source, verdict.is_credit);
    }
  }

  // An item whose list only places things is a paragraph.
  void dissolve_items_without_list(Article& article) const {
    for (ArticleBlock& block : article.blocks) {
      const Block& source = document_.blocks[static_cast<std::size_t>(block.id)];
      if (block.kind != Kind::list_item || source.shape != Shape::list_item ||
          source.node == kNoNode)
        continue;
      bool has_item = false;
      for (int c = block.container; c >= 0 && !has_item;
           c = article.containers[static_cast<std::size_t>(c)].parent) {
        const Container::Type type = article.containers[static_cast<std::size_t>(c)].type;
        has_item = type == Container::Type::list_item || type == Container::Type::definition_list;
      }
      if (!has_item) block.kind = Kind::paragraph;
    }
  }

  const Page& page_;
  const Document& document_;
  const Verdicts& verdicts_;
  ContainerForest forest_;
  BlockBuilder blocks_;
  std::vector<int> shortened_; // ids of the paragraphs that lost the call at their end, ascending
};

} // namespace

Article assemble(const Dom& dom, const Document& document, const Classification& classification,
                 const PageData& page_data, const Url& base_url) {
  const Verdicts& verdicts = classification.verdicts;
  Article article;
  article.metadata = page_data.metadata;
  Page page = describe_page(dom, base_url, article.metadata.language, article.metadata.direction);
  fill_from_header(page, document, verdicts, article.metadata);
  article.withheld_notice = classification.withheld_notice;
  article.confidence = classification.confidence;
  article.partial = dom.is_partial() || document.is_partial;
  page.left_out_images = classification.page_pictures;
  Assembler(page, document, verdicts).assemble(article);
  replace_stated_logo(article);
  article.other_articles = group_other_articles(document, verdicts);
  count_words(article);
  return article;
}

} // namespace lectern
