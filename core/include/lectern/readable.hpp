#pragma once
#include <string_view>

#include "lectern/options.hpp"

namespace lectern {

struct Readability {
  bool is_readable = false;
  float score = 0; // 0..1
};

/// Whether the page looks like an article, at a small part of the cost of extracting it.
Readability looks_readable(std::string_view page, const ExtractOptions& options = {});

} // namespace lectern
