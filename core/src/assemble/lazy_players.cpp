// Players that a script makes when they are pressed or come into view: the element that waits for
// it carries the video's id, the address of a frame, or the frame's markup.

#include "assemble/lazy_players.hpp"

#include <string>
#include <string_view>

#include "assemble/embed_providers.hpp"
#include "assemble/markup_hints.hpp"
#include "base/text.hpp"

namespace lectern {
namespace {

struct VideoId {
  std::string_view attribute;
  std::string_view prefix;
};

// Elements that load their player only when pressed carry its id.
constexpr VideoId kVideoIds[] = {
    {"videoid", "https://www.youtube.com/embed/"},
    {"data-videoid", "https://www.youtube.com/embed/"},
    {"data-youtube-id", "https://www.youtube.com/embed/"},
    {"data-youtube", "https://www.youtube.com/embed/"},
    {"data-video-id", "https://www.youtube.com/embed/"},
    {"data-vimeo-id", "https://player.vimeo.com/video/"},
    {"data-yt-id", "https://www.youtube.com/embed/"},
    {"data-ytid", "https://www.youtube.com/embed/"},
};

bool is_id(std::string_view value) {
  return !value.empty() && value.size() < 64 &&
         value.find_first_of(" /?&#<>\"") == std::string_view::npos;
}

struct NamedElement {
  std::string_view name; // of a custom element
  std::string_view attribute;
  std::string_view prefix; // of the address that the attribute's value ends
};

constexpr NamedElement kNamedElements[] = {
    {"amp-youtube", "data-videoid", "https://www.youtube.com/embed/"},
    {"amp-youtube", "data-live-channelid", "https://www.youtube.com/channel/"},
    {"amp-vimeo", "data-videoid", "https://player.vimeo.com/video/"},
    {"amp-dailymotion", "data-videoid", "https://www.dailymotion.com/embed/video/"},
    {"amp-twitter", "data-tweetid", "https://twitter.com/i/status/"},
    {"amp-instagram", "data-shortcode", "https://www.instagram.com/p/"},
    {"amp-tiktok", "data-src", "https://www.tiktok.com/embed/v2/"},
    {"amp-jwplayer", "data-media-id", "https://cdn.jwplayer.com/previews/"},
    {"amp-wistia-player", "data-media-hashed-id", "https://fast.wistia.net/embed/iframe/"},
    {"wistia-player", "media-id", "https://fast.wistia.net/embed/iframe/"},
    {"amp-imgur", "data-imgur-id", "https://imgur.com/"},
    {"amp-soundcloud", "data-trackid",
     "https://w.soundcloud.com/player/?url=https%3A//api.soundcloud.com/tracks/"},
    {"amp-soundcloud", "data-playlistid",
     "https://w.soundcloud.com/player/?url=https%3A//api.soundcloud.com/playlists/"},
    {"lite-vimeo", "videoid", "https://player.vimeo.com/video/"},
    {"lite-youtube", "videoid", "https://www.youtube.com/embed/"},
    {"lite-youtube", "video-id", "https://www.youtube.com/embed/"},
};

// The address in the markup of a frame that an attribute holds until it is needed.
std::string_view frame_source(std::string_view markup) {
  constexpr std::string_view kSource = "src=\"";
  const std::size_t at = markup.find(kSource);
  if (at == std::string_view::npos) return {};
  markup.remove_prefix(at + kSource.size());
  return markup.substr(0, markup.find('"'));
}

bool read_brightcove(const Page& page, NodeId node, Embed& embed) {
  const std::string_view account = page.dom.attribute(node, "data-account");
  const std::string_view video = page.dom.attribute(node, "data-video-id");
  if (!is_id(account) || !is_id(video)) return false;
  return takes_address(page,
                       std::string("https://players.brightcove.net/")
                           .append(account)
                           .append("/default_default/index.html?videoId=")
                           .append(video),
                       embed);
}

} // namespace

bool read_lazy_player(const Page& page, NodeId node, Embed& embed) {
  const Dom& dom = page.dom;
  if (read_brightcove(page, node, embed)) return true;
  if (dom.tag(node) == Tag::unknown) {
    for (const NamedElement& named : kNamedElements) {
      if (dom[node].text != named.name) continue;
      const std::string_view value = dom.attribute(node, named.attribute);
      if (is_id(value) && takes_address(page, std::string(named.prefix).append(value), embed))
        return true;
    }
  }
  for (const VideoId& id : kVideoIds) {
    const std::string_view value = dom.attribute(node, id.attribute);
    if (is_id(value) && takes_address(page, std::string(id.prefix).append(value), embed))
      return true;
  }
  if (has_class_word(dom, node, {"flourish"}) && dom.has_attribute(node, "data-src")) {
    constexpr std::string_view kFlourish = "https://flo.uri.sh/";
    return takes_address(page, std::string(kFlourish).append(dom.attribute(node, "data-src")),
                         embed);
  }
  if (has_class_word(dom, node, {"infogram"}) && is_id(dom.attribute(node, "data-id"))) {
    return takes_address(
        page, std::string("https://e.infogram.com/").append(dom.attribute(node, "data-id")), embed);
  }
  constexpr std::string_view kChart = "datawrapper-vis-";
  const std::string_view id = dom.attribute(node, "id");
  if (id.substr(0, kChart.size()) == kChart && is_id(id)) {
    return takes_address(
        page, std::string("https://datawrapper.dwcdn.net/").append(id.substr(kChart.size())),
        embed);
  }
  if (has_class(dom, node, {"youtube", "youtube-player", "lazy-youtube", "rll-youtube-player"})) {
    const std::string_view value = dom.attribute(node, "data-id");
    if (is_id(value) &&
        takes_address(page, std::string("https://www.youtube.com/embed/").append(value), embed))
      return true;
  }
  for (const Attribute* a = dom.attributes_begin(node); a != dom.attributes_end(node); ++a) {
    if (!starts_with_ignoring_case(a->name, "data-")) continue;
    const bool is_markup = contains_ignoring_case(a->value, "<iframe");
    const std::string_view address = is_markup ? frame_source(a->value) : a->value;
    if (address.find('/') != std::string_view::npos && takes_address(page, address, embed))
      return true;
  }
  return false;
}

bool takes_address(const Page& page, std::string_view reference, Embed& embed) {
  const Url url = resolve_url(page.base, trim(reference));
  if (!url.is_valid() || (url.scheme != "https" && url.scheme != "http")) return false;
  auto known = known_embed(url);
  if (!known) known = known_embed_inside(url);
  if (known) {
    embed.url = known->url;
    embed.provider = std::string(known->provider);
    embed.type = std::string(known->type);
    return true;
  }
  return false;
}

} // namespace lectern
