#pragma once
// What one walk over the page finds that may speak of its article: meta elements, JSON-LD,
// headings, and elements that call themselves author, date or headline. Facts alone; what they
// are worth is decided elsewhere.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "metadata/element_marks.hpp"
#include "parse/dom.hpp"

namespace lectern {

struct MetaTag {
  std::string key; // lower case: property, name or itemprop
  std::string_view content;
};

struct MarkedElement {
  NodeId node = kNoNode;
  unsigned marks = 0; // of Mark
  std::int32_t region =
      -1; // the innermost chrome region it stands in: an index into PageFacts::regions

  bool has(Mark mark) const { return (marks & static_cast<unsigned>(mark)) != 0; }
};

struct Heading {
  NodeId node = kNoNode;
  std::uint8_t level = 0; // 1..6; 7: an element that calls itself the headline
  bool is_marked = false; // by class or itemprop
  std::int32_t region = -1;
};

/// A part of the page that is about other things, or that is hidden.
struct ChromeRegion {
  NodeId begin = 0;
  NodeId end = 0;
  std::int32_t parent = -1;
  bool is_hidden = false;
};

struct PageFacts {
  std::vector<MetaTag> metas;
  std::vector<std::string_view> json_ld;
  std::vector<std::string_view> scripts; // the texts of the other ones
  std::string title;                     // of the title element
  std::vector<Heading> headings;
  std::vector<MarkedElement> marked; // author, byline and date, and every time element
  std::vector<ChromeRegion> regions;
  std::string_view canonical, amp, image_link, language, direction;

  /// The first value of that key, or an empty view.
  std::string_view meta(std::string_view key) const;
  std::vector<std::string_view> metas_named(std::string_view key) const;

  /// Whether `region` is chrome that does not hold `inside` as well.
  bool is_chrome(std::int32_t region, NodeId inside) const;
  /// The same of the region that a node stands in.
  bool is_chrome_at(NodeId node, NodeId inside) const;
};

PageFacts read_page_facts(const Dom& dom);

} // namespace lectern
