// One walk over a node range. Spaces, line breaks and opening elements wait until something visible
// follows: so white space folds across element borders, spaces stand outside of emphasis, and
// elements that hold nothing are never written.

#include "assemble/inlines.hpp"

#include <algorithm>
#include <utility>

#include "assemble/images.hpp"
#include "assemble/inline_elements.hpp"
#include "assemble/markup_hints.hpp"
#include "assemble/math.hpp"
#include "assemble/sidenotes.hpp"
#include "base/text.hpp"

namespace lectern {
namespace {

constexpr std::string_view kNoBreakSpace = "\xC2\xA0";
// Elements that are open around a block are written anew in each one: people nest three or four.
constexpr std::ptrdiff_t kMaxOpenElements = 12;
constexpr int kMaxPartsOfRun = 64; // a longer run of bold is not joined to the next

class InlineBuilder {
 public:
  InlineBuilder(const Page& page, const InlineOptions& options)
      : page_(page), dom_(page.dom), options_(options) {}

  Inlines build(NodeId first, NodeId last) {
    if (first >= last) return {};
    open_what_surrounds(first);
    std::size_t next_excluded = 0;
    for (NodeId node = first; node < last;) {
      close_until(node);
      while (next_excluded < options_.excluded.size() && options_.excluded[next_excluded] < node)
        ++next_excluded;
      if (next_excluded < options_.excluded.size() && options_.excluded[next_excluded] == node) {
        note_border(dom_.tag(node));
        node = dom_.end(node);
        continue;
      }
      node = dom_.is_text(node) ? add_text(node) : add_element(node, last);
    }
    while (!open_.empty()) close_last();
    trim_end();
    return std::move(out_);
  }

 private:
  struct Open {
    NodeId end;
    Inline start;   // what it opens
    bool is_inline; // false: a block element, whose border parts text
    bool is_written;
    Tag tag = Tag::div; // of a block element
  };

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
    for (auto node = above.rbegin(); node != above.rend() && open_.size() < kMost; ++node)
      push(*node);
  }

  void push(NodeId node) {
    std::optional<Inline> start = inline_element(page_, node);
    if (!start || is_redundant(*start)) return;
    open_.push_back({dom_.end(node), std::move(*start), true, false});
    has_waiting_elements_ = true;
  }

  bool is_redundant(const Inline& start) const {
    if (options_.is_heading && start.tag == InlineTag::strong) return true;
    const auto is_inline = [](const Open& open) { return open.is_inline; };
    if (std::count_if(open_.begin(), open_.end(), is_inline) >= kMaxOpenElements) return true;
    const bool can_nest = start.tag == InlineTag::span || start.tag == InlineTag::quote ||
                          start.tag == InlineTag::sub || start.tag == InlineTag::sup;
    if (can_nest) return false;
    return std::any_of(open_.begin(), open_.end(), [&](const Open& open) {
      return open.is_inline && open.start.tag == start.tag;
    });
  }

  // A list in a cell stays one where nothing but its own kind is open around it: no element of
  // prose may hold a list.
  bool push_list_part(NodeId node) {
    if (!options_.keeps_lists) return false;
    const std::optional<InlineTag> tag = list_part(dom_, node);
    if (!tag || std::count_if(open_.begin(), open_.end(),
                              [](const Open& open) { return open.is_inline; }) >= kMaxOpenElements)
      return false;
    const Open* around = nullptr;
    for (const Open& open : open_) {
      if (!open.is_inline) continue;
      if (!is_list_part(open.start.tag)) return false;
      around = &open;
    }
    const bool is_item = *tag == InlineTag::list_item;
    if (is_item ? around == nullptr || around->start.tag == InlineTag::list_item
                : around != nullptr && around->start.tag != InlineTag::list_item)
      return false;
    note_border(dom_.tag(node));
    Inline start;
    start.type = Inline::Type::open;
    start.tag = *tag;
    open_.push_back({dom_.end(node), std::move(start), true, false});
    has_waiting_elements_ = true;
    return true;
  }

  NodeId add_element(NodeId node, NodeId last) {
    const Tag tag = dom_.tag(node);
    if (std::optional<Formula> formula = read_formula(dom_, node)) {
      if (!formula->content.text.empty() || !formula->content.markup.empty())
        add_content(std::move(formula->content));
      return std::min(formula->end, last);
    }
    if (is_sidenote(dom_, node) && options_.block != kNoNode) {
      push_sidenote(node);
      return node + 1;
    }
    if (is_skipped(dom_, node) || is_icon_for_eyes(node) || is_control(node)) return dom_.end(node);
    if (tag == Tag::br) {
      pending_break_ = true;
      return dom_.end(node);
    }
    if (tag == Tag::img || tag == Tag::amp_img) {
      add_image(node);
      return dom_.end(node);
    }
    if (push_list_part(node)) return node + 1;
    if (is_block_element(tag)) {
      note_border(tag);
      open_.push_back({dom_.end(node), {}, false, false, tag});
      std::optional<Inline> locale = locale_of_block(page_, node);
      if (locale && !is_redundant(*locale)) {
        open_.push_back({dom_.end(node), std::move(*locale), true, false});
        has_waiting_elements_ = true;
      }
    } else {
      push(node);
    }
    return node + 1;
  }

  void push_sidenote(NodeId node) {
    Inline start;
    start.type = Inline::Type::open;
    start.url = kSidenote;
    open_.push_back({dom_.end(node), std::move(start), true, false});
    has_waiting_elements_ = true;
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
      if (!alt.empty()) add_run(alt);
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
    add_content(std::move(inline_image));
  }

