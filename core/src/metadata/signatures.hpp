#pragma once
#include <string_view>
#include <vector>

#include "metadata/authors.hpp"
#include "metadata/page_facts.hpp"
#include "parse/dom.hpp"

namespace lectern {

/// Who signed the text without any mark: a paragraph right above its first one or below its last
/// one that holds names and nothing else, names in brackets at its end, or the agency in its
/// dateline. The surest come first.
std::vector<AuthorClaim> read_signatures(const Dom& dom, const PageFacts& facts, NodeId headline,
                                         std::string_view language);

} // namespace lectern
