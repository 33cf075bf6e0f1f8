#include "metadata/page_facts.hpp"

#include <algorithm>
#include <array>

#include "base/byte_set.hpp"
#include "base/text.hpp"
#include "base/text_memo.hpp"
#include "base/utf8.hpp"
#include "metadata/claim_text.hpp"
#include "metadata/visible_lines.hpp"
#include "rules/phrase_sieve.hpp"

namespace lectern {
namespace {

constexpr std::size_t kMostMetas = 400;
constexpr std::size_t kMostHeadings = 300;
constexpr std::size_t kMostMarked = 600;
constexpr std::size_t kMostRegions = 4000;
constexpr std::size_t kMostScripts = 200;
constexpr std::size_t kLongestToken = 16; // bytes of a word of a class name

constexpr unsigned bit(Mark mark) { return static_cast<unsigned>(mark); }

struct ClassWord {
  std::string_view word;
  unsigned marks;
};

// Whole words of class names and ids; sorted.
constexpr std::array<ClassWord, 64> kClassWords = {{
    {"aside", bit(Mark::chrome)},
    {"auteur", bit(Mark::author)},
    {"author", bit(Mark::author)},
    {"authorname", bit(Mark::author) | bit(Mark::name)},
    {"authors", bit(Mark::author)},
    {"autor", bit(Mark::author)},
    {"autoren", bit(Mark::author)},
    {"autores", bit(Mark::author)},
    {"by", bit(Mark::byline)},
    {"byline", bit(Mark::byline)},
    {"bylines", bit(Mark::byline)},
    {"card", bit(Mark::chrome)},
    {"cards", bit(Mark::chrome)},
    {"carousel", bit(Mark::chrome)},
    {"comment", bit(Mark::chrome)},
    {"commentlist", bit(Mark::chrome)},
    {"comments", bit(Mark::chrome)},
    {"contributor", bit(Mark::author)},
    {"contributors", bit(Mark::author)},
    {"creator", bit(Mark::author)},
    {"date", bit(Mark::date)},
    {"dateline", bit(Mark::date)},
    {"datemodified", bit(Mark::date) | bit(Mark::modified)},
    {"datepublished", bit(Mark::date) | bit(Mark::published)},
    {"datetime", bit(Mark::date)},
    {"datum", bit(Mark::date)},
    {"deck", bit(Mark::dek)},
    {"dek", bit(Mark::dek)},
    {"fecha", bit(Mark::date)},
    {"fn", bit(Mark::name)},
    {"headline", bit(Mark::headline)},
    {"journalist", bit(Mark::author)},
    {"menu", bit(Mark::chrome)},
    {"modified", bit(Mark::modified)},
    {"more", bit(Mark::chrome)},
    {"nav", bit(Mark::chrome)},
    {"navigation", bit(Mark::chrome)},
    {"popular", bit(Mark::chrome)},
    {"posted", bit(Mark::published)},
    {"promo", bit(Mark::chrome)},
    {"pubdate", bit(Mark::date) | bit(Mark::published)},
    {"publish", bit(Mark::published)},
    {"publishdate", bit(Mark::date) | bit(Mark::published)},
    {"published", bit(Mark::published)},
    {"recent", bit(Mark::chrome)},
    {"recommended", bit(Mark::chrome)},
    {"related", bit(Mark::chrome)},
    {"sidebar", bit(Mark::chrome)},
    {"standfirst", bit(Mark::dek)},
    {"subhead", bit(Mark::dek)},
    {"subheadline", bit(Mark::dek)},
    {"subtitle", bit(Mark::dek)},
    {"teaser", bit(Mark::chrome)},
    {"teasers", bit(Mark::chrome)},
    {"time", bit(Mark::date)},
    {"timestamp", bit(Mark::date)},
    {"title", bit(Mark::headline)},
    {"trending", bit(Mark::chrome)},
    {"updated", bit(Mark::modified)},
    {"username", bit(Mark::author)},
    {"vcard", bit(Mark::author)},
    {"widget", bit(Mark::chrome)},
    {"writer", bit(Mark::author)},
    {"writers", bit(Mark::author)},
}};

static_assert([] {
  for (std::size_t i = 1; i < kClassWords.size(); ++i) {
    if (kClassWords[i].word <= kClassWords[i - 1].word) return false;
  }
  return true;
}());

unsigned marks_of_word(std::string_view word) {
  const auto entry =
      std::lower_bound(kClassWords.begin(), kClassWords.end(), word,
                       [](const ClassWord& e, std::string_view w) { return e.word < w; });
  return entry != kClassWords.end() && entry->word == word ? entry->marks : 0;
}

constexpr PhraseSieve kClassWordSieve = [] {
  PhraseSieve sieve;
  for (const ClassWord& entry : kClassWords) sieve.add(entry.word);
  return sieve;
}();

// What a byte is in a class name; anything else stands between its words.
enum class Letter : std::uint8_t { none, lower, upper };
constexpr auto kLetters = [] {
  std::array<Letter, 256> letters{};
  for (unsigned char c = 'a'; c <= 'z'; ++c) letters[c] = Letter::lower;
  for (unsigned char c = 'A'; c <= 'Z'; ++c) letters[c] = Letter::upper;
  return letters;
}();
Letter letter_at(std::string_view text, std::size_t at) {
  return at < text.size() ? kLetters[static_cast<unsigned char>(text[at])] : Letter::none;
}

// The end of the word that begins at `at`: letters, of which a capital begins the next word.
std::size_t end_of_word(std::string_view names, std::size_t at) {
  while (letter_at(names, at) == Letter::upper) ++at;
  while (letter_at(names, at) == Letter::lower) ++at;
  return at;
}

// The marks of all words of a class name or an id: "article-byline__author", "postAuthorName".
unsigned marks_of_names(std::string_view names) {
  constexpr std::string_view kBuilder = "elementor"; // calls every element a widget
  unsigned marks = 0;
  bool after_builder = false;
  for (std::size_t at = 0; at < names.size();) {
    if (letter_at(names, at) == Letter::none) {
      ++at;
      continue;
    }
    const std::size_t begin = at;
    at = end_of_word(names, begin);
    const std::string_view word = names.substr(begin, at - begin);
    if (word.size() <= kLongestToken && kClassWordSieve.may_hold(word)) {
      std::array<char, kLongestToken> lower;
      std::transform(word.begin(), word.end(), lower.begin(),
                     [](char c) { return ascii_lower(c); });
      const std::string_view whole(lower.data(), word.size());
      if (!after_builder || whole != "widget") marks |= marks_of_word(whole);
    }
    after_builder = word.size() == kBuilder.size() && equals_ignoring_case(word, kBuilder);
  }
  return marks;
}

unsigned marks_of_property(std::string_view value) {
  unsigned marks = 0;
  for (const std::string_view part : split(value, ' ')) {
    if (equals_ignoring_case(part, "author") || equals_ignoring_case(part, "creator") ||
        equals_ignoring_case(part, "dc:creator")) {
      marks |= bit(Mark::author);
    } else if (equals_ignoring_case(part, "datePublished") ||
               equals_ignoring_case(part, "dateCreated")) {
      marks |= bit(Mark::date) | bit(Mark::published);
    } else if (equals_ignoring_case(part, "dateModified")) {
      marks |= bit(Mark::date) | bit(Mark::modified);
    } else if (equals_ignoring_case(part, "headline")) {
      marks |= bit(Mark::headline);
    } else if (equals_ignoring_case(part, "alternativeHeadline")) {
      marks |= bit(Mark::dek);
    } else if (equals_ignoring_case(part, "comment")) {
      marks |= bit(Mark::chrome);
    } else if (equals_ignoring_case(part, "name")) {
      marks |= bit(Mark::name);
    }
  }
  return marks != 0 ? marks | bit(Mark::itemprop) : 0;
}

// The path of a page about an author: "/author/ann-lee", "/people/ann-lee", "member.php?u=7".
bool leads_to_author(std::string_view href) {
  constexpr std::string_view kFolders[] = {
      "author",   "autor",       "auteur",   "writer",   "contributor", "journalist",
      "profile/", "people/",     "staff/",   "reporter", "columnist",   "by/",
      "byline/",  "member.php?", "members/", "user/",    "users/"};
  constexpr ByteSet kFirstLetters("abcjmpruws");
  for (std::size_t at = href.find('/'); at != std::string_view::npos; at = href.find('/', at + 1)) {
    const std::string_view rest = href.substr(at + 1);
    if (rest.size() < 4) return false;
    if (!kFirstLetters.has(rest[0])) continue;
    for (const std::string_view folder : kFolders) {
      if (folder[0] == rest[0] && rest.size() > folder.size() && rest.starts_with(folder))
        return true;
    }
  }
  return false;
}

enum class AttributeUse : std::uint8_t { none, names, properties, hides, style, datetime, address };

// Told apart by their lengths first: most attributes are none of these.
AttributeUse use_of_attribute(std::string_view name) {
  const auto use_if = [](bool is_it, AttributeUse use) { return is_it ? use : AttributeUse::none; };
  switch (name.size()) {
    case 2:
      return use_if(name == "id", AttributeUse::names);
    case 3:
      return use_if(name == "rel", AttributeUse::properties);
    case 4:
      return use_if(name == "href", AttributeUse::address);
    case 5:
      return name == "class" ? AttributeUse::names : use_if(name == "style", AttributeUse::style);
    case 6:
      return use_if(name == "hidden", AttributeUse::hides);
    case 7:
      return use_if(name == "data-qa", AttributeUse::names);
    case 8:
      if (name == "datetime") return AttributeUse::datetime;
      return use_if(name == "itemprop" || name == "property", AttributeUse::properties);
    case 9:
      return use_if(name == "data-test", AttributeUse::names);
    case 11:
      return use_if(name == "data-testid", AttributeUse::names);
    case 14:
      return use_if(name == "data-component", AttributeUse::names);
    default:
      return AttributeUse::none;
  }
}

class Walk {
 public:
  Walk(const Dom& dom, PageFacts& facts) : dom_(dom), facts_(facts) {}

