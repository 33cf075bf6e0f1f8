#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "lectern/article.hpp"
#include "metadata/json_ld.hpp"
#include "metadata/page_facts.hpp"
#include "metadata/site_names.hpp"

namespace lectern {

struct TitleChoice {
  std::string title;
  MetadataSource source = MetadataSource::none;
  NodeId heading = kNoNode;
  const char* how = "";                // for development
  std::vector<std::string> candidates; // without site names, best first, `title` first
};

/// The article's title: the heading that agrees with what the page's data call it, else what most
/// of them agree on with the site's name cut.
TitleChoice choose_title(const Dom& dom, const PageFacts& facts, const JsonLd& json_ld,
                         const SiteNames& site);

} // namespace lectern
