#pragma once
#include <string_view>

#include "lectern/article.hpp"

namespace lectern {

/// Reads back what append_inlines_html wrote, with or without a block's element around it. False
/// when `html` holds anything else.
bool read_inlines(std::string_view html, Inlines& out, bool in_cell = false);

} // namespace lectern
