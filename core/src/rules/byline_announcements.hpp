#pragma once
#include <string_view>

namespace lectern {

/// False when `line` has no word with which a phrase of kind `by`, `role` or `label` of any
/// language begins: it is no byline then. Much cheaper than reading it.
bool may_announce_names(std::string_view line);

/// False when no such phrase begins `line`.
bool may_begin_with_announcement(std::string_view line);

} // namespace lectern
