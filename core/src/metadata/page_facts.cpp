#include "metadata/page_facts.hpp"

#include <algorithm>
#include <array>

#include "base/text.hpp"
#include "base/text_memo.hpp"
#include "base/utf8.hpp"
#include "metadata/claim_text.hpp"
#include "metadata/visible_lines.hpp"

namespace lectern {
namespace {

constexpr std::size_t kMostMetas = 400;
constexpr std::size_t kMostHeadings = 300;
constexpr std::size_t kMostMarked = 600;
constexpr std::size_t kMostRegions = 4000;
constexpr std::size_t kMostScripts = 200;

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
                                 bit(Mark::date) | bit(Mark::published) | bit(Mark::modified);
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

bool PageFacts::is_chrome_at(NodeId node, NodeId inside) const {
  const auto behind =
      std::upper_bound(regions.begin(), regions.end(), node,
                       [](NodeId n, const ChromeRegion& region) { return n < region.begin; });
  auto region = static_cast<std::int32_t>(behind - regions.begin()) - 1;
  while (region >= 0 && regions[static_cast<std::size_t>(region)].end <= node)
    region = regions[static_cast<std::size_t>(region)].parent;
  return is_chrome(region, inside);
}

PageFacts read_page_facts(const Dom& dom) {
  PageFacts facts;
  Walk(dom, facts).run();
  return facts;
}

} // namespace lectern
