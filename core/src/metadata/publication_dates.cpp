// When the article was published and changed: what the page's data state, time elements and
// elements that call themselves a date, the address, and dates in the lines near the headline.
#include "metadata/publication_dates.hpp"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <optional>

#include "base/text.hpp"
#include "base/utf8.hpp"
#include "metadata/script_dates.hpp"
#include "metadata/visible_lines.hpp"
#include "rules/date_tokens.hpp"

namespace lectern {
namespace {

constexpr std::size_t kLongestElement = 300;  // bytes of an element that is a date
constexpr std::size_t kLongestDateLine = 160; // bytes of a line that is a date line and not prose
constexpr std::size_t kMostElements = 40;
constexpr std::size_t kLongestLabel = 40;  // bytes of a line that says what the next one is
constexpr std::size_t kLongestValue = 120; // bytes of a metadata value that is a date

// In the order in which they are believed; others are known by the words in their names.
constexpr std::array<const char*, 12> kPublishedKeys = {"article:published_time",
                                                        "article:published",
                                                        "og:article:published_time",
                                                        "og:published_time",
                                                        "datepublished",
                                                        "parsely-pub-date",
                                                        "sailthru.date",
                                                        "cxenseparse:recs:publishtime",
                                                        "article.published",
                                                        "citation_publication_date",
                                                        "citation_date",
                                                        "citation_online_date"};
constexpr std::array<const char*, 3> kModifiedKeys = {"article:modified_time", "og:updated_time",
                                                      "datemodified"};

bool has_any(std::string_view key, std::initializer_list<std::string_view> words) {
  return std::any_of(words.begin(), words.end(), [key](std::string_view word) {
    return key.find(word) != std::string_view::npos;
  });
}

class Collector {
 public:
  Collector(const Dom& dom, const PageFacts& facts, const JsonLd& json_ld, NodeId headline,
            std::string_view language)
      : dom_(dom), facts_(facts), json_ld_(json_ld), headline_(headline), language_(language) {}

  std::vector<DateClaim> claims;

  bool has_published() const {
    return std::any_of(claims.begin(), claims.end(),
                       [](const DateClaim& claim) { return claim.label != DateLabel::modified; });
  }

  void add(std::optional<Date> date, MetadataSource source, DateLabel label, const char* place,
           bool stands_alone = false) {
    if (date) claims.push_back({*date, source, label, place, stands_alone, is_element_});
  }

  void read_metas() {
    const auto add_key = [this](std::string_view key, DateLabel label) {
      add(parse_date(facts_.meta(key).substr(0, kLongestValue), language_),
          MetadataSource::meta_tag, label, "meta");
    };
    for (const char* key : kPublishedKeys) add_key(key, DateLabel::published);
    for (const char* key : kModifiedKeys) add_key(key, DateLabel::modified);
    for (const MetaTag& tag : facts_.metas) {
      const std::string_view key = tag.key;
      if (tag.content.size() > kLongestValue ||
          !has_any(key, {"date", "publish", "time", "issued", "created", "modif", "updated"})) {
        continue;
      }
      if (has_any(key, {"expir", "event", "start", "end_", "birth", "timeout", "copyright",
                        "timezone", "accessed", "refresh"}))
        continue;
      const bool modified = has_any(key, {"modif", "updat", "lastmod", "revis", "review"});
      const bool weak = !modified && !has_any(key, {"publ", "issued", "created", "date"});
      if (!weak) {
        add(parse_date(tag.content, language_), MetadataSource::meta_tag,
            modified ? DateLabel::modified : DateLabel::published, "meta");
      }
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
      is_element_ = false;
    }
  }

  void read_lines(const std::vector<std::string>& lines) {
    constexpr std::size_t kDateline = 70; // bytes at the beginning of a paragraph
    constexpr std::size_t kFirstLines = 4;
    DateLabel label = DateLabel::none;
    std::size_t number = 0;
    for (const std::string& line : lines) {
      std::string_view text = line;
      if (text.size() > kLongestDateLine) {
        // "Press release, 3 May 2024 | Town - ..." opens the text right below the headline.
        if (++number > kFirstLines) continue;
        text = text.substr(0, kDateline);
      }
      const bool found =
          read_text(text, label, MetadataSource::text, "line", text.size() == line.size());
      // "Published" may stand on a line of its own.
      label = found || text.size() > kLongestLabel ? DateLabel::none : date_label_line(text);
    }
  }

