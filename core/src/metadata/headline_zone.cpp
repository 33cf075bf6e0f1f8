#include "metadata/headline_zone.hpp"

#include <algorithm>

#include "metadata/visible_lines.hpp"
#include "rules/names.hpp"

namespace lectern {
namespace {

constexpr std::size_t kBytesBehind = 2500;
constexpr std::size_t kBytesAbove = 2400; // the nearest ones
constexpr std::size_t kBytesReadAbove = 20'000;
constexpr NodeId kNodesAbove = 80;
constexpr std::size_t kMostLines = 50;
constexpr std::size_t kParagraph = 240; // bytes of a line that is prose
constexpr std::size_t kMostParagraphs = 3;

} // namespace

std::vector<std::string> lines_near_headline(const Dom& dom, NodeId headline) {
  const NodeId body = dom.body();
  if (body == kNoNode) return {};
  const NodeId end = dom.end(body);
  const NodeId from = headline == kNoNode ? body : dom.end(headline);
  std::vector<std::string> lines = visible_lines(dom, from, end, kBytesBehind, true);
  // Where prose has begun no byline follows.
  std::size_t paragraphs = 0;
  std::size_t count = 0;
  while (count < lines.size() && count < kMostLines && paragraphs < kMostParagraphs) {
    if (lines[count++].size() >= kParagraph) ++paragraphs;
  }
  lines.resize(count);
  if (headline != kNoNode && headline > body) {
    const NodeId begin = std::max(body, headline > kNodesAbove ? headline - kNodesAbove : 0);
    const std::vector<std::string> above =
        visible_lines(dom, begin, headline, kBytesReadAbove, true);
    // The nearest first, but for a label and the name that it announces.
    std::size_t bytes = 0;
    for (std::size_t i = above.size(); i-- > 0 && bytes < kBytesAbove;) {
      const bool is_announced = i > 0 && is_byline_label(above[i - 1]);
      if (is_announced) lines.push_back(above[i - 1]);
      lines.push_back(above[i]);
      bytes += above[i].size();
      if (is_announced) --i;
    }
  }
  return lines;
}

bool is_near_headline(NodeId node, NodeId headline) {
  constexpr NodeId kBehind = 150;
  constexpr NodeId kBefore = 60;
  if (headline == kNoNode) return false;
  return node >= headline ? node - headline <= kBehind : headline - node <= kBefore;
}

} // namespace lectern
