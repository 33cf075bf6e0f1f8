#pragma once
#include <string_view>

#include "glance/page_counts.hpp"

namespace lectern {

/// Counts the types that a JSON-LD script names, read as bytes, and whether it states author and
/// date.
void count_json_ld(std::string_view script, PageCounts& counts);

/// Counts a type of schema.org by its name: "NewsArticle", "https://schema.org/Product".
void count_type(std::string_view name, PageCounts& counts);

/// What a meta element says: its key (property, name or itemprop) and its content.
void count_meta(std::string_view key, std::string_view content, PageCounts& counts);

} // namespace lectern
