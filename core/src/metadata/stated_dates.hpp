#pragma once
#include <string_view>
#include <vector>

#include "metadata/json_ld.hpp"
#include "metadata/page_facts.hpp"
#include "metadata/publication_dates.hpp"

namespace lectern {

/// What the page's data state of when it was published and changed, in the order in which it is
/// believed: JSON-LD, then the meta elements that are known, then those named for a date.
std::vector<DateClaim> read_stated_dates(const PageFacts& facts, const JsonLd& json_ld,
                                         std::string_view language);

} // namespace lectern
