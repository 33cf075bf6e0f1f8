#include "render/xhtml.hpp"

#include <algorithm>
#include <array>
#include <unordered_set>

#include "base/utf8.hpp"
#include "render/html_parts.hpp"
#include "render/markup_scanner.hpp"

namespace lectern {
namespace {

using Token = MarkupScanner::Token;

bool is_void(std::string_view name) { return name == "br" || name == "hr" || name == "img"; }

// XML has no such characters, not even as references.
std::string without_forbidden(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    const char32_t c = next_code_point(text, at);
    const bool is_control = c < 0x20 && c != U'\n' && c != U'\t';
    if (!is_control && c != 0xFFFE && c != 0xFFFF) out.append(text.substr(begin, at - begin));
  }
  return out;
}

// Addresses as RFC 3986 has them: browsers take more, checkers of books do not.
std::string strict_address(std::string_view url) {
  constexpr char kHex[] = "0123456789ABCDEF";
  constexpr std::string_view kForbidden = " \"<>\\^`{|}[]";
  std::string out;
  for (std::size_t i = 0; i < url.size(); ++i) {
    const char c = url[i];
    const auto is_hexadecimal = [&url](std::size_t at) {
      return at < url.size() &&
             std::string_view("0123456789abcdefABCDEF").find(url[at]) != std::string_view::npos;
    };
    const bool is_stray_percent = c == '%' && !(is_hexadecimal(i + 1) && is_hexadecimal(i + 2));
    const bool is_outside =
        static_cast<unsigned char>(c) <= 0x20 || static_cast<unsigned char>(c) >= 0x7F;
    if (is_outside || is_stray_percent || kForbidden.find(c) != std::string_view::npos) {
      out += '%';
      out += kHex[static_cast<unsigned char>(c) >> 4];
      out += kHex[static_cast<unsigned char>(c) & 15];
    } else {
      out += c;
    }
  }
  return out;
}

std::unordered_set<std::string> ids_in(std::string_view html) {
  std::unordered_set<std::string> ids;
  MarkupScanner scanner(html);
  for (Token token = scanner.next(); token != Token::end && token != Token::error;
       token = scanner.next())
    if (token == Token::open && !scanner.attribute("id").empty())
      ids.emplace(scanner.attribute("id"));
  return ids;
}

class XhtmlWriter {
 public:
  XhtmlWriter(std::string_view html, const std::unordered_map<std::string, std::string>& images,
              std::string_view picture_label)
      : scanner_(html), images_(images), picture_label_(picture_label), ids_(ids_in(html)) {}

  Xhtml write() && {
    for (Token token = scanner_.next(); token != Token::end && token != Token::error;
         token = scanner_.next()) {
      switch (token) {
        case Token::text:
          write_text(scanner_.text());
          break;
        case Token::open:
          open();
          break;
        default:
          close();
          break;
      }
    }
    return std::move(result_);
  }

 private:
  std::string& out() { return result_.body; }

  void write_text(std::string_view text) {
    out() += xml_escaped(text);
    if (in_heading_) result_.headings.back().text += without_forbidden(text);
  }

  void open() {
    const std::string_view name = scanner_.name();
    if (name == "img") {
      write_image();
      return;
    }
    const std::string_view href = scanner_.attribute("href");
    const bool is_dead_link = name == "a" && !href.empty() && href[0] == '#' &&
                              ids_.count(std::string(href.substr(1))) == 0;
    if (name == "a") links_.push_back(!is_dead_link);
    if (is_dead_link) return;
    if (name == "math") result_.has_math = true;
    out() += '<';
    out() += written_name(name);
    if (name == "h2") begin_heading();
    for (const auto& [key, value] : scanner_.attributes()) write_attribute(name, key, value);
    if (name == "math" && scanner_.attribute("xmlns").empty())
      append_attribute(out(), "xmlns", "http://www.w3.org/1998/Math/MathML");
    out() += is_void(name) || scanner_.closes_itself() ? "/>" : ">";
  }

