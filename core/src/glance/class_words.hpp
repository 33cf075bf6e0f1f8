#pragma once
#include <string_view>

#include "glance/page_counts.hpp"

namespace lectern {

/// Counts the words of a class name or an id that go with a kind of page.
void count_class_words(std::string_view names, PageCounts& counts);

} // namespace lectern
