// A place is named by an id, or by an `a` with a name; the first element of that name counts. What
// is left out of the article marks no place in it.
#include "assemble/link_places.hpp"

#include <algorithm>
#include <string_view>

#include "base/text.hpp"

namespace lectern {
namespace {

// Sites that show their users' markup put this in front of ids, and their scripts look for it.
constexpr std::string_view kClobberPrefix = "user-content-";

std::string percent_decoded(std::string_view text) {
  const auto value = [](char c) {
    const char lower = ascii_lower(c);
    return c >= '0' && c <= '9' ? c - '0' : lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
  };
  std::string out;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const bool is_escape = text[at] == '%' && at + 2 < text.size() && value(text[at + 1]) >= 0 &&
                           value(text[at + 2]) >= 0;
    out += is_escape ? static_cast<char>(value(text[at + 1]) * 16 + value(text[at + 2])) : text[at];
    if (is_escape) at += 2;
  }
  return out;
}

// An empty link behind a heading, in the heading's own box, is the heading's anchor.
NodeId heading_before(const Dom& dom, NodeId element) {
  if (dom.tag(element) != Tag::a) return element;
  std::string text;
  dom.append_text(element, text);
  const NodeId box = dom.parent(element);
  if (!trim(text).empty() || box == kNoNode) return element;
  constexpr int kHeadingAndAnchor = 2;
  NodeId heading = kNoNode;
  int count = 0;
  for (NodeId child = dom.first_child(box); child != kNoNode; child = dom.next_sibling(child)) {
    if (dom.is_text(child)) continue;
    if (++count > kHeadingAndAnchor) return element; // one of many is not looked for among them
    const bool is_heading = dom.tag(child) >= Tag::h1 && dom.tag(child) <= Tag::h6;
    if (is_heading && child < element) heading = child;
  }
  return heading != kNoNode && count == kHeadingAndAnchor ? heading : element;
}

// The block that shows the element: the first one that ends behind its start. An empty element
// marks what follows it; one that holds text which is not shown marks nothing.
int block_at(const Page& page, const Document& document, NodeId root, const Article& article,
             NodeId element) {
  const auto found = std::partition_point(article.blocks.begin(), article.blocks.end(),
                                          [&](const ArticleBlock& block) {
                                            const Block& source = source_of(document, block);
                                            return source.last == kNoNode || source.last <= element;
                                          });
  if (found == article.blocks.end()) return -1;
  const Block& source = source_of(document, *found);
  const bool is_inside =
      source.first < page.dom.end(element) || page.dom.contains(source.node, element);
  if (!is_inside) {
    std::string text;
    page.dom.append_text(element, text);
    const bool is_near = !trim(text).empty() || !page.dom.contains(root, element);
    if (is_near) return -1;
  }
  return static_cast<int>(found - article.blocks.begin());
}

} // namespace

bool leads_to_place(const Inline& part) {
  return part.type == Inline::Type::open && part.tag == InlineTag::link && !part.url.empty() &&
         part.url.front() == '#';
}

LinkPlaces::LinkPlaces(const Page& page, const Document& document, NodeId root,
                       const Article& article) {
  const auto want = [&](const ArticleBlock&, const Inlines& inlines) {
    for (const Inline& part : inlines) {
      if (leads_to_place(part))
        places_.try_emplace(percent_decoded(std::string_view(part.url).substr(1)));
    }
  };
  each_inlines(article.blocks, want);
  each_inlines(article.removed, want);
  if (places_.empty() || root == kNoNode) return;
  const Dom& dom = page.dom;
  for (NodeId node = 0; node < dom.size(); ++node) {
    if (dom.is_text(node) || dom[node].attribute_count == 0) continue;
    static constexpr std::string_view kNames[] = {"id", "name"};
    for (const std::string_view name : kNames) {
      if (name == "name" && dom.tag(node) != Tag::a) break;
      const std::string_view value = dom.attribute(node, name);
      if (value.empty()) continue;
      auto place = places_.find(std::string(value));
      if (place == places_.end() && value.substr(0, kClobberPrefix.size()) == kClobberPrefix)
        place = places_.find(std::string(value.substr(kClobberPrefix.size())));
      if (place != places_.end() && place->second.element == kNoNode) place->second.element = node;
    }
  }
  for (auto& [name, place] : places_) {
    if (place.element != kNoNode) place.element = heading_before(dom, place.element);
    if (place.element != kNoNode)
      place.block = block_at(page, document, root, article, place.element);
  }
}

LinkPlace* LinkPlaces::of(const Inline& link) {
  const auto found = places_.find(percent_decoded(std::string_view(link.url).substr(1)));
  return found != places_.end() && found->second.block >= 0 ? &found->second : nullptr;
}

} // namespace lectern
