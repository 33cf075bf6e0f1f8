#include "metadata/topics.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "base/text.hpp"
#include "base/utf8.hpp"
#include "metadata/claim_text.hpp"

namespace lectern {
namespace {

constexpr std::size_t kLongestStatement = 200; // of a site, a section, a tag; bytes
constexpr std::size_t kMostTags = 60;
constexpr int kFewestFacts = 2;

struct Place {
  std::string_view value;
  MetadataSource source;
};

/// "content-type: Feature" is said to machines.
bool is_fact_for_machines(std::string_view tag) {
  const std::size_t colon = tag.find(':');
  if (colon == std::string_view::npos || colon < 2) return false;
  return std::all_of(tag.begin(), tag.begin() + static_cast<std::ptrdiff_t>(colon), [](char c) {
    return (ascii_lower(c) >= 'a' && ascii_lower(c) <= 'z') || c == '-' || c == '_';
  });
}

/// What is left of a name that a template put together: "Coast News |".
std::string without_separator(std::string name) {
  constexpr std::string_view kSeparators = "|-:/ ";
  while (!name.empty() && kSeparators.find(name.back()) != std::string_view::npos) name.pop_back();
  return name;
}

} // namespace

void read_site_name(const PageFacts& facts, const JsonLd& json_ld, Metadata& metadata) {
  for (const Place& place :
       {Place{facts.meta("og:site_name"), MetadataSource::open_graph},
        Place{json_ld.site_name, MetadataSource::json_ld},
        Place{facts.meta("application-name"), MetadataSource::meta_tag},
        Place{facts.meta("apple-mobile-web-app-title"), MetadataSource::meta_tag},
        Place{facts.meta("dc.publisher"), MetadataSource::meta_tag},
        Place{facts.meta("citation_journal_title"), MetadataSource::meta_tag}}) {
    metadata.site_name = without_separator(claim_text(first_bytes(place.value, kLongestStatement)));
    if (metadata.site_name.empty()) continue;
    metadata.sources.site_name = place.source;
    return;
  }
}

void read_section(const PageFacts& facts, const JsonLd& json_ld, Metadata& metadata) {
  for (const Place& place : {Place{facts.meta("article:section"), MetadataSource::open_graph},
                             Place{json_ld.section, MetadataSource::json_ld},
                             Place{facts.meta("parsely-section"), MetadataSource::meta_tag},
                             Place{facts.meta("section"), MetadataSource::meta_tag}}) {
    std::string section = claim_text(first_bytes(place.value, kLongestStatement));
    if (section.empty() || equals_ignoring_case(section, metadata.site_name) ||
        equals_ignoring_case(section, "uncategorized") ||
        std::find(metadata.byline.begin(), metadata.byline.end(), section) != metadata.byline.end())
      continue;
    metadata.section = std::move(section);
    metadata.sources.section = place.source;
    return;
  }
}

void read_tags(const PageFacts& facts, const JsonLd& json_ld, Metadata& metadata) {
  auto& tags = metadata.tags;
  const auto add = [&](std::string_view value, bool split_commas) {
    for (const std::string_view part : split(value, split_commas ? ',' : '\0')) {
      std::string tag = claim_text(first_bytes(part, kLongestStatement));
      if (!tag.empty() && tags.size() < kMostTags &&
          std::find(tags.begin(), tags.end(), tag) == tags.end())
        tags.push_back(std::move(tag));
    }
  };
  // A list in which machines are told several facts is none of tags.
  const auto is_good = [&](MetadataSource source) {
    if (std::count_if(tags.begin(), tags.end(), is_fact_for_machines) >= kFewestFacts) tags.clear();
    if (tags.empty()) return false;
    metadata.sources.tags = source;
    return true;
  };
  for (const std::string_view value : facts.metas_named("article:tag")) add(value, true);
  if (is_good(MetadataSource::open_graph)) return;
  for (const std::string& tag : json_ld.tags) add(tag, false);
  if (is_good(MetadataSource::json_ld)) return;
  for (const char* key : {"news_keywords", "parsely-tags", "sailthru.tags", "keywords"}) {
    add(facts.meta(key), true);
    if (is_good(MetadataSource::meta_tag)) return;
  }
}

} // namespace lectern
