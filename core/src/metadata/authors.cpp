// Who wrote: first what the page's data state, then the elements that call themselves author or
// byline, then the lines near the headline that read as bylines.
#include "metadata/authors.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "metadata/claim_text.hpp"
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
    if (!names.empty()) claims.push_back({std::move(names), source, place, false});
  }

  void read_data(const JsonLd& json_ld) {
    std::vector<std::string> people = names_of_values(json_ld.authors, language_);
    append_names(people, names_of_values(json_ld.author_organisations, language_));
    add(std::move(people), MetadataSource::json_ld, "json_ld");
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
      AuthorClaim claim;
      int rank;
    };
    std::vector<Found> found;
    const auto& marked = facts_.marked;
    for (std::size_t i = 0; i < marked.size() && found.size() < kMostClaimsOfElements; ++i) {
      const MarkedElement& element = marked[i];
      const bool author = element.has(Mark::author);
      const bool byline = element.has(Mark::byline);
      const bool profile = element.has(Mark::profile) && is_near(element.node);
      if (!author && !byline && !profile) continue;
      const bool is_property = element.has(Mark::itemprop);
      if (facts_.is_chrome(element.region, headline_) && !(is_property && is_near(element.node)))
        continue;
      const NodeId end = dom_.end(element.node);
      if (headline_ != kNoNode && dom_.contains(element.node, headline_)) continue;
      const std::vector<std::string> lines =
          visible_lines(dom_, element.node, end, kLongestElement, true);
      std::size_t bytes = 0;
      for (const std::string& line : lines) bytes += line.size();
      if (bytes == 0 || bytes >= kLongestElement) continue;
      // A box about the author holds an element with the name.
      const bool holds_another =
          i + 1 < marked.size() && marked[i + 1].node < end && marked[i + 1].has(Mark::author);
      if (holds_another && bytes > kLongestByline) continue;
      std::vector<std::string> names =
          names_of_lines(lines, is_property || (author && bytes <= kLongestLoneName));
      if (names.empty()) continue;
      const bool near = is_near(element.node);
      int rank = is_property ? 2 : author || byline ? 1 : 0;
      if (near) rank += 3;
      const char* place = is_property ? "itemprop"
                          : byline    ? "byline"
                          : author    ? "class"
                                      : "profile";
      found.push_back({{std::move(names), MetadataSource::markup, place, near}, rank});
      while (i + 1 < marked.size() && marked[i + 1].node < end && marked[i + 1].has(Mark::author))
        ++i;
    }
    std::stable_sort(found.begin(), found.end(),
                     [](const Found& a, const Found& b) { return a.rank > b.rank; });
    for (Found& f : found) claims.push_back(std::move(f.claim));
  }

  // Names that are surely names; of an element that can be nothing else, whatever it holds.
  std::vector<std::string> names_of_lines(const std::vector<std::string>& lines,
                                          bool trusted) const {
    constexpr std::size_t kMostLines = 6;
    std::vector<std::string> names;
    bool announced = false;
    for (std::size_t i = 0; i < lines.size() && i < kMostLines; ++i) {
      if (lines[i].size() > kLongestByline) break;
      if (is_byline_label(lines[i], language_)) {
        announced = true;
        continue;
      }
      std::vector<std::string> found = names_in_byline(lines[i], language_);
      const bool marked = announced || looks_like_byline(lines[i], language_);
      // Of a trusted element the first line alone may be any name.
      if (!marked && !(trusted && names.empty())) {
        std::erase_if(found,
                      [&](const std::string& name) { return !looks_like_name(name, language_); });
      }
      if (!names.empty() && !marked) continue;
      append_names(names, std::move(found));
      announced = false;
    }
    return names;
  }

  bool is_near(NodeId node) const {
    constexpr NodeId kBehind = 150;
    constexpr NodeId kBefore = 60;
    if (headline_ == kNoNode) return false;
    return node >= headline_ ? node - headline_ <= kBehind : headline_ - node <= kBefore;
  }

  void read_lines(const std::vector<std::string>& lines) {
    std::string label;
    for (const std::string& line : lines) {
      if (is_byline_label(line, language_)) {
        label = line + " ";
        continue;
      }
      const std::string whole = label + line;
      label.clear();
      if (!looks_like_byline(whole, language_)) continue;
      std::vector<std::string> names = names_in_byline(whole, language_);
      if (!names.empty()) claims.push_back({std::move(names), MetadataSource::text, "line", true});
    }
  }

  // Some articles are signed at their end: "Text: Ann Lee".
  void read_whole_body() {
    constexpr std::size_t kMostBytes = 60'000;
    if (dom_.body() == kNoNode) return;
    const NodeId from = headline_ == kNoNode ? dom_.body() : headline_;
    for (const std::string& line : visible_lines(dom_, from, dom_.end(dom_.body()), kMostBytes)) {
      if (line.size() > kLongestLoneName * 2 || !looks_like_byline(line, language_)) continue;
      std::vector<std::string> names = names_in_byline(line, language_);
      if (names.empty() || !looks_like_name(names[0], language_)) continue;
      add(std::move(names), MetadataSource::text, "body");
      return;
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
                                            const std::vector<std::string>& lines,
                                            std::string_view language) {
  Collector collector(dom, facts, headline, language);
  collector.read_data(json_ld);
  collector.read_metas();
  collector.read_elements();
  collector.read_lines(lines);
  if (collector.claims.empty()) collector.read_whole_body();
  return std::move(collector.claims);
}

namespace {

// An account and no name: "jsmith", "ann.lee", "site-admin".
bool looks_like_account(const std::string& name) {
  return name.find(' ') == std::string::npos && std::all_of(name.begin(), name.end(), [](char c) {
           return static_cast<unsigned char>(c) < 0x80 && !(c >= 'A' && c <= 'Z');
         });
}

bool is_data(const AuthorClaim& claim) {
  return claim.source == MetadataSource::json_ld || claim.source == MetadataSource::meta_tag;
}

bool holds_all(const std::vector<std::string>& names, const std::vector<std::string>& wanted) {
  std::string all;
  for (const std::string& name : names) all += ' ' + comparison_key(name);
  return std::all_of(wanted.begin(), wanted.end(), [&all](const std::string& name) {
    return word_overlap(comparison_key(name), all) >= 1;
  });
}

// Whether a visible place names one of the claim's people too.
bool is_shown(const std::vector<AuthorClaim>& claims, const AuthorClaim& claim) {
  return std::any_of(claims.begin(), claims.end(), [&](const AuthorClaim& other) {
    return !is_data(other) && other.is_near &&
           std::any_of(claim.names.begin(), claim.names.end(),
                       [&](const std::string& name) { return holds_all(other.names, {name}); });
  });
}

// The first of two visible places near the headline, of different kinds, that name the same people.
const AuthorClaim* seen_twice(const std::vector<AuthorClaim>& claims) {
  for (const AuthorClaim& claim : claims) {
    if (is_data(claim) || !claim.is_near) continue;
    for (const AuthorClaim& other : claims) {
      if (other.source == MetadataSource::text && claim.source == MetadataSource::markup &&
          holds_all(other.names, claim.names)) {
        return &claim;
      }
    }
  }
  return nullptr;
}

// "Ann Lee Example Times", where style sheets set the two apart.
void cut_site_behind(std::string& name, const SiteNames& site, std::string_view language) {
  std::size_t words = 0;
  for (std::size_t at = name.find(' '); at != std::string::npos; at = name.find(' ', at + 1)) {
    if (++words >= 2 && site.is_stated(comparison_key(std::string_view(name).substr(at))) &&
        looks_like_name(std::string_view(name).substr(0, at), language)) {
      name.resize(at);
      return;
    }
  }
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
  const auto any = [](const AuthorClaim& claim, const auto& what) {
    return std::any_of(claim.names.begin(), claim.names.end(), what);
  };
  const AuthorClaim* chosen = nullptr;
  const AuthorClaim* weak = nullptr; // the site or an account
  for (const AuthorClaim& claim : claims) {
    if (chosen || !is_data(claim)) continue;
    const bool good = any(claim, [&](const std::string& name) {
      return !is_site(name) && !looks_like_account(name);
    });
    if (good || is_shown(claims, claim))
      chosen = &claim;
    else if (!weak)
      weak = &claim;
  }
  // Two visible places that agree beat data that nothing visible confirms: templates name the
  // editor.
  const AuthorClaim* seen = seen_twice(claims);
  if (chosen && seen && any(*seen, is_person) && !is_shown(claims, *chosen)) chosen = seen;
  // What readers see, when it is surely a person, or when the data say nothing.
  for (const AuthorClaim& claim : claims) {
    if (chosen || is_data(claim)) continue;
    if (any(claim, is_person) && (claim.is_near || !weak))
      chosen = &claim;
    else if (!weak)
      weak = &claim;
  }
  if (!chosen) chosen = weak;
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
  // "Ann" in the data is the "Ann Lee" of the byline.
  for (std::string& name : people.names) {
    if (name.find(' ') != std::string::npos) continue;
    for (const AuthorClaim& claim : claims) {
      for (const std::string& longer : claim.names) {
        if (claim.is_near && is_person(longer) &&
            has_words(comparison_key(longer), comparison_key(name))) {
          name = longer;
          break;
        }
      }
    }
  }
  if (any(people, is_person)) std::erase_if(people.names, is_site);
  for (std::string& name : people.names) cut_site_behind(name, site, language);
  return people;
}

} // namespace lectern