  void run() {
    for (NodeId node = 0; node < dom_.size();) {
      while (region_ >= 0 && facts_.regions[static_cast<std::size_t>(region_)].end <= node) {
        region_ = facts_.regions[static_cast<std::size_t>(region_)].parent;
      }
      node = dom_.is_text(node) ? node + 1 : visit(node);
    }
  }

 private:
  // The node to go on with: behind the subtree of elements whose inside says nothing.
  NodeId visit(NodeId node) {
    switch (dom_.tag(node)) {
      case Tag::meta:
        read_meta(node);
        return node + 1;
      case Tag::link:
        read_link(node);
        return node + 1;
      case Tag::script:
        read_script(node);
        return dom_.end(node);
      case Tag::style:
      case Tag::svg:
      case Tag::template_:
        return dom_.end(node);
      case Tag::title:
        if (facts_.title.empty()) {
          std::string text;
          dom_.append_text(node, text);
          facts_.title = claim_text(first_bytes(text, kLongestTitle));
        }
        return dom_.end(node);
      case Tag::html:
        facts_.language = dom_.attribute(node, "lang");
        if (facts_.language.empty()) facts_.language = dom_.attribute(node, "xml:lang");
        facts_.direction = dom_.attribute(node, "dir");
        return node + 1;
      default:
        read_element(node);
        return node + 1;
    }
  }

