// One loop over the body in document order. Text gathers in a run; a block element's border, two
// line breaks or a whole-element block ends the run. The run's place (innermost block element)
// decides its shape.
#include "document/build_document.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "base/utf8.hpp"
#include "document/element_queries.hpp"
#include "document/element_table.hpp"
#include "document/embed_elements.hpp"

namespace lectern {
namespace {

constexpr int kLevelsToLookUp = 4; // how far a div or p may stand inside the li or heading it fills

bool is_heading(Tag tag) { return tag >= Tag::h1 && tag <= Tag::h6; }

std::uint8_t level_of(Tag tag) {
  return static_cast<std::uint8_t>(static_cast<int>(tag) - static_cast<int>(Tag::h1) + 1);
}

/// Letters and digits count, and so does everything outside ASCII that is not a dash or a dot.
bool has_word(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    if (is_letter(c) || is_digit(c)) return true;
  }
  return false;
}

bool looks_like_divider(std::string_view text) {
  int marks = 0;
  for (char c : text) {
    if (c == '*' || c == '-' || c == '_' || c == '#' || c == '~')
      ++marks;
    else if (c != ' ')
      return false;
  }
  return marks >= 3 || text == "*";
}

class DocumentBuilder {
 public:
  DocumentBuilder(const Dom& dom, const DocumentOptions& options) : dom_(dom), options_(options) {}

  Document build() {
    if (dom_.html() == kNoNode) return {};
    const NodeId body = dom_.body() == kNoNode ? dom_.html() : dom_.body();
    document_.text.reserve(1u << 14);
    open_.push_back(body);
    NodeId node = body + 1;
    const NodeId end = dom_.end(body);
    while (node < end && !document_.is_partial) {
      while (dom_.end(open_.back()) <= node) leave_block();
      node = visit(node);
      document_.is_partial = node < end && document_.blocks.size() >= options_.max_blocks;
    }
    while (!open_.empty()) leave_block();
    return std::move(document_);
  }

 private:
  struct Run {
    NodeId first = kNoNode;
    NodeId last = kNoNode;
    std::size_t text_begin = 0;
    std::uint32_t linked = 0, bold = 0;
    std::uint16_t links = 0, images = 0;
    bool has_time = false, has_control = false, pending_space = false;
    int breaks = 0;
  };

  /// Reads one node and returns the next one to read.
  NodeId visit(NodeId node) {
    const Tag tag = dom_.tag(node);
    if (tag == Tag::text) {
      append_text(node);
      return node + 1;
    }
    switch (tag) {
      case Tag::br:
        if (run_.first != kNoNode && ++run_.breaks >= 2) end_run();
        run_.pending_space = true;
        return node + 1;
      case Tag::hr: {
        end_run();
        Block& block = add_whole(Shape::divider, node);
        block.last = node + 1;
        return node + 1;
      }
      case Tag::pre:
        return add_whole_with_text(Shape::code, node);
      case Tag::table:
        if (is_code_listing(dom_, node)) return add_whole_with_text(Shape::code, node);
        if (is_data_table(dom_, node)) return add_whole_with_text(Shape::table, node);
        break;
      case Tag::figure:
        if (dom_.has_attribute(node, "data-embed")) { // as our own HTML shows one
          end_run();
          add_whole(Shape::embed, node);
          return dom_.end(node);
        }
        if (is_simple_figure(dom_, node)) return add_whole_with_text(Shape::figure, node);
        break;
      case Tag::blockquote:
        if (is_quoted_post(dom_, node)) return add_whole_with_text(Shape::embed, node);
        break;
      case Tag::iframe:
      case Tag::video:
      case Tag::audio:
      case Tag::object:
      case Tag::embed:
        end_run();
        add_whole(Shape::embed, node);
        return dom_.end(node);
      case Tag::img:
      case Tag::amp_img:
        if (is_significant_image(dom_, node)) {
          begin_run(node);
          ++run_.images;
          run_.last = dom_.end(node);
        }
        return tag == Tag::amp_img ? dom_.end(node) : node + 1;
      // What a button says ends the text before it, except where a heading is the button.
      case Tag::button:
        if (is_inside_title()) return node + 1;
        break;
      case Tag::input:
      case Tag::select:
      case Tag::textarea:
        run_.has_control = true;
        return dom_.end(node);
      case Tag::a:
        link_end_ = std::max(link_end_, dom_.end(node));
        ++run_.links;
        return node + 1;
      case Tag::b:
      case Tag::strong:
      case Tag::em:
      case Tag::i:
        bold_end_ = std::max(bold_end_, dom_.end(node));
        return node + 1;
      case Tag::time:
        run_.has_time = true;
        return node + 1;
      case Tag::noscript:
        return options_.read_noscript ? node + 1 : dom_.end(node);
      default:
        break;
    }
    if (tag == Tag::math && run_.first == kNoNode && is_all_of_its_block(node)) {
      const NodeId around = open_.back();
      Block& block = add_whole(Shape::paragraph, node);
      block.node = around;
      block.is_formula = true;
      return dom_.end(node);
    }
    if (dom_[node].attribute_count > 0) {
      if (is_embed_element(dom_, node)) {
        end_run();
        add_whole(Shape::embed, node);
        return dom_.end(node);
      }
      if (is_code_listing(dom_, node)) return add_whole_with_text(Shape::code, node);
      if (is_separator(node)) {
        end_run();
        add_whole(Shape::divider, node);
        return dom_.end(node);
      }
      if (is_display_formula(dom_, node) && stands_alone(node)) {
        add_whole_with_text(Shape::paragraph, node);
        document_.blocks.back().is_formula = true;
        return dom_.end(node);
      }
    }
    switch (flow_of(tag)) {
      case Flow::ignored:
        return dom_.end(node);
      case Flow::block:
        end_run();
        open_.push_back(node);
        return node + 1;
      case Flow::inline_text:
        return node + 1;
    }
    return node + 1;
  }

