#pragma once
#include <string>

#include "lectern/article.hpp"

namespace lectern {

/// The metadata as YAML between `---` lines, with the property names that note-taking programs
/// know.
std::string front_matter(const Metadata& metadata);

} // namespace lectern
