// A page states its title up to ten times: with and without the site's name, for readers, for
// search engines and for social networks. The heading that readers see is the truth when it agrees
// with one of the others; without such a heading the others are weighed.
#include "metadata/titles.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "metadata/claim_text.hpp"
#include "metadata/headline_parts.hpp"
#include "metadata/title_claims.hpp"
#include "metadata/title_parts.hpp"
#include "metadata/visible_lines.hpp"

namespace lectern {
namespace {

struct HeadingText {
  std::string text;
  std::string key;
  const Heading* heading = nullptr;
  bool in_chrome = false;
};

class Chooser {
 public:
  Chooser(const Dom& dom, const PageFacts& facts, const JsonLd& json_ld, const SiteNames& site)
      : dom_(dom), facts_(facts), json_ld_(json_ld), claims_(facts, json_ld, site) {}

  TitleChoice choose();

 private:
  void collect_headings();
  bool is_site_name(const HeadingText& heading) const { return claims_.is_site_name(heading.key); }
  const HeadingText* best_exact_heading() const;
  const HeadingText* heading_with_title_at_an_end(std::string& title) const;
  const HeadingText* unmatched_heading() const;
  const HeadingText* same_without_site(const HeadingText& heading) const;
  const HeadingText* only_heading_of_article() const;
  bool is_minor_part(const HeadingText& heading) const;

