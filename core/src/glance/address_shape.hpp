#pragma once
#include <string_view>

#include "glance/page_counts.hpp"

namespace lectern {

/// What the form of a page's address says: /2024/05/why-it-rains against /c/tents?page=2.
void count_address(std::string_view url, PageCounts& counts);

} // namespace lectern
