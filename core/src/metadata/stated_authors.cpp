// Who wrote, as the page's data state it: in JSON-LD persons and organisations, in meta elements
// anything that a template wrote there, so that only what reads as a name counts.
#include "metadata/stated_authors.hpp"

#include <string>
#include <utility>

#include "base/text.hpp"
#include "metadata/claim_text.hpp"
#include "rules/names.hpp"

namespace lectern {
namespace {

bool is_address(std::string_view value) {
  return starts_with_ignoring_case(value, "http") || starts_with_ignoring_case(value, "www.") ||
         starts_with_ignoring_case(value, "//") || (!value.empty() && value.front() == '@') ||
         (value.find('@') != std::string_view::npos && value.find(' ') == std::string_view::npos);
}

class Reader {
 public:
  Reader(const PageFacts& facts, const SiteNames& site, std::string_view language)
      : facts_(facts), site_(site), language_(language) {}

  std::vector<AuthorClaim> read(const JsonLd& json_ld) {
    read_json_ld(json_ld);
    read_metas();
    return std::move(claims_);
  }

 private:
  void read_json_ld(const JsonLd& json_ld) {
    std::vector<std::string> people = names_of_values(json_ld.authors);
    const bool is_group = people.empty();
    append_names(people, names_of_organisations(json_ld.author_organisations));
    if (people.empty()) return;
    claims_.push_back({std::move(people), MetadataSource::json_ld, "json_ld", false, is_group});
  }

  /// What is the site's name is not read as a person's: "Example Travel Expert", "98 Examples".
  std::vector<std::string> names_of_values(const std::vector<std::string>& values) const {
    std::vector<std::string> names;
    for (const std::string& value : values) {
      if (is_address(value)) continue;
      const std::string key = comparison_key(value);
      append_names(names, !key.empty() && site_.is_stated(key) ? std::vector<std::string>{value}
                                                               : names_in_byline(value, language_));
    }
    return names;
  }

  /// "Lee & Ek" is one firm, "Agency A, Agency B" are two.
  std::vector<std::string> names_of_organisations(const std::vector<std::string>& values) const {
    constexpr std::size_t kLongestName = 80; // bytes
    std::vector<std::string> names;
    for (const std::string& value : values) {
      std::vector<std::string> parts = names_of_values({value});
      const bool is_list = value.find_first_of(",;|/") != std::string::npos;
      if (!parts.empty() && !is_list && value.size() <= kLongestName) parts = {value};
      append_names(names, std::move(parts));
    }
    return names;
  }

  void read_metas() {
    for (const char* key : {"citation_author",
                            "article:author",
                            "author",
                            "article:author_name",
                            "parsely-author",
                            "sailthru.author",
                            "dc.creator",
                            "dcterms.creator",
                            "dc.contributor",
                            "citation_author",
                            "byl",
                            "byline",
                            "og:article:author",
                            "og:author",
                            "book:author",
                            "cxenseparse:author",
                            "authors",
                            "twitter:data1",
                            "article.author",
                            "creator",
                            "mediator_author"}) {
      if (std::string_view(key) == "twitter:data1") {
        const std::string_view label = facts_.meta("twitter:label1");
        // WordPress writes "Written by" in the language of the site; the value is checked alone.
        if (label.empty() || contains_ignoring_case(label, "time") ||
            contains_ignoring_case(label, "zeit"))
          continue;
      }
      std::vector<std::string> values;
      for (const std::string_view value : facts_.metas_named(key))
        values.push_back(claim_text(value.substr(0, 1000)));
      std::vector<std::string> names = names_of_values(values);
      if (std::string_view(key) == "twitter:data1" &&
          (names.empty() || !looks_like_name(names[0], language_)))
        continue;
      if (!names.empty()) claims_.push_back({std::move(names), MetadataSource::meta_tag, "meta"});
    }
  }

  const PageFacts& facts_;
  const SiteNames& site_;
  std::string_view language_;
  std::vector<AuthorClaim> claims_;
};

} // namespace

std::vector<AuthorClaim> read_stated_authors(const PageFacts& facts, const JsonLd& json_ld,
                                             const SiteNames& site, std::string_view language) {
  return Reader(facts, site, language).read(json_ld);
}

} // namespace lectern
