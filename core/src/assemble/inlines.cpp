// One walk over a node range: what each element is in a line of text, and what of it is left out.

#include "assemble/inlines.hpp"

#include <algorithm>
#include <utility>

#include "assemble/images.hpp"
#include "assemble/inline_elements.hpp"
#include "assemble/inline_writer.hpp"
#include "assemble/markup_hints.hpp"
#include "assemble/math.hpp"
#include "assemble/sidenotes.hpp"
#include "base/text.hpp"
#include "document/parted_words.hpp"

namespace lectern {
namespace {

constexpr std::string_view kNoBreakSpace = "\xC2\xA0";
constexpr std::string_view kIdeographicSpace = "\xE3\x80\x80";
// Elements that are open around a block are written anew in each one: people nest three or four.
constexpr std::ptrdiff_t kMaxOpenElements = 12;

class InlineBuilder {
 public:
  InlineBuilder(const Page& page, const InlineOptions& options)
      : page_(page),
        dom_(page.dom),
        options_(options),
        out_(options.keeps_lines, options.keeps_lists) {}

  Inlines build(NodeId first, NodeId last) {
    if (first >= last) return {};
    open_what_surrounds(first);
    std::size_t next_excluded = 0;
    for (NodeId node = first; node < last;) {
      out_.close_until(node);
      while (next_excluded < options_.excluded.size() && options_.excluded[next_excluded] < node)
        ++next_excluded;
      if (next_excluded < options_.excluded.size() && options_.excluded[next_excluded] == node) {
        out_.note_border(dom_.tag(node));
        node = dom_.end(node);
        continue;
      }
      node = dom_.is_text(node) ? add_text(node) : add_element(node, last);
    }
    return out_.finish();
  }

 private:
  // Ancestors of the first node that are inline, outermost first. Above the block element itself
  // links and emphasis alone reach into it.
  void open_what_surrounds(NodeId first) {
    std::vector<NodeId> above;
    bool is_inside_block = options_.block != kNoNode && first != options_.block;
    for (NodeId node = dom_.parent(first); node != kNoNode; node = dom_.parent(node)) {
      if (node == options_.block) is_inside_block = false;
      const Tag tag = dom_.tag(node);
      if (tag == Tag::body || tag == Tag::html) break;
      const bool reaches_in = tag == Tag::a || tag == Tag::strong || tag == Tag::b ||
                              tag == Tag::em || tag == Tag::i || tag == Tag::del || tag == Tag::s ||
                              tag == Tag::ins;
      if (is_inside_block || reaches_in) above.push_back(node);
    }
    constexpr auto kMost = static_cast<std::size_t>(kMaxOpenElements);
    for (auto node = above.rbegin(); node != above.rend() && out_.open().size() < kMost; ++node)
      push(*node);
  }

  void push(NodeId node) {
    std::optional<Inline> start = inline_element(page_, node);
    if (!start || is_redundant(*start)) return;
    out_.open_inline(dom_.end(node), std::move(*start));
  }

  bool is_redundant(const Inline& start) const {
    if (options_.is_heading && start.tag == InlineTag::strong) return true;
    const auto is_inline = [](const InlineWriter::Open& open) { return open.is_inline; };
    if (std::count_if(out_.open().begin(), out_.open().end(), is_inline) >= kMaxOpenElements)
      return true;
    const bool can_nest = start.tag == InlineTag::span || start.tag == InlineTag::quote ||
                          start.tag == InlineTag::sub || start.tag == InlineTag::sup;
    if (can_nest) return false;
    return std::any_of(out_.open().begin(), out_.open().end(), [&](const InlineWriter::Open& open) {
      return open.is_inline && open.start.tag == start.tag;
    });
  }

  // A list in a cell stays one where nothing but its own kind is open around it: no element of
  // prose may hold a list.
  bool push_list_part(NodeId node) {
    if (!options_.keeps_lists) return false;
    const std::optional<InlineTag> tag = list_part(dom_, node);
    if (!tag || std::count_if(out_.open().begin(), out_.open().end(),
                              [](const InlineWriter::Open& open) { return open.is_inline; }) >=
                    kMaxOpenElements)
      return false;
    const InlineWriter::Open* around = nullptr;
    for (const InlineWriter::Open& open : out_.open()) {
      if (!open.is_inline) continue;
      if (!is_list_part(open.start.tag)) return false;
      around = &open;
    }
    const bool is_item = *tag == InlineTag::list_item;
    if (is_item ? around == nullptr || around->start.tag == InlineTag::list_item
                : around != nullptr && around->start.tag != InlineTag::list_item)
      return false;
    out_.note_border(dom_.tag(node));
    Inline start;
    start.type = Inline::Type::open;
    start.tag = *tag;
    out_.open_inline(dom_.end(node), std::move(start));
    return true;
  }

