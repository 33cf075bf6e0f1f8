#pragma once
#include <optional>
#include <string_view>
#include <vector>

#include "rules/dates.hpp"

namespace lectern {

/// The day of publication in the data from which a page's own scripts build it, when they name one
/// day alone.
std::optional<Date> published_day_of_scripts(const std::vector<std::string_view>& scripts);

} // namespace lectern