  void leave_block() {
    end_run();
    open_.pop_back();
  }

  /// A line between sections that is drawn with elements; one that holds words is something else.
  bool is_separator(NodeId node) const {
    if (dom_.attribute(node, "role") != "separator") return false;
    std::string text;
    dom_.append_text(node, text);
    return !has_word(text);
  }

  /// A formula that is no part of a line of text: pages also put displayed formulas into their
  /// paragraphs.
  bool stands_alone(NodeId node) const {
    if (run_.first != kNoNode) return false;
    for (NodeId up = dom_.parent(node); up != kNoNode; up = dom_.parent(up)) {
      const Tag tag = dom_.tag(up);
      if (tag == Tag::p || tag == Tag::li || tag == Tag::td || tag == Tag::dd) return false;
      if (flow_of(tag) == Flow::block) break;
    }
    const NodeId next = dom_.end(node);
    const bool is_followed = next < dom_.size() && dom_.is_text(next) &&
                             dom_.parent(next) == dom_.parent(node) && has_word(dom_[next].text);
    return !is_followed;
  }

  /// Nothing else in the element around is text. MathML has no text of its own for this walk.
  bool is_all_of_its_block(NodeId math) const {
    const NodeId around = open_.back();
    constexpr NodeId kMaxOtherNodes = 50;
    if (dom_.end(around) - around > dom_.end(math) - math + kMaxOtherNodes) return false;
    for (NodeId node = around + 1; node < dom_.end(around); ++node) {
      if (node == math) node = dom_.end(math);
      if (node >= dom_.end(around)) break;
      if (dom_.is_text(node) && has_word(dom_[node].text)) return false;
    }
    return true;
  }

  /// The block's text is that of one formula.
  bool is_all_formula(const Block& block) const {
    for (NodeId node = block.first; node != block.node && node != kNoNode;
         node = dom_.parent(node)) {
      if (is_formula_element(dom_, node) && block.last <= dom_.end(node)) return true;
    }
    return false;
  }

  /// An accordion's heading is a button; other buttons are controls.
  bool is_inside_title() const {
    const Tag tag = dom_.tag(open_.back());
    return is_heading(tag) || tag == Tag::summary || tag == Tag::dt;
  }

  void begin_run(NodeId node) {
    if (run_.first != kNoNode) return;
    run_.first = node;
    run_.text_begin = document_.text.size();
  }

