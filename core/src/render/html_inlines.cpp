// Inline content as HTML. The sequence says what opens and closes; should it not balance, the
// markup still does.

#include "render/allowed_markup.hpp"
#include "render/html_parts.hpp"
#include "render/math_markup.hpp"

namespace lectern {
namespace {

class InlineHtml {
 public:
  InlineHtml(std::string& out, NoteLinks& notes) : out_(out), notes_(notes) {}

  void write(const Inlines& inlines) {
    for (const Inline& part : inlines) write(part);
    while (!open_.empty()) close_last();
  }

 private:
  struct Open {
    InlineTag tag;
    bool is_written;
  };

  void write(const Inline& part) {
    switch (part.type) {
      case Inline::Type::text:
        append_escaped(out_, part.text);
        break;
      case Inline::Type::open:
        open(part);
        break;
      case Inline::Type::close:
        close(part.tag);
        break;
      case Inline::Type::line_break:
        out_ += "<br>";
        break;
      case Inline::Type::image:
        write_image(part);
        break;
      case Inline::Type::math:
        write_math(part);
        break;
      case Inline::Type::anchor:
        write_anchor(part);
        break;
      case Inline::Type::note_reference:
        write_reference(part);
        break;
    }
  }

  void open(const Inline& part) {
    // A link in a link would end the outer one when parsed; a link nowhere and a span that says
    // nothing are left out.
    const bool carries_language = !part.language.empty() || !part.direction.empty();
    bool is_written = part.tag != InlineTag::span || carries_language;
    if (part.tag == InlineTag::link) is_written = !in_link_ && is_allowed_address(part.url, false);
    open_.push_back({part.tag, is_written});
    if (!is_written) return;
    out_ += '<';
    out_ += element_of(part.tag);
    if (part.tag == InlineTag::link) {
      append_address(out_, "href", part.url);
      in_link_ = true;
    }
    if (part.tag == InlineTag::small_caps) append_attribute(out_, "data-style", kSmallCaps);
    append_language(out_, part.language, part.direction);
    out_ += '>';
  }

  void close(InlineTag tag) {
    bool is_open = false;
    for (const Open& open : open_) is_open = is_open || open.tag == tag;
    if (!is_open) return;
    while (open_.back().tag != tag) close_last();
    close_last();
  }

  void close_last() {
    const Open last = open_.back();
    open_.pop_back();
    if (!last.is_written) return;
    out_ += "</";
    out_ += element_of(last.tag);
    out_ += '>';
    if (last.tag == InlineTag::link) in_link_ = false;
  }

  void write_image(const Inline& part) {
    Image image;
    image.url = part.url;
    image.alt = part.text;
    image.width = part.width;
    image.height = part.height;
    append_image_html(out_, image);
  }

  // TeX alone becomes a formula with its source as annotation, so that every format finds it again.
  void write_math(const Inline& part) {
    if (!part.markup.empty() && is_safe_math(part.markup)) {
      constexpr std::string_view kStart = "<math";
      const bool has_tex = part.text.empty() ||
                           part.markup.find("<annotation") != std::string::npos ||
                           part.markup.find(" alttext=") != std::string::npos;
      out_ += kStart;
      if (!has_tex) append_attribute(out_, "alttext", part.text);
      out_.append(part.markup, kStart.size(), std::string::npos);
      return;
    }
    const std::string text = text_of_math(part);
    if (text.empty()) return;
    out_ += "<math><semantics><mtext>";
    append_escaped(out_, text);
    out_ += "</mtext><annotation encoding=\"application/x-tex\">";
    append_escaped(out_, text);
    out_ += "</annotation></semantics></math>";
  }

  void write_anchor(const Inline& part) {
    std::string id;
    append_id(id, part.url);
    if (!id.empty()) out_.append("<span").append(id).append("></span>");
  }

  void write_reference(const Inline& part) {
    const std::string_view anchor = note_anchor(part);
    const bool is_linked = is_own_id(anchor) && !in_link_;
    if (is_linked) {
      out_ += "<a";
      append_attribute(out_, "href", "#" + std::string(anchor));
      const std::string id = notes_.claim_id(anchor);
      append_id(out_, id);
      out_ += " role=\"doc-noteref\">";
    }
    out_ += "<sup>";
    append_escaped(out_, part.text);
    out_ += is_linked ? "</sup></a>" : "</sup>";
  }

  std::string& out_;
  NoteLinks& notes_;
  std::vector<Open> open_;
  bool in_link_ = false;
};

} // namespace

void append_inlines_html(std::string& out, const Inlines& inlines, NoteLinks& notes) {
  InlineHtml(out, notes).write(inlines);
}

} // namespace lectern
