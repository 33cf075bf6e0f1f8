// A title and a picture for a thing of another site: from attributes, from what its player drew.

#include "assemble/embed_details.hpp"

#include <string>
#include <string_view>
#include <vector>

#include "assemble/images.hpp"
#include "assemble/markup_hints.hpp"
#include "assemble/srcset.hpp"
#include "base/text.hpp"
#include "base/url.hpp"

namespace lectern {
namespace {

// What players call themselves says nothing of what they play.
bool is_generic_title(std::string_view title, std::string_view provider) {
  static constexpr std::string_view kGeneric[] = {
      "video", "player", "youtube", "audio", "iframe", "frame", "embedded post", "media player"};
  for (const std::string_view generic : kGeneric) {
    if (equals_ignoring_case(title, generic)) return true;
  }
  return contains_ignoring_case(title, "video player") || contains_ignoring_case(title, "embed") ||
         equals_ignoring_case(title, provider);
}

// Words that players put in front of a title.
std::string bare_title(std::string_view title) {
  for (const std::string_view prefix : {"Player for ", "Spotify Embed: ", "Video Player - ",
                                        "Audio Player - ", "Play video: ", "Play: ", "Video: "}) {
    if (starts_with_ignoring_case(title, prefix)) return std::string(title.substr(prefix.size()));
  }
  return std::string(title);
}

bool takes_title(std::string_view text, Embed& embed) {
  std::string title = bare_title(fold_space(text));
  constexpr std::size_t kMaxTitleBytes = 400;
  if (title.empty() || title.size() > kMaxTitleBytes || is_generic_title(title, embed.provider))
    return false;
  embed.title = std::move(title);
  return true;
}

} // namespace

void read_title(const Dom& dom, NodeId node, Embed& embed) {
  for (const std::string_view name : {"title", "data-title", "data-video-title", "videotitle",
                                      "data-powa-name", "aria-label", "playlabel", "data-alt"}) {
    if (takes_title(dom.attribute(node, name), embed)) return;
  }
  if (dom.tag(node) == Tag::blockquote || dom.tag(node) == Tag::object) return;
  for (NodeId inner = node + 1; inner < dom.end(node); ++inner) {
    if (dom.is_text(inner) || dom[inner].attribute_count == 0) continue;
    const bool is_title =
        has_class(dom, inner,
                  {"jw-title-primary", "vjs-dock-title", "vjs-title-bar-title", "kg-audio-title",
                   "video-title", "player-title", "lyt-title"}) ||
        dom.attribute(inner, "itemprop") == "name";
    std::string text;
    if (is_title) dom.append_text(inner, text);
    if (text.empty() && dom.tag(inner) == Tag::iframe) text = dom.attribute(inner, "title");
    // A chart's picture for readers without scripts says what the chart shows.
    if (text.empty() && dom.tag(inner) == Tag::img && embed.type == "chart")
      text = dom.attribute(inner, "alt");
    if (takes_title(text, embed)) return;
  }
}

void read_poster(const Page& page, NodeId node, Embed& embed) {
  const Dom& dom = page.dom;
  if (!embed.poster.empty()) return;
  for (const std::string_view name : {"poster", "data-poster", "data-thumbnail", "data-poster-url",
                                      "posterimage", "data-image"}) {
    const std::string_view value = dom.attribute(node, name);
    if (!looks_like_placeholder(value)) embed.poster = safe_image(page.base, value);
    if (!embed.poster.empty()) return;
  }
  const bool is_frame = dom.tag(node) == Tag::iframe || dom.tag(node) == Tag::object;
  if (is_frame || dom.tag(node) == Tag::blockquote) return;
  for (NodeId inner = node; inner < dom.end(node) && embed.poster.empty(); ++inner) {
    if (dom.is_text(inner) || dom[inner].attribute_count == 0) continue;
    const Tag tag = dom.tag(inner);
    if (inner != node && (tag == Tag::video || tag == Tag::audio)) {
      const std::string_view value = dom.attribute(inner, "poster");
      if (!looks_like_placeholder(value)) embed.poster = safe_image(page.base, value);
    }
    if (embed.poster.empty() && tag != Tag::iframe) embed.poster = background_image(page, inner);
  }
  if (!embed.poster.empty()) return;
  const std::vector<Image> images = read_images(page, node + 1, dom.end(node));
  // A picture inside of `noscript` was not asked for by the page.
  if (!images.empty() && first_in_range(dom, node + 1, dom.end(node), {Tag::noscript}) == kNoNode)
    embed.poster = images.front().url;
}

} // namespace lectern
