#pragma once
// What a page's address has to look like, wherever the command is given one.

#include <string_view>

namespace lectern::tools {

/// A scheme, "://", and something that it names.
inline bool is_absolute_address(std::string_view address) {
  const auto is_letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
  const auto is_of_scheme = [&](char c) {
    return is_letter(c) || (c >= '0' && c <= '9') || c == '+' || c == '-' || c == '.';
  };
  const std::size_t colon = address.find("://");
  if (colon == std::string_view::npos || colon == 0 || !is_letter(address.front())) return false;
  for (const char c : address.substr(0, colon))
    if (!is_of_scheme(c)) return false;
  return address.find_first_not_of("/ \t", colon + 1) != std::string_view::npos;
}

} // namespace lectern::tools
