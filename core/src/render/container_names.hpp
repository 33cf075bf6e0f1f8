#pragma once
#include <optional>
#include <string_view>

#include "lectern/article.hpp"

namespace lectern {

/// The name used in JSON, such as "ordered_list".
std::string_view name_of(Container::Type type);
std::optional<Container::Type> container_type_named(std::string_view name);
std::optional<MetadataSource> metadata_source_named(std::string_view name);

} // namespace lectern
