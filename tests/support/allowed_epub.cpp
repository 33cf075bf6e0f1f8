// A book, read as a program would that trusts nothing: its archive by its headers, its files as XML
// without any repair.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>

#include "support/allowed_output.hpp"

namespace lectern::test {
namespace {

using Faults = std::vector<std::string>;

struct Attribute {
  std::string_view name;
  std::string_view value;
};

bool starts_with(std::string_view text, std::string_view prefix) {
  return text.substr(0, prefix.size()) == prefix;
}

bool ends_with(std::string_view text, std::string_view suffix) {
  return text.size() >= suffix.size() && text.substr(text.size() - suffix.size()) == suffix;
}

bool is_one_of(std::string_view word, std::string_view list) {
  return list.find(" " + std::string(word) + " ") != std::string_view::npos;
}

constexpr std::string_view kElements =
    " html head meta title link body header h1 nav ol li a p h2 h3 h4 h5 h6 ul blockquote pre hr "
    "table caption thead tbody tr th td figure figcaption img details summary dl dt dd aside "
    "section br strong em code sub sup mark small del ins q abbr cite kbd var ruby rt rp span "
    "math annotation menclose merror mfenced mfrac mi mmultiscripts mn mo mover mpadded mphantom "
    "mprescripts mroot mrow ms mspace msqrt mstyle msub msubsup msup mtable mtd mtext mtr munder "
    "munderover none semantics ";
constexpr std::string_view kForbiddenAttributes =
    " style srcdoc srcset action formaction xlink:href xml:base target ping name background data ";

bool is_good_address(std::string_view element, std::string_view name, std::string_view value) {
  if (name == "src") return starts_with(value, "image-");
  if (element == "link") return value == "style.css";
  for (const char* prefix :
       {"https://", "http://", "HTTPS://", "HTTP://", "mailto:", "tel:", "#", "article.xhtml"})
    if (starts_with(value, prefix)) return true;
  return false;
}

bool is_name_start(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_name(char c) {
  return is_name_start(c) || (c >= '0' && c <= '9') || c == '-' || c == ':' || c == '_';
}

// XML as our writer makes it, which is less than XML has: no sections, no instructions, no
// comments.
class XmlCheck {
 public:
  XmlCheck(std::string_view file, std::string_view xml, bool is_page, Faults& faults)
      : file_(file), xml_(xml), is_page_(is_page), faults_(faults) {}

  void run() {
    constexpr std::string_view kProlog = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
    constexpr std::string_view kDoctype = "<!DOCTYPE html>\n";
    if (!starts_with(xml_, kProlog)) return fault("no prolog");
    at_ = kProlog.size();
    if (starts_with(xml_.substr(at_), kDoctype)) at_ += kDoctype.size();
    while (at_ < xml_.size() && !is_broken_) {
      if (xml_[at_] == '<')
        read_tag();
      else
        read_text('<');
    }
    if (!is_broken_ && !open_.empty()) fault("<" + open_.back() + "> is never closed");
  }

 private:
  void fault(const std::string& what) {
    is_broken_ = true;
    faults_.push_back(std::string(file_) + ": " + what + " before " +
                      std::string(xml_.substr(std::min(at_, xml_.size()), 60)));
  }

  // Up to `end`: characters that XML has, and references that need no declaration.
  std::string_view read_text(char end) {
    const std::size_t begin = at_;
    for (; at_ < xml_.size() && xml_[at_] != end && !is_broken_; ++at_) {
      const char c = xml_[at_];
      const bool is_control =
          static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\t' && c != '\r';
      if (is_control || c == '<') fault("a character that may not stand there");
      if (c != '&') continue;
      const std::string_view reference = xml_.substr(at_, xml_.find(';', at_) - at_);
      if (!is_one_of(reference, " &amp &lt &gt &quot &apos ") && !starts_with(reference, "&#"))
        fault("an undeclared reference");
    }
    if (open_.empty() && end == '<' &&
        xml_.substr(begin, at_ - begin).find_first_not_of(" \n") != std::string_view::npos)
      fault("text outside the document");
    return xml_.substr(begin, at_ - begin);
  }

  std::string_view read_name() {
    const std::size_t begin = at_;
    if (at_ < xml_.size() && is_name_start(xml_[at_]))
      while (at_ < xml_.size() && is_name(xml_[at_])) ++at_;
    return xml_.substr(begin, at_ - begin);
  }

  bool skip(std::string_view token) {
    if (!starts_with(xml_.substr(at_), token)) return false;
    at_ += token.size();
    return true;
  }

  void read_tag() {
    if (skip("</")) {
      const std::string_view name = read_name();
      if (open_.empty() || open_.back() != name || !skip(">")) return fault("a wrong end tag");
      open_.pop_back();
      return;
    }
    ++at_;
    const std::string_view name = read_name();
    if (name.empty()) return fault("no element");
    std::vector<Attribute> attributes;
    while (!is_broken_ && skip(" ")) {
      const std::string_view key = read_name();
      if (key.empty() || !skip("=\"")) return fault("no attribute");
      attributes.push_back({key, read_text('"')});
      skip("\"");
    }
    const bool closes_itself = skip("/");
    if (!skip(">")) return fault("a tag that does not end");
    check(name, attributes);
    if (!closes_itself) open_.emplace_back(name);
  }

  void check(std::string_view name, const std::vector<Attribute>& attributes) {
    if (is_page_ && !is_one_of(name, kElements)) fault("element <" + std::string(name) + ">");
    for (const Attribute& attribute : attributes) {
      const auto same = [&](const Attribute& other) { return other.name == attribute.name; };
      if (std::count_if(attributes.begin(), attributes.end(), same) > 1)
        fault("an attribute that stands twice");
      if (!is_page_) continue;
      const bool is_address =
          attribute.name == "href" || attribute.name == "src" || attribute.name == "cite";
      if (is_address && !is_good_address(name, attribute.name, attribute.value))
        fault("the address " + std::string(attribute.value));
      if (starts_with(attribute.name, "on") || is_one_of(attribute.name, kForbiddenAttributes))
        fault("attribute " + std::string(attribute.name));
    }
  }

  std::string_view file_;
  std::string_view xml_;
  bool is_page_;
  Faults& faults_;
  std::size_t at_ = 0;
  std::vector<std::string> open_;
  bool is_broken_ = false;
};

std::uint32_t number_at(std::string_view bytes, std::size_t at, std::size_t size) {
  std::uint32_t value = 0;
  for (std::size_t i = 0; i < size && at + i < bytes.size(); ++i)
    value |= static_cast<std::uint32_t>(static_cast<unsigned char>(bytes[at + i])) << (8 * i);
  return value;
}

bool is_own_name(std::string_view name) {
  if (is_one_of(name,
                " mimetype META-INF/container.xml book/package.opf book/contents.xhtml "
                "book/article.xhtml book/style.css "))
    return true;
  return starts_with(name, "book/image-") &&
         name.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-.", 5) ==
             std::string_view::npos;
}

} // namespace

std::vector<std::string> faults_of_epub(std::string_view epub) {
  constexpr std::string_view kLocalHeader = "PK\x03\x04";
  constexpr std::size_t kHeaderSize = 30, kSizeAt = 18, kNameSizeAt = 26;
  Faults faults;
  std::size_t at = 0, pages = 0;
  while (epub.substr(at, 4) == kLocalHeader) {
    const std::size_t size = number_at(epub, at + kSizeAt, 4);
    const std::size_t name_size = number_at(epub, at + kNameSizeAt, 2);
    const std::string_view name = epub.substr(at + kHeaderSize, name_size);
    const std::string_view content = epub.substr(at + kHeaderSize + name_size, size);
    at += kHeaderSize + name_size + size;
    if (!is_own_name(name)) faults.push_back("file " + std::string(name));
    const bool is_page = ends_with(name, ".xhtml");
    pages += is_page ? 1 : 0;
    if (is_page || ends_with(name, ".opf") || ends_with(name, ".xml"))
      XmlCheck(name, content, is_page, faults).run();
  }
  if (pages != 2) faults.push_back("a book without its two pages");
  return faults;
}

} // namespace lectern::test
