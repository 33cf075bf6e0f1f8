#include "assemble/page.hpp"

#include <utility>

#include "base/text.hpp"

namespace lectern {

Page describe_page(const Dom& dom, const Url& page_url, std::string language,
                   std::string direction) {
  Page page{
      dom, page_url, page_url, language, std::move(direction), LexiconSet::for_language(language)};
  for (NodeId node = 0; node < dom.size(); ++node) {
    if (dom.tag(node) != Tag::base || !dom.has_attribute(node, "href")) continue;
    const Url base = resolve_url(page_url, trim(dom.attribute(node, "href")));
    if (base.is_valid() && (base.scheme == "http" || base.scheme == "https")) page.base = base;
    break;
  }
  return page;
}

namespace {

// The addresses without fragments are the same.
bool is_same_page(const Url& a, const Url& b) {
  return a.scheme == b.scheme && a.host == b.host && a.port == b.port && a.path == b.path &&
         a.query == b.query;
}

} // namespace

std::string link_target(const Page& page, std::string_view reference) {
  const std::string_view trimmed = trim(reference);
  if (trimmed.empty() || trimmed == "#") return {};
  if (trimmed.front() == '#') return std::string(trimmed);
  std::string address = safe_link(page.base, trimmed);
  if (address.find('#') == std::string::npos || !page.url.is_valid()) return address;
  const Url target = parse_url(address);
  if (is_same_page(target, page.url) && !target.fragment.empty()) return "#" + target.fragment;
  return address;
}

} // namespace lectern
