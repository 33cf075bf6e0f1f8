#pragma once
#include <string>
#include <vector>

#include "lectern/article.hpp"
#include "parse/dom.hpp"

namespace lectern {

/// What the page says about its article: the metadata as decided, and what later stages check
/// blocks against. Everything is plain text.
struct PageData {
  Metadata metadata;
  NodeId headline = kNoNode; // the element that shows metadata.title, when one does
  std::vector<std::string>
      headline_candidates; // every title the page states, site names cut, best first
  std::vector<std::string> author_candidates; // every author's name the page states
  std::vector<std::string> descriptions;      // summaries that need not stand visibly in the page
  std::vector<std::string> image_candidates;  // absolute addresses, best first
  std::string article_body; // the JSON-LD articleBody of a page that is free; else empty
  std::string page_type;    // lower case: "newsarticle", "article", "website", "product"
  std::string amp_url;
  bool has_article_type = false; // JSON-LD or OpenGraph call the page an article
};

} // namespace lectern
