// Who wrote: first what the page's data state, then the elements that call themselves author or
// byline, then the lines near the headline that read as bylines or stand beside the date.
#include "metadata/authors.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "metadata/author_lines.hpp"
#include "metadata/claim_text.hpp"
#include "metadata/headline_zone.hpp"
#include "metadata/signatures.hpp"
#include "metadata/visible_lines.hpp"
#include "rules/date_tokens.hpp"
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

  /// An element that names authors.
  struct Found {
    AuthorClaim claim;
    int rank;
    NodeId node, end;
    bool place_is_class;
  };

  void add(std::vector<std::string> names, MetadataSource source, const char* place) {
    if (!names.empty()) claims.push_back({std::move(names), source, place});
  }

  void read_data(const JsonLd& json_ld) {
    std::vector<std::string> people = names_of_values(json_ld.authors, language_);
    const bool is_group = people.empty();
    append_names(people, names_of_values(json_ld.author_organisations, language_));
    if (people.empty()) return;
    claims.push_back({std::move(people), MetadataSource::json_ld, "json_ld", false, is_group});
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
    std::vector<Found> found;
    const auto& marked = facts_.marked;
    for (std::size_t i = 0; i < marked.size() && found.size() < kMostClaimsOfElements; ++i) {
      const MarkedElement& element = marked[i];
      const bool author = element.has(Mark::author);
      const bool byline = element.has(Mark::byline);
      const bool profile = element.has(Mark::profile) && is_near_headline(element.node, headline_);
      if (!author && !byline && !profile) continue;
      const bool is_property = element.has(Mark::itemprop);
      if (facts_.is_chrome(element.region, headline_) &&
          !(is_property && is_near_headline(element.node, headline_)))
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
      const bool near = is_near_headline(element.node, headline_);
      int rank = is_property ? 2 : author || byline ? 1 : 0;
      if (near) rank += 3;
      const char* place = is_property ? "itemprop"
                          : byline    ? "byline"
                          : author    ? "class"
                                      : "profile";
      found.push_back({{std::move(names), MetadataSource::markup, place, near},
                       rank,
                       element.node,
                       end,
                       author && !is_property && !byline});
      while (i + 1 < marked.size() && marked[i + 1].node < end && marked[i + 1].has(Mark::author))
        ++i;
    }
    add_neighbours(found);
    std::stable_sort(found.begin(), found.end(),
                     [](const Found& a, const Found& b) { return a.rank > b.rank; });
    for (Found& f : found) claims.push_back(std::move(f.claim));
  }

  // Elements of one kind that follow each other name one author each: "By <a>Ann Lee</a> and
  // <a>Bo Ek</a>". Their names together are a claim as well.
  void add_neighbours(std::vector<Found>& found) const {
    for (std::size_t first = 0; first + 1 < found.size(); ++first) {
      // Of a class "author" the next one may be what the author is.
      if (!found[first].claim.is_near || found[first].place_is_class) continue;
      std::vector<std::string> names = found[first].claim.names;
      std::size_t last = first;
      while (last + 1 < found.size() && found[last + 1].claim.is_near &&
             found[last + 1].claim.place == found[first].claim.place &&
             follows(found[last], found[last + 1])) {
        append_names(names, found[++last].claim.names);
      }
      if (last == first) continue;
      Found together = found[first];
      if (names.size() > together.claim.names.size()) {
        together.claim.names = std::move(names);
        found.insert(found.begin() + static_cast<std::ptrdiff_t>(last) + 1, std::move(together));
        ++last;
      }
      first = last;
    }
  }

  // Whether nothing but "and" or a mark stands between two elements.
  bool follows(const Found& before, const Found& after) const {
    constexpr NodeId kMostNodes = 24;
    constexpr std::size_t kLongestAnd = 6; // bytes
    if (after.node < before.end || after.node - before.end > kMostNodes) return false;
    std::string between;
    for (NodeId at = before.end; at < after.node; ++at) {
      if (dom_.is_text(at)) between += dom_[at].text;
    }
    return trim(between).size() <= kLongestAnd && !has_digit(between);
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

 private:
  const Dom& dom_;
  const PageFacts& facts_;
  NodeId headline_;
  std::string_view language_;
};

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
             return is_group_name(name, language) || site.is_name(comparison_key(name));
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

std::vector<AuthorClaim> read_author_claims(const Dom& dom, const PageFacts& facts,
                                            const JsonLd& json_ld, NodeId headline,
                                            const std::vector<std::string>& lines,
                                            const SiteNames& site, std::string_view language) {
  Collector collector(dom, facts, headline, language);
  collector.read_data(json_ld);
  collector.read_metas();
  collector.read_elements();
  std::vector<AuthorClaim>& claims = collector.claims;
  AuthorLines author_lines(dom, facts, headline, language, claims);
  author_lines.read_bylines(lines);
  author_lines.read_beside_dates(lines);
  author_lines.read_others(lines);
  const bool no_person = names_nobody(claims, site, language);
  if (no_person) author_lines.read_whole_body();
  if (no_person || a_line_names_another(claims)) {
    for (AuthorClaim& claim : read_signatures(dom, facts, headline, language))
      claims.push_back(std::move(claim));
  }
  return std::move(claims);
}

} // namespace lectern