  NodeId add_text(NodeId node) {
    const std::string_view text = dom_[node].text;
    std::size_t at = 0;
    while (at < text.size()) {
      if (is_ascii_space(text[at])) {
        pending_space_ = true;
        ++at;
        continue;
      }
      if (is_at_line_start() && text.substr(at, kNoBreakSpace.size()) == kNoBreakSpace) {
        at += kNoBreakSpace.size();
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
      add_run(text.substr(at, end - at));
      at = end;
    }
    return dom_.end(node);
  }

  // Zero-width spaces and byte order marks, which break words when copied or searched.
  static std::size_t length_of_invisible(std::string_view text, std::size_t at) {
    if (text[at] != '\xE2' && text[at] != '\xEF') return 0;
    const std::string_view next = text.substr(at, 3);
    return next == "\xE2\x80\x8B" || next == "\xEF\xBB\xBF" ? next.size() : 0;
  }

  bool is_at_line_start() const { return !has_content_ || pending_break_; }

  // A border between blocks: what follows is apart from what went before.
  void note_border(Tag tag) {
    if (!is_block_element(tag)) return;
    // The cells of a row stand on one line where a table's text stands in another's cell.
    const bool is_cell = tag == Tag::td || tag == Tag::th;
    if (options_.keeps_lines && !is_cell) pending_break_ = true;
    pending_space_ = true;
  }

  bool is_beside_item() const {
    const bool ends_item =
        !out_.empty() && out_.back().type == Inline::Type::close && is_list_part(out_.back().tag);
    return ends_item ||
           (has_waiting_elements_ && std::any_of(open_.begin(), open_.end(), [](const Open& open) {
              return open.is_inline && !open.is_written && is_list_part(open.start.tag);
            }));
  }

  void write_waiting() {
    if (options_.keeps_lists && is_beside_item()) {
      pending_break_ = pending_space_ = false; // items begin and end lines
    } else if (has_content_ && pending_break_) {
      out_.emplace_back().type = Inline::Type::line_break;
    } else if (has_content_ && pending_space_) {
      append_to_text(" ");
    }
    pending_break_ = pending_space_ = false;
    has_content_ = true;
    if (!has_waiting_elements_) return;
    has_waiting_elements_ = false;
    for (Open& open : open_) {
      if (!open.is_inline || open.is_written) continue;
      open.is_written = true;
      if (continues_last_close(open.start)) {
        out_.pop_back();
      } else {
        out_.push_back(open.start);
      }
    }
  }

  // "<b>one</b><b>two</b>" is one bold run.
  bool continues_last_close(const Inline& start) const {
    if (out_.empty() || out_.back().type != Inline::Type::close || out_.back().tag != start.tag)
      return false;
    if (start.tag == InlineTag::sup || start.tag == InlineTag::sub ||
        start.tag == InlineTag::quote || is_list_part(start.tag))
      return false;
    if (start.tag == InlineTag::ruby_text || start.tag == InlineTag::ruby ||
        start.tag == InlineTag::time)
      return false;
    int depth = 0; // find what the last close opened
    int parts_left = kMaxPartsOfRun;
    for (auto part = out_.rbegin(); part != out_.rend() && parts_left > 0; ++part, --parts_left) {
      if (part->type == Inline::Type::close) ++depth;
      if (part->type != Inline::Type::open || --depth > 0) continue;
      return part->url == start.url && part->language == start.language &&
             part->direction == start.direction;
    }
    return false;
  }

  void append_to_text(std::string_view text) {
    if (out_.empty() || out_.back().type != Inline::Type::text) out_.emplace_back();
    out_.back().text += text;
  }

  void add_run(std::string_view text) {
    write_waiting();
    append_to_text(text);
  }

  void add_content(Inline part) {
    write_waiting();
    out_.push_back(std::move(part));
  }

  void close_last() {
    const Open& open = open_.back();
    if (!open.is_inline) {
      note_border(open.tag);
    } else if (open.is_written) {
      if (is_list_part(open.start.tag)) note_border(Tag::li);
      Inline& close = out_.emplace_back();
      close.type = Inline::Type::close;
      close.tag = open.start.tag;
    }
    open_.pop_back();
  }

  void close_until(NodeId node) {
    while (!open_.empty() && open_.back().end <= node) close_last();
  }

  // No-break spaces at the end, where pages put them as padding.
  void trim_end() {
    for (auto part = out_.rbegin(); part != out_.rend(); ++part) {
      if (part->type == Inline::Type::close) continue;
      if (part->type != Inline::Type::text) return;
      std::string& text = part->text;
      while (text.size() > kNoBreakSpace.size() &&
             (text.back() == ' ' || text.compare(text.size() - kNoBreakSpace.size(),
                                                 kNoBreakSpace.size(), kNoBreakSpace) == 0)) {
        text.resize(text.size() - (text.back() == ' ' ? 1 : kNoBreakSpace.size()));
      }
      return;
    }
  }

  const Page& page_;
  const Dom& dom_;
  const InlineOptions& options_;
  Inlines out_;
  std::vector<Open> open_;
  bool has_content_ = false;
  bool has_waiting_elements_ = false;
  bool pending_space_ = false;
  bool pending_break_ = false;
};

} // namespace

Inlines build_inlines(const Page& page, NodeId first, NodeId last, const InlineOptions& options) {
  return InlineBuilder(page, options).build(first, last);
}

} // namespace lectern
