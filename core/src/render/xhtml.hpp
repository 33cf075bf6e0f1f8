#pragma once
// Our HTML as the XHTML that an EPUB holds.

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace lectern {

struct XhtmlHeading {
  std::string id;
  std::string text;
};

struct Xhtml {
  std::string body;
  std::vector<XhtmlHeading> headings; // of the second level, each with an id
  bool has_math = false;
};

/// `html` is what to_html gives. `images` maps addresses to paths in the file; a picture that is
/// not there becomes a link to it, with its alternative text or `picture_label`. Links to places
/// that the text does not have are left out.
Xhtml to_xhtml(std::string_view html, const std::unordered_map<std::string, std::string>& images,
               std::string_view picture_label);

/// Text for XML: escaped, without the control characters that XML forbids.
std::string xml_escaped(std::string_view text);

/// A BCP 47 tag by its form, or an empty string.
std::string valid_language(std::string_view language);

} // namespace lectern
