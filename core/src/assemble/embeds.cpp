// An embed is a frame, a player, or a quotation of a post that a script would turn into a frame.

#include "assemble/embeds.hpp"

#include <utility>

#include "assemble/embed_details.hpp"
#include "assemble/embed_providers.hpp"
#include "assemble/figures.hpp"
#include "assemble/inlines.hpp"
#include "assemble/lazy_players.hpp"
#include "assemble/markup_hints.hpp"
#include "base/text.hpp"
#include "document/embed_elements.hpp"

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

bool read_frame(const Page& page, NodeId node, Embed& embed) {
  const Dom& dom = page.dom;
  std::string other; // of a host that is not known
  for (const Attribute* a = dom.attributes_begin(node); a != dom.attributes_end(node); ++a) {
    if (a->name != "src" && a->name != "data" && !starts_with_ignoring_case(a->name, "data-"))
      continue;
    if (a->value.find('/') == std::string_view::npos) continue;
    const Url address = resolve_url(page.base, trim(a->value));
    if (a->name == "src" && is_frame_without_content(address)) return false;
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

// The frame's address with "/embed" cut is the post's.
void take_mastodon(Embed& embed) {
  embed.provider = "Mastodon";
  embed.type = "post";
  constexpr std::string_view kEnd = "/embed";
  if (embed.url.size() > kEnd.size() &&
      embed.url.compare(embed.url.size() - kEnd.size(), kEnd.size(), kEnd) == 0)
    embed.url.resize(embed.url.size() - kEnd.size());
}

bool read_player(const Page& page, NodeId node, Embed& embed) {
  const Dom& dom = page.dom;
  std::string_view address = dom.attribute(node, "src");
  if (address.empty()) address = dom.attribute(node, "data-src");
  for (NodeId inner = node + 1; inner < dom.end(node) && address.empty(); ++inner) {
    if (dom.tag(inner) == Tag::source) address = dom.attribute(inner, "src");
  }
  embed.url = safe_link(page.base, address);
  embed.type = dom.tag(node) == Tag::audio ? "audio" : "video";
  // A player without a file of its own (its script streams) can be opened on the page alone.
  if (embed.url.empty() && page.url.is_valid()) embed.url = safe_link(page.url, page.url.href());
  if (!embed.url.empty()) embed.provider = parse_url(embed.url).site();
  return !embed.url.empty();
}

// The player or frame that a script has put into a wrapper, else what the wrapper's attributes say.
bool read_wrapper(const Page& page, NodeId node, Embed& embed) {
  const Dom& dom = page.dom;
  if (read_lazy_player(page, node, embed)) return true;
  const std::string_view name = dom[node].text;
  const bool is_amp_frame = name == "amp-iframe" || name == "amp-video-iframe";
  if (is_amp_frame) return read_frame(page, node, embed);
  for (NodeId inner = node + 1; inner < dom.end(node); ++inner) {
    const Tag tag = dom.tag(inner);
    if (tag == Tag::iframe && read_frame(page, inner, embed)) return true;
    if ((tag == Tag::video || tag == Tag::audio) && read_player(page, inner, embed)) return true;
    if (tag != Tag::text && dom[inner].attribute_count > 0 && !dom.is_text(inner) &&
        read_lazy_player(page, inner, embed))
      return true;
  }
  if (!is_embed_element(dom, node)) return false;
  if (name == "amp-video" || name == "amp-audio" || has_class(dom, node, {"powa", "jwplayer"})) {
    if (!read_player(page, node, embed)) return false;
    if (name == "amp-audio") embed.type = "audio";
    return true;
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
      take_mastodon(embed);
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
      if (has_class_word(page.dom, node, {"mastodon"})) take_mastodon(embed);
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
      if (is_embed_element(page.dom, node)) {
        return read_wrapper(page, node, embed) || read_post(page, node, embed);
      }
      return read_lazy_player(page, node, embed);
  }
}

// An embed as our own HTML shows it: type and provider in attributes, a picture, a quoted post, a
// link with the title, a caption.
void read_own_embed(const Page& page, NodeId figure, ArticleBlock& block) {
  const Dom& dom = page.dom;
  Embed& embed = block.embed;
  for (const std::string_view type : {"video", "audio", "post", "chart", "frame"}) {
    if (dom.attribute(figure, "data-embed") == type) embed.type = std::string(type);
  }
  embed.provider = fold_space(dom.attribute(figure, "data-provider"));
  for (NodeId node = figure + 1; node < dom.end(figure); ++node) {
    const Tag tag = dom.tag(node);
    if (tag == Tag::img && embed.poster.empty())
      embed.poster = safe_image(page.base, dom.attribute(node, "src"));
    if (tag == Tag::blockquote || tag == Tag::figcaption) {
      InlineOptions options;
      options.block = node;
      options.keeps_lines = true;
      (tag == Tag::blockquote ? block.content : block.caption) =
          build_inlines(page, node + 1, dom.end(node), options);
      if (tag == Tag::figcaption) part_credit(page, block.caption, block.credit);
      node = dom.end(node) - 1;
    } else if (tag == Tag::a && dom.tag(dom.parent(node)) == Tag::p) {
      std::string text;
      dom.append_text(node, text);
      embed.url = safe_link(page.base, dom.attribute(node, "href"));
      embed.title = fold_space(text);
      if (embed.title == embed.provider) embed.title.clear();
    }
  }
}

// A file without a title is called by its name.
void name_by_file(const Page& page, Embed& embed) {
  const bool is_media = embed.type == "video" || embed.type == "audio";
  const Url url = parse_url(embed.url);
  if (!embed.title.empty() || !is_media || embed.provider != url.site() ||
      url.path == page.url.path)
    return;
  const std::string_view path = url.path;
  const std::string_view name = path.substr(path.rfind('/') + 1);
  for (const std::string_view suffix : {".mp3", ".mp4", ".m4a", ".ogg", ".oga", ".ogv", ".webm",
                                        ".wav", ".flac", ".opus", ".mov", ".m4v", ".aac"}) {
    const bool is_file = name.size() > suffix.size() &&
                         equals_ignoring_case(name.substr(name.size() - suffix.size()), suffix);
    if (is_file) embed.title = std::string(name);
  }
}

} // namespace

void build_embed(const Page& page, const Block& source, ArticleBlock& block) {
  const Dom& dom = page.dom;
  if (source.node != kNoNode && dom.has_attribute(source.node, "data-embed")) {
    read_own_embed(page, source.node, block);
    return;
  }
  const bool is_whole =
      source.node != kNoNode &&
      (dom.tag(source.node) == Tag::figure || dom.tag(source.node) == Tag::blockquote ||
       dom.tag(source.node) == Tag::iframe || is_embed_element(dom, source.node));
  const NodeId first = is_whole ? source.node : source.first;
  const NodeId last = is_whole ? dom.end(source.node) : source.last;
  for (NodeId node = first; node < last; ++node) {
    if (dom.is_text(node) || !read_element(page, node, block.embed)) continue;
    read_title(dom, node, block.embed);
    read_poster(page, node, block.embed);
    name_by_file(page, block.embed);
    if (dom.tag(node) == Tag::blockquote) {
      InlineOptions options;
      options.block = node;
      options.keeps_lines = true;
      block.content = build_inlines(page, node + 1, dom.end(node), options);
    }
    break;
  }
}

namespace {

// A card that stands for another page: picture, title and summary, all in one link.
bool take_link_card(const Page& page, NodeId node, ArticleBlock& figure) {
  const Dom& dom = page.dom;
  if (node == kNoNode || !has_class_word(dom, node, {"bookmark"})) return false;
  const NodeId link = first_in_range(dom, node, dom.end(node), {Tag::a});
  if (link == kNoNode) return false;
  const std::string address = safe_link(page.base, dom.attribute(link, "href"));
  if (address.empty()) return false;
  for (NodeId inner = link + 1; inner < dom.end(link) && figure.embed.title.empty(); ++inner) {
    if (dom.is_text(inner) || !has_class_word(dom, inner, {"title"})) continue;
    std::string title;
    dom.append_text(inner, title);
    figure.embed.title = fold_space(title);
  }
  if (figure.embed.title.empty()) return false;
  figure.embed.url = address;
  figure.embed.provider = parse_url(address).site();
  figure.embed.type = "frame";
  if (!figure.images.empty()) figure.embed.poster = figure.images.back().url;
  figure.images.clear();
  figure.caption.clear();
  const NodeId caption = first_in_range(dom, node, dom.end(node), {Tag::figcaption});
  if (caption != kNoNode) figure.caption = build_inlines(page, caption + 1, dom.end(caption));
  if (figure.kind == Kind::figure) figure.kind = Kind::embed;
  return true;
}

} // namespace

void take_player(const Page& page, const Block& source, ArticleBlock& figure) {
  if (take_link_card(page, source.node, figure)) return;
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
