// One table: host, provider, kind, and how the address of the frame turns into the address of the
// page.

#include "assemble/embed_providers.hpp"

#include <algorithm>
#include <vector>

#include "base/text.hpp"

namespace lectern {
namespace {

using Parts = std::vector<std::string_view>; // the path between its slashes

int hex_value(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  const char lower = ascii_lower(c);
  return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

std::string percent_decode(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const int high = text[at] == '%' && at + 2 < text.size() ? hex_value(text[at + 1]) : -1;
    const int low = high >= 0 ? hex_value(text[at + 2]) : -1;
    if (low >= 0) {
      out += static_cast<char>(high * 16 + low);
      at += 2;
    } else {
      out += text[at] == '+' ? ' ' : text[at];
    }
  }
  return out;
}

// The part after the first of these names: the id in "/embed/video/ID".
std::string_view part_after(const Parts& parts, std::initializer_list<std::string_view> names) {
  for (std::size_t i = 0; i + 1 < parts.size(); ++i) {
    for (const std::string_view name : names) {
      if (parts[i] == name && !parts[i + 1].empty()) return parts[i + 1];
    }
  }
  return {};
}

std::string joined(std::string_view prefix, std::string_view id) {
  return id.empty() ? std::string() : std::string(prefix).append(id);
}

std::string youtube(const Url& url, const Parts& parts) {
  std::string id(part_after(parts, {"embed", "v", "shorts", "live"}));
  const std::string list = query_parameter(url, "list");
  if ((id == "videoseries" || id.empty()) && !list.empty())
    return "https://www.youtube.com/playlist?list=" + list;
  if (id.empty()) id = query_parameter(url, "v");
  if (id.empty() && url.host == "youtu.be" && !parts.empty()) id = std::string(parts.front());
  return joined("https://www.youtube.com/watch?v=", id);
}

std::string vimeo(const Url&, const Parts& parts) {
  std::string_view id = part_after(parts, {"video"});
  if (id.empty() && parts.size() == 1) id = parts.front();
  return joined("https://vimeo.com/", id);
}

std::string dailymotion(const Url& url, const Parts& parts) {
  const std::string id = query_parameter(url, "video");
  return joined("https://www.dailymotion.com/video/",
                id.empty() ? part_after(parts, {"video"}) : std::string_view(id));
}

std::string x_post(const Url& url, const Parts& parts) {
  const std::string id = query_parameter(url, "id");
  if (!id.empty()) return "https://x.com/i/status/" + id;
  const std::string_view status = part_after(parts, {"status", "statuses"});
  if (status.empty() || parts.size() < 3) return {};
  return "https://x.com/" + std::string(parts.front()) + "/status/" + std::string(status);
}

std::string instagram(const Url&, const Parts& parts) {
  for (const std::string_view kind : {"p", "reel", "tv"}) {
    const std::string_view id = part_after(parts, {kind});
    if (!id.empty())
      return "https://www.instagram.com/" + std::string(kind) + "/" + std::string(id) + "/";
  }
  return {};
}

std::string tiktok(const Url& url, const Parts& parts) {
  if (!parts.empty() && parts.front().substr(0, 1) == "@") return url.href();
  std::string_view id = part_after(parts, {"video", "v2", "v1", "v3"});
  if (id.empty()) id = part_after(parts, {"embed"});
  return joined("https://www.tiktok.com/@/video/", id);
}

std::string facebook(const Url& url, const Parts& parts) {
  const std::string target = query_parameter(url, "href");
  const bool is_button =
      parts.size() == 2 &&
      (parts[1] == "like.php" || parts[1] == "follow.php" || parts[1] == "share_button.php" ||
       parts[1] == "page.php" || parts[1] == "comments.php");
  if (is_button) return {};
  if (!target.empty()) return target;
  return !parts.empty() && parts.front() == "plugins" ? std::string() : url.href();
}

std::string bluesky(const Url& url, const Parts& parts) {
  const std::string_view post = part_after(parts, {"app.bsky.feed.post"});
  const std::string_view author = part_after(parts, {"embed"});
  if (post.empty() || author.empty()) return url.host == "bsky.app" ? url.href() : std::string();
  return "https://bsky.app/profile/" + std::string(author) + "/post/" + std::string(post);
}

// The address without its last part "embed".
std::string without_embed(const Url& url, const Parts&) {
  Url page = url;
  page.has_query = false;
  page.query.clear();
  for (const std::string_view end : {std::string_view("/embed"), std::string_view("/embed/")}) {
    const std::size_t at = page.path.size() - std::min(end.size(), page.path.size());
    if (page.path.compare(at, std::string::npos, end) == 0) page.path.resize(at);
  }
  return page.href();
}

// A post has its comments in its address; other links lead to people and communities.
std::string reddit(const Url& url, const Parts& parts) {
  if (part_after(parts, {"comments", "s"}).empty()) return {};
  Url page = parse_url(without_embed(url, {}));
  page.host = "www.reddit.com";
  return page.href();
}

std::string spotify(const Url&, const Parts& parts) {
  std::string path;
  for (const std::string_view part : parts) {
    if (part == "embed" || part == "embed-podcast") continue;
    path.append("/").append(part);
  }
  return joined("https://open.spotify.com", path);
}

std::string soundcloud(const Url& url, const Parts&) {
  const std::string target = query_parameter(url, "url");
  // The address of the interface answers programs alone: the player's own page is what opens.
  if (target.empty() || target.find("//api.soundcloud.com/") != std::string::npos)
    return url.href();
  return target;
}

std::string apple_podcasts(const Url& url, const Parts&) {
  Url page = url;
  page.host = "podcasts.apple.com";
  return page.href();
}

std::string apple_music(const Url& url, const Parts&) {
  Url page = url;
  page.host = "music.apple.com";
  return page.href();
}

// "?embed=1" shows the post as a widget.
std::string telegram(const Url& url, const Parts&) {
  Url page = url;
  page.has_query = false;
  page.query.clear();
  return page.href();
}

std::string datawrapper(const Url&, const Parts& parts) {
  return parts.empty() ? std::string()
                       : "https://datawrapper.dwcdn.net/" + std::string(parts.front()) + "/";
}

std::string flourish(const Url&, const Parts& parts) {
  for (const std::string_view kind : {"visualisation", "story"}) {
    const std::string_view id = part_after(parts, {kind});
    if (!id.empty())
      return "https://public.flourish.studio/" + std::string(kind) + "/" + std::string(id) + "/";
  }
  return {};
}

std::string as_it_is(const Url& url, const Parts&) { return url.href(); }

struct Provider {
  std::string_view host; // or a host that ends in it after a dot
  std::string_view name;
  std::string_view type;
  std::string (*page_of)(const Url&, const Parts&);
};

constexpr Provider kProviders[] = {
    {"youtube.com", "YouTube", "video", youtube},
    {"youtube-nocookie.com", "YouTube", "video", youtube},
    {"youtu.be", "YouTube", "video", youtube},
    {"vimeo.com", "Vimeo", "video", vimeo},
    {"dailymotion.com", "Dailymotion", "video", dailymotion},
    {"twitter.com", "X", "post", x_post},
    {"x.com", "X", "post", x_post},
    {"instagram.com", "Instagram", "post", instagram},
    {"tiktok.com", "TikTok", "video", tiktok},
    {"facebook.com", "Facebook", "post", facebook},
    {"bsky.app", "Bluesky", "post", bluesky},
    {"threads.net", "Threads", "post", without_embed},
    {"threads.com", "Threads", "post", without_embed},
    {"reddit.com", "Reddit", "post", reddit},
    {"redditmedia.com", "Reddit", "post", reddit},
    {"spotify.com", "Spotify", "audio", spotify},
    {"soundcloud.com", "SoundCloud", "audio", soundcloud},
    {"podcasts.apple.com", "Apple Podcasts", "audio", apple_podcasts},
    {"datawrapper.dwcdn.net", "Datawrapper", "chart", datawrapper},
    {"flo.uri.sh", "Flourish", "chart", flourish},
    {"flourish.studio", "Flourish", "chart", flourish},
    {"players.brightcove.net", "Brightcove", "video", as_it_is},
    {"jwplatform.com", "JW Player", "video", as_it_is},
    {"jwplayer.com", "JW Player", "video", as_it_is},
    {"wistia.com", "Wistia", "video", as_it_is},
    {"wistia.net", "Wistia", "video", as_it_is},
    {"vidyard.com", "Vidyard", "video", as_it_is},
    {"rumble.com", "Rumble", "video", as_it_is},
    {"bilibili.com", "Bilibili", "video", as_it_is},
    {"rutube.ru", "Rutube", "video", as_it_is},
    {"vk.com", "VK", "video", as_it_is},
    {"loom.com", "Loom", "video", without_embed},
    {"ted.com", "TED", "video", as_it_is},
    {"twitch.tv", "Twitch", "video", as_it_is},
    {"streamable.com", "Streamable", "video", as_it_is},
    {"bandcamp.com", "Bandcamp", "audio", as_it_is},
    {"music.apple.com", "Apple Music", "audio", apple_music},
    {"deezer.com", "Deezer", "audio", as_it_is},
    {"mixcloud.com", "Mixcloud", "audio", as_it_is},
    {"acast.com", "Acast", "audio", as_it_is},
    {"megaphone.fm", "Megaphone", "audio", as_it_is},
    {"spreaker.com", "Spreaker", "audio", as_it_is},
    {"buzzsprout.com", "Buzzsprout", "audio", as_it_is},
    {"simplecast.com", "Simplecast", "audio", as_it_is},
    {"omny.fm", "Omny", "audio", as_it_is},
    {"podbean.com", "Podbean", "audio", as_it_is},
    {"audioboom.com", "Audioboom", "audio", as_it_is},
    {"t.me", "Telegram", "post", telegram},
    {"linkedin.com", "LinkedIn", "post", as_it_is},
    {"pinterest.com", "Pinterest", "post", as_it_is},
    {"tumblr.com", "Tumblr", "post", as_it_is},
    {"imgur.com", "Imgur", "post", without_embed},
    {"giphy.com", "Giphy", "frame", as_it_is},
    {"infogram.com", "Infogram", "chart", as_it_is},
    {"tableau.com", "Tableau", "chart", as_it_is},
    {"observablehq.com", "Observable", "chart", as_it_is},
    {"everviz.com", "everviz", "chart", as_it_is},
    {"ourworldindata.org", "Our World in Data", "chart", as_it_is},
    {"openstreetmap.org", "OpenStreetMap", "chart", as_it_is},
    {"documentcloud.org", "DocumentCloud", "frame", as_it_is},
    {"scribd.com", "Scribd", "frame", as_it_is},
    {"slideshare.net", "SlideShare", "frame", as_it_is},
    {"issuu.com", "Issuu", "frame", as_it_is},
    {"codepen.io", "CodePen", "frame", as_it_is},
    {"codesandbox.io", "CodeSandbox", "frame", as_it_is},
    {"jsfiddle.net", "JSFiddle", "frame", as_it_is},
    {"stackblitz.com", "StackBlitz", "frame", as_it_is},
};

bool is_host(std::string_view host, std::string_view known) {
  if (host == known) return true;
  return host.size() > known.size() && host.substr(host.size() - known.size()) == known &&
         host[host.size() - known.size() - 1] == '.';
}

} // namespace

std::string query_parameter(const Url& url, std::string_view name) {
  for (const std::string_view pair : split(url.query, '&')) {
    const std::size_t equals = pair.find('=');
    if (equals != std::string_view::npos && pair.substr(0, equals) == name)
      return percent_decode(pair.substr(equals + 1));
  }
  return {};
}

bool is_frame_without_content(const Url& frame) {
  static constexpr std::string_view kHosts[] = {
      "doubleclick.net",     "googlesyndication.com", "googletagmanager.com", "adnxs.com",
      "amazon-adsystem.com", "taboola.com",           "outbrain.com",         "criteo.com",
      "disqus.com",          "accounts.google.com",   "apis.google.com",      "recaptcha.net",
      "hcaptcha.com",        "list-manage.com",       "addthis.com",          "sharethis.com"};
  for (const std::string_view host : kHosts) {
    if (is_host(frame.host, host)) return true;
  }
  if (is_host(frame.host, "facebook.com")) return !known_embed(frame);
  // Buttons to post and to follow; a post of its own is shown by another file.
  if (is_host(frame.host, "platform.twitter.com"))
    return frame.path.find("tweet_button") != std::string::npos ||
           frame.path.find("follow_button") != std::string::npos;
  return is_host(frame.host, "google.com") && frame.path.find("recaptcha") != std::string::npos;
}

std::optional<EmbedAddress> known_embed_inside(const Url& frame) {
  for (const std::string_view name : {"url", "src", "href", "u"}) {
    const std::string target = query_parameter(frame, name);
    const bool is_address =
        starts_with_ignoring_case(target, "http") || target.substr(0, 2) == "//";
    if (!is_address) continue;
    const Url inner = resolve_url(frame, target);
    if (inner.is_valid()) {
      if (auto known = known_embed(inner)) return known;
    }
  }
  return std::nullopt;
}

std::optional<EmbedAddress> known_embed(const Url& frame) {
  for (const Provider& provider : kProviders) {
    if (!is_host(frame.host, provider.host)) continue;
    Parts parts;
    for (const std::string_view part : split(frame.path, '/')) {
      if (!part.empty()) parts.push_back(part);
    }
    std::string page = safe_link({}, provider.page_of(frame, parts));
    if (page.empty()) return std::nullopt;
    return EmbedAddress{std::move(page), provider.name, provider.type};
  }
  return std::nullopt;
}

} // namespace lectern