  const Dom& dom_;
  const PageFacts& facts_;
  const JsonLd& json_ld_;
  const TitleClaims claims_;
  std::vector<HeadingText> headings_;
};

// A sign that links to the heading itself is none of it.
std::string_view without_anchor(std::string_view heading) {
  for (const std::string_view sign : {"\xC2\xB6", "\xF0\x9F\x94\x97", " #"}) {
    if (heading.ends_with(sign) && heading.size() > sign.size())
      return trim(heading.substr(0, heading.size() - sign.size()));
  }
  return heading;
}

void Chooser::collect_headings() {
  constexpr std::size_t kMost = 120;
  for (const Heading& heading : facts_.headings) {
    if (headings_.size() >= kMost) break;
    std::string text = visible_text(dom_, heading.node, kLongestHeadline);
    if (text.size() > kLongestHeadline) continue;
    text.resize(without_anchor(text).size());
    std::string key = comparison_key(text);
    if (key.empty()) continue;
    headings_.push_back({std::move(text), std::move(key), &heading,
                         facts_.is_chrome(heading.region, heading.node)});
  }
}

// A heading that is a title, or a title's part: by level, by how much of the title it is, by place.
const HeadingText* Chooser::best_exact_heading() const {
  const HeadingText* best = nullptr;
  double best_score = 0;
  for (const HeadingText& heading : headings_) {
    double score = 0;
    const double words = count_key_words(heading.key);
    for (const TitleVariant& variant : claims_.variants()) {
      if (variant.key != heading.key) continue;
      score += variant.weight * variant.share;
    }
    if (score <= 0) continue;
    const int level = heading.heading->level;
    score *= level == 1 ? 2.0 : level == 2 ? 1.2 : 1.0;
    if (heading.in_chrome) score *= 0.5;
    if (is_site_name(heading)) score *= 0.15;
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
    for (const TitleClaim& claim : claims_.all()) {
      const std::string& key = claim.cut_key;
      const double words = count_key_words(key);
      if (words < kFewestWords || key.size() >= heading.key.size() || !heading.key.ends_with(key))
        continue;
      if (heading.key[heading.key.size() - key.size() - 1] != ' ') continue;
      if (count_key_words(heading.key) - words > kMostWordsOfKicker) continue;
      // "10 reasons to stay", "2025 guide": a number is no kicker.
      const std::string_view kicker =
          std::string_view(heading.key).substr(0, heading.key.size() - key.size());
      if (kicker.find_first_not_of("0123456789 ") == std::string_view::npos) continue;
      title = claim.cut;
      return &heading;
    }
  }
  return nullptr;
}

// Another heading that says the same without the last parts: "Why it rains" beside
// "Why it rains | Weather | Example Times".
const HeadingText* Chooser::same_without_site(const HeadingText& heading) const {
  const std::vector<TitlePart> parts = title_parts(heading.text);
  for (std::size_t count = parts.size(); count-- > 1;) {
    if (!parts[count].after_strong) break;
    const std::string cut =
        comparison_key(std::string_view(heading.text)
                           .substr(parts[0].begin, parts[count - 1].end - parts[0].begin));
    if (2 * count_key_words(cut) <= count_key_words(heading.key)) break;
    for (const HeadingText& other : headings_) {
      if (!other.in_chrome && other.key == cut) return &other;
    }
  }
  return nullptr;
}

// A lower heading that is a small part of the titles, below an h1 that shares words with them: the
// site, or what the text deals with first.
bool Chooser::is_minor_part(const HeadingText& heading) const {
  constexpr double kMostOfTitle = 0.5;
  constexpr double kFewestWords = 2;
  if (heading.heading->level == 1) return false;
  for (const TitleVariant& variant : claims_.variants()) {
    if (variant.key == heading.key && variant.share >= kMostOfTitle) return false;
  }
  const HeadingText* seen = unmatched_heading();
  return seen && seen->heading->node < heading.heading->node &&
         count_key_words(seen->key) >= kFewestWords && !seen->key.ends_with(heading.key);
}

// The h1 of the article elements, if all of theirs are the same.
const HeadingText* Chooser::only_heading_of_article() const {
  const HeadingText* only = nullptr;
  for (const HeadingText& heading : headings_) {
    if (heading.heading->level != 1 || heading.in_chrome || is_site_name(heading)) continue;
    NodeId up = heading.heading->node;
    while (up != kNoNode && dom_.tag(up) != Tag::article) up = dom_.parent(up);
    if (up == kNoNode) continue;
    if (only && only->key != heading.key) return nullptr;
    if (!only) only = &heading;
  }
  return only;
}

// No heading agrees to the letter. The first h1 that shares words with a title, or the only one
// there is, is still what readers see.
const HeadingText* Chooser::unmatched_heading() const {
  constexpr double kAlike = 0.16;
  constexpr double kMostWords = 32; // of a headline; a longer one is a description
  const HeadingText* only = nullptr;
  bool several = false;
  for (const HeadingText& heading : headings_) {
    if (heading.heading->level != 1 || heading.in_chrome || is_site_name(heading)) continue;
    if (!claims_.all().empty() && count_key_words(heading.key) > kMostWords) continue;
    if (only && only->key != heading.key) several = true;
    if (!only) only = &heading;
    for (const TitleClaim& claim : claims_.all()) {
      const double overlap =
          word_overlap(heading.key, claim.key) * word_overlap(claim.key, heading.key);
      if (overlap >= kAlike) return &heading;
    }
  }
  // On pages that are no articles the data say it better than a slogan.
  const bool is_article = json_ld_.is_article || !json_ld_.authors.empty() ||
                          facts_.meta("og:type") == "article" || !facts_.meta("author").empty();
  if (is_article && several) return only_heading_of_article();
  return several || !is_article ? nullptr : only;
}

TitleChoice Chooser::choose() {
  collect_headings();
  TitleChoice choice;

  const HeadingText* best = best_exact_heading();
  if (best && is_minor_part(*best)) best = nullptr;
  if (best) {
    if (const HeadingText* shorter = same_without_site(*best)) best = shorter;
  }
  if (best) {
    choice.how = "exact";
  } else if (std::string text; const HeadingText* framed = heading_with_title_at_an_end(text)) {
    choice.how = "framed";
    choice.title = std::move(text);
    choice.source = MetadataSource::markup;
    choice.heading = framed->heading->node;
  } else if ((best = unmatched_heading())) {
    choice.how = "alike";
  } else if (!claims_.all().empty()) {
    choice.how = "claim";
    choice.title = claims_.all().front().cut;
    choice.source = claims_.all().front().source;
  } else {
    for (const HeadingText& heading : headings_) {
      if (best || heading.in_chrome || heading.heading->level > 2) continue;
      best = &heading;
    }
  }
  if (best) {
    choice.heading = best->heading->node;
    choice.title = headline_without_kicker(dom_, choice.heading, claims_);
    if (choice.title.empty())
      choice.title = headline_without_subtitle(dom_, choice.heading, claims_);
    if (choice.title.empty()) choice.title = claims_.cut_site_name(best->text, false);
    choice.source = MetadataSource::markup;
  }

  const auto add_candidate = [&choice](const std::string& text) {
    if (!text.empty() && std::find(choice.candidates.begin(), choice.candidates.end(), text) ==
                             choice.candidates.end()) {
      choice.candidates.push_back(text);
    }
  };
  add_candidate(choice.title);
  for (const TitleClaim& claim : claims_.all()) add_candidate(claim.cut);
  return choice;
}

} // namespace

TitleChoice choose_title(const Dom& dom, const PageFacts& facts, const JsonLd& json_ld,
                         const SiteNames& site) {
  return Chooser(dom, facts, json_ld, site).choose();
}

} // namespace lectern
