// An embed is a frame, a player, or a quotation of a post that a script would turn into a frame.

#include "assemble/embeds.hpp"

#include <utility>

#include "assemble/embed_providers.hpp"
#include "assemble/inlines.hpp"
#include "assemble/markup_hints.hpp"
#include "assemble/srcset.hpp"
#include "base/text.hpp"

namespace lectern {
namespace {

// A post's quotation names its address in an attribute that its script reads.
constexpr std::string_view kPostAddressAttributes[] = {
    "data-instgrm-permalink",
    "data-text-post-permalink",
    "data-embed-url",
    "data-href",
    "cite",
    "data-url",
};

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

bool takes_address(const Page& page, std::string_view reference, Embed& embed) {
  const Url url = resolve_url(page.base, trim(reference));
  if (!url.is_valid() || (url.scheme != "https" && url.scheme != "http")) return false;
  if (const auto known = known_embed(url)) {
    embed.url = known->url;
    embed.provider = std::string(known->provider);
    embed.type = std::string(known->type);
    return true;
  }
  return false;
}

bool is_id(std::string_view value) {
  return !value.empty() && value.size() < 64 &&
         value.find_first_of(" /?&#<>\"") == std::string_view::npos;
}

void read_title(const Dom& dom, NodeId node, Embed& embed) {
  for (const std::string_view name : {"title", "data-title", "aria-label", "playlabel"}) {
    std::string title = fold_space(dom.attribute(node, name));
    // "YouTube video player" names the provider alone.
    const bool is_generic = contains_ignoring_case(title, "video player") ||
                            contains_ignoring_case(title, "embed") ||
                            equals_ignoring_case(title, embed.provider);
    if (title.empty() || is_generic) continue;
    embed.title = std::move(title);
    return;
  }
}

bool read_frame(const Page& page, NodeId node, Embed& embed) {
  const Dom& dom = page.dom;
  std::string other; // of a host that is not known
  for (const Attribute* a = dom.attributes_begin(node); a != dom.attributes_end(node); ++a) {
    if (a->name != "src" && a->name != "data" && !starts_with_ignoring_case(a->name, "data-"))
      continue;
    if (a->value.find('/') == std::string_view::npos) continue;
    if (takes_address(page, a->value, embed)) return true;
    if (other.empty() && contains_ignoring_case(a->name, "src"))
      other = safe_link(page.base, a->value);
  }
  if (other.empty()) return false;
  embed.url = std::move(other);
  embed.provider = parse_url(embed.url).site();
  embed.type = "frame";
  return true;
}

bool read_player(const Page& page, NodeId node, Embed& embed) {
  const Dom& dom = page.dom;
  std::string_view address = dom.attribute(node, "src");
  if (address.empty()) address = dom.attribute(node, "data-src");
  for (NodeId inner = node + 1; inner < dom.end(node) && address.empty(); ++inner) {
    if (dom.tag(inner) == Tag::source) address = dom.attribute(inner, "src");
  }
  embed.poster = safe_image(page.base, dom.attribute(node, "poster"));
  embed.url = safe_link(page.base, address);
  embed.type = dom.tag(node) == Tag::audio ? "audio" : "video";
  // A player without a file of its own (its script streams) can be opened on the page alone.
  if (embed.url.empty() && page.url.is_valid()) embed.url = safe_link(page.url, page.url.href());
  if (!embed.url.empty()) embed.provider = parse_url(embed.url).site();
  return !embed.url.empty();
}

bool read_lazy_player(const Page& page, NodeId node, Embed& embed) {
  const Dom& dom = page.dom;
  for (const VideoId& id : kVideoIds) {
    const std::string_view value = dom.attribute(node, id.attribute);
    if (is_id(value) && takes_address(page, std::string(id.prefix).append(value), embed))
      return true;
  }
  constexpr std::string_view kFlourish = "https://flo.uri.sh/";
  if (has_class_word(dom, node, {"flourish"}) && dom.has_attribute(node, "data-src")) {
    return takes_address(page, std::string(kFlourish).append(dom.attribute(node, "data-src")),
                         embed);
  }
  if (has_class(dom, node, {"youtube", "youtube-player", "lazy-youtube", "rll-youtube-player"})) {
    const std::string_view value = dom.attribute(node, "data-id");
    if (is_id(value))
      return takes_address(page, std::string("https://www.youtube.com/embed/").append(value),
                           embed);
  }
  return false;
}

// A post: the address in an attribute, else the last link inside that leads to a known provider.
bool read_post(const Page& page, NodeId node, Embed& embed) {
  const Dom& dom = page.dom;
  for (const std::string_view name : kPostAddressAttributes) {
    const std::string_view value = dom.attribute(node, name);
    if (value.empty()) continue;
    if (takes_address(page, value, embed)) return true;
    if (has_class_word(dom, node, {"mastodon"})) {
      embed.url = safe_link(page.base, value);
      embed.provider = "Mastodon";
      embed.type = "post";
      constexpr std::string_view kEnd = "/embed";
      if (embed.url.size() > kEnd.size() &&
          embed.url.compare(embed.url.size() - kEnd.size(), kEnd.size(), kEnd) == 0) {
        embed.url.resize(embed.url.size() - kEnd.size());
      }
      return !embed.url.empty();
    }
  }
  bool found = false;
  for (NodeId inner = node + 1; inner < dom.end(node); ++inner) {
    Embed candidate;
    if (dom.tag(inner) == Tag::a && takes_address(page, dom.attribute(inner, "href"), candidate)) {
      embed = std::move(candidate);
      found = true;
    }
  }
  return found;
}

bool read_element(const Page& page, NodeId node, Embed& embed) {
  switch (page.dom.tag(node)) {
    case Tag::iframe:
    case Tag::embed:
    case Tag::object:
      if (!read_frame(page, node, embed)) return false;
      if (has_class_word(page.dom, node, {"mastodon"})) {
        embed.provider = "Mastodon";
        embed.type = "post";
      }
      return true;
    case Tag::video:
    case Tag::audio:
      return read_player(page, node, embed);
    case Tag::blockquote:
      return read_post(page, node, embed);
    case Tag::text:
      return false;
    default:
      if (page.dom[node].attribute_count == 0) return false;
      if (has_class(page.dom, node, {"fb-post", "fb-video"})) return read_post(page, node, embed);
      return read_lazy_player(page, node, embed);
  }
}

} // namespace

void build_embed(const Page& page, const Block& source, ArticleBlock& block) {
  const Dom& dom = page.dom;
  const bool is_whole = source.node != kNoNode && (dom.tag(source.node) == Tag::figure ||
                                                   dom.tag(source.node) == Tag::blockquote ||
                                                   dom.tag(source.node) == Tag::iframe);
  const NodeId first = is_whole ? source.node : source.first;
  const NodeId last = is_whole ? dom.end(source.node) : source.last;
  for (NodeId node = first; node < last; ++node) {
    if (!read_element(page, node, block.embed)) continue;
    read_title(dom, node, block.embed);
    if (dom.tag(node) == Tag::blockquote) {
      InlineOptions options;
      options.block = node;
      options.keeps_lines = true;
      block.content = build_inlines(page, node + 1, dom.end(node), options);
    }
    break;
  }
}

void take_player(const Page& page, const Block& source, ArticleBlock& figure) {
  const NodeId player =
      first_in_range(page.dom, source.first, source.last,
                     {Tag::iframe, Tag::video, Tag::audio, Tag::object, Tag::embed});
  if (player == kNoNode) return;
  build_embed(page, source, figure);
  if (figure.embed.url.empty()) return;
  if (figure.kind == Kind::figure) figure.kind = Kind::embed;
  if (figure.embed.poster.empty() && !figure.images.empty())
    figure.embed.poster = figure.images.front().url;
  figure.images.clear();
}

} // namespace lectern
