// Who wrote, as elements say it that call themselves author or byline. Elements of one kind that
// follow each other name one author each; one that is a property, or near the headline, is more
// likely the article's than a box further down.
#include "metadata/author_elements.hpp"

#include <algorithm>
#include <cstddef>
#include <string>
#include <utility>

#include "base/text.hpp"
#include "metadata/headline_zone.hpp"
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

/// An element that names authors.
struct Found {
  AuthorClaim claim;
  int rank;
  NodeId node, end;
  bool place_is_class;
};

class Reader {
 public:
  Reader(const Dom& dom, const PageFacts& facts, NodeId headline, std::string_view language)
      : dom_(dom), facts_(facts), headline_(headline), language_(language) {}

  std::vector<AuthorClaim> read() const {
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
    std::vector<AuthorClaim> claims;
    for (int rank = kHighestRank; rank >= 0; --rank) {
      for (Found& f : found)
        if (f.rank == rank) claims.push_back(std::move(f.claim));
    }
    return claims;
  }

 private:
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

  const Dom& dom_;
  const PageFacts& facts_;
  NodeId headline_;
  std::string_view language_;
};

} // namespace

std::vector<AuthorClaim> read_author_elements(const Dom& dom, const PageFacts& facts,
                                              NodeId headline, std::string_view language) {
  return Reader(dom, facts, headline, language).read();
}

} // namespace lectern
