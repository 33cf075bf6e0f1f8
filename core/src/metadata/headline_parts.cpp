#include "metadata/headline_parts.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "metadata/claim_text.hpp"
#include "metadata/title_parts.hpp"
#include "metadata/visible_lines.hpp"

namespace lectern {
namespace {

NodeId skip_blank_text(const Dom& dom, NodeId node, NodeId end) {
  while (node < end && dom.is_text(node) && trim(dom[node].text).empty()) node = dom.end(node);
  return node;
}

// The first element or text of a heading that does not hold all of it.
NodeId first_inner_element(const Dom& dom, NodeId heading) {
  const NodeId end = dom.end(heading);
  NodeId first = skip_blank_text(dom, dom.first_child(heading), end);
  while (first < end && !dom.is_text(first) && skip_blank_text(dom, dom.end(first), end) >= end)
    first = skip_blank_text(dom, dom.first_child(first), end);
  return first < end ? first : kNoNode;
}

} // namespace

std::string headline_without_kicker(const Dom& dom, NodeId heading, const TitleClaims& claims) {
  constexpr double kMostWordsOfKicker = 4;
  constexpr double kFewestWordsOfRest = 2;
  const NodeId end = dom.end(heading);
  const NodeId first = first_inner_element(dom, heading);
  if (first == kNoNode || dom.is_text(first)) return {};
  const std::string before = visible_text(dom, first, kLongestHeadline);
  const std::string kicker = comparison_key(before);
  std::string rest;
  for (const std::string& line : visible_lines(dom, dom.end(first), end, kLongestHeadline)) {
    if (!rest.empty()) rest += ' ';
    rest += line;
  }
  const auto is_mark = [](char c) { return c == ':' || c == '|' || c == '-' || c == '.'; };
  if (rest.empty() || before.empty() || is_mark(rest[0]) || is_mark(before.back())) return {};
  const std::string key = comparison_key(rest);
  if (kicker.empty() || count_key_words(kicker) > kMostWordsOfKicker ||
      count_key_words(key) < std::max(kFewestWordsOfRest, count_key_words(kicker)))
    return {};
  for (const TitleClaim& claim : claims.all()) {
    if (claim.cut_key == key) return rest;
    const std::string& cut = claim.cut;
    const std::vector<TitlePart> parts = title_parts(cut);
    if (parts.size() < 2) continue;
    const std::string head =
        comparison_key(std::string_view(cut).substr(parts[0].begin, parts[0].end - parts[0].begin));
    if (head == kicker && comparison_key(std::string_view(cut).substr(parts[1].begin)) == key)
      return rest;
  }
  return {};
}

std::string headline_without_subtitle(const Dom& dom, NodeId heading, const TitleClaims& claims) {
  constexpr double kFewestWords = 3;
  constexpr int kMostParts = 12;
  const NodeId first = first_inner_element(dom, heading);
  if (first == kNoNode) return {};
  const NodeId end = dom.end(heading);
  std::string before;
  int count = 0;
  for (NodeId node = first; node < end && count < kMostParts; node = dom.end(node), ++count) {
    const std::string part = dom.is_text(node) ? std::string(trim(dom[node].text))
                                               : visible_text(dom, node, kLongestHeadline);
    if (!before.empty() && !part.empty()) before += ' ';
    before += part;
    const std::string key = comparison_key(before);
    const NodeId next = skip_blank_text(dom, dom.end(node), end);
    if (count_key_words(key) < kFewestWords || next >= end || dom.is_text(next)) continue;
    // A question mark in an element of its own is no subtitle; a link is one to the heading itself.
    if (dom.tag(next) != Tag::a &&
        comparison_key(visible_text(dom, next, kLongestHeadline)).empty())
      continue;
    for (const TitleClaim& claim : claims.all()) {
      if (claim.cut_key == key) return before;
    }
  }
  return {};
}

} // namespace lectern
