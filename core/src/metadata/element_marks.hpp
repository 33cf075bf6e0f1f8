#pragma once
// What the attributes of an element say that it holds.

#include <cstdint>
#include <string_view>

namespace lectern {

/// What the attributes of an element say it holds.
enum class Mark : unsigned {
  author = 1,
  byline = 2,
  date = 4,
  published = 8,
  modified = 16,
  headline = 32,
  chrome = 128,   // lists of other articles, comments, navigation
  itemprop = 256, // said with itemprop, rel or property instead of a class
  name = 512,
  profile = 1024, // a link to an author's page, or an address element
};

constexpr unsigned bit(Mark mark) { return static_cast<unsigned>(mark); }

/// The marks of all words of a class name or an id: "article-byline__author", "postAuthorName".
unsigned marks_of_names(std::string_view names);

/// The marks of an itemprop, a rel or a property.
unsigned marks_of_property(std::string_view value);

/// True for the path of a page about an author: "/author/ann-lee", "/people/ann-lee",
/// "member.php?u=7".
bool leads_to_author(std::string_view href);

/// What the value of an attribute tells.
enum class AttributeUse : std::uint8_t { none, names, properties, hides, style, datetime, address };
AttributeUse use_of_attribute(std::string_view name);

} // namespace lectern
