#pragma once
// Which site, section and tags a page states for its article.

#include "lectern/article.hpp"
#include "metadata/json_ld.hpp"
#include "metadata/page_facts.hpp"

namespace lectern {

/// Fills in `site_name`, `section` and `tags` with where they came from. Authors and site name must
/// be read before the section: publishing systems repeat them there.
void read_site_name(const PageFacts& facts, const JsonLd& json_ld, Metadata& metadata);
void read_section(const PageFacts& facts, const JsonLd& json_ld, Metadata& metadata);
void read_tags(const PageFacts& facts, const JsonLd& json_ld, Metadata& metadata);

} // namespace lectern
