// A page states its title up to ten times: with and without the site's name, for readers, for
// search engines and for social networks. The heading that readers see is the truth when it agrees
// with one of the others; without such a heading the others are weighed.
#include "metadata/titles.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "base/utf8.hpp"
#include "metadata/claim_text.hpp"

namespace lectern {
namespace {

constexpr std::size_t kLongestClaim = 600;   // bytes: longer ones are descriptions
constexpr std::size_t kLongestHeading = 500; // bytes
constexpr double kMostWordsInSiteName = 5;
constexpr std::size_t kMostParts = 12;

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

bool is_strong_separator(char32_t c) {
  switch (c) {
    case '|':
    case 0xFF5C:
    case 0xBB:
    case 0xAB:
    case 0xB7:
    case 0x2022:
    case 0x2013:
    case 0x2014:
    case 0x2015:
    case '-':
    case '_':
    case '>':
    case '<':
    case '~':
    case 0x203A:
    case 0x2039:
    case 0x25CF:
    case 0x2219:
    case 0x25B7:
    case 0x2605:
    case 0x30FB:
    case 0xFF5E:
    case 0x2212:
    case 0x2010:
    case 0x2011:
    case 0x25AA:
    case 0x2190:
    case 0x2192:
    case 0x22C5:
    case 0xFF0D:
    case 0x2500:
    case 0x2501:
    case '/':
    case 0x27A1:
      return true;
    default:
      return false;
  }
}

// "example" of www.example.co.uk: the label before the public ending, by length where endings have
// two parts.
std::vector<std::string> host_words(const Url& url) {
  std::vector<std::string> words;
  const std::string site = url.site();
  for (const std::string_view label : split(site, '.')) {
    if (label.size() >= 3) words.emplace_back(label);
  }
  return words;
}

std::string without_spaces(std::string_view key) {
  std::string packed;
  for (const char c : key) {
    if (c != ' ') packed += c;
  }
  return packed;
}

class Chooser {
 public:
  Chooser(const Dom& dom, const PageFacts& facts, const JsonLd& json_ld, std::string_view site_name,
          const Url& url)
      : dom_(dom),
        facts_(facts),
        json_ld_(json_ld),
        site_key_(comparison_key(site_name)),
        hosts_(host_words(url)) {}

  TitleChoice choose();

 private:
  void collect_claims();
  void collect_headings();
  bool is_site_name(std::string_view key) const;
  std::vector<std::string> variants_of(const Claim& claim) const;
  std::string cut_site_name(const Claim& claim) const;
  void add_claim(std::string_view text, MetadataSource source, int weight);

