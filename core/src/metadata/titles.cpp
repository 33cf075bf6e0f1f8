// A page states its title up to ten times: with and without the site's name, for readers, for
// search engines and for social networks. The heading that readers see is the truth when it agrees
// with one of the others; without such a heading the others are weighed.
#include "metadata/titles.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "base/utf8.hpp"
#include "metadata/claim_text.hpp"
#include "metadata/title_parts.hpp"
#include "metadata/visible_lines.hpp"

namespace lectern {
namespace {

constexpr std::size_t kLongestClaim = 600;   // bytes: longer ones are descriptions
constexpr std::size_t kLongestHeading = 500; // bytes
constexpr double kMostWordsInSiteName = 5;

struct Claim {
  std::string text;
  std::string key;
  MetadataSource source = MetadataSource::none;
  int weight = 1; // how much its being there says
};

struct HeadingText {
  std::string text;
  std::string key;
  const Heading* heading = nullptr;
  bool in_chrome = false;
};

class Chooser {
 public:
  Chooser(const Dom& dom, const PageFacts& facts, const JsonLd& json_ld, const SiteNames& site)
      : dom_(dom), facts_(facts), json_ld_(json_ld), site_(site) {}

  TitleChoice choose();

 private:
  void collect_claims();
  void collect_headings();
  bool is_site_name(std::string_view key) const { return site_.is_name(key); }
  struct Variant {
    std::string key;
    const Claim* claim;
    double share; // how much of the claim it is, 1: all of it
  };
  std::vector<Variant> variants_of(const Claim& claim) const;
  std::string cut_site_name(const Claim& claim, bool guess) const;
  void collect_variants();
  const HeadingText* best_exact_heading() const;
  const HeadingText* heading_with_title_at_an_end(std::string& title) const;
  const HeadingText* best_unmatched_heading() const;
  std::string without_kicker(const HeadingText& heading) const;
  void add_claim(std::string_view text, MetadataSource source, int weight);

  const Dom& dom_;
  const PageFacts& facts_;
  const JsonLd& json_ld_;
  const SiteNames& site_;
  std::vector<Claim> claims_;
  std::vector<HeadingText> headings_;

  std::vector<Variant> variants_;
};

void Chooser::add_claim(std::string_view text, MetadataSource source, int weight) {
  if (text.size() > kLongestClaim) return;
  std::string plain = claim_text(text);
  std::string key = comparison_key(plain);
  if (key.empty()) return;
  claims_.push_back({std::move(plain), std::move(key), source, weight});
}

void Chooser::collect_claims() {
  if (json_ld_.is_article) add_claim(json_ld_.headline, MetadataSource::json_ld, 3);
  add_claim(facts_.meta("og:title"), MetadataSource::open_graph, 3);
  for (const char* key :
       {"twitter:title", "parsely-title", "sailthru.title", "dc.title", "dcterms.title",
        "citation_title", "headline", "title", "cxenseparse:recs:title", "mediator"}) {
    add_claim(facts_.meta(key), MetadataSource::meta_tag, 2);
  }
  if (!json_ld_.is_article) add_claim(json_ld_.headline, MetadataSource::json_ld, 1);
  if (json_ld_.is_article) add_claim(json_ld_.other_headline, MetadataSource::json_ld, 1);
  add_claim(facts_.title, MetadataSource::markup, 2);
}

void Chooser::collect_headings() {
  constexpr std::size_t kMost = 120;
  for (const Heading& heading : facts_.headings) {
    if (headings_.size() >= kMost) break;
    std::string text = visible_text(dom_, heading.node, kLongestHeading);
    if (text.size() > kLongestHeading) continue;
    std::string key = comparison_key(text);
    if (key.empty()) continue;
    headings_.push_back({std::move(text), std::move(key), &heading,
                         facts_.is_chrome(heading.region, heading.node)});
  }
}

// The title and every run of its parts that is not the site's name. A run without the first part is
// what a site's own name looks like, unless that first part is the site.
std::vector<Chooser::Variant> Chooser::variants_of(const Claim& claim) const {
  constexpr double kWithoutHead = 0.35;
  std::vector<Variant> variants{{claim.key, &claim, 1}};
  const std::vector<TitlePart> parts = title_parts(claim.text);
  if (parts.size() < 2) return variants;
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
      variants.push_back({key, &claim, place * (0.1 + 0.9 * count_key_words(key) / words)});
    }
  }
  return variants;
}

