// Marks hug their content: spaces and line breaks at the edges of an element are moved out of it,
// and an element without content is left out. Whether marks can stand at all is decided when the
// element closes, when both of its neighbours are known.

#include "render/markdown_inlines.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "render/allowed_markup.hpp"
#include "render/markdown_neighbours.hpp"
#include "render/markdown_styles.hpp"
#include "render/markdown_tex.hpp"
#include "render/markdown_text.hpp"
#include "render/math_markup.hpp"
#include "render/math_tex.hpp"
#include "render/plain_text.hpp"
#include "render/printable.hpp"

namespace lectern {
namespace {

// The end of the element that opens at `at`, when it holds text alone; else 0.
std::size_t end_of_plain_code(const Inlines& inlines, std::size_t at) {
  for (std::size_t i = at + 1; i < inlines.size(); ++i) {
    if (inlines[i].type == Inline::Type::close && inlines[i].tag == InlineTag::code) return i;
    if (inlines[i].type != Inline::Type::text && inlines[i].type != Inline::Type::line_break)
      return 0;
  }
  return 0;
}

class InlineMarkdown {
 public:
  InlineMarkdown(const Inlines& inlines, const MarkdownContext& context, LineRule rule)
      : inlines_(inlines), context_(context), rule_(rule) {}

  std::string write() && {
    for (at_ = 0; at_ < inlines_.size(); ++at_) write(inlines_[at_]);
    while (!open_.elements.empty()) close_last();
    return std::move(out_);
  }

 private:
  void write(const Inline& part) {
    switch (part.type) {
      case Inline::Type::text:
        write_text(part.text);
        break;
      case Inline::Type::open:
        open(part);
        break;
      case Inline::Type::close:
        close(part.tag);
        break;
      case Inline::Type::line_break:
        ++breaks_;
        break;
      case Inline::Type::image:
        write_image(part);
        break;
      case Inline::Type::math:
        write_math(part);
        break;
      case Inline::Type::anchor:
        break;
      case Inline::Type::note_reference:
        write_reference(part);
        break;
    }
  }

  // --- content ---

  // Before anything visible: the space that is due, outside the elements that now begin.
  void begin_content() {
    const bool is_first = out_.empty();
    if (breaks_ > 0 && !is_first) {
      write_breaks();
    } else if (has_space_ && !is_first && out_.back() != '\n') {
      out_ += ' ';
    }
    breaks_ = 0;
    has_space_ = false;
    for (OpenElement& open : open_.elements) {
      if (open.is_begun) continue;
      open.is_begun = true;
      open.begin = out_.size();
      open.touches = marks_end_ > 0 && marks_end_ == out_.size();
    }
  }

  void write_breaks() {
    constexpr int kMostBreaks = 2;
    if (rule_ == LineRule::single_line) {
      out_ += ' ';
      return;
    }
    for (int i = 0; i < std::min(breaks_, kMostBreaks); ++i)
      out_ += rule_ == LineRule::cell ? "<br>" : "\\\n";
  }

  void write_text(std::string_view given) {
    if (!is_printable(given)) return write_text(printable(given));
    write_printable(given);
  }

  void write_printable(std::string_view raw) {
    const std::string text = fold_ascii_space(raw);
    if (text.empty()) {
      has_space_ = has_space_ || !raw.empty();
      return;
    }
    if (is_ascii_space(raw.front())) has_space_ = true;
    const bool has_space_after = is_ascii_space(raw.back());
    begin_content();
    TextPlace place;
    // A heading's own mark stands before it: nothing else can begin a block there.
    const bool may_begin_block = rule_ != LineRule::single_line && !begins_element();
    place.at_line_start = (out_.empty() || out_.back() == '\n') && may_begin_block;
    place.in_brackets = open_.is_in_link();
    place.in_cell = rule_ == LineRule::cell;
    place.in_strike = open_.has(MarkdownStyle::strike);
    place.escapes_dollars = context_.has_math;
    place.before = begins_element() ? CharacterClass::punctuation : last_class(out_);
    // A space at the end of an element is moved behind its marks.
    const bool is_at_space = has_space_after && !element_ends_after(inlines_, at_, open_);
    place.after = is_at_space ? CharacterClass::space : class_after(inlines_, at_, open_);
    place.before_break = break_follows(inlines_, at_);
    place.before_bracket = !has_space_after && bracket_follows(inlines_, at_);
    place.last = out_.empty() ? '\0' : out_.back();
    place.after_bracket = place.last == ']';
    place.after_number = may_begin_block && stands_after_number();
    append_escaped_markdown(out_, text, place);
    has_space_ = has_space_after;
  }

