#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "base/url.hpp"

namespace lectern {

struct EmbedAddress {
  std::string url;
  std::string_view provider;
  std::string_view type; // "video", "audio", "post", "chart", "frame"
};

/// The address that a person opens, of the address that a frame shows: a player's becomes the watch
/// page, a widget's becomes the post. Nothing when the host is none that is known.
std::optional<EmbedAddress> known_embed(const Url& frame);

/// The same for a frame of another host that shows a known one: a site's or a service's own frame
/// names the address in a parameter.
std::optional<EmbedAddress> known_embed_inside(const Url& frame);

/// A frame that holds an advertisement, a button or a form, never a part of an article.
bool is_frame_without_content(const Url& frame);

/// The value of a query parameter, percent-decoded; empty when there is none.
std::string query_parameter(const Url& url, std::string_view name);

} // namespace lectern
