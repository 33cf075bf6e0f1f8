#include "document/embed_elements.hpp"

#include <initializer_list>
#include <string_view>

#include "base/byte_set.hpp"
#include "base/name_set.hpp"
#include "base/text.hpp"

namespace lectern {
namespace {

constexpr std::size_t kMaxFacadeTextBytes = 120; // "Play video", a title

bool is_one_of(std::string_view name, std::initializer_list<std::string_view> names) {
  for (const std::string_view candidate : names) {
    if (name == candidate) return true;
  }
  return false;
}

/// Calls `use` with each name of a class attribute.
template <typename Use>
void for_each_class(std::string_view classes, Use use) {
  static constexpr ByteSet kSpaces(" \n\t\r\f");
  for (std::size_t at = 0; at < classes.size();) {
    while (at < classes.size() && kSpaces.has(classes[at])) ++at;
    std::size_t end = at;
    while (end < classes.size() && !kSpaces.has(classes[end])) ++end;
    use(classes.substr(at, end - at));
    at = end;
  }
}

bool holds(const Dom& dom, NodeId element, std::initializer_list<Tag> tags) {
  for (NodeId node = element + 1; node < dom.end(element); ++node) {
    for (const Tag tag : tags) {
      if (dom.tag(node) == tag) return true;
    }
  }
  return false;
}

// Custom elements: AMP's, and the ones that load a player when pressed.
bool is_embed_name(std::string_view name) {
  if (name.substr(0, 4) == "amp-") {
    return is_one_of(name.substr(4), {"youtube",        "vimeo",         "dailymotion",
                                      "twitter",        "instagram",     "facebook",
                                      "tiktok",         "reddit",        "soundcloud",
                                      "brightcove",     "jwplayer",      "video",
                                      "audio",          "iframe",        "video-iframe",
                                      "kaltura-player", "imgur",         "gfycat",
                                      "o2-player",      "pinterest",     "springboard-player",
                                      "wistia-player",  "nexxtv-player", "3q-player",
                                      "ima-video",      "megaphone",     "bodymovin-animation",
                                      "viqeo-player"});
  }
  return is_one_of(name,
                   {"lite-youtube", "lite-vimeo", "lite-tiktok", "youtube-video", "vimeo-video",
                    "video-js", "mux-player", "wistia-player", "spotify-iframe", "media-player",
                    "brightcove-player", "twitter-widget", "dailymotion-player", "jw-player"});
}

// Kinds of classes, as bits.
constexpr std::uint8_t kEmbed = 1, kListing = 2, kDisplayFormula = 4;

std::uint8_t kinds_of(std::string_view classes) {
  // What a player's script builds, and what waits for a post's or a chart's script.
  static constexpr NameSet kEmbeds(
      "video-js", "jwplayer", "plyr", "powa", "mejs-container", "mejs__container", "flowplayer",
      "rll-youtube-player", "lazy-youtube", "youtube-player", "wp-youtube-lyte", "lyte-wrapper",
      "flourish-embed", "infogram-embed", "fb-post", "fb-video", "sqs-video-wrapper",
      "wistia_embed", "vidyard-player-embed", "dugout-video", "tableauPlaceholder",
      "lite-youtube-embed", "bitmovinplayer-container", "shaka-video-container", "kg-audio-card");
  static constexpr NameSet kListings("syntaxhighlighter", "js-file-line-container", "crayon-main",
                                     "CodeMirror-code", "dp-highlighter", "enlighter");
  static constexpr NameSet kFormulas("katex-display", "MathJax_Display", "MathJax_SVG_Display",
                                     "MJXc-display");
  std::uint8_t kinds = 0;
  for_each_class(classes, [&](std::string_view name) {
    if (kEmbeds.has(name)) kinds |= kEmbed;
    if (kListings.has(name)) kinds |= kListing;
    if (kFormulas.has(name)) kinds |= kDisplayFormula;
  });
  return kinds;
}

bool is_id(std::string_view value) {
  constexpr std::size_t kMaxIdBytes = 64;
  return !value.empty() && value.size() <= kMaxIdBytes &&
         value.find_first_of(" /?&#<>\"") == std::string_view::npos;
}

// An element that becomes a frame when it is pressed: a video's id, a frame's address or its markup
// in an attribute, and next to nothing inside.
bool is_facade(const Dom& dom, NodeId element) {
  bool names_frame = false;
  for (const Attribute* a = dom.attributes_begin(element); a != dom.attributes_end(element); ++a) {
    if (a->name.substr(0, 5) != "data-" && a->name != "videoid") continue;
    if (is_one_of(a->name, {"data-youtube-id", "data-yt-id", "data-ytid", "data-youtube",
                            "data-youtube-video-id", "data-vimeo-id", "data-videoid", "videoid"}))
      names_frame = names_frame || is_id(a->value);
    if (contains_ignoring_case(a->value, "<iframe ")) names_frame = true;
    const bool is_address = a->value.substr(0, 2) == "//" || a->value.substr(0, 4) == "http";
    if (is_address && (a->value.find("youtube.com/embed/") != std::string_view::npos ||
                       a->value.find("youtube-nocookie.com/embed/") != std::string_view::npos ||
                       a->value.find("player.vimeo.com/video/") != std::string_view::npos))
      names_frame = true;
  }
  if (!names_frame || holds(dom, element, {Tag::iframe, Tag::video, Tag::p, Tag::h1, Tag::h2}))
    return false;
  std::size_t bytes = 0;
  for (NodeId node = element + 1; node < dom.end(element); ++node) {
    if (dom.is_text(node)) bytes += trim(dom[node].text).size();
  }
  return bytes <= kMaxFacadeTextBytes;
}

/// `has_class` is asked when nothing else tells.
template <typename HasClass>
bool is_embed(const Dom& dom, NodeId element, HasClass has_class) {
  const DomNode& node = dom[element];
  const bool can_be = node.tag == Tag::unknown || node.tag == Tag::div || node.tag == Tag::span ||
                      node.tag == Tag::section || node.tag == Tag::button;
  if (!can_be) return false;
  if (node.tag == Tag::unknown && is_embed_name(node.text))
    return !holds(dom, element, {Tag::blockquote});
  if (node.attribute_count == 0) return false;
  // A chart's script writes the frame; without it there is the picture in `noscript`.
  constexpr std::string_view kChart = "datawrapper-vis-";
  if (dom.attribute(element, "id").substr(0, kChart.size()) == kChart) return true;
  if (has_class()) return !holds(dom, element, {Tag::blockquote, Tag::article, Tag::h1});
  return is_facade(dom, element);
}

} // namespace

bool is_embed_element(const Dom& dom, NodeId element) {
  return is_embed(dom, element,
                  [&] { return (kinds_of(dom.attribute(element, "class")) & kEmbed) != 0; });
}

bool EmbedElements::has_class(NodeId element, std::uint8_t kind) {
  return (kinds_.get(dom_.attribute(element, "class"), kinds_of) & kind) != 0;
}

bool EmbedElements::is_embed(NodeId element) {
  return lectern::is_embed(dom_, element, [&] { return has_class(element, kEmbed); });
}

bool EmbedElements::is_code_listing(NodeId element) {
  const DomNode& node = dom_[element];
  return (node.tag == Tag::div || node.tag == Tag::table) && node.attribute_count > 0 &&
         has_class(element, kListing);
}

bool is_formula_element(const Dom& dom, NodeId element) {
  const DomNode& node = dom[element];
  if (node.tag == Tag::math) return true;
  if (node.tag == Tag::unknown) return node.text == "mjx-container";
  static constexpr NameSet kNames("katex", "katex-display", "MathJax", "MathJax_Display",
                                  "MathJax_SVG", "MathJax_CHTML", "MJXc-display", "mjx-chtml",
                                  "mwe-math-element");
  if ((node.tag != Tag::div && node.tag != Tag::span) || node.attribute_count == 0) return false;
  bool is_one = false;
  for_each_class(dom.attribute(element, "class"),
                 [&](std::string_view name) { is_one = is_one || kNames.has(name); });
  return is_one;
}

bool EmbedElements::is_display_formula(NodeId element) {
  const DomNode& node = dom_[element];
  if (node.attribute_count == 0) return false;
  if (node.tag == Tag::math) return dom_.attribute(element, "display") == "block";
  if (node.tag == Tag::unknown) {
    return node.text == "mjx-container" && dom_.attribute(element, "display") == "true";
  }
  return (node.tag == Tag::div || node.tag == Tag::span) && has_class(element, kDisplayFormula);
}

} // namespace lectern