  // Nothing else states a date: a time element beside the text that says what it dates.
  void read_labelled_times() {
    for (const MarkedElement& element : facts_.marked) {
      if (dom_.tag(element.node) != Tag::time) continue;
      const DateLabel label = label_before(element.node);
      if (label == DateLabel::none) continue;
      add(parse_date(dom_.attribute(element.node, "datetime").substr(0, kLongestValue), language_),
          MetadataSource::markup, label, "time");
      if (!claims.empty()) return;
    }
  }

  // Some pages state their date at their end: "First published on ...".
  void read_whole_body() {
    constexpr std::size_t kMostBytes = 80'000;
    if (dom_.body() == kNoNode) return;
    const NodeId from = headline_ == kNoNode ? dom_.body() : headline_;
    VisibleLines lines(dom_, from, dom_.end(dom_.body()), {kMostBytes, false, kLongestDateLine});
    DateLabel announced = DateLabel::none; // "Published" may stand on a line of its own
    for (std::string line; lines.next(line);) {
      const DateLabel before = announced;
      announced = line.size() > kLongestLabel ? DateLabel::none : date_label_line(line);
      if (line.size() > kLongestDateLine) continue;
      const auto found = find_date(line, language_);
      if (!found) continue;
      DateLabel label = date_label(std::string_view(line).substr(0, found->begin));
      if (label == DateLabel::none) label = before;
      if (label != DateLabel::none)
        add(found->date, MetadataSource::text, label, "body", is_alone(*found, line));
    }
  }

  // "Rain in the north (news of 3 May 2024)", "Rain in the north | Example | 03.05.2024": the title
  // says it when nothing but a sentence does.
  void read_title() {
    constexpr std::string_view kMarks = "|(-[,";
    const bool is_known = std::any_of(claims.begin(), claims.end(), [](const DateClaim& claim) {
      return claim.label != DateLabel::none || claim.stands_alone || claim.date.has_time() ||
             claim.source != MetadataSource::text;
    });
    if (is_known) return;
    const auto found = find_date(facts_.title, language_);
    if (!found) return;
    const std::string_view before = trim(std::string_view(facts_.title).substr(0, found->begin));
    const std::string_view behind = trim(std::string_view(facts_.title).substr(found->end));
    const bool is_set_apart =
        !before.empty() && kMarks.find(before.back()) != std::string_view::npos;
    const bool is_in_brackets = behind.starts_with(')') || behind.starts_with(']');
    if (is_in_brackets || (is_set_apart && behind.empty()))
      add(found->date, MetadataSource::text, DateLabel::published, "title");
  }

  // Nor that: the only line outside menus, boxes and comments that is a date and little else. Shops
  // and front pages date other things.
  void read_lone_date() {
    const std::string_view type = facts_.meta("og:type");
    if (dom_.body() == kNoNode ||
        !(json_ld_.is_article || type.empty() || equals_ignoring_case(type, "article")))
      return;
    NodeId at = headline_ == kNoNode ? dom_.body() : headline_;
    std::optional<Date> only;
    for (const ChromeRegion& region : facts_.regions) {
      const bool holds_headline = region.begin <= headline_ && headline_ < region.end;
      if (region.end <= at || (holds_headline && headline_ != kNoNode)) continue;
      if (!read_lone_dates(at, region.begin, only)) return;
      at = region.end;
    }
    if (read_lone_dates(at, dom_.end(dom_.body()), only))
      add(only, MetadataSource::text, DateLabel::none, "body", true);
  }

 private:
  // "Published on", a short name.
  static constexpr std::size_t kMostBeside = 24; // columns

  static bool is_alone(const FoundDate& found, std::string_view line) {
    return columns(line) - columns(line.substr(found.begin, found.end - found.begin)) <=
           kMostBeside;
  }

  static std::size_t columns(std::string_view text) {
    constexpr std::size_t kColumnsOfHan = 3; // they say more
    std::size_t count = 0;
    for (std::size_t at = 0; at < text.size();)
      count += is_cjk(next_code_point(text, at)) ? kColumnsOfHan : 1;
    return count;
  }

  // False when there is a second day.
  bool read_lone_dates(NodeId begin, NodeId end, std::optional<Date>& only) const {
    constexpr std::size_t kMostBytes = 80'000;
    if (begin >= end) return true;
    VisibleLines lines(dom_, begin, end, {kMostBytes, false, kLongestDateLine});
    for (std::string line; lines.next(line);) {
      if (line.size() > kLongestDateLine) continue;
      const auto found = find_date(line, language_);
      if (!found || !is_alone(*found, line)) continue;
      if (only && !only->same_day(found->date)) return false;
      if (!only) only = found->date;
    }
    return true;
  }

