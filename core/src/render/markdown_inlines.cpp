// Marks hug their content: spaces and line breaks at the edges of an element are moved out of it,
// and an element without content is left out. Whether marks can stand at all is decided when the
// element closes, when both of its neighbours are known.

#include "render/markdown_inlines.hpp"

#include <array>

#include "base/text.hpp"
#include "render/allowed_markup.hpp"
#include "render/markdown_text.hpp"
#include "render/math_markup.hpp"
#include "render/plain_text.hpp"

namespace lectern {
namespace {

enum class Style : unsigned char { none, strong, emphasis, strike, link, element };

// How an inline element is written; `none` for those that only their content shows.
Style style_of(InlineTag tag) {
  switch (tag) {
    case InlineTag::link:
      return Style::link;
    case InlineTag::strong:
      return Style::strong;
    case InlineTag::emphasis:
    case InlineTag::cite:
    case InlineTag::variable:
      return Style::emphasis;
    case InlineTag::strike:
      return Style::strike;
    case InlineTag::code:
    case InlineTag::sub:
    case InlineTag::sup:
    case InlineTag::mark:
    case InlineTag::insert:
    case InlineTag::keyboard:
    case InlineTag::ruby:
    case InlineTag::ruby_text:
    case InlineTag::ruby_parenthesis:
      return Style::element;
    case InlineTag::small:
    case InlineTag::quote:
    case InlineTag::abbreviation:
    case InlineTag::time:
    case InlineTag::span:
      break;
  }
  return Style::none;
}

std::string_view marks_of(Style style) {
  switch (style) {
    case Style::strong:
      return "**";
    case Style::emphasis:
      return "_";
    case Style::strike:
      return "~~";
    default:
      return {};
  }
}

std::string_view fallback_element(Style style) {
  if (style == Style::strong) return "strong";
  return style == Style::emphasis ? "em" : "del";
}

// The end of the element that opens at `at`, when it holds text alone; else 0.
std::size_t end_of_plain_code(const Inlines& inlines, std::size_t at) {
  for (std::size_t i = at + 1; i < inlines.size(); ++i) {
    if (inlines[i].type == Inline::Type::close && inlines[i].tag == InlineTag::code) return i;
    if (inlines[i].type != Inline::Type::text && inlines[i].type != Inline::Type::line_break)
      return 0;
  }
  return 0;
}

std::string code_span(std::string_view code) {
  std::size_t longest = 0, run = 0;
  for (const char c : code) {
    run = c == '`' ? run + 1 : 0;
    longest = std::max(longest, run);
  }
  const bool has_spaces_around = code.front() == ' ' && code.back() == ' ' &&
                                 code.find_first_not_of(' ') != std::string_view::npos;
  const bool needs_room = code.front() == '`' || code.back() == '`' || has_spaces_around;
  const std::string fence(longest + 1, '`');
  const std::string room = needs_room ? " " : "";
  return fence + room + std::string(code) + room + fence;
}

class InlineMarkdown {
 public:
  InlineMarkdown(const Inlines& inlines, const MarkdownContext& context, LineRule rule)
      : inlines_(inlines), context_(context), rule_(rule) {}

  std::string write() && {
    for (at_ = 0; at_ < inlines_.size(); ++at_) write(inlines_[at_]);
    while (!open_.empty()) close_last();
    return std::move(out_);
  }

