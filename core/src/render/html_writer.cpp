// The article body as HTML: one walk over the blocks and the containers between them. Containers
// that HTML allows in certain places only are given the element that they need around them.

#include "lectern/render.hpp"
#include "render/allowed_markup.hpp"
#include "render/html_parts.hpp"

namespace lectern {
namespace {

using Type = Container::Type;

bool is_list(Type type) {
  return type == Type::unordered_list || type == Type::ordered_list || type == Type::notes;
}

class HtmlBody {
 public:
  HtmlBody(const Article& article, const std::vector<int>& restored)
      : article_(article),
        steps_(steps_of(article, restored)),
        index_(article, steps_),
        notes_(index_) {}

  std::string write() && {
    follow(
        steps_, [this](int i) { open(i); }, [this](int i) { close(i); },
        [this](const Step& step) { write_block(step); });
    while (!out_.empty() && out_.back() == '\n') out_.pop_back();
    return std::move(out_);
  }

 private:
  const Container& container(int i) const {
    return article_.containers[static_cast<std::size_t>(i)];
  }
  int parent_of(int i) const { return steps_.parents[static_cast<std::size_t>(i)]; }

  // The element that must stand around a container, or around a block (`type` is then empty), in
  // its parent; empty for none.
  std::string_view wrapper(std::optional<Type> type, int parent) const {
    const bool in_list = parent >= 0 && is_list(container(parent).type);
    const bool in_definitions = parent >= 0 && container(parent).type == Type::definition_list;
    const bool is_definition = type == Type::definition_term || type == Type::definition_details;
    if (type == Type::list_item) return in_list ? "" : "ul";
    if (is_definition) return in_definitions ? "" : "dl";
    if (in_list) return "li";
    return in_definitions ? "dd" : "";
  }

  void open_wrapper(std::string_view name) {
    if (!name.empty()) out_.append("<").append(name).append(">");
  }
  void close_wrapper(std::string_view name) {
    if (!name.empty()) out_.append("</").append(name).append(">");
  }

  void open(int i) {
    const Container& c = container(i);
    open_wrapper(wrapper(c.type, parent_of(i)));
    switch (c.type) {
      case Type::unordered_list:
        out_ += "<ul>\n";
        break;
      case Type::ordered_list:
        open_ordered_list(c);
        break;
      case Type::list_item:
        out_ += "<li";
        append_id(out_, c.anchor);
        out_ += '>';
        break;
      case Type::quote:
        out_ += "<blockquote";
        if (is_allowed_address(c.cite, false) && c.cite.starts_with("http"))
          append_address(out_, "cite", c.cite);
        out_ += ">\n";
        break;
      case Type::details:
        out_ += "<details>\n";
        break;
      case Type::summary:
        out_ += "<summary>";
        break;
      case Type::definition_list:
        out_ += "<dl>\n";
        break;
      case Type::definition_term:
        out_ += "<dt>";
        break;
      case Type::definition_details:
        out_ += "<dd>";
        break;
      case Type::aside:
        out_ += "<aside>\n";
        break;
      case Type::notes:
        out_ += "<section role=\"doc-endnotes\"><ol>\n";
        break;
    }
  }

  void open_ordered_list(const Container& c) {
    out_ += "<ol";
    if (c.start != 1) append_attribute(out_, "start", c.start);
    if (c.reversed) append_attribute(out_, "reversed", "");
    if (c.numbering == 'a' || c.numbering == 'A' || c.numbering == 'i' || c.numbering == 'I')
      append_attribute(out_, "type", std::string_view(&c.numbering, 1));
    out_ += ">\n";
  }

  void close(int i) {
    const Container& c = container(i);
    if (is_note(article_, steps_, i) && index_.is_referenced(c.anchor)) append_ways_back(c.anchor);
    switch (c.type) {
      case Type::unordered_list:
        out_ += "</ul>";
        break;
      case Type::ordered_list:
        out_ += "</ol>";
        break;
      case Type::list_item:
        out_ += "</li>";
        break;
      case Type::quote:
        out_ += "</blockquote>";
        break;
      case Type::details:
        out_ += "</details>";
        break;
      case Type::summary:
        out_ += "</summary>";
        break;
      case Type::definition_list:
        out_ += "</dl>";
        break;
      case Type::definition_term:
        out_ += "</dt>";
        break;
      case Type::definition_details:
        out_ += "</dd>";
        break;
      case Type::aside:
        out_ += "</aside>";
        break;
      case Type::notes:
        out_ += "</ol></section>";
        break;
    }
    const std::string_view around = wrapper(c.type, parent_of(i));
    if (around == "li") out_ += '\n'; // as behind a list in an item of its own
    close_wrapper(around);
    out_ += '\n';
  }

  // One to each reference: an arrow in its text form, not the emoji, from the second on numbered.
  void append_ways_back(std::string_view anchor) {
    for (int number = 1; number <= index_.references(anchor); ++number) {
      out_ += " <a";
      append_attribute(out_, "href", "#" + NoteLinks::reference_id(anchor, number));
      out_ += " role=\"doc-backlink\">&#8617;&#65038;";
      if (number > 1) out_ += "<sup>" + std::to_string(number) + "</sup>";
      out_ += "</a>";
    }
  }

  void write_block(const Step& step) {
    const Form form = form_of(*step.block);
    const std::string_view around = wrapper(std::nullopt, step.container);
    open_wrapper(around);
    const bool bare = is_plain(form) && (!around.empty() || holds_bare_text(step.container));
    // A quotation without a container of its own still is one.
    const bool quoted = form == Form::quote && !is_inside_quote(step.container);
    if (quoted) out_ += "<blockquote>";
    append_block_html(out_, *step.block, bare, notes_);
    if (quoted) out_ += "</blockquote>";
    close_wrapper(around);
    if (!bare || !around.empty()) out_ += '\n';
  }

  bool holds_bare_text(int i) const {
    if (i < 0 || steps_.direct_blocks[static_cast<std::size_t>(i)] != 1) return false;
    const Type type = container(i).type;
    return type == Type::list_item || type == Type::summary || type == Type::definition_term ||
           type == Type::definition_details;
  }

  bool is_inside_quote(int i) const {
    for (; i >= 0; i = parent_of(i))
      if (container(i).type == Type::quote) return true;
    return false;
  }

  const Article& article_;
  const BlockSteps steps_;
  const NoteIndex index_;
  NoteLinks notes_;
  std::string out_;
};

} // namespace

std::string to_html(const Article& article, const RenderOptions& options) {
  std::string body = HtmlBody(article, options.restored).write();
  return options.standalone ? html_document(article, body) : body;
}

std::string block_to_html(const ArticleBlock& block) {
  std::string out;
  NoteLinks no_notes;
  const bool quoted = form_of(block) == Form::quote;
  if (quoted) out += "<blockquote>";
  append_block_html(out, block, false, no_notes);
  if (quoted) out += "</blockquote>";
  return out;
}

} // namespace lectern
