#include "glance/stated_type.hpp"

#include <algorithm>
#include <array>

#include "base/text.hpp"

namespace lectern {
namespace {

struct Type {
  std::string_view name; // lower case
  Count column;
};

constexpr std::array<Type, 38> kTypes = {{
    {"article", Count::data_article},
    {"newsarticle", Count::data_article},
    {"reportagenewsarticle", Count::data_article},
    {"analysisnewsarticle", Count::data_article},
    {"opinionnewsarticle", Count::data_article},
    {"reviewnewsarticle", Count::data_article},
    {"scholarlyarticle", Count::data_article},
    {"techarticle", Count::data_article},
    {"blogposting", Count::data_article},
    {"liveblogposting", Count::data_article},
    {"report", Count::data_article},
    {"recipe", Count::data_article},
    {"howto", Count::data_article},
    {"medicalwebpage", Count::data_article},
    {"product", Count::data_product},
    {"productgroup", Count::data_product},
    {"offer", Count::data_product},
    {"itemlist", Count::data_list},
    {"collectionpage", Count::data_list},
    {"searchresultspage", Count::data_list},
    {"offercatalog", Count::data_list},
    {"discussionforumposting", Count::data_forum},
    {"qapage", Count::data_forum},
    {"answer", Count::data_questions},
    {"question", Count::data_questions},
    {"faqpage", Count::data_questions},
    {"service", Count::data_service},
    {"softwareapplication", Count::data_service},
    {"course", Count::data_service},
    {"localbusiness", Count::data_service},
    {"videoobject", Count::data_video},
    {"webpage", Count::data_page},
    {"organization", Count::data_organisation},
    {"corporation", Count::data_organisation},
    {"breadcrumblist", Count::data_breadcrumb},
    {"event", Count::data_place},
    {"jobposting", Count::data_place},
    {"place", Count::data_place},
}};

// The string that follows a colon at or after `at`, and past its end in `at`.
std::string_view string_at(std::string_view text, std::size_t& at) {
  while (at < text.size() &&
         (text[at] == ':' || text[at] == '[' || text[at] == ',' || is_ascii_space(text[at])))
    ++at;
  if (at >= text.size() || text[at] != '"') return {};
  const std::size_t begin = at + 1;
  const std::size_t end = text.find('"', begin);
  if (end == std::string_view::npos) return {};
  at = end + 1;
  return text.substr(begin, end - begin);
}

} // namespace

void count_type(std::string_view name, PageCounts& counts) {
  const std::size_t slash = name.find_last_of("/#:");
  if (slash != std::string_view::npos) name.remove_prefix(slash + 1);
  const auto found = std::find_if(kTypes.begin(), kTypes.end(), [name](const Type& type) {
    return equals_ignoring_case(type.name, name);
  });
  if (found != kTypes.end()) ++counts[found->column];
}

void count_json_ld(std::string_view script, PageCounts& counts) {
  constexpr std::string_view kType = "\"@type\"";
  constexpr int kMostTypes = 300;
  constexpr int kMostOfOneObject = 4;
  std::size_t at = script.find(kType);
  for (int i = 0; i < kMostTypes && at != std::string_view::npos; ++i) {
    at += kType.size();
    for (int n = 0; n < kMostOfOneObject; ++n) {
      const std::string_view name = string_at(script, at);
      if (name.empty()) break;
      count_type(name, counts);
      if (at >= script.size() || script[at] != ',' || n + 1 == kMostOfOneObject) break;
      // A comma behind a type is another type only inside brackets: then no colon follows.
      std::size_t ahead = at;
      if (string_at(script, ahead).empty() || (ahead < script.size() && script[ahead] == ':'))
        break;
    }
    at = script.find(kType, at);
  }
  if (script.find("\"datePublished\"") != std::string_view::npos) counts[Count::says_published] = 1;
  if (script.find("\"author\"") != std::string_view::npos) counts[Count::says_author] = 1;
}

void count_meta(std::string_view key, std::string_view content, PageCounts& counts) {
  if (content.empty()) return;
  if (equals_ignoring_case(key, "og:type")) {
    counts[Count::open_graph_type] = starts_with_ignoring_case(content, "article")   ? 1
                                     : starts_with_ignoring_case(content, "website") ? 2
                                     : contains_ignoring_case(content, "product")    ? 3
                                                                                     : 4;
  } else if (equals_ignoring_case(key, "author") || equals_ignoring_case(key, "article:author") ||
             equals_ignoring_case(key, "byl")) {
    counts[Count::says_author] = 1;
  } else if (equals_ignoring_case(key, "article:published_time") ||
             equals_ignoring_case(key, "datePublished")) {
    counts[Count::says_published] = 1;
  }
}

} // namespace lectern
