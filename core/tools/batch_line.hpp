#pragma once
// One line of a batch: a JSON object with "id", "html" or "text", and "url". Read strictly and in
// one pass; pages are large, so their text is unescaped where it stands and no tree is built.

#include <optional>
#include <string>
#include <string_view>

namespace lectern::tools {

struct BatchLine {
  std::string id = "null"; // as JSON, any value, as it was written
  std::optional<std::string_view> html;
  std::optional<std::string_view> text;
  std::string_view url;
  std::string error; // what is wrong with the line; empty when nothing is
};

/// Page and address are parts of `line`, in which they are written anew without their escapes.
BatchLine parse_batch_line(std::string& line);

} // namespace lectern::tools