  void write_raw(std::string_view markup) {
    begin_content();
    out_ += markup;
  }

  void write_image(const Inline& part) {
    Image image;
    image.url = part.url;
    image.alt = part.text;
    const std::string markdown = image_to_markdown(image, context_);
    if (!markdown.empty()) write_raw(markdown);
  }

  void write_math(const Inline& part) {
    const std::string tex = inline_tex(part.text.empty() ? tex_of_math(part.markup) : part.text,
                                       rule_ == LineRule::cell);
    if (tex.empty()) {
      write_text(text_of_markup(part.markup));
      return;
    }
    write_raw("$" + tex + "$");
  }

  void write_reference(const Inline& part) {
    const int number = context_.notes == nullptr ? 0 : context_.notes->number_of(note_anchor(part));
    if (number > 0 && !open_.is_in_link()) {
      write_raw("[^" + std::to_string(number) + "]");
      return;
    }
    write_raw("<sup>");
    write_text(part.text);
    has_space_ = false;
    out_ += "</sup>";
  }

  // --- elements ---

  void open(const Inline& part) {
    if (is_list_part(part.tag)) breaks_ = std::max(breaks_, 1);
    if (part.tag == InlineTag::code) {
      const std::size_t end = end_of_plain_code(inlines_, at_);
      if (end > 0) {
        write_code(end);
        at_ = end;
        return;
      }
    }
    if (part.tag == InlineTag::quote) write_text("\"");
    MarkdownStyle style = markdown_style_of(part.tag);
    if (style == MarkdownStyle::link && (open_.is_in_link() || !is_written_link(part)))
      style = MarkdownStyle::none;
    if (open_.has(style) && style != MarkdownStyle::element) style = MarkdownStyle::none;
    open_.elements.push_back({part.tag, style, out_.size(), part.url, false, false});
  }

  void write_code(std::size_t end) {
    std::string code;
    for (std::size_t i = at_ + 1; i < end; ++i)
      code += inlines_[i].type == Inline::Type::text ? inlines_[i].text : " ";
    code = printable(code);
    std::replace(code.begin(), code.end(), '\n', ' ');
    if (code.empty()) return;
    begin_content();
    // Two runs of backticks that touch would be one.
    if (!out_.empty() && out_.back() == '`') {
      out_ += "<code>";
      write_text(code);
      out_ += "</code>";
      return;
    }
    std::string span = code_span(code);
    if (rule_ == LineRule::cell)
      for (std::size_t bar = span.find('|'); bar != std::string::npos;
           bar = span.find('|', bar + 2))
        span.insert(bar, 1, '\\');
    write_raw(span);
  }

  void close(InlineTag tag) {
    if (open_.innermost(tag) == nullptr) return;
    while (open_.elements.back().tag != tag) close_last();
    close_last();
  }

  void close_last() {
    const OpenElement open = open_.elements.back();
    open_.elements.pop_back();
    if (is_list_part(open.tag)) breaks_ = std::max(breaks_, 1);
    if (open.tag == InlineTag::quote) write_text("\"");
    if (!open.is_begun || open.style == MarkdownStyle::none) return;
    if (open.style == MarkdownStyle::link) {
      close_link(open);
    } else if (open.style == MarkdownStyle::element) {
      wrap(open, element_of(open.tag));
    } else if (marks_fit(open)) {
      const std::string_view marks = marks_of(open.style);
      out_.insert(open.begin, marks);
      out_ += marks;
      marks_end_ = out_.size();
    } else {
      wrap(open, fallback_element(open.style));
    }
  }

