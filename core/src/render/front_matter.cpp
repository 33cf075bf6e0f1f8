#include "render/front_matter.hpp"

#include "base/utf8.hpp"

namespace lectern {
namespace {

// Always in double quotes, the one YAML form that holds any text.
std::string quoted(std::string_view text) {
  constexpr char kHex[] = "0123456789ABCDEF";
  constexpr char32_t kNextLine = 0x85, kLineSeparator = 0x2028, kParagraphSeparator = 0x2029,
                     kByteOrderMark = 0xFEFF;
  std::string out = "\"";
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    const char32_t c = next_code_point(text, at);
    const bool is_control = c < 0x20 || (c >= 0x7F && c <= 0x9F) || c == kNextLine;
    if (c == U'"' || c == U'\\') {
      out += '\\';
      out += static_cast<char>(c);
    } else if (c == U'\n') {
      out += "\\n";
    } else if (is_control || c == kLineSeparator || c == kParagraphSeparator ||
               c == kByteOrderMark) {
      out += "\\u";
      for (int shift = 12; shift >= 0; shift -= 4) out += kHex[(c >> shift) & 15];
    } else {
      out.append(text.substr(begin, at - begin));
    }
  }
  return out + "\"";
}

void append_property(std::string& out, std::string_view name, std::string_view value) {
  if (!value.empty()) out.append(name).append(": ").append(quoted(value)).append("\n");
}

// Bare, so that it is a date and not a text; quoted when it does not look like one.
void append_date(std::string& out, std::string_view name, std::string_view value) {
  if (value.empty()) return;
  const bool is_date =
      value.size() >= 10 && value.find_first_not_of("0123456789-:+TZ.") == std::string_view::npos;
  out.append(name).append(": ");
  out.append(is_date ? std::string(value) : quoted(value)).append("\n");
}

void append_list(std::string& out, std::string_view name, const std::vector<std::string>& values) {
  if (values.empty()) return;
  out.append(name).append(":\n");
  for (const std::string& value : values) out.append("  - ").append(quoted(value)).append("\n");
}

// A tag has no spaces and is no mere number; letters, digits and -_/ stay.
std::string tag_of(std::string_view text) {
  std::string tag;
  bool has_letter = false;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    const char32_t c = next_code_point(text, at);
    const bool is_kept =
        is_letter(c) || is_digit(c) || c == U'-' || c == U'_' || c == U'/' || c > 0x2FF;
    has_letter = has_letter || (is_kept && !is_digit(c));
    if (is_kept && !is_space(c)) {
      tag.append(text.substr(begin, at - begin));
    } else if (!tag.empty() && tag.back() != '-') {
      tag += '-';
    }
  }
  while (!tag.empty() && tag.back() == '-') tag.pop_back();
  return has_letter ? tag : std::string();
}

} // namespace

std::string front_matter(const Metadata& metadata) {
  std::string out = "---\n";
  append_property(out, "title", metadata.title);
  append_property(out, "source", metadata.url);
  append_list(out, "author", metadata.byline);
  append_date(out, "published", metadata.published);
  append_date(out, "modified", metadata.modified);
  append_property(out, "site", metadata.site_name);
  append_property(out, "description", metadata.dek);
  append_property(out, "image", metadata.lead_image);
  append_property(out, "language", metadata.language);
  std::vector<std::string> tags;
  for (const std::string& tag : metadata.tags) {
    std::string cleaned = tag_of(tag);
    if (!cleaned.empty()) tags.push_back(std::move(cleaned));
  }
  append_list(out, "tags", tags);
  return out + "---\n";
}

} // namespace lectern
