// One loop over the body in document order. Text gathers in a run (block_run.cpp); a block
// element's border, two line breaks, one beside a line of prose or a whole-element block ends it.
// What shape its block has, its characters and its place decide (block_shape.cpp).
#include "document/build_document.hpp"

#include <algorithm>
#include <optional>

#include "base/text.hpp"
#include "document/block_run.hpp"
#include "document/block_shape.hpp"
#include "document/element_queries.hpp"
#include "document/element_table.hpp"
#include "document/embed_elements.hpp"
#include "document/parted_words.hpp"

namespace lectern {
namespace {

constexpr NodeId kMaxNodesAhead = 40; // that are looked at for how long a line is

class DocumentBuilder {
 public:
  DocumentBuilder(const Dom& dom, const DocumentOptions& options)
      : dom_(dom), options_(options), elements_(dom) {}

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
  /// Reads one node and returns the next one to read.
  NodeId visit(NodeId node) {
    const Tag tag = dom_.tag(node);
    if (tag == Tag::text) {
      append_text(node);
      return node + 1;
    }
    switch (tag) {
      case Tag::br:
        if (run_.first != kNoNode && (++run_.breaks >= 2 || ends_paragraph(node))) end_run();
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
        if (elements_.is_code_listing(node)) return add_whole_with_text(Shape::code, node);
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
          run_.begin(node, document_.text);
          ++run_.images;
          run_.last = dom_.end(node);
        }
        return tag == Tag::amp_img ? dom_.end(node) : node + 1;
      case Tag::picture:
        if (!is_picture_without_image(dom_, node)) return node + 1;
        run_.begin(node, document_.text);
        ++run_.images;
        run_.last = dom_.end(node);
        return dom_.end(node);
      // What a button says ends the text before it, except where a heading is the button, or a word
      // of a sentence that opens a note.
      case Tag::button:
        if (is_inside_title() || is_word_of_sentence(dom_, node)) return node + 1;
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
    if (tag == Tag::math && run_.first == kNoNode &&
        is_all_of_its_block(dom_, node, open_.back())) {
      const NodeId around = open_.back();
      Block& block = add_whole(Shape::paragraph, node);
      block.node = around;
      block.is_formula = true;
      return dom_.end(node);
    }
    if (dom_[node].attribute_count > 0) {
      if (elements_.is_embed(node)) {
        end_run();
        add_whole(Shape::embed, node);
        return dom_.end(node);
      }
      if (elements_.is_code_listing(node)) return add_whole_with_text(Shape::code, node);
      if (is_table_by_roles(dom_, node)) return add_whole_with_text(Shape::table, node);
      if (is_separator(dom_, node)) {
        end_run();
        add_whole(Shape::divider, node);
        return dom_.end(node);
      }
      if (run_.first == kNoNode && elements_.is_display_formula(node) && stands_alone(dom_, node)) {
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

  /// An accordion's heading is a button; other buttons are controls.
  bool is_inside_title() const {
    const Tag tag = dom_.tag(open_.back());
    return is_heading(tag) || tag == Tag::summary || tag == Tag::dt;
  }

  /// True when the single line break parts paragraphs. The lines of a title or a caption belong
  /// together, however long they are.
  bool ends_paragraph(NodeId line_break) {
    const LineKind line = run_.end_line(document_.text);
    if (is_inside_title() || dom_.tag(open_.back()) == Tag::figcaption) return false;
    return line == LineKind::prose || (line == LineKind::whole && begins_prose(line_break + 1));
  }

  /// True when a line as long as a paragraph's begins at `node`.
  bool begins_prose(NodeId node) const {
    const NodeId end = std::min(dom_.end(open_.back()), node + kMaxNodesAhead);
    std::size_t bytes = 0;
    for (; node < end && bytes < kMinBytesOfProse; ++node) {
      if (dom_.is_text(node))
        bytes += trim(dom_[node].text).size();
      else if (dom_.tag(node) == Tag::br || flow_of(dom_.tag(node)) != Flow::inline_text)
        break;
    }
    return bytes >= kMinBytesOfProse;
  }

  void append_text(NodeId node) {
    const std::string_view text = dom_[node].text;
    const std::size_t before = document_.text.size();
    if (run_.first != kNoNode && begins_apart(dom_, node)) run_.pending_space = true;
    run_.append(document_.text, text, node);
    const auto added = static_cast<std::uint32_t>(document_.text.size() - before);
    if (added == 0) return;
    if (node < link_end_) run_.linked += added;
    if (node < bold_end_) run_.bold += added;
    run_.last = node + 1;
    run_.breaks = 0;
  }

  void end_run() {
    const BlockRun run = run_;
    run_ = BlockRun{};
    if (run.first == kNoNode) return;
    const std::string_view text = std::string_view(document_.text).substr(run.text_begin);
    const std::optional<Shape> shape = shape_of_text(text, run.images > 0);
    if (!shape) {
      document_.text.resize(run.text_begin);
      return;
    }
    Block block;
    block.node = open_.back();
    block.first = run.first;
    block.last = run.last;
    run.describe(block, document_.text);
    block.has_time = run.has_time;
    block.has_control = run.has_control || dom_.tag(block.node) == Tag::button;
    block.shape = *shape;
    if (block.shape == Shape::paragraph) shape_by_place(dom_, block);
    block.is_formula = block.shape == Shape::paragraph && is_all_formula(dom_, block);
    document_.blocks.push_back(block);
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
    const BlockRun run = run_;
    run_ = BlockRun{};
    Block& block = add_whole(shape, element);
    run.describe(block, document_.text);
    if ((shape == Shape::code || shape == Shape::table) && block.text_length == 0)
      document_.blocks.pop_back();
    return dom_.end(element);
  }

  const Dom& dom_;
  DocumentOptions options_;
  EmbedElements elements_;
  Document document_;
  std::vector<NodeId> open_; // block elements around the walk, innermost last
  BlockRun run_;
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
    if (node >= hidden_end && !dom.is_text(node) && is_hidden_element(dom, node) &&
        !is_closed_panel(dom, node)) {
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
