#include "metadata/read_page_data.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "base/utf8.hpp"
#include "metadata/authors.hpp"
#include "metadata/claim_text.hpp"
#include "metadata/headline_zone.hpp"
#include "metadata/json_ld.hpp"
#include "metadata/page_facts.hpp"
#include "metadata/publication_dates.hpp"
#include "metadata/text_sample.hpp"
#include "metadata/titles.hpp"
#include "metadata/topics.hpp"
#include "metadata/visible_lines.hpp"
#include "rules/language.hpp"

namespace lectern {
namespace {

constexpr std::size_t kLongestDescription = 4000;                    // bytes
constexpr std::size_t kSampleToDetect = 6000, kSampleToCheck = 1500; // bytes of prose

// "en-us" and "en_US.UTF-8" as BCP 47 writes them: en-US. Empty when it is no language tag.
std::string normal_language(std::string_view tag) {
  tag = trim(tag);
  std::string out;
  std::size_t part = 0;
  for (std::size_t at = 0; at < tag.size();) {
    std::size_t end = at;
    while (end < tag.size() && tag[end] != '-' && tag[end] != '_' && tag[end] != ',' &&
           tag[end] != '.' && tag[end] != ' ')
      ++end;
    const std::string_view piece = tag.substr(at, end - at);
    const bool letters = !piece.empty() && std::all_of(piece.begin(), piece.end(), [](char c) {
      return (ascii_lower(c) >= 'a' && ascii_lower(c) <= 'z') || (c >= '0' && c <= '9');
    });
    if (!letters || piece.size() > 8 || (part == 0 && (piece.size() < 2 || piece.size() > 3)))
      break;
    if (part > 0) out += '-';
    for (std::size_t i = 0; i < piece.size(); ++i) {
      const char c = ascii_lower(piece[i]);
      const bool upper =
          (part > 0 && piece.size() == 2) || (part > 0 && piece.size() == 4 && i == 0);
      out += upper && c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c;
    }
    ++part;
    if (end >= tag.size() || (tag[end] != '-' && tag[end] != '_')) break;
    at = end + 1;
  }
  return out;
}

std::string_view day_of(std::string_view date) {
  constexpr std::size_t kDayBytes = 10; // of a date in ISO 8601
  return date.substr(0, kDayBytes);
}

class Builder {
 public:
  Builder(const Dom& dom, const Url& url)
      : dom_(dom),
        url_(url),
        facts_(read_page_facts(dom)),
        json_ld_(read_json_ld(facts_.json_ld, url)),
        site_(read_site_names(dom, facts_, json_ld_, url)) {}

  PageData build() {
    read_language();
    read_site_name(facts_, json_ld_, metadata());
    read_address();
    read_title();
    read_authors();
    read_dates();
    read_descriptions();
    read_section(facts_, json_ld_, metadata());
    read_tags(facts_, json_ld_, metadata());
    read_images();
    read_type_and_access();
    return std::move(data_);
  }

 private:
  Metadata& metadata() { return data_.metadata; }

  void read_language() {
    struct Place {
      std::string_view value;
      MetadataSource source;
    };
    for (const Place& place : {Place{facts_.language, MetadataSource::markup},
                               Place{facts_.meta("content-language"), MetadataSource::meta_tag},
                               Place{json_ld_.language, MetadataSource::json_ld},
                               Place{facts_.meta("og:locale"), MetadataSource::open_graph},
                               Place{facts_.meta("dc.language"), MetadataSource::meta_tag}}) {
      metadata().language = normal_language(place.value);
      if (metadata().language.empty()) continue;
      metadata().sources.language = place.source;
      break;
    }
    check_language();
    std::string_view direction = facts_.direction;
    if (direction.empty() && dom_.body() != kNoNode) direction = dom_.attribute(dom_.body(), "dir");
    if (equals_ignoring_case(direction, "rtl"))
      metadata().direction = "rtl";
    else if (equals_ignoring_case(direction, "ltr"))
      metadata().direction = "ltr";
    if (metadata().direction.empty() && !metadata().language.empty())
      metadata().direction = is_right_to_left(metadata().language) ? "rtl" : "ltr";
  }

  /// A page that states no language has that of its text, and so has one whose template states
  /// another.
  void check_language() {
    const bool is_stated = !metadata().language.empty();
    const std::string sample = sample_prose(dom_, is_stated ? kSampleToCheck : kSampleToDetect);
    std::string language = checked_language(metadata().language, sample);
    if (language == metadata().language) return;
    metadata().language = std::move(language);
    metadata().sources.language = MetadataSource::text;
  }

