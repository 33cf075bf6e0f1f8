#pragma once
#include <string_view>

#include "parse/dom.hpp"

namespace lectern {

/// What may be spent on one page. When a limit is met, what was read so far is the Dom.
struct ParseBudget {
  std::size_t max_nodes = 600'000;
  std::size_t max_depth = 512;
  int max_milliseconds = 1500;           // 0: no limit
  std::size_t max_text_bytes = 8u << 20; // scripts and styles apart
};

/// Parses UTF-8 text as HTML5 says, scripting off, so that what is in `noscript` is a tree too.
/// Elements deeper than `max_depth` are hung under the deepest one allowed, as Blink does.
Dom parse_html(std::string_view html, const ParseBudget& budget);

} // namespace lectern
