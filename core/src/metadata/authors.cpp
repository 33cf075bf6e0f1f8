// Who wrote: first what the page's data state, then the elements that call themselves author or
// byline, then the lines near the headline that read as bylines.
#include "metadata/authors.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "metadata/claim_text.hpp"
#include "metadata/headline_zone.hpp"
#include "rules/names.hpp"

namespace lectern {
namespace {

constexpr std::size_t kLongestElement = 600; // bytes of an element that may be a byline
constexpr std::size_t kMostClaimsOfElements = 12;

bool is_address(std::string_view value) {
  return starts_with_ignoring_case(value, "http") || starts_with_ignoring_case(value, "www.") ||
         starts_with_ignoring_case(value, "//") || (!value.empty() && value.front() == '@') ||
         (value.find('@') != std::string_view::npos && value.find(' ') == std::string_view::npos);
}

void append_names(std::vector<std::string>& names, std::vector<std::string> more) {
  for (std::string& name : more) {
    const auto same = [&](const std::string& known) { return equals_ignoring_case(known, name); };
    if (std::none_of(names.begin(), names.end(), same)) names.push_back(std::move(name));
  }
}

std::vector<std::string> names_of_values(const std::vector<std::string>& values,
                                         std::string_view language) {
  std::vector<std::string> names;
  for (const std::string& value : values) {
    if (!is_address(value)) append_names(names, names_in_byline(value, language));
  }
  return names;
}

class Collector {
 public:
  Collector(const Dom& dom, const PageFacts& facts, NodeId headline, std::string_view language)
      : dom_(dom), facts_(facts), headline_(headline), language_(language) {}

  std::vector<AuthorClaim> claims;

  void add(std::vector<std::string> names, MetadataSource source, const char* place) {
    if (!names.empty()) claims.push_back({std::move(names), source, place});
  }

  void read_data(const JsonLd& json_ld) {
    std::vector<std::string> people = names_of_values(json_ld.authors, language_);
    append_names(people, names_of_values(json_ld.author_organisations, language_));
    add(std::move(people), MetadataSource::json_ld, "json_ld");
  }

  void read_metas() {
    for (const char* key : {"article:author",
                            "author",
                            "article:author_name",
                            "parsely-author",
                            "sailthru.author",
                            "dc.creator",
                            "dcterms.creator",
                            "dc.contributor",
                            "citation_author",
                            "byl",
                            "byline",
                            "og:article:author",
                            "og:author",
                            "book:author",
                            "cxenseparse:author",
                            "authors",
                            "twitter:data1",
                            "article.author",
                            "creator",
                            "mediator_author"}) {
      if (std::string_view(key) == "twitter:data1") {
        const std::string_view label = facts_.meta("twitter:label1");
        // WordPress writes "Written by" in the language of the site; the value is checked alone.
        if (label.empty() || contains_ignoring_case(label, "time") ||
            contains_ignoring_case(label, "zeit"))
          continue;
      }
      std::vector<std::string> values;
      for (const std::string_view value : facts_.metas_named(key))
        values.push_back(claim_text(value.substr(0, 1000)));
      std::vector<std::string> names = names_of_values(values, language_);
      if (std::string_view(key) == "twitter:data1" &&
          (names.empty() || !looks_like_name(names[0], language_)))
        continue;
      add(std::move(names), MetadataSource::meta_tag, "meta");
    }
  }

  void read_elements() {
    struct Found {
      std::vector<std::string> names;
      const char* place;
      int rank;
    };
    std::vector<Found> found;
    NodeId read_until = 0; // elements inside one that was read say the same again
    for (const MarkedElement& element : facts_.marked) {
      const bool author = element.has(Mark::author);
      const bool byline = element.has(Mark::byline);
      if (!author && !byline) continue;
      if (element.node < read_until || facts_.is_chrome(element.region, headline_)) continue;
      if (found.size() >= kMostClaimsOfElements) break;
      const NodeId end = dom_.end(element.node);
      std::vector<std::string> lines = visible_lines(dom_, element.node, end, kLongestElement);
      if (lines.empty() || lines.size() > 12) continue;
      const bool is_property = element.has(Mark::itemprop);
      std::vector<std::string> names;
      for (const std::string& line : lines) {
        if (names.empty() || looks_like_byline(line, language_))
          append_names(names, names_in_byline(line, language_));
        if (names.empty() && !is_property && lines.size() > 4) break;
      }
      const bool named = std::any_of(names.begin(), names.end(), [&](const std::string& n) {
        return looks_like_name(n, language_);
      });
      if (names.empty() || (!named && !is_property)) continue;
      int rank = is_property ? 3 : author ? 2 : 1;
      if (author && byline) rank = 3;
      found.push_back({std::move(names),
                       is_property ? "itemprop"
                       : byline    ? "byline"
                                   : "class",
                       rank});
      read_until = end;
    }
    // Elements of one kind near each other are several authors of one article.
    std::stable_sort(found.begin(), found.end(),
                     [](const Found& a, const Found& b) { return a.rank > b.rank; });
    for (Found& f : found) add(std::move(f.names), MetadataSource::markup, f.place);
  }

  void read_lines() {
    for (const std::string& line : lines_near_headline(dom_, headline_)) {
      if (looks_like_byline(line, language_)) {
        add(names_in_byline(line, language_), MetadataSource::text, "line");
      }
    }
  }

 private:
  const Dom& dom_;
  const PageFacts& facts_;
  NodeId headline_;
  std::string_view language_;
};

} // namespace

std::vector<AuthorClaim> read_author_claims(const Dom& dom, const PageFacts& facts,
                                            const JsonLd& json_ld, NodeId headline,
                                            std::string_view language) {
  Collector collector(dom, facts, headline, language);
  collector.read_data(json_ld);
  collector.read_metas();
  collector.read_elements();
  collector.read_lines();
  return std::move(collector.claims);
}

AuthorClaim choose_authors(const std::vector<AuthorClaim>& claims, std::string_view site_name) {
  const std::string site = comparison_key(site_name);
  const auto is_site = [&site](const std::string& name) {
    const std::string key = comparison_key(name);
    return key.empty() ||
           (!site.empty() && (key == site || has_words(site, key) || has_words(key, site)));
  };
  AuthorClaim fallback;
  for (const AuthorClaim& claim : claims) {
    AuthorClaim people = claim;
    std::erase_if(people.names, is_site);
    if (!people.names.empty()) return people;
    if (fallback.names.empty()) fallback = claim;
  }
  return fallback;
}

} // namespace lectern