  void close() {
    const std::string_view name = scanner_.name();
    if (name == "h2") in_heading_ = false;
    if (name == "a") {
      const bool is_written = links_.empty() || links_.back();
      if (!links_.empty()) links_.pop_back();
      if (!is_written) return;
    }
    out().append("</").append(written_name(name)).append(">");
  }

  // `time` without a datetime must hold a date in a form that no page keeps to.
  static std::string_view written_name(std::string_view name) {
    return name == "time" ? "span" : name;
  }

  void begin_heading() {
    in_heading_ = true;
    XhtmlHeading heading;
    heading.id = scanner_.attribute("id");
    if (heading.id.empty()) {
      do heading.id = "part-" + std::to_string(++heading_count_);
      while (ids_.count(heading.id) != 0);
      append_attribute(out(), "id", heading.id);
    }
    result_.headings.push_back(std::move(heading));
  }

  void write_attribute(std::string_view element, std::string_view key, const std::string& value) {
    if (key == "id") {
      // An id stands once, and has no white space.
      const bool is_valid = value.find_first_of(" \t\n\r\f") == std::string::npos;
      if (is_valid && written_ids_.insert(value).second) append_attribute(out(), key, value);
    } else if (key == "lang") {
      const std::string language = valid_language(value);
      if (language.empty()) return;
      append_attribute(out(), "lang", language);
      append_attribute(out(), "xml:lang", language);
    } else if (key == "href" || key == "cite") {
      const bool is_inside = !value.empty() && value[0] == '#';
      append_attribute(out(), key, is_inside ? value : strict_address(value));
    } else if (key == "reversed") {
      append_attribute(out(), key, "reversed");
    } else if (element != "img") {
      append_attribute(out(), key, without_forbidden(value));
    }
  }

  void write_image() {
    const std::string alt = without_forbidden(scanner_.attribute("alt"));
    const std::string source(scanner_.attribute("src"));
    const auto file = images_.find(source);
    if (file != images_.end()) {
      out() += "<img";
      append_attribute(out(), "src", file->second);
      append_attribute(out(), "alt", alt);
      out() += "/>";
      return;
    }
    const std::string label = xml_escaped(alt.empty() ? picture_label_ : std::string_view(alt));
    const bool in_link = !links_.empty() && links_.back();
    const bool is_remote = source.compare(0, 4, "http") == 0;
    if (in_link || !is_remote) {
      out() += "[" + label + "]";
      return;
    }
    out() += "<a";
    append_attribute(out(), "href", strict_address(source));
    out() += ">[" + label + "]</a>";
  }

  MarkupScanner scanner_;
  const std::unordered_map<std::string, std::string>& images_;
  const std::string_view picture_label_;
  const std::unordered_set<std::string> ids_;
  std::unordered_set<std::string> written_ids_;
  std::vector<bool> links_; // the open ones: whether they are written
  Xhtml result_;
  bool in_heading_ = false;
  int heading_count_ = 0;
};

} // namespace

Xhtml to_xhtml(std::string_view html, const std::unordered_map<std::string, std::string>& images,
               std::string_view picture_label) {
  return XhtmlWriter(html, images, picture_label).write();
}

std::string xml_escaped(std::string_view text) {
  std::string out;
  append_escaped(out, without_forbidden(text));
  return out;
}

std::string valid_language(std::string_view language) {
  constexpr std::size_t kMostSubtag = 8;
  std::size_t length = 0;
  std::size_t first_length = 0;
  for (const char c : language) {
    const bool is_letter_or_digit =
        (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    if (c == '-') {
      if (length == 0) return {};
      if (first_length == 0) first_length = length;
      length = 0;
    } else if (!is_letter_or_digit || ++length > kMostSubtag) {
      return {};
    }
  }
  if (first_length == 0) first_length = length;
  const bool has_primary = first_length == 2 || first_length == 3;
  return has_primary && length > 0 ? std::string(language) : std::string();
}

} // namespace lectern
