// What sort of page it calls itself, alike for all of its blocks: news pages, blogs and the guides
// of companies differ in what belongs to their articles (a summary, a note about the author, a
// closing call). Only what few pages share: by anything finer a model would know the page again.
#include "annotate/feature_groups.hpp"

namespace lectern {
namespace {

/// In order of how much of a news item it is.
enum class PageType : std::uint8_t { none, other, article, blog_post, news };

PageType type_of(std::string_view type) {
  if (type.empty()) return PageType::none;
  if (type.ends_with("newsarticle") || type == "liveblogposting") return PageType::news;
  if (type.ends_with("blogposting")) return PageType::blog_post;
  return type.ends_with("article") || type == "report" ? PageType::article : PageType::other;
}

/// Said for machines, not found in what readers see.
bool is_stated(MetadataSource source) {
  return source == MetadataSource::json_ld || source == MetadataSource::open_graph ||
         source == MetadataSource::meta_tag;
}

} // namespace

void add_page_features(const AnnotateInput& input, FeatureTable& table) {
  const PageData& page = input.page_data;
  const auto& sources = page.metadata.sources;
  table.fill(Feature::page_type, static_cast<float>(type_of(page.page_type)));
  table.fill(Feature::page_is_article, page.has_article_type);
  table.fill(Feature::page_section, is_stated(sources.section));
  table.fill(Feature::page_published, is_stated(sources.published));
  table.fill(Feature::page_author, is_stated(sources.byline));
}

} // namespace lectern