 private:
  struct Open {
    InlineTag tag;
    Style style;
    std::size_t begin; // in out_
    std::string_view url;
    bool is_begun; // something stands in it
    bool touches;  // closing marks of another element stand right before it
  };

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
    for (Open& open : open_) {
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

  void write_text(std::string_view raw) {
    const std::string text = fold_ascii_space(raw);
    if (text.empty()) {
      has_space_ = has_space_ || !raw.empty();
      return;
    }
    if (is_ascii_space(raw.front())) has_space_ = true;
    const bool has_space_after = is_ascii_space(raw.back());
    begin_content();
    TextPlace place;
    place.at_line_start = (out_.empty() || out_.back() == '\n') && !begins_element();
    place.in_brackets = is_in_link();
    place.in_cell = rule_ == LineRule::cell;
    place.in_strike = is_open(Style::strike);
    place.escapes_dollars = context_.has_math;
    place.before = begins_element() ? CharacterClass::punctuation : last_class(out_);
    // A space at the end of an element is moved behind its marks.
    const bool is_at_space = has_space_after && !element_ends_after(at_);
    place.after = is_at_space ? CharacterClass::space : class_after(at_);
    place.before_break = break_follows(at_);
    place.before_bracket = !has_space_after && bracket_follows(at_);
    place.after_bracket = !out_.empty() && out_.back() == ']';
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
    std::string tex = markdown_tex(fold_ascii_space(part.text));
    if (tex.empty()) {
      write_text(text_of_markup(part.markup));
      return;
    }
    if (rule_ == LineRule::cell)
      for (std::size_t bar = tex.find('|'); bar != std::string::npos; bar = tex.find('|', bar))
        tex.replace(bar, 1, "\\vert ");
    write_raw("$" + tex + "$");
  }

  void write_reference(const Inline& part) {
    const int number = context_.notes == nullptr ? 0 : context_.notes->number_of(note_anchor(part));
    if (number > 0 && !is_in_link()) {
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
    if (part.tag == InlineTag::code) {
      const std::size_t end = end_of_plain_code(inlines_, at_);
      if (end > 0) {
        write_code(end);
        at_ = end;
        return;
      }
    }
    if (part.tag == InlineTag::quote) write_text("\"");
    Style style = style_of(part.tag);
    if (style == Style::link && (is_in_link() || !is_written_link(part))) style = Style::none;
    if (is_open(style) && style != Style::element) style = Style::none;
    open_.push_back({part.tag, style, out_.size(), part.url, false, false});
  }

  void write_code(std::size_t end) {
    std::string code;
    for (std::size_t i = at_ + 1; i < end; ++i)
      code += inlines_[i].type == Inline::Type::text ? inlines_[i].text : " ";
    for (char& c : code)
      if (c == '\n') c = ' ';
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
    bool is_known = false;
    for (const Open& open : open_) is_known = is_known || open.tag == tag;
    if (!is_known) return;
    while (open_.back().tag != tag) close_last();
    close_last();
  }

  void close_last() {
    const Open open = open_.back();
    open_.pop_back();
    if (open.tag == InlineTag::quote) write_text("\"");
    if (!open.is_begun || open.style == Style::none) return;
    if (open.style == Style::link) {
      close_link(open);
    } else if (open.style == Style::element) {
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

  void wrap(const Open& open, std::string_view element) {
    out_.insert(open.begin, "<" + std::string(element) + ">");
    out_.append("</").append(element).append(">");
  }

  void close_link(const Open& open) {
    const bool is_its_own_text = std::string_view(out_).substr(open.begin) == open.url &&
                                 open.url.find_first_of("<>\\|` ") == std::string_view::npos;
    if (is_its_own_text) {
      out_.insert(open.begin, 1, '<');
      out_ += '>';
      return;
    }
    out_.insert(open.begin, 1, '[');
    out_.append("](").append(markdown_destination(open.url)).append(")");
  }

  // CommonMark's rules for where a run of marks may open and close.
  bool marks_fit(const Open& open) const {
    const std::string_view inside = std::string_view(out_).substr(open.begin);
    const CharacterClass first = first_class(inside);
    const CharacterClass last = last_class(inside);
    if (first == CharacterClass::space || last == CharacterClass::space) return false;
    // A run of marks that another run touches would be one run.
    if (open.touches && out_[open.begin - 1] == marks_of(open.style)[0]) return false;
    CharacterClass before = last_class(std::string_view(out_).substr(0, open.begin));
    for (const Open& outer : open_) {
      if (outer.style == Style::none || !outer.is_begun || outer.begin != open.begin) continue;
      before = class_beside(outer.style);
    }
    const CharacterClass after =
        has_space_ || breaks_ > 0 ? CharacterClass::space : class_after(at_);
    const auto separates = [](CharacterClass c) {
      return c == CharacterClass::space || c == CharacterClass::punctuation;
    };
    if (open.style == Style::emphasis) return separates(before) && separates(after);
    return (first == CharacterClass::word || separates(before)) &&
           (last == CharacterClass::word || separates(after));
  }

  // --- neighbours ---

  // What follows inlines_[at], as far as the rules for marks care: elements and images are
  // punctuation.
  CharacterClass class_after(std::size_t at) const {
    for (std::size_t i = at + 1; i < inlines_.size(); ++i) {
      const Inline& part = inlines_[i];
      const bool is_element = part.type == Inline::Type::open || part.type == Inline::Type::close;
      if (part.type == Inline::Type::line_break) return CharacterClass::space;
      if (part.type == Inline::Type::anchor) continue;
      if (part.type == Inline::Type::text && part.text.empty()) continue;
      if (part.type == Inline::Type::text) return first_class(part.text);
      if (is_element && part.tag != InlineTag::quote && writes_nothing(part)) continue;
      return is_element ? class_beside(style_of(part.tag)) : CharacterClass::punctuation;
    }
    return CharacterClass::space;
  }

  bool element_ends_after(std::size_t at) const {
    for (std::size_t i = at + 1; i < inlines_.size(); ++i) {
      const Inline& part = inlines_[i];
      const bool is_close = part.type == Inline::Type::close;
      if (is_close && part.tag != InlineTag::quote && !writes_nothing(part)) return true;
      if (!is_close && part.type != Inline::Type::anchor) return false;
    }
    return false;
  }

  // Of what an element is written with: marks, brackets or a tag.
  static CharacterClass class_beside(Style style) {
    return style == Style::strike ? CharacterClass::unsure : CharacterClass::punctuation;
  }

  // True for the start or end of an element that is written as its content alone.
  bool writes_nothing(const Inline& part) const {
    const Style style = style_of(part.tag);
    if (style == Style::none) return true;
    if (part.type == Inline::Type::open) {
      if (style == Style::link) return is_in_link() || !is_written_link(part);
      return style != Style::element && is_open(style);
    }
    for (auto open = open_.rbegin(); open != open_.rend(); ++open)
      if (open->tag == part.tag) return open->style == Style::none;
    return false;
  }

  static bool is_written_link(const Inline& part) {
    return is_allowed_address(part.url, false) && part.url[0] != '#';
  }

  bool bracket_follows(std::size_t at) const {
    for (std::size_t i = at + 1; i < inlines_.size(); ++i) {
      const Inline& part = inlines_[i];
      if (part.type == Inline::Type::note_reference) return true;
      if (part.type == Inline::Type::open && part.tag == InlineTag::link) return true;
      const bool is_invisible =
          part.type == Inline::Type::anchor ||
          ((part.type == Inline::Type::open || part.type == Inline::Type::close) &&
           style_of(part.tag) == Style::none);
      if (!is_invisible) return false;
    }
    return false;
  }

  bool break_follows(std::size_t at) const {
    for (std::size_t i = at + 1; i < inlines_.size(); ++i) {
      const Inline& part = inlines_[i];
      if (part.type == Inline::Type::line_break) return true;
      const bool is_blank = part.type == Inline::Type::text && fold_ascii_space(part.text).empty();
      const bool is_visible = part.type != Inline::Type::close && part.type != Inline::Type::anchor;
      if (is_visible && !is_blank) return false;
    }
    return false;
  }

  // Nothing stands between the last opening mark and here.
  bool begins_element() const {
    for (const Open& open : open_)
      if (open.style != Style::none && open.is_begun && open.begin == out_.size()) return true;
    return false;
  }

  bool is_open(Style style) const {
    for (const Open& open : open_)
      if (open.style == style && style != Style::none) return true;
    return false;
  }
  bool is_in_link() const { return is_open(Style::link); }

  const Inlines& inlines_;
  const MarkdownContext& context_;
  const LineRule rule_;
  std::size_t at_ = 0;
  std::string out_;
  std::vector<Open> open_;
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
  append_escaped_markdown(out, fold_ascii_space(image.alt), place);
  out += "](" + markdown_destination(image.url) + ")";
  if (!is_allowed_address(image.link, false) || image.link[0] == '#') return out;
  return "[" + out + "](" + markdown_destination(image.link) + ")";
}

} // namespace lectern
