#include "render/plain_text.hpp"

#include "base/text.hpp"
#include "render/math_markup.hpp"

namespace lectern {

void append_plain_text(std::string& out, const Inlines& inlines) {
  bool has_parentheses = false; // the page's own, around ruby text
  bool is_line_due = false;     // an item of a list begins or ends
  const std::size_t begin = out.size();
  for (const Inline& part : inlines) {
    const bool is_element = part.type == Inline::Type::open || part.type == Inline::Type::close;
    if (is_element && is_list_part(part.tag)) {
      is_line_due = true;
      continue;
    }
    if (is_line_due && !is_element && part.type != Inline::Type::anchor) {
      if (out.size() > begin && out.back() != '\n') out += '\n';
      is_line_due = false;
    }
    switch (part.type) {
      case Inline::Type::text:
      case Inline::Type::image:
        out += part.text;
        break;
      case Inline::Type::open:
        if (part.tag == InlineTag::quote) out += '"';
        if (part.tag == InlineTag::ruby) has_parentheses = false;
        if (part.tag == InlineTag::ruby_parenthesis) has_parentheses = true;
        if (part.tag == InlineTag::ruby_text && !has_parentheses) out += '(';
        break;
      case Inline::Type::close:
        if (part.tag == InlineTag::quote) out += '"';
        if (part.tag == InlineTag::ruby_text && !has_parentheses) out += ')';
        break;
      case Inline::Type::line_break:
        out += '\n';
        break;
      case Inline::Type::math:
        out += text_of_math(part);
        break;
      case Inline::Type::anchor:
        break;
      case Inline::Type::note_reference: {
        const bool has_brackets =
            !part.text.empty() && (part.text[0] == '[' || part.text[0] == '(');
        out += has_brackets ? part.text : "[" + part.text + "]";
        break;
      }
    }
  }
}

std::string plain_text(const Inlines& inlines) {
  std::string out;
  append_plain_text(out, inlines);
  return out;
}

std::string fold_ascii_space(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (!is_ascii_space(c)) {
      out += c;
    } else if (!out.empty() && out.back() != ' ') {
      out += ' ';
    }
  }
  if (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

std::string_view embed_label(const Embed& embed) {
  if (!embed.title.empty()) return embed.title;
  return embed.provider.empty() ? std::string_view(embed.url) : std::string_view(embed.provider);
}

} // namespace lectern
