#include "document/embed_elements.hpp"

#include <initializer_list>
#include <string_view>

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

template <std::size_t kCount>
bool has_class(std::string_view classes, const NameSet<kCount>& names) {
  std::size_t at = 0;
  while (at < classes.size()) {
    while (at < classes.size() && is_ascii_space(classes[at])) ++at;
    std::size_t end = at;
    while (end < classes.size() && !is_ascii_space(classes[end])) ++end;
    if (names.has(classes.substr(at, end - at))) return true;
    at = end;
  }
  return false;
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

// What a player's script builds, and what waits for a post's or a chart's script.
bool is_embed_class(std::string_view classes) {
  static constexpr NameSet kNames(
      "video-js", "jwplayer", "plyr", "powa", "mejs-container", "mejs__container", "flowplayer",
      "rll-youtube-player", "lazy-youtube", "youtube-player", "wp-youtube-lyte", "lyte-wrapper",
      "flourish-embed", "infogram-embed", "fb-post", "fb-video", "sqs-video-wrapper",
      "wistia_embed", "vidyard-player-embed", "dugout-video", "tableauPlaceholder",
      "lite-youtube-embed", "bitmovinplayer-container", "shaka-video-container", "kg-audio-card");
  return has_class(classes, kNames);
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

} // namespace

bool is_embed_element(const Dom& dom, NodeId element) {
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
  if (is_embed_class(dom.attribute(element, "class")))
    return !holds(dom, element, {Tag::blockquote, Tag::article, Tag::h1});
  return is_facade(dom, element);
}

bool is_code_listing(const Dom& dom, NodeId element) {
  const DomNode& node = dom[element];
  if ((node.tag != Tag::div && node.tag != Tag::table) || node.attribute_count == 0) return false;
  static constexpr NameSet kNames("syntaxhighlighter", "js-file-line-container", "crayon-main",
                                  "CodeMirror-code", "dp-highlighter", "enlighter");
  return has_class(dom.attribute(element, "class"), kNames);
}

bool is_formula_element(const Dom& dom, NodeId element) {
  const DomNode& node = dom[element];
  if (node.tag == Tag::math) return true;
  if (node.tag == Tag::unknown) return node.text == "mjx-container";
  static constexpr NameSet kNames("katex", "katex-display", "MathJax", "MathJax_Display",
                                  "MathJax_SVG", "MathJax_CHTML", "MJXc-display", "mjx-chtml",
                                  "mwe-math-element");
  return (node.tag == Tag::div || node.tag == Tag::span) && node.attribute_count > 0 &&
         has_class(dom.attribute(element, "class"), kNames);
}

bool is_display_formula(const Dom& dom, NodeId element) {
  const DomNode& node = dom[element];
  if (node.attribute_count == 0) return false;
  if (node.tag == Tag::math) return dom.attribute(element, "display") == "block";
  if (node.tag == Tag::unknown) {
    return node.text == "mjx-container" && dom.attribute(element, "display") == "true";
  }
  static constexpr NameSet kNames("katex-display", "MathJax_Display", "MathJax_SVG_Display",
                                  "MJXc-display");
  return (node.tag == Tag::div || node.tag == Tag::span) &&
         has_class(dom.attribute(element, "class"), kNames);
}

} // namespace lectern
