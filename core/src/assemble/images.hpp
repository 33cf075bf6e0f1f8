#pragma once
#include <optional>
#include <vector>

#include "assemble/page.hpp"
#include "lectern/article.hpp"

namespace lectern {

/// An `<img>` (or a custom element that stands for one) as a reader should get it: the real address
/// behind lazy loading, candidates of srcset and `<picture>`, size, alternative text, and the link
/// around it. Nothing for tracking pixels and for images without an address.
std::optional<Image> read_image(const Page& page, NodeId node);

/// All images in [first, last), each once: `<noscript>` twins and repeated files are left out,
/// avatars and icons too. Background images count where nothing else is there.
std::vector<Image> read_images(const Page& page, NodeId first, NodeId last);

/// The address of the image that an element shows as its background, or an empty string.
std::string background_image(const Page& page, NodeId node);

/// Small enough to stand in a line of text: an emoji, an icon, a formula.
bool is_inline_image(const Page& page, NodeId node);

/// The image stands for a character: its alternative text says it better.
bool is_emoji(const Page& page, NodeId node);

} // namespace lectern
