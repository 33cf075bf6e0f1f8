#include "metadata/site_names.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "metadata/claim_text.hpp"
#include "metadata/json_ld.hpp"
#include "metadata/page_facts.hpp"
#include "metadata/title_parts.hpp"
#include "metadata/visible_lines.hpp"

namespace lectern {
namespace {

constexpr std::size_t kShortest = 3; // letters of a host's label that says anything

constexpr std::size_t kLongestName = 120; // bytes

/// Whether an address is the first page of the page's own site, and the page is another one.
bool leads_home(const Url& page_url, std::string_view address) {
  if (address == "/") return true;
  if (address.empty() || !page_url.is_valid() || page_url.path.size() <= 1) return false;
  const Url url = resolve_url(page_url, address);
  return url.is_valid() && url.host == page_url.host && url.path.size() <= 1 && url.query.empty();
}

/// What a first or second heading says that is all one link to the first page of the site: on many
/// blogs the name of the blog, above each of its posts.
std::string heading_that_leads_home(const Dom& dom, const PageFacts& facts, const Url& page_url) {
  constexpr std::size_t kFirst = 4; // headings: the header's come first
  for (std::size_t i = 0; i < facts.headings.size() && i < kFirst; ++i) {
    const Heading& heading = facts.headings[i];
    if (heading.level > 2) continue;
    NodeId link = heading.node + 1;
    while (link < dom.end(heading.node) && dom.tag(link) != Tag::a) ++link;
    if (link >= dom.end(heading.node) || !leads_home(page_url, trim(dom.attribute(link, "href"))))
      continue;
    std::string name = visible_text(dom, heading.node, kLongestName + 1);
    if (name.size() <= kLongestName && name == visible_text(dom, link, kLongestName + 1))
      return name;
  }
  return {};
}

std::string without_spaces(std::string_view key) {
  std::string packed;
  for (const char c : key) {
    if (c != ' ') packed += c;
  }
  return packed;
}

} // namespace

SiteNames::SiteNames(const Url& page_url, std::vector<std::string> names) {
  for (const std::string& name : names) {
    std::string key = comparison_key(name);
    if (!key.empty()) keys_.push_back(std::move(key));
  }
  std::string site = page_url.site();
  // An archive keeps the address of the page it shows in its own path.
  if (const std::size_t at = page_url.path.find("/http"); at != std::string::npos) {
    const Url shown = parse_url(std::string_view(page_url.path).substr(at + 1));
    if (shown.is_valid()) site = shown.site();
  }
  for (const std::string_view label : split(site, '.')) {
    if (label.size() < kShortest || label == "com" || label == "org" || label == "net" ||
        label == "blog" || label == "news") {
      continue;
    }
    hosts_.push_back(without_spaces(comparison_key(label)));
  }
}

bool SiteNames::is_stated(std::string_view key) const {
  return std::find(keys_.begin(), keys_.end(), key) != keys_.end();
}

void SiteNames::guess(std::string_view name) { guess_ = comparison_key(name); }

bool SiteNames::may_be_name(std::string_view key) const {
  return is_name(key) || (!guess_.empty() && key == guess_);
}

bool SiteNames::is_name(std::string_view key) const {
  if (key.empty()) return true;
  constexpr double kMostMore = 2; // words: "The Example Times", "Example Times Online"
  for (const std::string& name : keys_) {
    if (key == name || has_words(name, key)) return true;
    if (has_words(key, name) && count_key_words(key) <= count_key_words(name) + kMostMore)
      return true;
  }
  const std::string packed = without_spaces(key);
  if (packed.size() < kShortest) return false;
  constexpr std::size_t kEnding = 4; // ".com" and the like
  for (const std::string& host : hosts_) {
    if (packed.starts_with(host) && packed.size() <= host.size() + kEnding) return true;
    if (packed.starts_with("the") && packed.substr(3) == host) return true;
    if (host.find(packed) != std::string::npos && packed.size() * 2 >= host.size()) return true;
  }
  return false;
}

SiteNames read_site_names(const Dom& dom, const PageFacts& facts, const JsonLd& json_ld,
                          const Url& page_url) {
  std::vector<std::string> names{json_ld.site_name, heading_that_leads_home(dom, facts, page_url)};
  for (const char* key :
       {"og:site_name", "application-name", "apple-mobile-web-app-title", "dc.publisher",
        "publisher", "copyright", "citation_journal_title", "twitter:site"}) {
    std::string_view value = facts.meta(key);
    if (!value.empty() && value.front() == '@') value.remove_prefix(1);
    if (value.size() <= kLongestName) names.push_back(claim_text(value));
  }
  const bool is_known = std::any_of(names.begin(), names.end(),
                                    [](const std::string& name) { return !name.empty(); });
  SiteNames site(page_url, std::move(names));
  if (const std::vector<TitlePart> parts = title_parts(facts.title);
      !is_known && parts.size() > 1 && parts.back().after_strong) {
    site.guess(std::string_view(facts.title)
                   .substr(parts.back().begin, parts.back().end - parts.back().begin));
  }
  return site;
}

} // namespace lectern