  void read_address() {
    metadata().url = url_.is_valid() ? url_.href() : std::string();
    if (url_.is_valid()) metadata().sources.url = MetadataSource::url;
    struct Place {
      std::string_view value;
      MetadataSource source;
    };
    for (const Place& place : {Place{facts_.canonical, MetadataSource::markup},
                               Place{facts_.meta("og:url"), MetadataSource::open_graph}}) {
      if (place.value.empty()) continue;
      const Url canonical = resolve_url(url_, place.value);
      if (canonical.scheme != "http" && canonical.scheme != "https") continue;
      // A canonical address on another host is a claim about somebody else's page; one without a
      // path is a template's mistake.
      if (url_.is_valid() &&
          (canonical.site() != url_.site() || (canonical.path.size() <= 1 && url_.path.size() > 1)))
        continue;
      metadata().url = canonical.href();
      metadata().sources.url = place.source;
      break;
    }
    if (!facts_.amp.empty()) data_.amp_url = safe_link(url_, facts_.amp);
  }

  void read_title() {
    TitleChoice choice = choose_title(dom_, facts_, json_ld_, site_);
    metadata().title = std::move(choice.title);
    metadata().sources.title = choice.source;
    data_.headline = choice.heading;
    data_.headline_candidates = std::move(choice.candidates);
    lines_ = lines_near_headline(dom_, data_.headline);
  }

  void read_authors() {
    const auto claims = read_author_claims(dom_, facts_, json_ld_, data_.headline, lines_, site_,
                                           metadata().language);
    AuthorClaim choice = choose_authors(claims, site_, metadata().language);
    metadata().byline = std::move(choice.names);
    metadata().sources.byline = choice.source;
    for (const AuthorClaim& claim : claims) {
      for (const std::string& name : claim.names) {
        auto& known = data_.author_candidates;
        if (std::find(known.begin(), known.end(), name) == known.end()) known.push_back(name);
      }
    }
  }

  void read_dates() {
    const auto claims =
        read_date_claims(dom_, facts_, json_ld_, data_.headline, lines_, metadata().language, url_);
    const DateChoice choice = choose_dates(claims);
    if (choice.published) {
      metadata().published = to_iso(choice.published->date);
      metadata().sources.published = choice.published->source;
    }
    // What was last changed before it came out was not changed since.
    std::string modified = choice.modified ? to_iso(choice.modified->date) : std::string();
    if (modified.empty() || day_of(modified) < day_of(metadata().published)) return;
    metadata().modified = std::move(modified);
    metadata().sources.modified = choice.modified->source;
  }

  void read_descriptions() {
    const auto add = [this](std::string_view value) {
      std::string text = claim_text(first_bytes(value, kLongestDescription));
      auto& all = data_.descriptions;
      if (!text.empty() && std::find(all.begin(), all.end(), text) == all.end())
        all.push_back(std::move(text));
    };
    add(json_ld_.description);
    for (const char* key : {"og:description", "description", "twitter:description",
                            "dc.description", "sailthru.description"}) {
      add(facts_.meta(key));
    }
  }

  void read_images() {
    const auto add = [this](std::string_view value, MetadataSource source) {
      if (value.empty()) return;
      std::string url = safe_image(url_, value);
      if (url.empty() || starts_with_ignoring_case(url, "data:")) return;
      auto& all = data_.image_candidates;
      if (std::find(all.begin(), all.end(), url) != all.end()) return;
      if (all.empty()) {
        metadata().lead_image = url;
        metadata().sources.lead_image = source;
      }
      all.push_back(std::move(url));
    };
    add(facts_.meta("og:image:secure_url"), MetadataSource::open_graph);
    add(facts_.meta("og:image"), MetadataSource::open_graph);
    add(facts_.meta("og:image:url"), MetadataSource::open_graph);
    for (const std::string& image : json_ld_.images) add(image, MetadataSource::json_ld);
    add(facts_.meta("twitter:image"), MetadataSource::meta_tag);
    add(facts_.meta("twitter:image:src"), MetadataSource::meta_tag);
    add(facts_.image_link, MetadataSource::markup);
  }

  void read_type_and_access() {
    const std::string open_graph = ascii_lower(trim(facts_.meta("og:type")));
    data_.has_article_type = json_ld_.is_article || open_graph == "article";
    data_.page_type =
        json_ld_.is_article || open_graph.empty() ? ascii_lower(json_ld_.type) : open_graph;
    metadata().is_free = json_ld_.is_free;
    const std::string tier = ascii_lower(trim(facts_.meta("article:content_tier")));
    if (tier == "locked" || tier == "premium") metadata().is_free = false;
    if (metadata().is_free) data_.article_body = json_ld_.body;
  }

  const Dom& dom_;
  const Url& url_;
  PageFacts facts_;
  JsonLd json_ld_;
  SiteNames site_;
  std::vector<std::string> lines_; // near the headline
  PageData data_;
};

} // namespace

PageData read_page_data(const Dom& dom, const Url& page_url) {
  return Builder(dom, page_url).build();
}

} // namespace lectern