  void append_text(NodeId node) {
    const std::string_view text = dom_[node].text;
    const std::size_t before = document_.text.size();
    fold_into(text, node);
    const auto added = static_cast<std::uint32_t>(document_.text.size() - before);
    if (added == 0) return;
    if (node < link_end_) run_.linked += added;
    if (node < bold_end_) run_.bold += added;
    run_.last = node + 1;
    run_.breaks = 0;
  }

  /// Appends with white space of every kind folded; soft hyphens and zero-width spaces left out.
  void fold_into(std::string_view text, NodeId node) {
    std::string& out = document_.text;
    std::size_t at = 0;
    while (at < text.size()) {
      const auto c = static_cast<unsigned char>(text[at]);
      if (c <= 0x20) {
        run_.pending_space = true;
        ++at;
        continue;
      }
      std::size_t length = 1;
      if (c < 0x80) { // a word, and the words after it that single spaces part
        const std::size_t end = end_of_folded_run(text, at);
        length = std::max(length, end - at);
      } else if (c == 0xC2 && at + 1 < text.size()) {
        const auto d = static_cast<unsigned char>(text[at + 1]);
        if (d == 0xA0) {
          run_.pending_space = true;
          at += 2;
          continue;
        }
        if (d == 0xAD) {
          at += 2;
          continue;
        }
      } else if (c == 0xE2 && at + 2 < text.size() &&
                 static_cast<unsigned char>(text[at + 1]) == 0x80) {
        const auto d = static_cast<unsigned char>(text[at + 2]);
        if (d <= 0x8A || d == 0xAF || d == 0xA8 || d == 0xA9) {
          run_.pending_space = true;
          at += 3;
          continue;
        }
        if (d == 0x8B || d == 0x8C || d == 0x8D || d == 0x8E || d == 0x8F) {
          at += 3;
          continue;
        }
      } else if (c == 0xEF && at + 2 < text.size() &&
                 static_cast<unsigned char>(text[at + 1]) == 0xBB &&
                 static_cast<unsigned char>(text[at + 2]) == 0xBF) {
        at += 3;
        continue;
      } else if (c == 0xE3 && at + 2 < text.size() &&
                 static_cast<unsigned char>(text[at + 1]) == 0x80 &&
                 static_cast<unsigned char>(text[at + 2]) == 0x80) {
        run_.pending_space = true; // ideographic space
        at += 3;
        continue;
      }
      begin_run(node);
      if (run_.pending_space && out.size() > run_.text_begin) out.push_back(' ');
      run_.pending_space = false;
      // Plain letters in one go.
      std::size_t stop = at + length;
      while (stop < text.size()) {
        const auto n = static_cast<unsigned char>(text[stop]);
        if (n <= 0x20 || n == 0xC2 || n == 0xE2 || n == 0xE3 || n == 0xEF) break;
        ++stop;
      }
      out.append(text.substr(at, stop - at));
      at = stop;
    }
  }

  void end_run() {
    const Run run = run_;
    run_ = Run{};
    if (run.first == kNoNode) return;
    const std::string_view text = std::string_view(document_.text).substr(run.text_begin);
    Shape shape = Shape::paragraph;
    if (!has_word(text)) {
      if (run.images > 0)
        shape = Shape::figure;
      else if (looks_like_divider(text))
        shape = Shape::divider;
      else {
        document_.text.resize(run.text_begin);
        return;
      }
    }
    Block block;
    block.node = open_.back();
    block.first = run.first;
    block.last = run.last;
    block.text_begin = static_cast<std::uint32_t>(run.text_begin);
    block.text_length = static_cast<std::uint32_t>(text.size());
    block.linked_bytes = run.linked;
    block.bold_bytes = run.bold;
    block.link_count = run.links;
    block.image_count = run.images;
    block.has_time = run.has_time;
    block.has_control = run.has_control || dom_.tag(block.node) == Tag::button;
    block.shape = shape;
    if (shape == Shape::paragraph) shape_by_place(block);
    block.is_formula = block.shape == Shape::paragraph && is_all_formula(block);
    document_.blocks.push_back(block);
  }

