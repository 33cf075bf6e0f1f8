#pragma once
#include "base/url.hpp"
#include "document/block.hpp"
#include "document/features.hpp"
#include "document/page_data.hpp"

namespace lectern {

/// Measures every block: one row of features each. For plain text `dom` is empty, and what only
/// markup knows stays kUnknown.
FeatureTable annotate(const Dom& dom, const Document& document, const PageData& page_data,
                      const Url& page_url);

} // namespace lectern