  const Dom& dom_;
  const PageFacts& facts_;
  const JsonLd& json_ld_;
  std::string site_key_;
  std::vector<std::string> hosts_;
  std::vector<Claim> claims_;
  std::vector<HeadingText> headings_;
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

bool Chooser::is_site_name(std::string_view key) const {
  if (key.empty()) return true;
  if (key == site_key_ || (!site_key_.empty() && has_words(site_key_, key))) return true;
  if (!site_key_.empty() && has_words(key, site_key_) &&
      count_key_words(key) <= count_key_words(site_key_) + 2) {
    return true;
  }
  const std::string packed = without_spaces(key);
  constexpr std::size_t kShortest = 3;
  for (const std::string& host : hosts_) {
    if (host == "com" || host == "org" || host == "net") continue;
    const std::string flat = without_spaces(comparison_key(host));
    if (flat.size() < kShortest || packed.size() < kShortest) continue;
    if (packed == flat) return true;
    if (packed.starts_with(flat) && packed.size() <= flat.size() + 4)
      return true; // example.com, Example.de
    if (packed.starts_with("the") && packed.substr(3) == flat) return true;
    if (flat.find(packed) != std::string::npos && packed.size() * 2 >= flat.size()) return true;
  }
  return false;
}

// The title and every run of its parts that is not the site's name, longest first.
std::vector<std::string> Chooser::variants_of(const Claim& claim) const {
  std::vector<std::string> variants{claim.text};
  const std::vector<TitlePart> parts = title_parts(claim.text);
  const std::size_t count = parts.size();
  for (std::size_t length = count; length-- > 1;) {
    for (std::size_t first = 0; first + length <= count; ++first) {
      variants.emplace_back(trim(
          std::string_view(claim.text)
              .substr(parts[first].begin, parts[first + length - 1].end - parts[first].begin)));
    }
  }
  return variants;
}

// Without the parts at the ends that are the site's name; when none is known to be, without a short
// last part behind a strong separator.
std::string Chooser::cut_site_name(const Claim& claim) const {
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
  if (!cut && is_site_name(key_of(0)) && parts.size() > 1) {
    first = 1;
    cut = true;
  }
  if (!cut && parts.back().after_strong) {
    const double tail = count_key_words(key_of(parts.size() - 1));
    const std::string rest =
        comparison_key(text.substr(parts[0].begin, parts[parts.size() - 2].end - parts[0].begin));
    if (tail <= kMostWordsInSiteName && count_key_words(rest) > tail) last = parts.size() - 1;
  }
  if (first >= last) return claim.text;
  return std::string(
      trim(text.substr(parts[first].begin, parts[last - 1].end - parts[first].begin)));
}

TitleChoice Chooser::choose() {
  collect_claims();
  collect_headings();
  TitleChoice choice;

  struct Variant {
    std::string key;
    std::string text;
    const Claim* claim;
    bool whole;
  };
  std::vector<Variant> variants;
  for (const Claim& claim : claims_) {
    bool whole = true;
    for (std::string& text : variants_of(claim)) {
      std::string key = comparison_key(text);
      if (!key.empty() && (whole || !is_site_name(key))) {
        variants.push_back({std::move(key), std::move(text), &claim, whole});
      }
      whole = false;
    }
  }

  // A heading that is a title, or a title's part: by level, by how much of the title it is, by
  // place.
  const HeadingText* best = nullptr;
  double best_score = 0;
  for (const HeadingText& heading : headings_) {
    double score = 0;
    const double words = count_key_words(heading.key);
    for (const Variant& variant : variants) {
      if (variant.key != heading.key) continue;
      const double share = words / std::max(1.0, count_key_words(variant.claim->key));
      score += variant.claim->weight * (variant.whole ? 1.0 : 0.25 + 0.75 * share);
    }
    if (score <= 0) continue;
    const int level = heading.heading->level;
    score *= level == 1 ? 1.6 : level == 7 ? 1.1 : level == 2 ? 1.2 : 1.0;
    if (heading.in_chrome) score *= 0.5;
    if (is_site_name(heading.key)) score *= 0.15;
    if (words < 2) score *= 0.6;
    if (score > best_score) {
      best_score = score;
      best = &heading;
    }
  }

  if (best) {
    choice.title = best->text;
    choice.source = MetadataSource::markup;
    choice.heading = best->heading->node;
  } else {
    // No heading agrees to the letter. The first h1 that shares most words with a title is still
    // what readers see.
    const HeadingText* alike = nullptr;
    double most = 0;
    for (const HeadingText& heading : headings_) {
      if (heading.heading->level != 1 || heading.in_chrome || is_site_name(heading.key)) continue;
      for (const Claim& claim : claims_) {
        const double overlap =
            word_overlap(heading.key, claim.key) * word_overlap(claim.key, heading.key);
        if (overlap > most) {
          most = overlap;
          alike = &heading;
        }
      }
    }
    constexpr double kAlike = 0.16;
    if (alike && most >= kAlike) {
      choice.title = alike->text;
      choice.source = MetadataSource::markup;
      choice.heading = alike->heading->node;
    } else if (!claims_.empty()) {
      const Claim* claim = &claims_.front();
      choice.title = cut_site_name(*claim);
      choice.source = claim->source;
    } else {
      for (const HeadingText& heading : headings_) {
        if (heading.in_chrome || heading.heading->level > 2) continue;
        choice.title = heading.text;
        choice.source = MetadataSource::markup;
        choice.heading = heading.heading->node;
        break;
      }
    }
  }

  const auto add_candidate = [&choice](const std::string& text) {
    if (!text.empty() && std::find(choice.candidates.begin(), choice.candidates.end(), text) ==
                             choice.candidates.end()) {
      choice.candidates.push_back(text);
    }
  };
  add_candidate(choice.title);
  for (const Claim& claim : claims_) add_candidate(cut_site_name(claim));
  return choice;
}

} // namespace

std::vector<TitlePart> title_parts(std::string_view title) {
  std::vector<TitlePart> parts;
  std::size_t begin = 0;
  bool strong = false;
  char32_t before = ' ';
  for (std::size_t at = 0; at < title.size() && parts.size() + 1 < kMostParts;) {
    const std::size_t start = at;
    const char32_t c = next_code_point(title, at);
    std::size_t peek = at;
    const char32_t after = at < title.size() ? next_code_point(title, peek) : U' ';
    bool splits = false;
    bool is_strong = false;
    if (c == ':' || c == 0xFF1A) {
      splits = c == 0xFF1A || is_space(after);
    } else if (is_strong_separator(c)) {
      const bool open = is_space(before) && (is_space(after) || is_strong_separator(after));
      const bool doubled = is_strong_separator(before) && is_space(after);
      const bool always = c == '|' || c == 0xFF5C;
      const bool unspaced = (c == '-' || c == '_' || c == 0x2014 || c == 0x30FB || c == 0x2013) &&
                            (is_cjk(before) || is_cjk(after));
      splits = open || doubled || always || unspaced || (c == 0xBB && is_space(after));
      is_strong = true;
    }
    if (splits && !trim(title.substr(begin, start - begin)).empty()) {
      parts.push_back({begin, start, strong});
      begin = at;
      strong = is_strong;
    } else if (splits) {
      begin = at;
      strong = is_strong || strong;
    }
    before = c;
  }
  if (!trim(title.substr(begin)).empty()) parts.push_back({begin, title.size(), strong});
  return parts;
}

TitleChoice choose_title(const Dom& dom, const PageFacts& facts, const JsonLd& json_ld,
                         std::string_view site_name, const Url& page_url) {
  return Chooser(dom, facts, json_ld, site_name, page_url).choose();
}

} // namespace lectern
