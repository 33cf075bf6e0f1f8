#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "base/url.hpp"
#include "parse/dom.hpp"

namespace lectern {

/// What the site calls itself, to tell its name from titles and authors.
class SiteNames {
 public:
  SiteNames(const Url& page_url, std::vector<std::string> names);

  /// Whether a comparison key is the site's name, or little more than it.
  bool is_name(std::string_view key) const;
  /// Also true for what the title ends in, when the page states no name. So may a headline.
  bool may_be_name(std::string_view key) const;
  void guess(std::string_view name);
  /// Whether the key is exactly a name that the page states for its site.
  bool is_stated(std::string_view key) const;

 private:
  std::vector<std::string> keys_;  // comparison keys
  std::string guess_;              // a comparison key
  std::vector<std::string> hosts_; // labels of the host, packed: "example"
};

struct PageFacts;
struct JsonLd;

/// Every name that the page states for its site or publisher, and what the heading of its header
/// says that leads to the site's first page.
SiteNames read_site_names(const Dom& dom, const PageFacts& facts, const JsonLd& json_ld,
                          const Url& page_url);

} // namespace lectern
