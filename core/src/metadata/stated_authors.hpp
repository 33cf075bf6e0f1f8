#pragma once
#include <string_view>
#include <vector>

#include "metadata/authors.hpp"
#include "metadata/json_ld.hpp"
#include "metadata/page_facts.hpp"
#include "metadata/site_names.hpp"

namespace lectern {

/// What the page's data state of who wrote, in the order in which it is believed: JSON-LD, then
/// meta elements. Values that are addresses are none; what is the site's name is taken as it is.
std::vector<AuthorClaim> read_stated_authors(const PageFacts& facts, const JsonLd& json_ld,
                                             const SiteNames& site, std::string_view language);

} // namespace lectern
