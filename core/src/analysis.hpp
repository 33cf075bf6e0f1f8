#pragma once
// What `extract` and the development tools share: a page after all stages but the last.

#include <string_view>

#include "base/url.hpp"
#include "document/block.hpp"
#include "document/features.hpp"
#include "document/page_data.hpp"
#include "document/verdict.hpp"
#include "lectern/options.hpp"
#include "lectern/result.hpp"

namespace lectern {

/// Everything that the stages before `assemble` found out about one page.
struct Analysis {
  Dom dom;
  PageData page_data;
  Document document;
  bool reads_noscript = false; // the document holds what stands in noscript, too
  FeatureTable features{0, false};
  Classification result;
};

Result<Analysis> analyse(std::string_view page, const ExtractOptions& options, const Url& page_url);

} // namespace lectern
