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

constexpr std::size_t kLongestElement = 1200; // bytes of an element that may hold a byline
constexpr std::size_t kLongestByline = 200;
constexpr std::size_t kLongestLoneName =
    60; // bytes of an element that holds a name and nothing else
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
    const bool only_organisations = people.empty();
    append_names(people, names_of_values(json_ld.author_organisations, language_));
    add(std::move(people), MetadataSource::json_ld, "json_ld");
    if (only_organisations && !claims.empty()) claims.back().is_organisation = true;
  }

  void read_metas() {
    for (const char* key : {"citation_author",
                            "article:author",
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
    const auto& marked = facts_.marked;
    for (std::size_t i = 0; i < marked.size() && found.size() < kMostClaimsOfElements; ++i) {
      const MarkedElement& element = marked[i];
      const bool author = element.has(Mark::author);
      const bool byline = element.has(Mark::byline);
      if ((!author && !byline) || facts_.is_chrome(element.region, headline_)) continue;
      const NodeId end = dom_.end(element.node);
      const std::vector<std::string> lines =
          visible_lines(dom_, element.node, end, kLongestElement, true);
      std::size_t bytes = 0;
      for (const std::string& line : lines) bytes += line.size();
      if (bytes == 0 || bytes >= kLongestElement) continue;
      // A box about the author holds an element with the name.
      const bool holds_another =
          i + 1 < marked.size() && marked[i + 1].node < end && marked[i + 1].has(Mark::author);
      if (holds_another && bytes > kLongestByline) continue;
      const bool is_property = element.has(Mark::itemprop);
      std::vector<std::string> names =
          names_of_lines(lines, is_property || (author && bytes <= kLongestLoneName));
      if (names.empty()) continue;
      int rank = is_property ? 2 : author ? 1 : 0;
      if (is_near(element.node)) rank += 3;
      found.push_back({std::move(names),
                       is_property ? "itemprop"
                       : byline    ? "byline"
                                   : "class",
                       rank});
      while (i + 1 < marked.size() && marked[i + 1].node < end && marked[i + 1].has(Mark::author))
        ++i;
    }
    std::stable_sort(found.begin(), found.end(),
                     [](const Found& a, const Found& b) { return a.rank > b.rank; });
    for (Found& f : found) add(std::move(f.names), MetadataSource::markup, f.place);
  }

  // Names that are surely names; of an element that can be nothing else, whatever it holds.
  std::vector<std::string> names_of_lines(const std::vector<std::string>& lines,
                                          bool trusted) const {
    constexpr std::size_t kMostLines = 6;
    std::vector<std::string> names;
    for (std::size_t i = 0; i < lines.size() && i < kMostLines; ++i) {
      if (lines[i].size() > kLongestByline) break;
      std::vector<std::string> found = names_in_byline(lines[i], language_);
      const bool marked = looks_like_byline(lines[i], language_);
      if (!trusted && !marked) {
        std::erase_if(found,
                      [&](const std::string& name) { return !looks_like_name(name, language_); });
      }
      // Of a trusted element the first line alone may be any name.
      if (trusted && i > 0 && !marked) {
        std::erase_if(found,
                      [&](const std::string& name) { return !looks_like_name(name, language_); });
      }
      append_names(names, std::move(found));
    }
    return names;
  }

  bool is_near(NodeId node) const {
    constexpr NodeId kBehind = 150;
    constexpr NodeId kBefore = 60;
    if (headline_ == kNoNode) return false;
    return node >= headline_ ? node - headline_ <= kBehind : headline_ - node <= kBefore;
  }

  void read_lines() {
    for (const std::string& line : lines_near_headline(dom_, headline_)) {
      if (!looks_like_byline(line, language_)) continue;
      std::vector<std::string> names = names_in_byline(line, language_);
      add(std::move(names), MetadataSource::text, "line");
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

namespace {

// An account and no name: "jsmith", "ann.lee", "site-admin".
bool looks_like_account(const std::string& name) {
  return name.find(' ') == std::string::npos && std::all_of(name.begin(), name.end(), [](char c) {
           return static_cast<unsigned char>(c) < 0x80 && !(c >= 'A' && c <= 'Z');
         });
}

bool holds_all(const std::vector<std::string>& names, const std::vector<std::string>& wanted) {
  std::string all;
  for (const std::string& name : names) all += ' ' + comparison_key(name);
  return std::all_of(wanted.begin(), wanted.end(), [&all](const std::string& name) {
    return word_overlap(comparison_key(name), all) >= 1;
  });
}

} // namespace

AuthorClaim choose_authors(const std::vector<AuthorClaim>& claims, const SiteNames& site,
                           std::string_view language) {
  const auto is_site = [&site](const std::string& name) {
    return site.is_name(comparison_key(name));
  };
  const auto is_person = [&](const std::string& name) {
    return looks_like_name(name, language) && !is_site(name);
  };
  const AuthorClaim* chosen = nullptr;
  // What the data say, unless it is the site, an account or an organisation.
  const AuthorClaim* weak = nullptr;
  for (const AuthorClaim& claim : claims) {
    const bool is_data =
        claim.source == MetadataSource::json_ld || claim.source == MetadataSource::meta_tag;
    if (!is_data) continue;
    const bool good = std::any_of(
        claim.names.begin(), claim.names.end(),
        [&](const std::string& name) { return !is_site(name) && !looks_like_account(name); });
    if (good && !claim.is_organisation) {
      chosen = &claim;
      break;
    }
    if (!weak) weak = &claim;
  }
  // What readers see, when it is surely a person.
  if (!chosen) {
    for (const AuthorClaim& claim : claims) {
      if (claim.source != MetadataSource::markup && claim.source != MetadataSource::text) continue;
      if (std::any_of(claim.names.begin(), claim.names.end(), is_person)) {
        chosen = &claim;
        break;
      }
    }
  }
  if (!chosen) chosen = weak;
  if (!chosen) chosen = claims.empty() ? nullptr : &claims.front();
  if (!chosen) return {};

  AuthorClaim people = *chosen;
  // Templates often state the first author alone; the byline has them all.
  constexpr std::size_t kMostMore = 6;
  for (const AuthorClaim& claim : claims) {
    if (claim.names.size() <= people.names.size() ||
        claim.names.size() > people.names.size() + kMostMore)
      continue;
    if (!holds_all(claim.names, people.names)) continue;
    if (!std::all_of(claim.names.begin(), claim.names.end(), is_person)) continue;
    people = claim;
  }
  std::vector<std::string> all = people.names;
  std::erase_if(people.names, is_site);
  if (people.names.empty()) people.names = std::move(all);
  return people;
}

} // namespace lectern
