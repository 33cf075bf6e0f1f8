// Pages hide an image's address in many attributes and put a blank in `src` until it scrolls into
// view. So every attribute is looked at: what parses as a srcset or ends like an image file is a
// candidate, and the names only order them.

#include "assemble/images.hpp"

#include <algorithm>
#include <cstdlib>

#include "assemble/markup_hints.hpp"
#include "assemble/srcset.hpp"
#include "base/text.hpp"
#include "document/element_queries.hpp"

namespace lectern {
namespace {

constexpr int kMaxPixelSide = 3; // tracking pixels and spacers
constexpr int kMaxIconSide = 48; // CSS pixels; an icon or emoji beside text
constexpr int kMaxAvatarSide = 160;
constexpr int kMaxSide = 20000;
constexpr std::size_t kMaxImagesOfFigure = 300;

int pixels(std::string_view value) {
  value = trim(value);
  int number = 0;
  std::size_t at = 0;
  while (at < value.size() && value[at] >= '0' && value[at] <= '9' && number <= kMaxSide) {
    number = number * 10 + (value[at++] - '0');
  }
  const std::string_view unit = value.substr(at);
  const bool is_pixels =
      unit.empty() || unit.front() == '.' || starts_with_ignoring_case(unit, "px");
  return at > 0 && is_pixels && number <= kMaxSide ? number : 0;
}

int side_of(const Dom& dom, NodeId node, std::string_view name) {
  const int stated = pixels(dom.attribute(node, name));
  return stated > 0 ? stated : pixels(style_property(dom, node, name));
}

bool is_srcset_name(std::string_view name) { return contains_ignoring_case(name, "srcset"); }

// How likely an attribute other than `src` holds the image that the page means to show.
int lazy_rank(std::string_view name) {
  struct Rank {
    std::string_view name;
    int rank;
  };
  static constexpr Rank kRanks[] = {
      {"data-src", 5},          {"data-lazy-src", 5}, {"data-original", 5},  {"data-lazy", 5},
      {"data-actualsrc", 5},    {"data-echo", 5},     {"data-url", 3},       {"data-image", 4},
      {"data-original-src", 5}, {"data-srcurl", 4},   {"data-img", 4},       {"data-img-src", 4},
      {"data-hi-res-src", 5},   {"data-full-src", 5}, {"data-large-file", 3}};
  for (const Rank& known : kRanks) {
    if (name == known.name) return known.rank;
  }
  for (const std::string_view part : {"thumb", "avatar", "icon", "placeholder", "poster", "error",
                                      "fallback", "pin-", "share", "preview", "small", "low"}) {
    if (contains_ignoring_case(name, part)) return 0;
  }
  return contains_ignoring_case(name, "src") || contains_ignoring_case(name, "lazy") ? 4 : 1;
}

constexpr int kReplacesSrc =
    5; // such an attribute holds the image even where `src` holds something

struct Candidates {
  std::string src;                  // the address `src` or its lazy twin gives
  std::vector<ImageSource> sources; // of the richest srcset
};

// Sets of candidates are not mixed: one crop and one file type of an image.
void keep_richer(std::vector<ImageSource>& kept, std::vector<ImageSource> found) {
  if (found.empty()) return;
  const auto widest = [](const std::vector<ImageSource>& s) {
    return s.empty() ? -1 : best_source(s)->width;
  };
  if (kept.empty() || widest(found) > widest(kept)) kept = std::move(found);
}

// The file that `src` asks for a small version of: "photo.jpg" beside "photo.jpg?format=100w".
bool is_whole_of(std::string_view candidate, std::string_view src) {
  candidate = trim(candidate);
  src = trim(src);
  return !candidate.empty() && src.size() > candidate.size() && src[candidate.size()] == '?' &&
         src.substr(0, candidate.size()) == candidate;
}

void read_attributes(const Page& page, NodeId node, bool is_source, Candidates& candidates) {
  const Dom& dom = page.dom;
  int best_rank = -1;
  std::string_view best;
  for (const Attribute* a = dom.attributes_begin(node); a != dom.attributes_end(node); ++a) {
    if (a->name == "alt" || a->name == "title" || a->name == "class" || a->name == "style" ||
        a->name == "id")
      continue;
    if (is_srcset_name(a->name) || looks_like_srcset(a->value)) {
      keep_richer(candidates.sources, parse_srcset(page.base, a->value));
      continue;
    }
    if (is_source) continue;
    const bool is_src = a->name == "src";
    if (looks_like_placeholder(a->value)) continue;
    const bool is_lazy_name = contains_ignoring_case(a->name, "src") ||
                              a->name == "data-original" || a->name == "data-lazy";
    if (!is_src && !(looks_like_image_url(a->value) ||
                     (is_lazy_name && a->value.find('/') != std::string_view::npos))) {
      continue;
    }
    if (!is_src && is_whole_of(a->value, dom.attribute(node, "src"))) {
      best_rank = kReplacesSrc;
      best = a->value;
      continue;
    }
    const int rank = is_src ? kReplacesSrc - 1 : lazy_rank(a->name);
    const bool is_better = rank > best_rank || (is_src && rank >= best_rank);
    if (!is_better || (!is_src && rank == 0 && best_rank >= 0)) continue;
    best_rank = rank;
    best = a->value;
  }
  if (!best.empty()) candidates.src = safe_image(page.base, best);
}

Candidates read_candidates(const Page& page, NodeId node) {
  const Dom& dom = page.dom;
  Candidates candidates;
  read_attributes(page, node, false, candidates);
  const NodeId parent = dom.tag(node) == Tag::picture ? node : dom.parent(node);
  if (parent == kNoNode || dom.tag(parent) != Tag::picture) return candidates;
  Candidates general, narrow;
  for (NodeId child = dom.first_child(parent); child != kNoNode; child = dom.next_sibling(child)) {
    if (dom.tag(child) != Tag::source) continue;
    const bool is_narrow = contains_ignoring_case(dom.attribute(child, "media"), "max-width");
    read_attributes(page, child, true, is_narrow ? narrow : general);
  }
  if (candidates.sources.empty()) candidates.sources = std::move(general.sources);
  if (candidates.sources.empty() && candidates.src.empty())
    candidates.sources = std::move(narrow.sources);
  return candidates;
}

bool is_tracking_address(std::string_view url) {
  const std::string lower = ascii_lower(url);
  for (const std::string_view part :
       {"/pixel.gif", "/pixel?", "/b.gif", "scorecardresearch.", "doubleclick.net", "/1x1.",
        "google-analytics.", "quantserve.", "/count.gif", "/beacon", "feeds.feedburner.com/~",
        "stats.wordpress.com", "pixel.wp.com", "facebook.com/tr", "/tracking"}) {
    if (lower.find(part) != std::string::npos) return true;
  }
  return false;
}

// The nearest link around the image, when the image is most of what it holds.
std::string link_around(const Page& page, NodeId node) {
  constexpr int kMaxSteps = 6;
  NodeId up = page.dom.parent(node);
  for (int step = 0; up != kNoNode && step < kMaxSteps; ++step, up = page.dom.parent(up)) {
    if (page.dom.tag(up) == Tag::a) {
      std::string target = link_target(page, page.dom.attribute(up, "href"));
      return !target.empty() && target.front() != '#' ? target : std::string();
    }
    if (page.dom.tag(up) == Tag::figure) break;
  }
  return {};
}

bool is_avatar(const Page& page, NodeId node, const Image& image) {
  const bool is_named = has_class_word(page.dom, node, {"avatar", "gravatar"}) ||
                        contains_ignoring_case(image.url, "gravatar.com/avatar");
  return is_named && image.width <= kMaxAvatarSide;
}

bool is_left_out(const Page& page, NodeId node) {
  return std::binary_search(page.left_out_images.begin(), page.left_out_images.end(), node);
}

bool is_icon(const Image& image) {
  return image.width > 0 && image.height > 0 && image.width <= kMaxIconSide &&
         image.height <= kMaxIconSide;
}

bool is_image_element(const Dom& dom, NodeId node) {
  const DomNode& element = dom[node];
  if (element.tag == Tag::img || element.tag == Tag::amp_img) return true;
  if (element.tag == Tag::picture) return is_picture_without_image(dom, node);
  return element.tag == Tag::unknown && element.attribute_count > 0 &&
         dom.first_child(node) == kNoNode &&
         (contains_ignoring_case(element.text, "img") ||
          contains_ignoring_case(element.text, "image"));
}

// The image in the `noscript` that follows a blank one, or follows what the blank one stands in.
std::optional<Image> read_twin(const Page& page, NodeId node) {
  const Dom& dom = page.dom;
  constexpr int kMaxSteps = 3;
  for (int step = 0; node != kNoNode && step < kMaxSteps; ++step, node = dom.parent(node)) {
    for (NodeId next = dom.next_sibling(node); next != kNoNode; next = dom.next_sibling(next)) {
      if (dom.is_text(next)) continue;
      if (dom.tag(next) != Tag::noscript) break;
      const NodeId image = first_in_range(dom, next, dom.end(next), {Tag::img});
      if (image != kNoNode) return read_image(page, image);
    }
  }
  return std::nullopt;
}

} // namespace

std::optional<Image> read_image(const Page& page, NodeId node) {
  const Dom& dom = page.dom;
  Image image;
  image.width = side_of(dom, node, "width");
  image.height = side_of(dom, node, "height");
  const bool is_speck = (image.width > 0 && image.width <= kMaxPixelSide) ||
                        (image.height > 0 && image.height <= kMaxPixelSide);
  Candidates candidates = read_candidates(page, node);
  image.sources = std::move(candidates.sources);
  const ImageSource* best = best_source(image.sources);
  image.url = best != nullptr && (best->width > 0 || best->density > 1 || candidates.src.empty())
                  ? best->url
                  : candidates.src;
  if (image.url.empty() || is_tracking_address(image.url)) return std::nullopt;
  // A speck whose real address waits in another attribute is a placeholder's size, not the image's.
  if (is_speck) {
    if (!looks_like_placeholder(dom.attribute(node, "src")) || !dom.has_attribute(node, "src"))
      return std::nullopt;
    image.width = image.height = 0;
  }
  if (image.width == 0 || image.height == 0) image.width = image.height = 0;
  const std::string alt = fold_space(dom.attribute(node, "alt"));
  if (!looks_like_image_url(alt)) image.alt = alt;
  image.link = link_around(page, node);
  return image;
}

std::vector<Image> read_images(const Page& page, NodeId first, NodeId last) {
  const Dom& dom = page.dom;
  std::vector<Image> images;
  std::vector<std::string> identities;
  for (NodeId node = first; node < last && images.size() < kMaxImagesOfFigure; ++node) {
    if (!is_image_element(dom, node) || is_left_out(page, node)) continue;
    std::optional<Image> image = read_image(page, node);
    if (!image) image = read_twin(page, node);
    if (!image || is_avatar(page, node, *image) || is_icon(*image)) continue;
    std::string identity = image_identity(image->url);
    // Inside noscript stands the twin of a lazy image before or after it, often as another file.
    const NodeId noscript = ancestor_with(dom, node, {Tag::noscript});
    const bool is_twin = noscript != kNoNode && noscript >= first && !images.empty();
    if (is_twin && images.back().alt.empty()) images.back().alt = std::move(image->alt);
    if (is_twin || std::find(identities.begin(), identities.end(), identity) != identities.end())
      continue;
    identities.push_back(std::move(identity));
    images.push_back(std::move(*image));
  }
  for (NodeId node = first; node < last && images.empty(); ++node) {
    if (dom.is_text(node)) continue;
    Image image;
    image.url = background_image(page, node);
    if (image.url.empty()) continue;
    image.alt = fold_space(dom.attribute(node, "aria-label"));
    image.link = link_around(page, node);
    images.push_back(std::move(image));
  }
  return images;
}

std::string background_image(const Page& page, NodeId node) {
  const Dom& dom = page.dom;
  for (const std::string_view property : {"background-image", "background"}) {
    const std::string_view value = style_property(dom, node, property);
    const std::size_t open = value.find("url(");
    if (open == std::string_view::npos) continue;
    const std::size_t close = value.find(')', open);
    if (close == std::string_view::npos) continue;
    std::string_view url = trim(value.substr(open + 4, close - open - 4));
    if (url.size() >= 2 && (url.front() == '"' || url.front() == '\''))
      url = url.substr(1, url.size() - 2);
    if (!looks_like_placeholder(url)) return safe_image(page.base, url);
  }
  for (const std::string_view name :
       {"data-bg", "data-background", "data-background-image", "data-bg-src"}) {
    const std::string_view value = dom.attribute(node, name);
    if (looks_like_image_url(value)) return safe_image(page.base, value);
  }
  return {};
}

bool is_emoji(const Page& page, NodeId node) {
  return has_class_word(page.dom, node, {"emoji", "emojione", "smiley", "twemoji"}) &&
         page.dom.has_attribute(node, "alt");
}

bool is_inline_image(const Page& page, NodeId node) {
  const int width = side_of(page.dom, node, "width");
  const int height = side_of(page.dom, node, "height");
  if (height > 0 && height <= kMaxIconSide) return width < 6 * kMaxIconSide;
  return has_class_word(page.dom, node,
                        {"emoji", "icon", "latex", "tex", "math", "inline", "smiley"});
}

} // namespace lectern