  NodeId add_element(NodeId node, NodeId last) {
    const Tag tag = dom_.tag(node);
    if (std::optional<Formula> formula = read_formula(dom_, node)) {
      if (!formula->content.text.empty() || !formula->content.markup.empty())
        out_.add_content(std::move(formula->content));
      return std::min(formula->end, last);
    }
    if (is_sidenote(dom_, node) && options_.block != kNoNode) {
      push_sidenote(node);
      return node + 1;
    }
    if (is_skipped(dom_, node) || is_icon_for_eyes(node) || is_control(node)) return dom_.end(node);
    if (tag == Tag::br) {
      out_.note_break();
      return dom_.end(node);
    }
    if (tag == Tag::img || tag == Tag::amp_img) {
      add_image(node);
      return dom_.end(node);
    }
    if (push_list_part(node)) return node + 1;
    if (is_block_element(tag)) {
      out_.open_block(dom_.end(node), tag);
      std::optional<Inline> locale = locale_of_block(page_, node);
      if (locale && !is_redundant(*locale)) out_.open_inline(dom_.end(node), std::move(*locale));
    } else {
      push(node);
    }
    return node + 1;
  }

  void push_sidenote(NodeId node) {
    Inline start;
    start.type = Inline::Type::open;
    start.url = kSidenote;
    out_.open_inline(dom_.end(node), std::move(start));
  }

  // A button, unless it is a word of a sentence or the title of what it unfolds.
  bool is_control(NodeId node) const {
    if (dom_.tag(node) != Tag::button) return false;
    if (options_.block != kNoNode) {
      const Tag block = dom_.tag(options_.block);
      if (options_.is_heading || block == Tag::summary || block == Tag::dt) return false;
    }
    const NodeId after = dom_.end(node);
    const auto has_words = [&](NodeId text) {
      return text < dom_.size() && dom_.is_text(text) && dom_.parent(text) == dom_.parent(node) &&
             !trim(dom_[text].text).empty();
    };
    return !has_words(node - 1) || !has_words(after);
  }

  // Signs drawn as text (arrows, permalinks, icon fonts) and kept from assistive technology.
  bool is_icon_for_eyes(NodeId node) const {
    const DomNode& element = dom_[node];
    if (element.attribute_count == 0) return false;
    if (element.tag == Tag::a &&
        has_class(dom_, node, {"anchor", "permalink", "headerlink", "header-anchor"})) {
      return element.end - node <= 3 ||
             equals_ignoring_case(dom_.attribute(node, "aria-hidden"), "true");
    }
    if (has_class(dom_, node,
                  {"material-icons", "material-icons-outlined", "material-symbols-outlined"}))
      return true;
    if (!equals_ignoring_case(dom_.attribute(node, "aria-hidden"), "true")) return false;
    constexpr NodeId kSmallSubtree = 4;
    if (element.end - node > kSmallSubtree) return false;
    std::string text;
    dom_.append_text(node, text);
    return count_tokens(text) == 0;
  }

  void add_image(NodeId node) {
    if (is_emoji(page_, node)) {
      const std::string alt = fold_space(dom_.attribute(node, "alt"));
      if (!alt.empty()) out_.add_run(alt);
      return;
    }
    if (!options_.with_images) return;
    std::optional<Image> image = read_image(page_, node);
    if (!image) return;
    Inline inline_image;
    inline_image.type = Inline::Type::image;
    inline_image.text = std::move(image->alt);
    inline_image.url = std::move(image->url);
    inline_image.width = image->width;
    inline_image.height = image->height;
    out_.add_content(std::move(inline_image));
  }

  NodeId add_text(NodeId node) {
    const std::string_view text = dom_[node].text;
    if (begins_apart(dom_, node)) out_.note_space();
    std::size_t at = 0;
    while (at < text.size()) {
      if (is_ascii_space(text[at])) {
        out_.note_space();
        ++at;
        continue;
      }
      if (const std::size_t padding = length_of_padding(text, at);
          padding > 0 && out_.is_at_line_start()) {
        at += padding;
        continue;
      }
      if (const std::size_t invisible = length_of_invisible(text, at); invisible > 0) {
        at += invisible;
        continue;
      }
      // Plain words with single spaces between them are written as they are.
      std::size_t end = end_of_folded_run(text, at);
      while (end < text.size() && !is_ascii_space(text[end]) && length_of_invisible(text, end) == 0)
        ++end;
      out_.add_run(text.substr(at, end - at));
      at = end;
    }
    return dom_.end(node);
  }

  // Spaces that pages indent lines with: no-break ones, and those as wide as a character.
  static std::size_t length_of_padding(std::string_view text, std::size_t at) {
    for (const std::string_view space : {kNoBreakSpace, kIdeographicSpace})
      if (text.substr(at, space.size()) == space) return space.size();
    return 0;
  }

  // Zero-width spaces and byte order marks, which break words when copied or searched.
  static std::size_t length_of_invisible(std::string_view text, std::size_t at) {
    if (text[at] != '\xE2' && text[at] != '\xEF') return 0;
    const std::string_view next = text.substr(at, 3);
    return next == "\xE2\x80\x8B" || next == "\xEF\xBB\xBF" ? next.size() : 0;
  }

  const Page& page_;
  const Dom& dom_;
  const InlineOptions& options_;
  InlineWriter out_;
};

} // namespace

Inlines build_inlines(const Page& page, NodeId first, NodeId last, const InlineOptions& options) {
  return InlineBuilder(page, options).build(first, last);
}

} // namespace lectern
