#pragma once
#include <optional>
#include <string_view>
#include <vector>

#include "metadata/page_facts.hpp"
#include "metadata/publication_dates.hpp"
#include "parse/dom.hpp"

namespace lectern {

/// The dates of time elements and of elements that call themselves a date, outside of what is about
/// other things, in their order on the page: of an attribute, or of the text.
std::vector<DateClaim> read_date_elements(const Dom& dom, const PageFacts& facts, NodeId headline,
                                          std::string_view language);

/// The date of the first time element, wherever it stands, beside a text that says what it dates.
std::optional<DateClaim> read_labelled_time(const Dom& dom, const PageFacts& facts,
                                            std::string_view language);

} // namespace lectern
