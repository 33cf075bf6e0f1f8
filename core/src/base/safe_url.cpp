// Which addresses may stand in the output. By scheme and by list: what is not named here does not
// pass.
#include <array>

#include "base/text.hpp"
#include "base/tracking_parameters.hpp"
#include "base/url.hpp"
#include "base/url_encoding.hpp"

namespace lectern {
namespace {

bool is_web(const Url& url) { return url.scheme == "http" || url.scheme == "https"; }

bool is_tracking(std::string_view parameter) {
  const std::string name = ascii_lower(parameter.substr(0, parameter.find('=')));
  for (const std::string_view prefix : kTrackingPrefixes) {
    if (name.compare(0, prefix.size(), prefix) == 0) return true;
  }
  for (const std::string_view known : kTrackingNames) {
    if (name == known) return true;
  }
  return false;
}

void cut_tracking(Url& url) {
  if (!url.has_query) return;
  std::string kept;
  bool is_first = true, is_cut = false;
  for (const std::string_view parameter : split(url.query, '&')) {
    if (is_tracking(parameter)) {
      is_cut = true;
      continue;
    }
    if (!is_first) kept += '&';
    is_first = false;
    kept += parameter;
  }
  if (!is_cut) return;
  url.query = std::move(kept);
  url.has_query = !url.query.empty();
}

/// Mail and telephone addresses are opaque to the parser: here what could end an attribute is
/// encoded.
std::string quoted(std::string_view href) {
  std::string out;
  for (const char c : href) {
    if (std::string_view(" \"<>`").find(c) == std::string_view::npos)
      out += c;
    else
      append_percent_encoded(out, std::string_view(&c, 1), EncodeSet::path);
  }
  return out;
}

constexpr std::array<std::string_view, 7> kRasterTypes = {
    "image/png", "image/jpeg", "image/jpg", "image/gif", "image/webp", "image/avif", "image/bmp"};

bool is_raster_type(std::string_view type) {
  for (const std::string_view raster : kRasterTypes) {
    if (equals_ignoring_case(trim(type), raster)) return true;
  }
  return false;
}

/// A data URL of a raster image in base 64, white space left out; anything else gives nothing.
std::string safe_data_image(std::string_view path) {
  const std::size_t comma = path.find(',');
  if (comma == std::string_view::npos) return {};
  const auto fields = split(path.substr(0, comma), ';');
  if (!is_raster_type(fields.front()) || !equals_ignoring_case(trim(fields.back()), "base64"))
    return {};
  std::string out = "data:" + ascii_lower(trim(fields.front())) + ";base64,";
  const std::size_t header = out.size();
  out.reserve(header + path.size() - comma);
  for (const char c : path.substr(comma + 1)) {
    const char low = ascii_lower(c);
    const bool is_base64 = (low >= 'a' && low <= 'z') || (low >= '0' && low <= '9') || c == '+' ||
                           c == '/' || c == '=' || c == '%';
    if (is_base64)
      out += c;
    else if (!is_ascii_space(c))
      return {};
  }
  return out.size() > header ? out : std::string();
}

} // namespace

std::string safe_link(const Url& base, std::string_view reference) {
  if (trim(reference).empty()) return {}; // would be the page itself
  Url url = resolve_url(base, reference);
  if (is_web(url)) {
    url.user_info.clear();
    cut_tracking(url);
    return url.href();
  }
  const bool is_address = url.scheme == "mailto" || url.scheme == "tel";
  return is_address && !url.path.empty() ? quoted(url.href()) : std::string();
}

std::string safe_image(const Url& base, std::string_view reference) {
  if (trim(reference).empty()) return {};
  Url url = resolve_url(base, reference);
  if (is_web(url)) {
    url.user_info.clear();
    return url.href();
  }
  return url.scheme == "data" && !url.has_query ? safe_data_image(url.path) : std::string();
}

} // namespace lectern