  void read_element(const MarkedElement& element, NodeId& read_until) {
    constexpr NodeId kMostNodes = 60;
    DateLabel label = element.has(Mark::modified)    ? DateLabel::modified
                      : element.has(Mark::published) ? DateLabel::published
                                                     : DateLabel::none;
    const bool is_time = dom_.tag(element.node) == Tag::time;
    is_element_ = is_time || element.has(Mark::itemprop);
    const char* place = element.has(Mark::itemprop) ? "itemprop" : is_time ? "time" : "class";
    for (const char* name : {"datetime", "content", "title"}) {
      if (name[0] == 't' && !is_time) continue;
      const auto date =
          parse_date(dom_.attribute(element.node, name).substr(0, kLongestValue), language_);
      if (!date) continue;
      if (label == DateLabel::none) label = label_before(element.node);
      add(date, MetadataSource::markup, label, place);
      read_until = dom_.end(element.node);
      return;
    }
    if (dom_.end(element.node) - element.node > kMostNodes || holds_time(element.node)) return;
    const std::string text = visible_text(dom_, element.node, kLongestElement);
    if (text.empty() || text.size() > kLongestElement) return;
    if (label == DateLabel::none && has_digit(text)) label = label_before(element.node);
    if (read_text(text, label, MetadataSource::markup, place, true))
      read_until = dom_.end(element.node);
  }

  // Time elements in it say it better than its text, in which they touch.
  bool holds_time(NodeId node) const {
    for (NodeId at = node + 1; at < dom_.end(node); ++at) {
      if (!dom_.is_text(at) && dom_.tag(at) == Tag::time && dom_.has_attribute(at, "datetime"))
        return true;
    }
    return false;
  }

  // Two dates in one line are the two that readers are told: published and updated. With what says
  // so of the second the line is no prose.
  bool read_text(std::string_view text, DateLabel label, MetadataSource source, const char* place,
                 bool is_whole) {
    const auto first = find_date(text, language_);
    if (!first) return false;
    const auto second = find_date(text, language_, first->end);
    const DateLabel own = date_label(text.substr(0, first->begin));
    const DateLabel next =
        second ? date_label(text.substr(first->end, second->begin - first->end)) : DateLabel::none;
    const bool is_pair =
        next != DateLabel::none &&
        columns(text) - columns(text.substr(first->begin, first->end - first->begin)) <=
            2 * kMostBeside + columns(text.substr(second->begin, second->end - second->begin));
    add(first->date, source, own != DateLabel::none ? own : label, place,
        is_whole && (is_pair || is_alone(*first, text)));
    if (second) add(second->date, source, next, place, is_whole && is_alone(*second, text));
    return true;
  }

  // What the text right before an element says: "Updated <time>".
  DateLabel label_before(NodeId node) const {
    constexpr NodeId kNodesBack = 6;
    std::string words;
    for (NodeId at = node > kNodesBack ? node - kNodesBack : 0; at < node; ++at) {
      if (!dom_.is_text(at) || dom_[at].text.size() >= 80) continue;
      words += ' ';
      words += dom_[at].text;
    }
    return date_label(words);
  }

  const Dom& dom_;
  const PageFacts& facts_;
  const JsonLd& json_ld_;
  NodeId headline_;
  std::string_view language_;
  bool is_element_ = false; // what is read
};

} // namespace

namespace {

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
  Collector collector(dom, facts, json_ld, headline, language);
  collector.add(parse_date(json_ld.published, language), MetadataSource::json_ld,
                DateLabel::published, "json_ld");
  collector.add(parse_date(json_ld.modified, language), MetadataSource::json_ld,
                DateLabel::modified, "json_ld");
  collector.read_metas();
  collector.read_elements();
  collector.add(date_in_url(page_url.path), MetadataSource::url, DateLabel::published, "url");
  collector.read_lines(lines);
  collector.read_title();
  if (!collector.has_published()) collector.read_whole_body();
  if (collector.claims.empty()) collector.read_lone_date();
  if (collector.claims.empty()) collector.read_labelled_times();
  if (collector.claims.empty())
    collector.add(published_day_of_scripts(facts.scripts), MetadataSource::markup,
                  DateLabel::published, "script");
  settle_swapped(collector.claims);
  return std::move(collector.claims);
}

} // namespace lectern
