// The URL Standard's basic parser, written as one function a part instead of one state machine. It
// differs where pages do not need it: file URLs have no drive letters, IPv4 hosts are not
// normalised, queries are always UTF-8.
#include "base/url.hpp"

#include <algorithm>

#include "base/byte_set.hpp"
#include "base/text.hpp"
#include "base/url_encoding.hpp"
#include "base/url_host.hpp"

namespace lectern {
namespace {

bool is_special(std::string_view scheme) {
  return scheme == "http" || scheme == "https" || scheme == "ws" || scheme == "wss" ||
         scheme == "ftp" || scheme == "file";
}

std::string_view default_port(std::string_view scheme) {
  if (scheme == "http" || scheme == "ws") return "80";
  if (scheme == "https" || scheme == "wss") return "443";
  return scheme == "ftp" ? "21" : "";
}

constexpr ByteSet kBreaks("\t\n\r");

/// Without control characters and spaces at the ends.
std::string_view trim_control(std::string_view text) {
  const auto is_cut = [](char c) { return static_cast<unsigned char>(c) <= 0x20; };
  while (!text.empty() && is_cut(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_cut(text.back())) text.remove_suffix(1);
  return text;
}

std::string without_breaks(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (const char c : text) {
    if (!kBreaks.has(c)) out += c;
  }
  return out;
}

/// Takes the scheme and its colon off `text`, or leaves it alone and returns nothing.
std::string take_scheme(std::string_view& text) {
  const auto is_letter = [](char c) { return ascii_lower(c) >= 'a' && ascii_lower(c) <= 'z'; };
  if (text.empty() || !is_letter(text.front())) return {};
  for (std::size_t i = 1; i < text.size(); ++i) {
    const char c = text[i];
    if (c == ':') {
      std::string scheme = ascii_lower(text.substr(0, i));
      text.remove_prefix(i + 1);
      return scheme;
    }
    if (!is_letter(c) && !(c >= '0' && c <= '9') && c != '+' && c != '-' && c != '.') return {};
  }
  return {};
}

struct Reference {
  std::string_view before_query; // authority and path
  std::string_view query, fragment;
  bool has_query = false, has_fragment = false;
};

Reference split_reference(std::string_view text) {
  Reference parts;
  const std::size_t hash = text.find('#');
  if (hash != std::string_view::npos) {
    parts.has_fragment = true;
    parts.fragment = text.substr(hash + 1);
    text = text.substr(0, hash);
  }
  const std::size_t mark = text.find('?');
  if (mark != std::string_view::npos) {
    parts.has_query = true;
    parts.query = text.substr(mark + 1);
    text = text.substr(0, mark);
  }
  parts.before_query = text;
  return parts;
}

bool is_slash(char c, bool special) { return c == '/' || (special && c == '\\'); }

bool starts_with_slash(std::string_view text, bool special) {
  return !text.empty() && is_slash(text.front(), special);
}

/// Whether `segment` is "." or "..": full stops may be written %2E.
bool is_dots(std::string_view segment, std::size_t count) {
  for (; count > 0 && !segment.empty(); --count) {
    if (segment.front() == '.')
      segment.remove_prefix(1);
    else if (starts_with_ignoring_case(segment, "%2e"))
      segment.remove_prefix(3);
    else
      return false;
  }
  return count == 0 && segment.empty();
}

/// Appends the segments of `text` to those of `base` (without the last one's name), dot segments
/// resolved.
std::string join_path(std::string_view base, std::string_view text, bool special) {
  std::string out;
  out.reserve(base.size() + text.size() + 1);
  if (!base.empty() && base.front() == '/') out = base.substr(0, base.rfind('/'));
  for (std::size_t begin = 0;;) {
    std::size_t end = begin;
    while (end < text.size() && !is_slash(text[end], special)) ++end;
    const std::string_view segment = text.substr(begin, end - begin);
    const bool is_last = end == text.size();
    const bool is_parent = is_dots(segment, 2);
    if (is_parent) out.resize(std::min(out.rfind('/'), out.size()));
    if (is_parent || is_dots(segment, 1)) {
      if (is_last) out += '/';
    } else {
      out += '/';
      append_percent_encoded(out, segment, EncodeSet::path);
    }
    if (is_last) return out;
    begin = end + 1;
  }
}

void set_query_and_fragment(Url& url, const Reference& parts) {
  url.has_query = parts.has_query;
  url.query.clear();
  append_percent_encoded(url.query, parts.query,
                         is_special(url.scheme) ? EncodeSet::special_query : EncodeSet::query);
  url.has_fragment = parts.has_fragment;
  url.fragment.clear();
  append_percent_encoded(url.fragment, parts.fragment, EncodeSet::fragment);
}

bool set_port(Url& url, std::string_view text) {
  constexpr unsigned kLastPort = 65535;
  unsigned port = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return false;
    port = port * 10 + static_cast<unsigned>(c - '0');
    if (port > kLastPort) return false;
  }
  url.port = text.empty() ? "" : std::to_string(port);
  if (url.port == default_port(url.scheme)) url.port.clear();
  return true;
}

/// Reads "user@host:port"; false when it is none.
bool set_authority(Url& url, std::string_view text) {
  url.has_authority = true;
  const std::size_t at = text.rfind('@');
  if (at != std::string_view::npos) {
    const std::string_view user = text.substr(0, at);
    const std::size_t colon = user.find(':');
    append_percent_encoded(url.user_info, user.substr(0, colon), EncodeSet::user_info);
    if (colon != std::string_view::npos && colon + 1 < user.size()) {
      url.user_info += ':';
      append_percent_encoded(url.user_info, user.substr(colon + 1), EncodeSet::user_info);
    }
    text.remove_prefix(at + 1);
  }
  const std::size_t bracket = text.rfind(']');
  const std::size_t colon = text.find(':', bracket == std::string_view::npos ? 0 : bracket);
  if (colon != std::string_view::npos) {
    if (!set_port(url, text.substr(colon + 1))) return false;
    text = text.substr(0, colon);
  }
  if (text.empty())
    return url.scheme == "file" || (!is_special(url.scheme) && at == std::string_view::npos);
  auto host = is_special(url.scheme) ? parse_domain(text) : parse_opaque_host(text);
  if (!host) return false;
  url.host = std::move(*host);
  return true;
}

/// The authority and path of `text`, which starts after the slashes.
bool set_authority_and_path(Url& url, std::string_view text) {
  const bool special = is_special(url.scheme);
  std::size_t end = 0;
  while (end < text.size() && !is_slash(text[end], special)) ++end;
  if (!set_authority(url, text.substr(0, end))) return false;
  text.remove_prefix(end);
  if (starts_with_slash(text, special))
    url.path = join_path("", text.substr(1), special);
  else if (special)
    url.path = "/";
  return true;
}

Url parse_absolute(std::string scheme, std::string_view text) {
  Url url;
  url.scheme = std::move(scheme);
  const bool special = is_special(url.scheme);
  const Reference parts = split_reference(text);
  std::string_view rest = parts.before_query;
  if (special) {
    // Any number of slashes, even none, leads to the host; but a file URL may have none.
    std::size_t slashes = 0;
    while (slashes < rest.size() && is_slash(rest[slashes], true) &&
           (url.scheme != "file" || slashes < 2))
      ++slashes;
    if (url.scheme == "file" && slashes < 2) {
      url.has_authority = true;
      url.path = join_path("", rest.substr(slashes), true);
    } else if (!set_authority_and_path(url, rest.substr(slashes))) {
      return {};
    }
  } else if (rest.substr(0, 2) == "//") {
    if (!set_authority_and_path(url, rest.substr(2))) return {};
  } else if (starts_with_slash(rest, false)) {
    url.path = join_path("", rest.substr(1), false);
  } else {
    append_percent_encoded(url.path, rest, EncodeSet::control);
  }
  set_query_and_fragment(url, parts);
  return url;
}

Url resolve_relative(const Url& base, std::string_view text) {
  const bool special = is_special(base.scheme);
  const Reference parts = split_reference(text);
  const std::string_view rest = parts.before_query;
  const bool is_opaque = !base.has_authority && (base.path.empty() || base.path.front() != '/');
  if (is_opaque && (!rest.empty() || parts.has_query || !parts.has_fragment)) return {};
  Url url = base;
  if (rest.empty() && !parts.has_query) {
    url.has_fragment = parts.has_fragment;
    url.fragment.clear();
    append_percent_encoded(url.fragment, parts.fragment, EncodeSet::fragment);
    return url;
  }
  if (starts_with_slash(rest, special) && starts_with_slash(rest.substr(1), special)) {
    Url other;
    other.scheme = base.scheme;
    std::size_t slashes = 2;
    while (special && base.scheme != "file" && slashes < rest.size() &&
           is_slash(rest[slashes], true))
      ++slashes;
    if (!set_authority_and_path(other, rest.substr(slashes))) return {};
    url = std::move(other);
  } else if (starts_with_slash(rest, special)) {
    url.path = join_path("", rest.substr(1), special);
  } else if (!rest.empty()) {
    url.path = join_path(base.path, rest, special);
  }
  set_query_and_fragment(url, parts);
  return url;
}

} // namespace

std::string Url::href() const {
  std::string out = scheme + ':';
  if (has_authority) {
    out += "//";
    if (!user_info.empty()) out += user_info + '@';
    out += host;
    if (!port.empty()) out += ':' + port;
  } else if (path.substr(0, 2) == "//") {
    out += "/."; // else the path would read as a host
  }
  out += path;
  if (has_query) out += '?' + query;
  if (has_fragment) out += '#' + fragment;
  return out;
}

std::string_view site_named_in(std::string_view address) {
  constexpr std::size_t kLongestScheme = 8; // bytes, with the colon
  const std::size_t at = address.find("//");
  if (at == std::string_view::npos || at > kLongestScheme) return {};
  std::string_view host = address.substr(at + 2);
  static constexpr ByteSet kEnds("/?#:");
  host = host.substr(0, kEnds.find_in(host));
  for (std::string_view prefix : {"www.", "m.", "amp."})
    if (starts_with_ignoring_case(host, prefix)) host.remove_prefix(prefix.size());
  return host;
}

std::string Url::site() const {
  std::string_view name = host;
  for (const std::string_view prefix : {"www.", "m.", "amp."}) {
    const bool is_prefix = name.substr(0, prefix.size()) == prefix;
    if (is_prefix && name.find('.', prefix.size()) != std::string_view::npos)
      name.remove_prefix(prefix.size());
  }
  return std::string(name);
}

Url parse_url(std::string_view text) { return resolve_url({}, text); }

Url resolve_url(const Url& base, std::string_view reference) {
  std::string_view rest = trim_control(reference);
  std::string clean; // few have breaks in them
  if (kBreaks.find_in(rest) != std::string_view::npos) rest = clean = without_breaks(rest);
  std::string scheme = take_scheme(rest);
  if (scheme.empty()) return base.is_valid() ? resolve_relative(base, rest) : Url();
  // "https:page" is a relative reference where the base has that scheme.
  const bool is_relative =
      is_special(scheme) && scheme == base.scheme &&
      !(starts_with_slash(rest, true) && starts_with_slash(rest.substr(1), true));
  if (is_relative) return resolve_relative(base, rest);
  return parse_absolute(std::move(scheme), rest);
}

} // namespace lectern
