#pragma once
#include <optional>

#include "assemble/page.hpp"
#include "lectern/article.hpp"

namespace lectern {

/// What an element opens in a line of text, or nothing for elements that only hold text. Styles
/// that mean bold, italic or struck out count as the element that says so, and the element whose
/// style takes the meaning back counts as none.
std::optional<Inline> inline_element(const Page& page, NodeId node);

} // namespace lectern
