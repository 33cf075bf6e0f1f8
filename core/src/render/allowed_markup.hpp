#pragma once
// The one table of what Lectern's HTML may hold. The writer makes nothing else, and the reader of
// our own HTML takes nothing else. MathML has a table of its own, math_markup.hpp.
//
// Conventions that the table cannot show:
//   figure data-embed="video|audio|post|chart|frame"  a thing of another site, shown as a link to
//   it pre data-language="cpp"                           the language of a code block section
//   role="doc-endnotes", a role="doc-noteref", a role="doc-backlink"  footnotes (DPUB-ARIA) p
//   role="note"                                     an editorial note figcaption small the credit
//   of a figure

#include <array>
#include <cstddef>
#include <string_view>

#include "lectern/article.hpp"

namespace lectern {

struct AllowedElement {
  std::string_view name;
  std::string_view
      attributes; // of its own, between spaces; every element may have id, lang and dir
};

inline constexpr std::string_view kSharedAttributes = " id lang dir ";

inline constexpr std::array<AllowedElement, 50> kAllowedElements = {{
    {"p", " role "},
    {"h2", ""},
    {"h3", ""},
    {"h4", ""},
    {"h5", ""},
    {"h6", ""},
    {"ul", ""},
    {"ol", " start reversed type "},
    {"li", ""},
    {"blockquote", " cite "},
    {"pre", " data-language "},
    {"hr", ""},
    {"table", ""},
    {"caption", ""},
    {"thead", ""},
    {"tbody", ""},
    {"tr", ""},
    {"th", " colspan rowspan scope "},
    {"td", " colspan rowspan "},
    {"figure", " data-embed data-provider "},
    {"figcaption", ""},
    {"img", " src srcset alt width height "},
    {"details", ""},
    {"summary", ""},
    {"dl", ""},
    {"dt", ""},
    {"dd", ""},
    {"aside", ""},
    {"section", " role "},
    {"br", ""},
    {"a", " href role "},
    {"strong", ""},
    {"em", ""},
    {"code", ""},
    {"sub", ""},
    {"sup", ""},
    {"mark", ""},
    {"small", ""},
    {"del", ""},
    {"ins", ""},
    {"q", ""},
    {"abbr", ""},
    {"cite", ""},
    {"kbd", ""},
    {"var", ""},
    {"time", ""},
    {"ruby", ""},
    {"rt", ""},
    {"rp", ""},
    {"span", " data-style "},
}};

/// In the order of InlineTag.
inline constexpr std::array<std::string_view, 24> kInlineElements = {
    "a",    "strong", "em",  "code", "sub",  "sup", "mark", "small", "del", "ins", "q",    "abbr",
    "cite", "kbd",    "var", "time", "ruby", "rt",  "rp",   "ul",    "ol",  "li",  "span", "span"};
static_assert(kInlineElements.size() == static_cast<std::size_t>(InlineTag::span) + 1);

/// The value of data-style: the reader's own style sheet knows it.
inline constexpr std::string_view kSmallCaps = "small-caps";

inline std::string_view element_of(InlineTag tag) {
  return kInlineElements[static_cast<std::size_t>(tag)];
}

/// Whether an address may stand in a link (or, with `is_image`, in an image). Assembling gives no
/// other; this is the second lock, for an Article that came from elsewhere.
inline bool is_allowed_address(std::string_view url, bool is_image) {
  const auto starts = [url](std::string_view scheme) {
    if (url.size() < scheme.size()) return false;
    for (std::size_t i = 0; i < scheme.size(); ++i) {
      const char c = url[i];
      if ((c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c) != scheme[i]) return false;
    }
    return true;
  };
  // Browsers would read an address without its control characters: another one.
  for (const char c : url)
    if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) return false;
  if (starts("https://") || starts("http://")) return true;
  if (is_image) {
    for (const std::string_view raster :
         {"data:image/png", "data:image/jpeg", "data:image/jpg", "data:image/gif",
          "data:image/webp", "data:image/avif", "data:image/bmp", "data:image/x-icon",
          "data:image/vnd.microsoft.icon"})
      if (starts(raster) && url.size() > raster.size() &&
          (url[raster.size()] == ';' || url[raster.size()] == ','))
        return true;
    return false;
  }
  return starts("mailto:") || starts("tel:") || (url.size() > 1 && url[0] == '#');
}

} // namespace lectern
