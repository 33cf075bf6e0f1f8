#pragma once
#include <string_view>
#include <vector>

#include "metadata/authors.hpp"
#include "metadata/page_facts.hpp"
#include "parse/dom.hpp"

namespace lectern {

/// The names in elements that call themselves author or byline, or that link to a profile, outside
/// of what is about other things: those near the headline first, and properties before classes.
std::vector<AuthorClaim> read_author_elements(const Dom& dom, const PageFacts& facts,
                                              NodeId headline, std::string_view language);

} // namespace lectern
