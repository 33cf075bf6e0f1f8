// Dates of elements: an attribute says it better than the text, and the text right before the
// element may say what it dates.
#include "metadata/date_elements.hpp"

#include <cstddef>
#include <string>
#include <utility>

#include "metadata/dated_text.hpp"
#include "metadata/visible_lines.hpp"
#include "rules/date_tokens.hpp"

namespace lectern {
namespace {

constexpr std::size_t kLongestElement = 300; // bytes of an element that is a date
constexpr std::size_t kMostElements = 40;

// What the text right before an element says: "Updated <time>".
DateLabel label_before(const Dom& dom, NodeId node) {
  constexpr NodeId kNodesBack = 6;
  std::string words;
  for (NodeId at = node > kNodesBack ? node - kNodesBack : 0; at < node; ++at) {
    if (!dom.is_text(at) || dom[at].text.size() >= 80) continue;
    words += ' ';
    words += dom[at].text;
  }
  return date_label(words);
}

class Reader {
 public:
  Reader(const Dom& dom, const PageFacts& facts, NodeId headline, std::string_view language)
      : dom_(dom), facts_(facts), headline_(headline), language_(language) {}

  std::vector<DateClaim> read() {
    std::size_t count = 0;
    NodeId read_until = 0;
    for (const MarkedElement& element : facts_.marked) {
      const bool is_date = element.has(Mark::date);
      if (!is_date && !element.has(Mark::published) && !element.has(Mark::modified)) continue;
      if (element.node < read_until || facts_.is_chrome(element.region, headline_)) continue;
      if (++count > kMostElements) break;
      read_element(element, read_until);
    }
    return std::move(claims_);
  }

 private:
  void read_element(const MarkedElement& element, NodeId& read_until) {
    constexpr NodeId kMostNodes = 60;
    DateLabel label = element.has(Mark::modified)    ? DateLabel::modified
                      : element.has(Mark::published) ? DateLabel::published
                                                     : DateLabel::none;
    const bool is_time = dom_.tag(element.node) == Tag::time;
    const bool is_element = is_time || element.has(Mark::itemprop);
    const char* place = element.has(Mark::itemprop) ? "itemprop" : is_time ? "time" : "class";
    for (const char* name : {"datetime", "content", "title"}) {
      if (name[0] == 't' && !is_time) continue;
      const auto date =
          parse_date(dom_.attribute(element.node, name).substr(0, kLongestDateValue), language_);
      if (!date) continue;
      if (label == DateLabel::none) label = label_before(dom_, element.node);
      claims_.push_back({*date, MetadataSource::markup, label, place, false, is_element});
      read_until = dom_.end(element.node);
      return;
    }
    if (dom_.end(element.node) - element.node > kMostNodes || holds_time(element.node)) return;
    const std::string text = visible_text(dom_, element.node, kLongestElement);
    if (text.empty() || text.size() > kLongestElement) return;
    if (label == DateLabel::none && has_digit(text)) label = label_before(dom_, element.node);
    const DateClaim origin{{}, MetadataSource::markup, label, place, false, is_element};
    const std::vector<DateClaim> dates = dates_in_text(text, true, origin, language_);
    if (dates.empty()) return;
    claims_.insert(claims_.end(), dates.begin(), dates.end());
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

  const Dom& dom_;
  const PageFacts& facts_;
  NodeId headline_;
  std::string_view language_;
  std::vector<DateClaim> claims_;
};

} // namespace

std::vector<DateClaim> read_date_elements(const Dom& dom, const PageFacts& facts, NodeId headline,
                                          std::string_view language) {
  return Reader(dom, facts, headline, language).read();
}

std::optional<DateClaim> read_labelled_time(const Dom& dom, const PageFacts& facts,
                                            std::string_view language) {
  for (const MarkedElement& element : facts.marked) {
    if (dom.tag(element.node) != Tag::time) continue;
    const DateLabel label = label_before(dom, element.node);
    if (label == DateLabel::none) continue;
    const std::string_view value = dom.attribute(element.node, "datetime");
    if (const auto date = parse_date(value.substr(0, kLongestDateValue), language))
      return DateClaim{*date, MetadataSource::markup, label, "time"};
  }
  return std::nullopt;
}

} // namespace lectern
