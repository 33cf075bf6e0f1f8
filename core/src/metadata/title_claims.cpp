#include "metadata/title_claims.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "metadata/claim_text.hpp"
#include "metadata/title_parts.hpp"

namespace lectern {
namespace {

constexpr std::size_t kLongestClaim = 600; // bytes: longer ones are descriptions
constexpr double kMostWordsInSiteName = 5;

} // namespace

void TitleClaims::add(std::string_view text, MetadataSource source, int weight) {
  if (text.size() > kLongestClaim) return;
  std::string plain = claim_text(text);
  std::string key = comparison_key(plain);
  if (key.empty()) return;
  claims_.push_back({std::move(plain), std::move(key), source, weight, {}, {}});
}

TitleClaims::TitleClaims(const PageFacts& facts, const JsonLd& json_ld, const SiteNames& site)
    : site_(site) {
  if (json_ld.is_article) add(json_ld.headline, MetadataSource::json_ld, 3);
  add(facts.meta("og:title"), MetadataSource::open_graph, 3);
  for (const char* key :
       {"twitter:title", "parsely-title", "sailthru.title", "dc.title", "dcterms.title",
        "citation_title", "headline", "title", "cxenseparse:recs:title", "mediator"}) {
    add(facts.meta(key), MetadataSource::meta_tag, 2);
  }
  if (!json_ld.is_article) add(json_ld.headline, MetadataSource::json_ld, 1);
  if (json_ld.is_article) add(json_ld.other_headline, MetadataSource::json_ld, 1);
  add(facts.title, MetadataSource::markup, 2);
  // Most claims of a page are the same text: it is taken apart once.
  std::vector<std::size_t> ends; // of the variants of each claim
  for (std::size_t i = 0; i < claims_.size(); ++i) {
    TitleClaim& claim = claims_[i];
    const auto known = static_cast<std::size_t>(
        std::find_if(claims_.begin(), claims_.end(),
                     [&](const TitleClaim& other) { return other.text == claim.text; }) -
        claims_.begin());
    if (known < i) {
      claim.cut = claims_[known].cut;
      claim.cut_key = claims_[known].cut_key;
      for (std::size_t at = known == 0 ? 0 : ends[known - 1]; at < ends[known]; ++at)
        variants_.push_back({variants_[at].key, claim.weight, variants_[at].share});
    } else {
      read(claim);
    }
    ends.push_back(variants_.size());
  }
}

void TitleClaims::read(TitleClaim& claim) {
  claim.cut = cut_site_name(claim.text, true);
  claim.cut_key = claim.cut == claim.text ? claim.key : comparison_key(claim.cut);
  add_variants(claim);
}

// The title and every run of its parts that is not the site's name. A run without the first part is
// what a site's own name looks like, unless that first part is the site.
void TitleClaims::add_variants(const TitleClaim& claim) {
  constexpr double kWithoutHead = 0.35;
  variants_.push_back({claim.key, claim.weight, 1});
  const std::vector<TitlePart> parts = title_parts(claim.text);
  if (parts.size() < 2) return;
  std::vector<std::string> keys;
  for (const TitlePart& part : parts) {
    keys.push_back(
        comparison_key(std::string_view(claim.text).substr(part.begin, part.end - part.begin)));
  }
  const double words = std::max(1.0, count_key_words(claim.key));
  const bool head_is_site = is_site_name(keys[0]);
  for (std::size_t first = 0; first < keys.size(); ++first) {
    std::string key;
    for (std::size_t last = first; last < keys.size(); ++last) {
      if (!key.empty() && !keys[last].empty()) key += ' ';
      key += keys[last];
      if (key.empty() || (first == 0 && last + 1 == keys.size()) || is_site_name(key)) continue;
      const double place = first == 0 || (head_is_site && first == 1) ? 1 : kWithoutHead;
      variants_.push_back({key, claim.weight, place * (0.1 + 0.9 * count_key_words(key) / words)});
    }
  }
}

std::string TitleClaims::cut_site_name(const std::string& title, bool guess) const {
  const std::vector<TitlePart> parts = title_parts(title);
  if (parts.size() < 2) return title;
  const std::string_view text = title;
  const auto key_of = [&](std::size_t i) {
    return comparison_key(text.substr(parts[i].begin, parts[i].end - parts[i].begin));
  };
  std::size_t first = 0;
  std::size_t last = parts.size();
  bool cut = false;
  // From the end; a section between title and site goes with the site.
  for (std::size_t i = parts.size(); i-- > 1;) {
    if (!parts[i].after_strong || !is_site_name(key_of(i))) continue;
    last = i;
    cut = true;
    if (last + 1 < parts.size()) break;
  }
  const std::string head = key_of(0);
  const bool head_is_site = site_.is_stated(head) || (parts[1].after_strong && is_site_name(head));
  if (!cut && head_is_site && guess) {
    first = 1;
    cut = true;
  }
  const bool after_bar = text.substr(0, parts.back().begin).ends_with('|');
  if (!cut && parts.back().after_strong && (guess || after_bar)) {
    const double tail = count_key_words(key_of(parts.size() - 1));
    const std::string rest =
        comparison_key(text.substr(parts[0].begin, parts[parts.size() - 2].end - parts[0].begin));
    if (tail <= kMostWordsInSiteName && count_key_words(rest) > tail) last = parts.size() - 1;
  }
  if (first >= last) return title;
  return std::string(
      trim(text.substr(parts[first].begin, parts[last - 1].end - parts[first].begin)));
}

} // namespace lectern
