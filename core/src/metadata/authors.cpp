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
constexpr int kRankOfProperty = 2;
constexpr int kRankOfNear = 3; // near the headline: before all that are not
constexpr int kHighestRank = kRankOfProperty + kRankOfNear;

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

class Collector {
 public:
  Collector(const Dom& dom, const PageFacts& facts, NodeId headline, const SiteNames& site,
            std::string_view language)
      : dom_(dom), facts_(facts), headline_(headline), site_(site), language_(language) {}

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
    std::vector<std::string> people = names_of_values(json_ld.authors);
    const bool is_group = people.empty();
    append_names(people, names_of_organisations(json_ld.author_organisations));
    if (people.empty()) return;
    claims.push_back({std::move(people), MetadataSource::json_ld, "json_ld", false, is_group});
  }

  /// What is the site's name is not read as a person's: "Example Travel Expert", "98 Examples".
  std::vector<std::string> names_of_values(const std::vector<std::string>& values) const {
    std::vector<std::string> names;
    for (const std::string& value : values) {
      if (is_address(value)) continue;
      const std::string key = comparison_key(value);
      append_names(names, !key.empty() && site_.is_stated(key) ? std::vector<std::string>{value}
                                                               : names_in_byline(value, language_));
    }
    return names;
  }

  /// "Lee & Ek" is one firm, "Agency A, Agency B" are two.
  std::vector<std::string> names_of_organisations(const std::vector<std::string>& values) const {
    constexpr std::size_t kLongestName = 80; // bytes
    std::vector<std::string> names;
    for (const std::string& value : values) {
      std::vector<std::string> parts = names_of_values({value});
      const bool is_list = value.find_first_of(",;|/") != std::string::npos;
      if (!parts.empty() && !is_list && value.size() <= kLongestName) parts = {value};
      append_names(names, std::move(parts));
    }
    return names;
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
      std::vector<std::string> names = names_of_values(values);
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
          names_of_lines(lines, is_property || (author && bytes <= kLongestLoneName), byline);
      if (names.empty()) continue;
      const bool near = is_near_headline(element.node, headline_);
      int rank = is_property ? kRankOfProperty : author || byline ? 1 : 0;
      if (near) rank += kRankOfNear;
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
    for (int rank = kHighestRank; rank >= 0; --rank) {
      for (Found& f : found)
        if (f.rank == rank) claims.push_back(std::move(f.claim));
    }
  }

  // Elements of one kind that follow each other name one author each: "By <a>Ann Lee</a> and
  // <a>Bo Ek</a>". Their names together are a claim as well.
  void add_neighbours(std::vector<Found>& found) const {
    for (std::size_t first = 0; first + 1 < found.size(); ++first) {
      // Of a class "author" the next one may be what the author is.
      if (!found[first].claim.is_near || found[first].place_is_class) continue;
      std::vector<std::string> names = found[first].claim.names;
      std::size_t last = first;
      for (std::size_t next = behind(found, first); next < found.size();
           next = behind(found, next)) {
        if (!found[next].claim.is_near || found[next].claim.place != found[first].claim.place ||
            !(follows(found[last], found[next]) ||
              (is_known_person(found[next].claim.names[0], language_) &&
               are_blocks_in_a_row(found[last].node, found[next].node))))
          break;
        append_names(names, found[next].claim.names);
        last = next;
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

  // The first element that does not stand inside the one at `at`.
  static std::size_t behind(const std::vector<Found>& found, std::size_t at) {
    const NodeId end = found[at].end;
    while (at < found.size() && found[at].node < end) ++at;
    return at;
  }

  // Whether two elements stand in boxes of one make that follow each other and hold a name each,
  // what that person is, and an address.
  bool are_blocks_in_a_row(NodeId first, NodeId second) const {
    constexpr int kMostLevels = 5;
    constexpr std::size_t kMostBytes = 100;
    for (int i = 0; i < kMostLevels && first != kNoNode; ++i, first = dom_.parent(first)) {
      if (dom_.contains(first, second)) return false;
      NodeId next = dom_.end(first);
      while (dom_.is_text(next) && trim(dom_[next].text).empty()) ++next;
      if (!dom_.contains(next, second) && next != second) continue;
      const std::string_view name = dom_.attribute(first, "class");
      return !dom_.is_text(next) && dom_.tag(first) == dom_.tag(next) && !name.empty() &&
             dom_.attribute(next, "class") == name && !holds_heading(first) &&
             visible_text(dom_, first, kMostBytes + 1).size() <= kMostBytes;
    }
    return false;
  }

  bool holds_heading(NodeId node) const {
    return std::any_of(facts_.headings.begin(), facts_.headings.end(),
                       [&](const Heading& heading) { return dom_.contains(node, heading.node); });
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

  // "Written by Ann Lee, who tests" and "Bo Ek, who writes" in the next line of a byline.
  bool names_another(const std::vector<std::string>& names, const std::vector<std::string>& found,
                     const std::string& line) const {
    return !found.empty() && line.starts_with(found[0]) && is_known_person(found[0], language_) &&
           std::none_of(names.begin(), names.end(),
                        [&](const std::string& name) { return name.starts_with(found[0]); });
  }

  // Names that are surely names; of an element that can be nothing else, whatever it holds.
  std::vector<std::string> names_of_lines(const std::vector<std::string>& lines, bool trusted,
                                          bool is_byline) const {
    constexpr std::size_t kMostLines = 6;
    std::vector<std::string> names;
    bool announced = false;
    bool was_marked = false;
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
      if (!names.empty() && !marked && !(was_marked && names_another(names, found, lines[i])))
        continue;
      was_marked = is_byline && (was_marked || marked);
      append_names(names, std::move(found));
      announced = false;
    }
    return names;
  }

 private:
  const Dom& dom_;
  const PageFacts& facts_;
  NodeId headline_;
  const SiteNames& site_;
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

std::vector<AuthorClaim> read_author_claims(const Dom& dom, const PageFacts& facts,
                                            const JsonLd& json_ld, NodeId headline,
                                            const std::vector<std::string>& lines,
                                            const SiteNames& site, std::string_view language) {
  Collector collector(dom, facts, headline, site, language);
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
