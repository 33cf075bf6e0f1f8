#pragma once
#include <string>
#include <string_view>

namespace lectern {

/// An absolute URL in its parts, as the URL Standard serialises them. `scheme` without the colon.
struct Url {
  std::string scheme, host, port, path, query, fragment; // query without '?', fragment without '#'
  bool has_query = false, has_fragment = false, has_authority = false;
  std::string user_info;

  bool is_valid() const { return !scheme.empty(); }
  std::string href() const;
  std::string site() const; // host without "www.", "m." or "amp."
};

/// Parses an absolute URL; tabs, line breaks and surrounding control characters are dropped first,
/// as browsers do. Not valid (an empty scheme) when it is none.
Url parse_url(std::string_view text);

/// `reference` as seen from `base`. An invalid base leaves only absolute references.
Url resolve_url(const Url& base, std::string_view reference);

/// The site that an address as it is written names: its host without "www.", "m." or "amp.". Empty
/// for an address on the page's own site. Cheaper than parsing, for telling sites apart alone.
std::string_view site_named_in(std::string_view address);

/// An address that may stand in the output: http, https, mailto or tel for links; http, https or a
/// data URL of a raster image for images. Anything else gives an empty string. Tracking parameters
/// are cut from links.
std::string safe_link(const Url& base, std::string_view reference);
std::string safe_image(const Url& base, std::string_view reference);

} // namespace lectern
