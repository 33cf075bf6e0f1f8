// When the article was published and changed: what the page's data state, time elements and
// elements that call themselves a date, the address, and dates in the lines near the headline.
#include "metadata/publication_dates.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "base/text.hpp"
#include "metadata/date_elements.hpp"
#include "metadata/date_lines.hpp"
#include "metadata/script_dates.hpp"
#include "metadata/stated_dates.hpp"

namespace lectern {
namespace {

bool has_published(const std::vector<DateClaim>& claims) {
  return std::any_of(claims.begin(), claims.end(),
                     [](const DateClaim& claim) { return claim.label != DateLabel::modified; });
}

/// Shops and front pages date other things than an article.
bool may_be_article(const PageFacts& facts, const JsonLd& json_ld) {
  const std::string_view type = facts.meta("og:type");
  return json_ld.is_article || type.empty() || equals_ignoring_case(type, "article");
}

// 3/5 is the fifth of March where another claim says so and none says the third of May.
void settle_swapped(std::vector<DateClaim>& claims) {
  for (DateClaim& claim : claims) {
    if (!claim.date.may_be_swapped) continue;
    Date swapped = claim.date;
    std::swap(swapped.day, swapped.month);
    bool as_read = false;
    bool as_swapped = false;
    for (const DateClaim& other : claims) {
      if (other.date.may_be_swapped) continue;
      as_read = as_read || other.date.same_day(claim.date);
      as_swapped = as_swapped || other.date.same_day(swapped);
    }
    if (as_swapped && !as_read) claim.date = swapped;
  }
}

} // namespace

std::vector<DateClaim> read_date_claims(const Dom& dom, const PageFacts& facts,
                                        const JsonLd& json_ld, NodeId headline,
                                        const std::vector<std::string>& lines,
                                        std::string_view language, const Url& page_url) {
  std::vector<DateClaim> claims = read_stated_dates(facts, json_ld, language);
  const std::vector<DateClaim> elements = read_date_elements(dom, facts, headline, language);
  claims.insert(claims.end(), elements.begin(), elements.end());
  if (const auto date = date_in_url(page_url.path))
    claims.push_back({*date, MetadataSource::url, DateLabel::published, "url"});
  DateLines date_lines(dom, facts, headline, language, claims);
  date_lines.read_near_headline(lines);
  date_lines.read_title();
  if (!has_published(claims)) date_lines.read_whole_body();
  // Nothing states a date: what else may be one.
  if (claims.empty() && may_be_article(facts, json_ld)) date_lines.read_lone_date();
  if (claims.empty()) {
    if (auto labelled = read_labelled_time(dom, facts, language)) claims.push_back(*labelled);
  }
  if (claims.empty()) {
    if (const auto date = published_day_of_scripts(facts.scripts))
      claims.push_back({*date, MetadataSource::markup, DateLabel::published, "script"});
  }
  settle_swapped(claims);
  return claims;
}

} // namespace lectern