// Without the parts at the ends that are the site's name; when none is known to be, without a short
// last part behind a strong separator.
std::string Chooser::cut_site_name(const Claim& claim, bool guess) const {
  const std::vector<TitlePart> parts = title_parts(claim.text);
  if (parts.size() < 2) return claim.text;
  const std::string_view text = claim.text;
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
  if (first >= last) return claim.text;
  return std::string(
      trim(text.substr(parts[first].begin, parts[last - 1].end - parts[first].begin)));
}

void Chooser::collect_variants() {
  for (const Claim& claim : claims_) {
    for (Variant& variant : variants_of(claim)) variants_.push_back(std::move(variant));
  }
}

// A heading that is a title, or a title's part: by level, by how much of the title it is, by place.
const HeadingText* Chooser::best_exact_heading() const {
  const HeadingText* best = nullptr;
  double best_score = 0;
  for (const HeadingText& heading : headings_) {
    double score = 0;
    const double words = count_key_words(heading.key);
    for (const Variant& variant : variants_) {
      if (variant.key != heading.key) continue;
      score += variant.claim->weight * variant.share;
    }
    if (score <= 0) continue;
    const int level = heading.heading->level;
    score *= level == 1 ? 1.5 : level == 7 ? 1.1 : level == 2 ? 1.2 : 1.0;
    if (heading.in_chrome) score *= 0.5;
    if (is_site_name(heading.key)) score *= 0.15;
    if (words < 2) score *= 0.6;
    if (score > best_score) {
      best_score = score;
      best = &heading;
    }
  }
  return best;
}

// A heading that holds a kicker or a label besides the title: "Opinion Why it rains", "Title: ...".
const HeadingText* Chooser::heading_with_title_at_an_end(std::string& title) const {
  constexpr double kFewestWords = 3;
  constexpr double kMostWordsOfKicker = 9;
  for (const HeadingText& heading : headings_) {
    if (heading.heading->level > 2 || heading.in_chrome) continue;
    for (const Claim& claim : claims_) {
      const std::string text = cut_site_name(claim, true);
      const std::string key = comparison_key(text);
      const double words = count_key_words(key);
      if (words < kFewestWords || key.size() >= heading.key.size() || !heading.key.ends_with(key))
        continue;
      if (heading.key[heading.key.size() - key.size() - 1] != ' ') continue;
      if (count_key_words(heading.key) - words > kMostWordsOfKicker) continue;
      title = text;
      return &heading;
    }
  }
  return nullptr;
}

// No heading agrees to the letter. An h1 that shares words with a title, or the only one there is,
// is still what readers see.
const HeadingText* Chooser::best_unmatched_heading() const {
  constexpr double kAlike = 0.16;
  const HeadingText* best = nullptr;
  const HeadingText* only = nullptr;
  double most = 0;
  bool several = false;
  for (const HeadingText& heading : headings_) {
    if (heading.heading->level != 1 || heading.in_chrome || is_site_name(heading.key)) continue;
    if (only && only->key != heading.key) several = true;
    if (!only) only = &heading;
    for (const Claim& claim : claims_) {
      const double overlap =
          word_overlap(heading.key, claim.key) * word_overlap(claim.key, heading.key);
      if (overlap > most) {
        most = overlap;
        best = &heading;
      }
    }
  }
  if (most >= kAlike) return best;
  // On pages that are no articles the data say it better than a slogan.
  const bool is_article = json_ld_.is_article || !json_ld_.authors.empty() ||
                          facts_.meta("og:type") == "article" || !facts_.meta("author").empty();
  return several || !is_article ? nullptr : only;
}

