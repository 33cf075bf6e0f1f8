#include "render/inline_reader.hpp"

#include <algorithm>
#include <array>

#include "render/allowed_markup.hpp"
#include "render/html_parts.hpp"
#include "render/markup_scanner.hpp"
#include "render/math_markup.hpp"
#include "render/note_index.hpp"

namespace lectern {
namespace {

using Token = MarkupScanner::Token;

// What a block alone is wrapped in; the block's own fields say all about it.
constexpr std::array<std::string_view, 9> kBlockElements = {"p",  "h2",         "h3",  "h4", "h5",
                                                            "h6", "blockquote", "pre", "hr"};

bool is_block_element(std::string_view name) {
  return std::find(kBlockElements.begin(), kBlockElements.end(), name) != kBlockElements.end();
}

int size_of(std::string_view digits) {
  constexpr std::size_t kMostDigits = 6;
  if (digits.empty() || digits.size() > kMostDigits) return 0;
  int value = 0;
  for (const char c : digits) {
    if (c < '0' || c > '9') return 0;
    value = value * 10 + (c - '0');
  }
  return value;
}

class InlineReader {
 public:
  InlineReader(std::string_view html, Inlines& out, bool in_cell)
      : html_(html), scanner_(html), out_(out), in_cell_(in_cell) {}

  bool read() {
    for (;;) {
      switch (scanner_.next()) {
        case Token::error:
          return false;
        case Token::end:
          return open_.empty();
        case Token::text:
          add(Inline::Type::text).text = scanner_.text();
          break;
        case Token::open:
          if (!read_open()) return false;
          break;
        case Token::close:
          if (!read_close()) return false;
          break;
      }
    }
  }

 private:
  Inline& add(Inline::Type type) {
    out_.emplace_back();
    out_.back().type = type;
    return out_.back();
  }

  bool read_open() {
    const std::string_view name = scanner_.name();
    if (is_block_element(name)) return true;
    if (name == "br") {
      add(Inline::Type::line_break);
      return true;
    }
    if (name == "img") {
      Inline& image = add(Inline::Type::image);
      image.url = scanner_.attribute("src");
      image.text = scanner_.attribute("alt");
      image.width = size_of(scanner_.attribute("width"));
      image.height = size_of(scanner_.attribute("height"));
      return true;
    }
    if (name == "math") return read_math();
    if (name == "a" && scanner_.attribute("role") == "doc-noteref") return read_reference();
    if (name == "span" && !scanner_.attribute("id").empty()) {
      add(Inline::Type::anchor).url = scanner_.attribute("id");
      return scanner_.next() == Token::close && scanner_.name() == "span";
    }
    const auto known = std::find(kInlineElements.begin(), kInlineElements.end(), name);
    if (known == kInlineElements.end()) return false;
    if (is_list_part(static_cast<InlineTag>(known - kInlineElements.begin())) && !in_cell_)
      return false;
    Inline& open = add(Inline::Type::open);
    open.tag = static_cast<InlineTag>(known - kInlineElements.begin());
    if (name == "span")
      open.tag =
          scanner_.attribute("data-style") == kSmallCaps ? InlineTag::small_caps : InlineTag::span;
    if (open.tag == InlineTag::link) open.url = scanner_.attribute("href");
    open.language = scanner_.attribute("lang");
    open.direction = scanner_.attribute("dir");
    open_.push_back(open.tag);
    return true;
  }

  bool read_close() {
    if (is_block_element(scanner_.name())) return true;
    if (open_.empty() || element_of(open_.back()) != scanner_.name()) return false;
    add(Inline::Type::close).tag = open_.back();
    open_.pop_back();
    return true;
  }

  // The whole element stays as it is, when it holds allow-listed parts only.
  bool read_math() {
    const std::size_t begin = scanner_.token_begin();
    const std::string alternative(scanner_.attribute("alttext"));
    std::string tex;
    std::string text;
    bool in_tex = false;
    int elements = 1;
    for (;;) {
      const Token token = scanner_.next();
      if (token == Token::end || token == Token::error) return false;
      if (token == Token::text) (in_tex ? tex : text) += scanner_.text();
      if (token == Token::open) {
        ++elements;
        in_tex = scanner_.name() == "annotation" &&
                 scanner_.attribute("encoding") == "application/x-tex" && !scanner_.closes_itself();
      }
      if (token == Token::close) in_tex = false;
      if (token == Token::close && scanner_.name() == "math") break;
    }
    const std::string_view markup = html_.substr(begin, scanner_.position() - begin);
    if (!is_safe_math(markup)) return false;
    // The form that TeX without MathML is written in.
    constexpr int kElementsAroundTex = 4;
    const bool is_tex_alone = elements == kElementsAroundTex && tex == text &&
                              markup.substr(0, 24) == "<math><semantics><mtext>";
    Inline& math = add(Inline::Type::math);
    math.text = tex.empty() ? alternative : tex;
    if (!is_tex_alone) math.markup = markup;
    return true;
  }

  bool read_reference() {
    Inline reference;
    reference.type = Inline::Type::note_reference;
    reference.url = scanner_.attribute("href");
    for (;;) {
      const Token token = scanner_.next();
      if (token == Token::end || token == Token::error) return false;
      if (token == Token::text) reference.text += scanner_.text();
      if (token == Token::close && scanner_.name() == "a") break;
    }
    const bool in_link = std::find(open_.begin(), open_.end(), InlineTag::link) != open_.end();
    if (is_own_id(note_anchor(reference)) && !in_link)
      out_.push_back(std::move(reference));
    else
      add_mark_alone(std::move(reference.text));
    return true;
  }

  // A reference that cannot be followed is written as its mark, and so read as one.
  void add_mark_alone(std::string mark) {
    add(Inline::Type::open).tag = InlineTag::sup;
    if (!mark.empty()) add(Inline::Type::text).text = std::move(mark);
    add(Inline::Type::close).tag = InlineTag::sup;
  }

  std::string_view html_;
  MarkupScanner scanner_;
  Inlines& out_;
  const bool in_cell_;
  std::vector<InlineTag> open_;
};

} // namespace

bool read_inlines(std::string_view html, Inlines& out, bool in_cell) {
  return InlineReader(html, out, in_cell).read();
}

} // namespace lectern