  void read_meta(NodeId node) {
    if (facts_.metas.size() >= kMostMetas) return;
    std::string_view key;
    std::string_view content;
    std::string_view equivalent;
    for (const Attribute* a = dom_.attributes_begin(node); a != dom_.attributes_end(node); ++a) {
      if (a->name == "content" || (a->name == "value" && content.empty()))
        content = a->value;
      else if (a->name == "property" || (a->name == "name" && key.empty()))
        key = a->value;
      else if (a->name == "itemprop" && key.empty())
        key = a->value;
      else if (a->name == "http-equiv")
        equivalent = a->value;
    }
    if (key.empty()) key = equivalent;
    content = trim(content);
    if (key.empty() || content.empty()) return;
    // "og:title article:title" happens; so does a microdata name inside an author element.
    if (region_ >= 0 && dom_.has_attribute(node, "itemprop")) return;
    for (const std::string_view part : split(trim(key), ' ')) {
      if (!part.empty()) facts_.metas.push_back({ascii_lower(part), content});
    }
  }

  void read_link(NodeId node) {
    const std::string_view rel = dom_.attribute(node, "rel");
    const std::string_view href = dom_.attribute(node, "href");
    if (href.empty()) return;
    if (equals_ignoring_case(rel, "canonical") && facts_.canonical.empty())
      facts_.canonical = href;
    else if (equals_ignoring_case(rel, "amphtml"))
      facts_.amp = href;
    else if (equals_ignoring_case(rel, "image_src"))
      facts_.image_link = href;
  }

  void read_script(NodeId node) {
    const NodeId child = dom_.first_child(node);
    if (child == kNoNode || !dom_.is_text(child)) return;
    if (contains_ignoring_case(dom_.attribute(node, "type"), "ld+json"))
      facts_.json_ld.push_back(dom_[child].text);
    else if (facts_.scripts.size() < kMostScripts)
      facts_.scripts.push_back(dom_[child].text);
  }

