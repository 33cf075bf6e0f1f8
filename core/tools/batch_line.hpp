#pragma once
// One line of a batch: a JSON object with "id", "html" or "text", and "url". Read strictly and in
// one pass; pages are large, so their text is unescaped straight into place and no tree is built.

#include <optional>
#include <string>
#include <string_view>

namespace lectern::tools {

struct BatchLine {
  std::string id = "null"; // as JSON, any value, as it was written
  std::optional<std::string> html;
  std::optional<std::string> text;
  std::string url;
  std::string error; // what is wrong with the line; empty when nothing is
};

BatchLine parse_batch_line(std::string_view line);

} // namespace lectern::tools
