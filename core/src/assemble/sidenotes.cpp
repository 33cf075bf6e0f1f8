#include "assemble/sidenotes.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include "assemble/inlines.hpp"
#include "assemble/markup_hints.hpp"

namespace lectern {
namespace {

bool starts_sidenote(const Inline& part) {
  return part.type == Inline::Type::open && part.url == kSidenote;
}

class SidenoteMover {
 public:
  SidenoteMover(Article& article, int next_id) : article_(article), next_id_(next_id) {}

  void move() {
    const std::size_t count = article_.blocks.size();
    find_list(count);
    for (std::size_t i = 0; i < count; ++i) {
      const Inlines& parts = article_.blocks[i].content;
      if (std::none_of(parts.begin(), parts.end(), starts_sidenote)) continue;
      Inlines content = std::move(article_.blocks[i].content);
      article_.blocks[i].content = without_notes(std::move(content));
    }
    // What was removed keeps its notes in the line: it has no list of notes of its own.
    for (ArticleBlock& block : article_.removed) {
      for (Inline& part : block.content) {
        if (starts_sidenote(part)) part.url.clear();
      }
    }
  }

 private:
  Inlines without_notes(Inlines content) {
    Inlines out;
    out.reserve(content.size());
    for (std::size_t at = 0; at < content.size(); ++at) {
      if (!starts_sidenote(content[at])) {
        out.push_back(std::move(content[at]));
        continue;
      }
      Inlines note;
      int depth = 1;
      for (++at; at < content.size(); ++at) {
        if (content[at].type == Inline::Type::open) ++depth;
        if (content[at].type == Inline::Type::close && --depth == 0) break;
        note.push_back(std::move(content[at]));
      }
      if (is_blank(note)) continue;
      trim_space_before_mark(out);
      out.push_back(add_note(std::move(note)));
    }
    return out;
  }

  static void trim_space_before_mark(Inlines& out) {
    if (out.empty() || out.back().type != Inline::Type::text) return;
    std::string& text = out.back().text;
    text.resize(text.find_last_not_of(' ') + 1);
    if (text.empty()) out.pop_back();
  }

  int add_container(Container::Type type, int parent, std::string anchor) {
    Container container;
    container.type = type;
    container.parent = parent;
    container.anchor = std::move(anchor);
    article_.containers.push_back(std::move(container));
    return static_cast<int>(article_.containers.size()) - 1;
  }

  // Notes that the page has at its end count on; `count` blocks stood there before.
  void find_list(std::size_t count) {
    for (int c = count > 0 ? article_.blocks[count - 1].container : -1; c >= 0;
         c = article_.containers[static_cast<std::size_t>(c)].parent) {
      const Container& container = article_.containers[static_cast<std::size_t>(c)];
      if (container.type == Container::Type::notes && container.parent < 0) list_ = c;
    }
    for (const Container& container : article_.containers)
      number_ += list_ >= 0 && container.parent == list_ ? 1 : 0;
  }

  Inline add_note(Inlines content) {
    if (list_ < 0) list_ = add_container(Container::Type::notes, -1, {});
    const std::string mark = std::to_string(++number_);
    const std::string anchor = "sidenote-" + mark;
    ArticleBlock block;
    block.id = next_id_++;
    block.kind = Kind::paragraph;
    block.reason = "referenced_note";
    block.content = std::move(content);
    block.container = add_container(Container::Type::list_item, list_, anchor);
    article_.blocks.push_back(std::move(block));
    Inline reference;
    reference.type = Inline::Type::note_reference;
    reference.text = mark;
    reference.url = "#" + anchor;
    return reference;
  }

  Article& article_;
  int next_id_;
  int list_ = -1;
  int number_ = 0;
};

} // namespace

bool is_sidenote(const Dom& dom, NodeId node) {
  const DomNode& element = dom[node];
  if (element.tag == Tag::unknown && element.text == "d-footnote") return true;
  const bool can_be = element.tag == Tag::span || element.tag == Tag::small ||
                      element.tag == Tag::aside || element.tag == Tag::unknown;
  if (!can_be || element.attribute_count == 0) return false;
  if (dom.attribute(node, "role") == "doc-footnote") return true;
  return has_class(
      dom, node,
      {"sidenote", "marginnote", "margin-note", "side-note", "marginalia", "sidenote-content"});
}

void move_sidenotes(Article& article, int next_id) { SidenoteMover(article, next_id).move(); }

} // namespace lectern
