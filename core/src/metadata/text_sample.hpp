#pragma once
#include <string>

#include "parse/dom.hpp"

namespace lectern {

/// Some prose of the page, a piece a line, to tell its language by: long runs of text outside
/// links, menus, forms and what is not shown. At most about `most` bytes; short or empty where the
/// page has none.
std::string sample_prose(const Dom& dom, std::size_t most);

} // namespace lectern
