#pragma once
#include <array>
#include <cstddef>
#include <string_view>

namespace lectern {

/// A tag as its parts stand in the page.
struct PlainTag {
  struct Attribute {
    std::string_view name;
    std::string_view value; // its `data()` is null for an attribute without a value
  };
  static constexpr std::size_t kMostAttributes = 48;

  std::string_view name;
  bool is_end = false;        // </p>
  bool closes_itself = false; // <br/>
  std::size_t size = 0;       // of the whole tag, from < to >
  std::size_t attribute_count = 0;
  std::array<Attribute, kMostAttributes> attributes; // the first `attribute_count` of them
};

/// Reads the tag at the beginning of `text` where it is one that means what it says, as nearly all
/// are: whole, without character references, NUL and line ends to mend in its values. False, with
/// nothing to rely on in `tag`, where it takes the HTML Standard's whole tokenizer.
bool read_plain_tag(std::string_view text, PlainTag& tag);

} // namespace lectern