  void read_element(NodeId node) {
    const Tag tag = dom_.tag(node);
    unsigned marks = 0;
    bool hidden = false;
    bool has_datetime = false;
    for (const Attribute* a = dom_.attributes_begin(node); a != dom_.attributes_end(node); ++a) {
      switch (use_of_attribute(a->name)) {
        case AttributeUse::names:
          marks |= marks_of_names_.get(a->value, marks_of_names);
          break;
        case AttributeUse::properties:
          marks |= marks_of_property(a->value);
          break;
        case AttributeUse::hides:
          hidden = true;
          break;
        case AttributeUse::style:
          hidden = hidden || hides_by_style(a->value);
          break;
        case AttributeUse::datetime:
          has_datetime = true;
          break;
        case AttributeUse::address:
          if (tag == Tag::a && leads_to_author(a->value)) marks |= bit(Mark::profile);
          break;
        case AttributeUse::none:
          break;
      }
    }
    if (tag == Tag::nav || tag == Tag::aside || (tag == Tag::footer && !stands_in_article(node))) {
      marks |= bit(Mark::chrome);
    }
    const bool is_root = tag == Tag::body || tag == Tag::main;
    if (!is_root && (hidden || (marks & bit(Mark::chrome)) != 0) && dom_.end(node) - node > 1 &&
        facts_.regions.size() < kMostRegions) {
      facts_.regions.push_back({node, dom_.end(node), region_, hidden});
      region_ = static_cast<std::int32_t>(facts_.regions.size()) - 1;
    }
    const bool is_heading = tag >= Tag::h1 && tag <= Tag::h6;
    if (is_heading || ((marks & bit(Mark::headline)) != 0 && may_be_headline(node))) {
      if (facts_.headings.size() < kMostHeadings) {
        const int level = is_heading ? static_cast<int>(tag) - static_cast<int>(Tag::h1) + 1 : 7;
        facts_.headings.push_back(
            {node, static_cast<std::uint8_t>(level), (marks & bit(Mark::headline)) != 0, region_});
      }
    }
    if (tag == Tag::address) marks |= bit(Mark::profile);
    constexpr unsigned kWanted = bit(Mark::profile) | bit(Mark::author) | bit(Mark::byline) |
                                 bit(Mark::date) | bit(Mark::published) | bit(Mark::modified) |
                                 bit(Mark::dek);
    if (tag == Tag::time || has_datetime) marks |= bit(Mark::date);
    if ((marks & kWanted) != 0 && !is_root && facts_.marked.size() < kMostMarked) {
      facts_.marked.push_back({node, marks, region_});
    }
  }

  // Blogs put author and date into a footer of the article.
  bool stands_in_article(NodeId node) const {
    constexpr int kLevels = 4;
    NodeId up = dom_.parent(node);
    for (int i = 0; i < kLevels && up != kNoNode; ++i, up = dom_.parent(up)) {
      if (dom_.tag(up) == Tag::article || dom_.tag(up) == Tag::main) return true;
      if (dom_.tag(up) == Tag::body) return false;
      const std::string_view name = dom_.attribute(up, "class");
      if (name.find("post") != std::string_view::npos ||
          name.find("entry") != std::string_view::npos)
        return true;
    }
    return false;
  }

  // An element that calls itself the headline is one when it holds little more than a line.
  bool may_be_headline(NodeId node) const {
    constexpr NodeId kMostNodes = 12;
    return dom_.end(node) - node <= kMostNodes;
  }

  static constexpr std::size_t kLongestTitle = 2000;

  const Dom& dom_;
  PageFacts& facts_;
  TextMemo<unsigned> marks_of_names_;
  std::int32_t region_ = -1;
};

} // namespace

std::string_view PageFacts::meta(std::string_view key) const {
  for (const MetaTag& tag : metas) {
    if (tag.key == key) return tag.content;
  }
  return {};
}

std::vector<std::string_view> PageFacts::metas_named(std::string_view key) const {
  std::vector<std::string_view> contents;
  for (const MetaTag& tag : metas) {
    if (tag.key == key) contents.push_back(tag.content);
  }
  return contents;
}

bool PageFacts::is_chrome(std::int32_t region, NodeId inside) const {
  for (; region >= 0; region = regions[static_cast<std::size_t>(region)].parent) {
    const ChromeRegion& r = regions[static_cast<std::size_t>(region)];
    if (inside == kNoNode || inside < r.begin || inside >= r.end) return true;
  }
  return false;
}

PageFacts read_page_facts(const Dom& dom) {
  PageFacts facts;
  Walk(dom, facts).run();
  return facts;
}

} // namespace lectern
