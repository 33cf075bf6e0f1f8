#pragma once
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

namespace lectern::tools {

/// `text` between quotes, as JSON; invalid UTF-8 becomes U+FFFD.
inline std::string json_string(std::string_view text) {
  return nlohmann::json(text).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

} // namespace lectern::tools