  void wrap(const OpenElement& open, std::string_view element) {
    out_.insert(open.begin, "<" + std::string(element) + ">");
    out_.append("</").append(element).append(">");
  }

  void close_link(const OpenElement& open) {
    const bool is_its_own_text = std::string_view(out_).substr(open.begin) == open.url &&
                                 open.url.find_first_of("<>[]\\|`'\" ") == std::string_view::npos;
    if (is_its_own_text) {
      out_.insert(open.begin, 1, '<');
      out_ += '>';
      return;
    }
    out_.insert(open.begin, 1, '[');
    out_.append("](").append(markdown_destination(open.url)).append(")");
  }

  // CommonMark's rules for where a run of marks may open and close.
  bool marks_fit(const OpenElement& open) const {
    const std::string_view inside = std::string_view(out_).substr(open.begin);
    const CharacterClass first = first_class(inside);
    const CharacterClass last = last_class(inside);
    if (first == CharacterClass::space || last == CharacterClass::space) return false;
    // A run of marks that another run touches would be one run.
    if (open.touches && out_[open.begin - 1] == marks_of(open.style)[0]) return false;
    CharacterClass before = last_class(std::string_view(out_).substr(0, open.begin));
    for (const OpenElement& outer : open_.elements) {
      if (outer.style == MarkdownStyle::none || !outer.is_begun || outer.begin != open.begin)
        continue;
      before = class_beside(outer.style);
    }
    const CharacterClass after =
        has_space_ || breaks_ > 0 ? CharacterClass::space : class_after(inlines_, at_, open_);
    const auto separates = [](CharacterClass c) {
      return c == CharacterClass::space || c == CharacterClass::punctuation;
    };
    if (open.style == MarkdownStyle::emphasis) return separates(before) && separates(after);
    return (first == CharacterClass::word || separates(before)) &&
           (last == CharacterClass::word || separates(after));
  }

  // Digits alone stand on the line, which a dot would make the number of a list item.
  bool stands_after_number() const {
    constexpr std::size_t kMostDigits = 9; // that CommonMark takes for a number
    std::size_t begin = out_.size();
    while (begin > 0 && out_.size() - begin <= kMostDigits && out_[begin - 1] >= '0' &&
           out_[begin - 1] <= '9')
      --begin;
    return begin < out_.size() && (begin == 0 || out_[begin - 1] == '\n');
  }

  // Nothing stands between the last opening mark and here.
  bool begins_element() const {
    for (const OpenElement& open : open_.elements)
      if (open.style != MarkdownStyle::none && open.is_begun && open.begin == out_.size())
        return true;
    return false;
  }

  const Inlines& inlines_;
  const MarkdownContext& context_;
  const LineRule rule_;
  std::size_t at_ = 0;
  std::string out_;
  OpenElements open_;
  bool has_space_ = false;
  int breaks_ = 0;
  std::size_t marks_end_ = 0; // where the last closing marks end
};

} // namespace

std::string inlines_to_markdown(const Inlines& inlines, const MarkdownContext& context,
                                LineRule rule) {
  return InlineMarkdown(inlines, context, rule).write();
}

std::string image_to_markdown(const Image& image, const MarkdownContext& context) {
  if (!is_allowed_address(image.url, true)) return {};
  TextPlace place;
  place.in_brackets = true;
  place.escapes_dollars = context.has_math;
  place.in_cell = true;
  std::string out = "![";
  append_escaped_markdown(out, fold_ascii_space(printable(image.alt)), place);
  out += "](" + markdown_destination(image.url) + ")";
  if (!is_allowed_address(image.link, false) || image.link[0] == '#') return out;
  return "[" + out + "](" + markdown_destination(image.link) + ")";
}

} // namespace lectern
