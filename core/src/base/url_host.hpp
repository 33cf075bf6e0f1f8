#pragma once
#include <optional>
#include <string>
#include <string_view>

namespace lectern {

/// The host of a URL as the URL Standard serialises it: percent-decoded, lower case, other scripts
/// in Punycode. Nothing when it holds what no host may. IPv4 addresses stay as they are written.
/// Differs from the standard: of Unicode's mappings only case, width and ideographic full stops.
std::optional<std::string> parse_domain(std::string_view text);

/// The host of a URL whose scheme is not one of the web's own.
std::optional<std::string> parse_opaque_host(std::string_view text);

} // namespace lectern
