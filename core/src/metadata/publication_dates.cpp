// When the article was published and changed: what the page's data state, time elements and
// elements that call themselves a date, the address, and dates in the lines near the headline.
#include "metadata/publication_dates.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "base/text.hpp"
#include "metadata/headline_zone.hpp"

namespace lectern {
namespace {

constexpr std::size_t kLongestElement = 300;  // bytes of an element that is a date
constexpr std::size_t kLongestDateLine = 160; // bytes of a line that is a date line and not prose
constexpr std::size_t kMostElements = 40;

constexpr std::array<const char*, 27> kPublishedKeys = {"article:published_time",
                                                        "article:published",
                                                        "og:article:published_time",
                                                        "og:published_time",
                                                        "datepublished",
                                                        "parsely-pub-date",
                                                        "sailthru.date",
                                                        "cxenseparse:recs:publishtime",
                                                        "article.published",
                                                        "publishdate",
                                                        "publish_date",
                                                        "publish-date",
                                                        "pubdate",
                                                        "pubdate_iso8601",
                                                        "dc.date.issued",
                                                        "dcterms.issued",
                                                        "dcterms.created",
                                                        "dc.date",
                                                        "dcterms.date",
                                                        "citation_publication_date",
                                                        "citation_date",
                                                        "citation_online_date",
                                                        "date",
                                                        "created",
                                                        "rnews:datepublished",
                                                        "ptime",
                                                        "originalpublicationdate"};
constexpr std::array<const char*, 9> kModifiedKeys = {
    "article:modified_time", "og:updated_time",  "article:updated_time",
    "datemodified",          "dcterms.modified", "dc.date.modified",
    "last-modified",         "lastmod",          "cxenseparse:recs:modified"};

class Collector {
 public:
  Collector(const Dom& dom, const PageFacts& facts, NodeId headline, std::string_view language)
      : dom_(dom), facts_(facts), headline_(headline), language_(language) {}

  std::vector<DateClaim> claims;

  void add(std::optional<Date> date, MetadataSource source, DateLabel label, const char* place) {
    if (date) claims.push_back({*date, source, label, place});
  }

  void read_metas() {
    for (const char* key : kPublishedKeys) {
      add(parse_date(facts_.meta(key).substr(0, 200), language_), MetadataSource::meta_tag,
          DateLabel::published, "meta");
    }
    for (const char* key : kModifiedKeys) {
      add(parse_date(facts_.meta(key).substr(0, 200), language_), MetadataSource::meta_tag,
          DateLabel::modified, "meta");
    }
  }

  void read_elements() {
    std::size_t count = 0;
    NodeId read_until = 0;
    for (const MarkedElement& element : facts_.marked) {
      const bool is_date = element.has(Mark::date);
      if (!is_date && !element.has(Mark::published) && !element.has(Mark::modified)) continue;
      if (element.node < read_until || facts_.is_chrome(element.region, headline_)) continue;
      if (++count > kMostElements) break;
      read_element(element, read_until);
    }
  }

  void read_lines() {
    for (const std::string& line : lines_near_headline(dom_, headline_)) {
      if (line.size() > kLongestDateLine) continue;
      read_text(line, DateLabel::none, MetadataSource::text, "line");
    }
  }

 private:
  void read_element(const MarkedElement& element, NodeId& read_until) {
    DateLabel label = element.has(Mark::modified)    ? DateLabel::modified
                      : element.has(Mark::published) ? DateLabel::published
                                                     : DateLabel::none;
    const bool is_time = dom_.tag(element.node) == Tag::time;
    const char* place = element.has(Mark::itemprop) ? "itemprop" : is_time ? "time" : "class";
    for (const char* name : {"datetime", "content", "title"}) {
      if (name[0] == 't' && !is_time) continue;
      const auto date = parse_date(dom_.attribute(element.node, name).substr(0, 200), language_);
      if (!date) continue;
      if (label == DateLabel::none) label = label_before(element.node);
      add(date, MetadataSource::markup, label, place);
      read_until = dom_.end(element.node);
      return;
    }
    if (dom_.end(element.node) - element.node > 60) return;
    const std::string text = visible_text(dom_, element.node, kLongestElement);
    if (text.empty() || text.size() > kLongestElement) return;
    if (label == DateLabel::none) label = label_before(element.node);
    if (read_text(text, label, MetadataSource::markup, place)) read_until = dom_.end(element.node);
  }

  // Two dates in one line are the two that readers are told: published and updated.
  bool read_text(std::string_view text, DateLabel label, MetadataSource source, const char* place) {
    std::size_t from = 0;
    bool any = false;
    for (int i = 0; i < 2; ++i) {
      const auto found = find_date(text, language_, from);
      if (!found) break;
      DateLabel own = date_label(text.substr(from, found->begin - from));
      if (own == DateLabel::none) own = i == 0 ? label : DateLabel::none;
      add(found->date, source, own, place);
      from = found->end;
      any = true;
    }
    return any;
  }

  // What the text right before an element says: "Updated <time>".
  DateLabel label_before(NodeId node) const {
    constexpr NodeId kNodesBack = 6;
    std::string words;
    for (NodeId at = node > kNodesBack ? node - kNodesBack : 0; at < node; ++at) {
      if (dom_.is_text(at) && dom_[at].text.size() < 80) words += dom_[at].text;
    }
    return date_label(words);
  }

  const Dom& dom_;
  const PageFacts& facts_;
  NodeId headline_;
  std::string_view language_;
};

} // namespace

std::vector<DateClaim> read_date_claims(const Dom& dom, const PageFacts& facts,
                                        const JsonLd& json_ld, NodeId headline,
                                        std::string_view language, const Url& page_url) {
  Collector collector(dom, facts, headline, language);
  collector.add(parse_date(json_ld.published, language), MetadataSource::json_ld,
                DateLabel::published, "json_ld");
  collector.add(parse_date(json_ld.modified, language), MetadataSource::json_ld,
                DateLabel::modified, "json_ld");
  collector.read_metas();
  collector.read_elements();
  collector.add(date_in_url(page_url.path), MetadataSource::url, DateLabel::published, "url");
  collector.read_lines();
  return std::move(collector.claims);
}

DateChoice choose_dates(const std::vector<DateClaim>& claims) {
  DateChoice choice;
  for (const DateClaim& claim : claims) {
    if (claim.label == DateLabel::modified) {
      if (!choice.modified) choice.modified = &claim;
    } else if (!choice.published) {
      choice.published = &claim;
    }
  }
  if (!choice.published) choice.published = choice.modified;
  return choice;
}

} // namespace lectern
