#include "metadata/page_facts.hpp"

#include <algorithm>
#include <array>

#include "base/text.hpp"
#include "base/text_memo.hpp"
#include "base/utf8.hpp"
#include "metadata/claim_text.hpp"

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

// The lengths of kClassWords by their first letter, as bits: most words of class names are sorted
// out by them.
constexpr std::array<std::uint32_t, 26> lengths_by_letter() {
  std::array<std::uint32_t, 26> lengths{};
  for (const ClassWord& entry : kClassWords) {
    lengths[static_cast<std::size_t>(entry.word[0] - 'a')] |= 1u << entry.word.size();
  }
  return lengths;
}

bool is_letter(char c) { return ascii_lower(c) >= 'a' && ascii_lower(c) <= 'z'; }
bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }

// The marks of all words of a class name or an id: "article-byline__author", "postAuthorName".
unsigned marks_of_names(std::string_view names) {
  constexpr std::array<std::uint32_t, 26> kLengths = lengths_by_letter();
  constexpr std::string_view kBuilder = "elementor"; // calls every element a widget
  unsigned marks = 0;
  bool after_builder = false;
  for (std::size_t at = 0; at < names.size();) {
    if (!is_letter(names[at])) {
      ++at;
      continue;
    }
    const std::size_t begin = at++;
    while (at < names.size() && is_letter(names[at]) &&
           (!is_upper(names[at]) || is_upper(names[at - 1])))
      ++at;
    const std::string_view word = names.substr(begin, at - begin);
    const auto letter = static_cast<std::size_t>(ascii_lower(word[0]) - 'a');
    if (word.size() > 1 && word.size() <= kLongestToken &&
        (kLengths[letter] >> word.size() & 1u) != 0) {
      std::array<char, kLongestToken> lower;
      std::transform(word.begin(), word.end(), lower.begin(),
                     [](char c) { return ascii_lower(c); });
      const std::string_view whole(lower.data(), word.size());
      if (!after_builder || whole != "widget") marks |= marks_of_word(whole);
    }
    after_builder = equals_ignoring_case(word, kBuilder);
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
  for (std::size_t at = href.find('/'); at != std::string_view::npos; at = href.find('/', at + 1)) {
    const std::string_view rest = href.substr(at + 1);
    if (rest.size() < 4) return false;
    const char first = ascii_lower(rest[0]);
    for (const std::string_view folder : kFolders) {
      if (folder[0] == first && rest.size() > folder.size() && rest.starts_with(folder))
        return true;
    }
  }
  return false;
}

bool hides(std::string_view style) {
  if (style.size() < 12 || (style.find("one") == std::string_view::npos &&
                            style.find("idden") == std::string_view::npos)) {
    return false;
  }
  std::string packed;
  for (const char c : style.substr(0, 400)) {
    if (!is_ascii_space(c)) packed += ascii_lower(c);
  }
  return packed.find("display:none") != std::string::npos ||
         packed.find("visibility:hidden") != std::string::npos;
}

bool is_silent(Tag tag) {
  return tag == Tag::script || tag == Tag::style || tag == Tag::template_ || tag == Tag::svg ||
         tag == Tag::textarea || tag == Tag::select || tag == Tag::iframe || tag == Tag::noscript;
}

bool breaks_line(Tag tag) {
  switch (tag) {
    case Tag::a:
    case Tag::b:
    case Tag::i:
    case Tag::em:
    case Tag::strong:
    case Tag::span:
    case Tag::mark:
    case Tag::small:
    case Tag::sub:
    case Tag::sup:
    case Tag::u:
    case Tag::font:
    case Tag::abbr:
    case Tag::q:
    case Tag::cite:
    case Tag::bdi:
    case Tag::bdo:
    case Tag::wbr:
    case Tag::time:
    case Tag::del:
    case Tag::ins:
    case Tag::code:
    case Tag::nobr:
    case Tag::s:
    case Tag::unknown:
    case Tag::foreign:
      return false;
    default:
      return true;
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
      const std::string_view name = a->name;
      if (name == "class" || name == "id" || name == "data-testid" || name == "data-component" ||
          name == "data-qa" || name == "data-test") {
        marks |= marks_of_names_.get(a->value, marks_of_names);
      } else if (name == "itemprop" || name == "rel" || name == "property") {
        marks |= marks_of_property(a->value);
      } else if (name == "hidden") {
        hidden = true;
      } else if (name == "style") {
        hidden = hidden || hides(a->value);
      } else if (name == "datetime") {
        has_datetime = true;
      } else if (name == "href" && tag == Tag::a && leads_to_author(a->value)) {
        marks |= bit(Mark::profile);
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

std::vector<std::string> visible_lines(const Dom& dom, NodeId begin, NodeId end, std::size_t limit,
                                       bool space_elements) {
  std::vector<std::string> lines;
  std::vector<NodeId> open_blocks; // their ends
  std::string text;
  std::size_t read = 0;
  NodeId text_parent = kNoNode;
  const auto finish = [&] {
    std::string line = claim_text(text);
    if (!line.empty()) lines.push_back(std::move(line));
    text.clear();
  };
  for (NodeId at = begin; at < end && read < limit;) {
    while (!open_blocks.empty() && at >= open_blocks.back()) {
      finish();
      open_blocks.pop_back();
    }
    if (dom.is_text(at)) {
      if (space_elements && dom.parent(at) != text_parent) text += ' ';
      text_parent = dom.parent(at);
      const std::string_view part = first_bytes(dom[at].text, limit);
      text.append(part);
      read += part.size();
      ++at;
      continue;
    }
    if (is_silent(dom.tag(at)) ||
        (at != begin && (dom.has_attribute(at, "hidden") || hides(dom.attribute(at, "style"))))) {
      at = dom.end(at);
      continue;
    }
    if (breaks_line(dom.tag(at))) {
      finish();
      if (dom.end(at) - at > 1) open_blocks.push_back(dom.end(at));
    }
    ++read;
    ++at;
  }
  finish();
  return lines;
}

std::string visible_text(const Dom& dom, NodeId node, std::size_t limit) {
  std::string text;
  for (const std::string& line :
       visible_lines(dom, node, dom.is_text(node) ? node + 1 : dom.end(node), limit)) {
    if (!text.empty()) text += ' ';
    text += line;
  }
  return text;
}

} // namespace lectern
