#pragma once
// What the page's data call its article, and what is left of each without the site's name.

#include <string>
#include <string_view>
#include <vector>

#include "lectern/article.hpp"
#include "metadata/json_ld.hpp"
#include "metadata/page_facts.hpp"
#include "metadata/site_names.hpp"

namespace lectern {

struct TitleClaim {
  std::string text;
  std::string key; // comparison_key() of the text
  MetadataSource source = MetadataSource::none;
  int weight = 1;  // how much its being there says
  std::string cut; // cut_site_name() of the text, with a guess
  std::string cut_key;
};

/// A claim, or a run of its parts.
struct TitleVariant {
  std::string key;
  int weight = 1;   // of the claim
  double share = 1; // how much of the claim it is, 1: all of it
};

class TitleClaims {
 public:
  TitleClaims(const PageFacts& facts, const JsonLd& json_ld, const SiteNames& site);

  /// In the order in which they are believed.
  const std::vector<TitleClaim>& all() const { return claims_; }
  const std::vector<TitleVariant>& variants() const { return variants_; }

  bool is_site_name(std::string_view key) const { return site_.is_name(key); }

  /// Without the parts at the ends that are the site's name. With `guess`, when none is known to
  /// be, also without a short last part behind a strong separator.
  std::string cut_site_name(const std::string& title, bool guess) const;

 private:
  void add(std::string_view text, MetadataSource source, int weight);
  void read(TitleClaim& claim);
  void add_variants(const TitleClaim& claim);

  const SiteNames& site_;
  std::vector<TitleClaim> claims_;
  std::vector<TitleVariant> variants_;
};

} // namespace lectern