// The heading without a short first element that style sheets alone set apart from the rest:
// "<span>Opinion</span> Why it rains". It is a kicker when one of the titles is the rest alone, or
// puts a mark between the two. A heading with a mark of its own is left whole. Empty when there is
// no kicker.
std::string Chooser::without_kicker(const HeadingText& heading) const {
  constexpr double kMostWordsOfKicker = 4;
  constexpr double kFewestWordsOfRest = 2;
  const NodeId node = heading.heading->node;
  const NodeId end = dom_.end(node);
  NodeId first = dom_.first_child(node);
  while (first != kNoNode && first < end && dom_.is_text(first) && trim(dom_[first].text).empty())
    first = dom_.end(first);
  // What holds all of the heading is looked into.
  while (first != kNoNode && first < end && !dom_.is_text(first) && dom_.end(first) == end)
    first = dom_.first_child(first);
  if (first == kNoNode || first >= end || dom_.is_text(first)) return {};
  const std::string before = visible_text(dom_, first, kLongestHeading);
  const std::string kicker = comparison_key(before);
  std::string rest;
  for (const std::string& line : visible_lines(dom_, dom_.end(first), end, kLongestHeading)) {
    if (!rest.empty()) rest += ' ';
    rest += line;
  }
  const auto is_mark = [](char c) { return c == ':' || c == '|' || c == '-' || c == '.'; };
  if (rest.empty() || before.empty() || is_mark(rest[0]) || is_mark(before.back())) return {};
  const std::string key = comparison_key(rest);
  if (kicker.empty() || count_key_words(kicker) > kMostWordsOfKicker ||
      count_key_words(key) < std::max(kFewestWordsOfRest, count_key_words(kicker)))
    return {};
  for (const Claim& claim : claims_) {
    const std::string cut = cut_site_name(claim, true);
    if (comparison_key(cut) == key) return rest;
    const std::vector<TitlePart> parts = title_parts(cut);
    if (parts.size() < 2) continue;
    const std::string head =
        comparison_key(std::string_view(cut).substr(parts[0].begin, parts[0].end - parts[0].begin));
    if (head == kicker && comparison_key(std::string_view(cut).substr(parts[1].begin)) == key)
      return rest;
  }
  return {};
}

TitleChoice Chooser::choose() {
  collect_claims();
  collect_headings();
  collect_variants();
  TitleChoice choice;

  const HeadingText* best = best_exact_heading();
  if (best) {
    choice.how = "exact";
  } else if (std::string text; const HeadingText* framed = heading_with_title_at_an_end(text)) {
    choice.how = "framed";
    choice.title = std::move(text);
    choice.source = MetadataSource::markup;
    choice.heading = framed->heading->node;
  } else if ((best = best_unmatched_heading())) {
    choice.how = "alike";
  } else if (!claims_.empty()) {
    choice.how = "claim";
    choice.title = cut_site_name(claims_.front(), true);
    choice.source = claims_.front().source;
  } else {
    for (const HeadingText& heading : headings_) {
      if (best || heading.in_chrome || heading.heading->level > 2) continue;
      best = &heading;
    }
  }
  if (best) {
    choice.title = without_kicker(*best);
    if (choice.title.empty())
      choice.title = cut_site_name({best->text, best->key, MetadataSource::markup}, false);
    choice.source = MetadataSource::markup;
    choice.heading = best->heading->node;
  }

  const auto add_candidate = [&choice](const std::string& text) {
    if (!text.empty() && std::find(choice.candidates.begin(), choice.candidates.end(), text) ==
                             choice.candidates.end()) {
      choice.candidates.push_back(text);
    }
  };
  add_candidate(choice.title);
  for (const Claim& claim : claims_) add_candidate(cut_site_name(claim, true));
  return choice;
}

} // namespace

TitleChoice choose_title(const Dom& dom, const PageFacts& facts, const JsonLd& json_ld,
                         const SiteNames& site) {
  return Chooser(dom, facts, json_ld, site).choose();
}

} // namespace lectern