  /// The shape that the elements around a text block give it.
  void shape_by_place(Block& block) const {
    NodeId node = block.node;
    for (int level = 0; node != kNoNode && level < kLevelsToLookUp;
         ++level, node = dom_.parent(node)) {
      const Tag tag = dom_.tag(node);
      if (is_heading(tag)) {
        block.shape = Shape::heading;
        block.heading_level = level_of(tag);
        return;
      }
      if (dom_.attribute(node, "role") == "heading") {
        block.shape = Shape::heading;
        const std::string_view stated = dom_.attribute(node, "aria-level");
        block.heading_level = stated.size() == 1 && stated[0] >= '1' && stated[0] <= '6'
                                  ? static_cast<std::uint8_t>(stated[0] - '0')
                                  : 2;
        return;
      }
      if (tag == Tag::li) {
        block.shape = Shape::list_item;
        return;
      }
      if (tag == Tag::figcaption || tag == Tag::caption) {
        block.shape = Shape::caption;
        return;
      }
      if (tag == Tag::blockquote) {
        block.shape = Shape::quote;
        return;
      }
      if (tag != Tag::p && tag != Tag::div && flow_of(tag) == Flow::block) return;
    }
  }

  Block& add_whole(Shape shape, NodeId node) {
    Block block;
    block.shape = shape;
    block.node = node;
    block.first = node;
    block.last = dom_.end(node);
    block.text_begin = static_cast<std::uint32_t>(document_.text.size());
    document_.blocks.push_back(block);
    return document_.blocks.back();
  }

  /// A block that is the whole element, with the text below it. Returns the node after it.
  NodeId add_whole_with_text(Shape shape, NodeId element) {
    end_run();
    run_.text_begin = document_.text.size();
    run_.first = element;
    for (NodeId node = element + 1; node < dom_.end(element);) {
      const Tag tag = dom_.tag(node);
      if (tag == Tag::text) {
        append_text(node++);
      } else if (tag == Tag::a) {
        link_end_ = std::max(link_end_, dom_.end(node));
        ++run_.links;
        ++node;
      } else if (tag == Tag::img || tag == Tag::amp_img || tag == Tag::iframe ||
                 tag == Tag::video) {
        ++run_.images;
        node = dom_.end(node);
      } else if (flow_of(tag) == Flow::ignored) {
        node = dom_.end(node);
      } else {
        run_.pending_space = run_.pending_space || tag == Tag::br || flow_of(tag) == Flow::block;
        ++node;
      }
    }
    const Run run = run_;
    run_ = Run{};
    Block& block = add_whole(shape, element);
    block.text_begin = static_cast<std::uint32_t>(run.text_begin);
    block.text_length = static_cast<std::uint32_t>(document_.text.size() - run.text_begin);
    block.linked_bytes = run.linked;
    block.bold_bytes = run.bold;
    block.link_count = run.links;
    block.image_count = run.images;
    if ((shape == Shape::code || shape == Shape::table) && block.text_length == 0)
      document_.blocks.pop_back();
    return dom_.end(element);
  }

  const Dom& dom_;
  DocumentOptions options_;
  Document document_;
  std::vector<NodeId> open_; // block elements around the walk, innermost last
  Run run_;
  NodeId link_end_ = 0; // nodes before this one stand in a link
  NodeId bold_end_ = 0;
};

/// Marks blocks that stand in hidden elements; one sweep, because hidden subtrees are node ranges.
void mark_hidden(const Dom& dom, Document& document) {
  const NodeId body = dom.body() == kNoNode ? dom.html() : dom.body();
  if (body == kNoNode) return;
  NodeId hidden_end = 0;
  std::size_t next = 0;
  for (NodeId node = body + 1; node < dom.end(body) && next < document.blocks.size(); ++node) {
    while (next < document.blocks.size() && document.blocks[next].first <= node) {
      document.blocks[next].is_hidden = document.blocks[next].first < hidden_end;
      ++next;
    }
    if (node >= hidden_end && !dom.is_text(node) && is_hidden_element(dom, node)) {
      hidden_end = dom.end(node);
      // The element may itself begin a block.
      if (next > 0 && document.blocks[next - 1].first == node)
        document.blocks[next - 1].is_hidden = true;
    }
  }
}

} // namespace

Document build_document(const Dom& dom, const DocumentOptions& options) {
  Document document = DocumentBuilder(dom, options).build();
  mark_hidden(dom, document);
  return document;
}

} // namespace lectern
