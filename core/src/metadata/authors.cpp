// Who wrote: first what the page's data state, then the elements that call themselves author or
// byline, then the lines near the headline that read as bylines or stand beside the date.
#include "metadata/authors.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "metadata/author_elements.hpp"
#include "metadata/author_lines.hpp"
#include "metadata/claim_text.hpp"
#include "metadata/signatures.hpp"
#include "metadata/stated_authors.hpp"
#include "rules/names.hpp"

namespace lectern {
namespace {

void append_claims(std::vector<AuthorClaim>& claims, std::vector<AuthorClaim> more) {
  for (AuthorClaim& claim : more) claims.push_back(std::move(claim));
}

/// Whether nothing names a person: neither the data nor anything near the headline. Elements far
/// below are of other articles when there is anything else.
bool names_nobody(const std::vector<AuthorClaim>& claims, const SiteNames& site,
                  std::string_view language) {
  const auto is_far = [](const AuthorClaim& claim) {
    return claim.source == MetadataSource::markup && !claim.is_near;
  };
  if (!claims.empty() && std::all_of(claims.begin(), claims.end(), is_far)) return false;
  return std::all_of(claims.begin(), claims.end(), [&](const AuthorClaim& claim) {
    return claim.is_group || claim.is_guess || is_far(claim) ||
           std::all_of(claim.names.begin(), claim.names.end(), [&](const std::string& name) {
             return is_group_name(name, language) || site.may_be_name(comparison_key(name));
           });
  });
}

/// Whether a line below the headline names somebody whom neither the data nor an element names.
bool a_line_names_another(const std::vector<AuthorClaim>& claims) {
  return std::any_of(claims.begin(), claims.end(), [&](const AuthorClaim& line) {
    if (line.source != MetadataSource::text || line.is_other) return false;
    return std::none_of(claims.begin(), claims.end(), [&](const AuthorClaim& claim) {
      return claim.source != MetadataSource::text &&
             std::find(claim.names.begin(), claim.names.end(), line.names[0]) != claim.names.end();
    });
  });
}

} // namespace

void append_names(std::vector<std::string>& names, std::vector<std::string> more) {
  for (std::string& name : more) {
    const auto same = [&](const std::string& known) { return equals_ignoring_case(known, name); };
    if (std::none_of(names.begin(), names.end(), same)) names.push_back(std::move(name));
  }
}

std::vector<AuthorClaim> read_author_claims(const Dom& dom, const PageFacts& facts,
                                            const JsonLd& json_ld, NodeId headline,
                                            const std::vector<std::string>& lines,
                                            const SiteNames& site, std::string_view language) {
  std::vector<AuthorClaim> claims = read_stated_authors(facts, json_ld, site, language);
  append_claims(claims, read_author_elements(dom, facts, headline, language));
  AuthorLines author_lines(dom, facts, headline, language, claims);
  author_lines.read_bylines(lines);
  author_lines.read_beside_dates(lines);
  author_lines.read_others(lines);
  const bool no_person = names_nobody(claims, site, language);
  if (no_person) author_lines.read_whole_body();
  if (no_person || a_line_names_another(claims))
    append_claims(claims, read_signatures(dom, facts, headline, language));
  return claims;
}

} // namespace lectern
