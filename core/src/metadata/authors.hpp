#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "lectern/article.hpp"
#include "metadata/json_ld.hpp"
#include "metadata/page_facts.hpp"
#include "metadata/site_names.hpp"

namespace lectern {

/// Names that one place of the page states.
struct AuthorClaim {
  std::vector<std::string> names;
  MetadataSource source = MetadataSource::none;
  const char* place =
      "";               // for development: "json_ld", "meta", "itemprop", "class", "byline", "line"
  bool is_near = false; // seen close to the headline
  bool is_group = false;     // the data call it an organisation
  bool is_guess = false;     // nothing says that it is an author but where it stands
  bool is_other = false;     // they did something else: no authors, whatever the data say
  bool is_signature = false; // a paragraph of the text, or the end of one
  bool is_signed = false;    // a line that announces a name and holds a date
};

/// Adds those names that `names` does not hold yet, in capitals or not.
void append_names(std::vector<std::string>& names, std::vector<std::string> more);

/// Every statement about who wrote, in the order in which they are believed. `lines` are those near
/// the headline.
std::vector<AuthorClaim> read_author_claims(const Dom& dom, const PageFacts& facts,
                                            const JsonLd& json_ld, NodeId headline,
                                            const std::vector<std::string>& lines,
                                            const SiteNames& site, std::string_view language);

/// The claim to believe. The site's name is an author only when nobody else is.
AuthorClaim choose_authors(std::vector<AuthorClaim> claims, const SiteNames& site,
                           std::string_view language);

} // namespace lectern
