// Dates in the page's data: the names of meta elements tell which are the article's, and which of
// those are of a change.
#include "metadata/stated_dates.hpp"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <optional>

namespace lectern {
namespace {

// In the order in which they are believed; others are known by the words in their names.
constexpr std::array<const char*, 12> kPublishedKeys = {"article:published_time",
                                                        "article:published",
                                                        "og:article:published_time",
                                                        "og:published_time",
                                                        "datepublished",
                                                        "parsely-pub-date",
                                                        "sailthru.date",
                                                        "cxenseparse:recs:publishtime",
                                                        "article.published",
                                                        "citation_publication_date",
                                                        "citation_date",
                                                        "citation_online_date"};
constexpr std::array<const char*, 3> kModifiedKeys = {"article:modified_time", "og:updated_time",
                                                      "datemodified"};

bool has_any(std::string_view key, std::initializer_list<std::string_view> words) {
  return std::any_of(words.begin(), words.end(), [key](std::string_view word) {
    return key.find(word) != std::string_view::npos;
  });
}

} // namespace

std::vector<DateClaim> read_stated_dates(const PageFacts& facts, const JsonLd& json_ld,
                                         std::string_view language) {
  std::vector<DateClaim> claims;
  const auto add = [&](std::optional<Date> date, MetadataSource source, DateLabel label,
                       const char* place) {
    if (date) claims.push_back({*date, source, label, place});
  };
  add(parse_date(json_ld.published, language), MetadataSource::json_ld, DateLabel::published,
      "json_ld");
  add(parse_date(json_ld.modified, language), MetadataSource::json_ld, DateLabel::modified,
      "json_ld");
  const auto add_key = [&](std::string_view key, DateLabel label) {
    add(parse_date(facts.meta(key).substr(0, kLongestDateValue), language),
        MetadataSource::meta_tag, label, "meta");
  };
  for (const char* key : kPublishedKeys) add_key(key, DateLabel::published);
  for (const char* key : kModifiedKeys) add_key(key, DateLabel::modified);
  for (const MetaTag& tag : facts.metas) {
    const std::string_view key = tag.key;
    if (tag.content.size() > kLongestDateValue ||
        !has_any(key, {"date", "publish", "time", "issued", "created", "modif", "updated"})) {
      continue;
    }
    if (has_any(key, {"expir", "event", "start", "end_", "birth", "timeout", "copyright",
                      "timezone", "accessed", "refresh"}))
      continue;
    const bool modified = has_any(key, {"modif", "updat", "lastmod", "revis", "review"});
    const bool weak = !modified && !has_any(key, {"publ", "issued", "created", "date"});
    if (!weak) {
      add(parse_date(tag.content, language), MetadataSource::meta_tag,
          modified ? DateLabel::modified : DateLabel::published, "meta");
    }
  }
  return claims;
}

} // namespace lectern
