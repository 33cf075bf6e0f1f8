#include "metadata/visible_lines.hpp"

#include "base/byte_set.hpp"
#include "base/text.hpp"
#include "base/utf8.hpp"
#include "metadata/claim_text.hpp"

namespace lectern {
namespace {

bool is_silent(Tag tag) {
  return tag == Tag::script || tag == Tag::style || tag == Tag::template_ || tag == Tag::svg ||
         tag == Tag::textarea || tag == Tag::select || tag == Tag::iframe || tag == Tag::noscript;
}

bool breaks_line(Tag tag) {
  switch (tag) {
    case Tag::a:
    case Tag::b:
    case Tag::i:
    case Tag::em:
    case Tag::strong:
    case Tag::span:
    case Tag::mark:
    case Tag::small:
    case Tag::sub:
    case Tag::sup:
    case Tag::u:
    case Tag::font:
    case Tag::abbr:
    case Tag::q:
    case Tag::cite:
    case Tag::bdi:
    case Tag::bdo:
    case Tag::wbr:
    case Tag::time:
    case Tag::del:
    case Tag::ins:
    case Tag::code:
    case Tag::nobr:
    case Tag::s:
    case Tag::unknown:
    case Tag::foreign:
      return false;
    default:
      return true;
  }
}

constexpr ByteSet kSpaces(" \n\t\r\f");

bool is_blank(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size() && kSpaces.has(text[at])) ++at;
  return at == text.size();
}

} // namespace

bool hides_by_style(std::string_view style) {
  if (style.size() < 12 || (style.find("one") == std::string_view::npos &&
                            style.find("idden") == std::string_view::npos)) {
    return false;
  }
  std::string packed;
  for (const char c : style.substr(0, 400)) {
    if (!is_ascii_space(c)) packed += ascii_lower(c);
  }
  return packed.find("display:none") != std::string::npos ||
         packed.find("visibility:hidden") != std::string::npos;
}

VisibleLines::VisibleLines(const Dom& dom, NodeId begin, NodeId end, const Options& options)
    : dom_(dom), options_(options), begin_(begin), end_(end), at_(begin) {}

bool VisibleLines::next(std::string& line) {
  while (at_ < end_ && read_ < options_.limit) {
    if (!open_blocks_.empty() && at_ >= open_blocks_.back()) {
      open_blocks_.pop_back();
      if (take(line)) return true;
    } else if (dom_.is_text(at_)) {
      add_text();
    } else if (is_unseen()) {
      at_ = dom_.end(at_);
    } else {
      const bool ends_line = breaks_line(dom_.tag(at_));
      if (ends_line && dom_.end(at_) - at_ > 1) open_blocks_.push_back(dom_.end(at_));
      ++read_;
      ++at_;
      if (ends_line && take(line)) return true;
    }
  }
  return take(line);
}

bool VisibleLines::is_unseen() const {
  if (is_silent(dom_.tag(at_))) return true;
  if (at_ == begin_ || dom_[at_].attribute_count == 0) return false;
  return dom_.has_attribute(at_, "hidden") || hides_by_style(dom_.attribute(at_, "style"));
}

void VisibleLines::add_text() {
  const std::string_view part = first_bytes(dom_[at_].text, options_.limit);
  if (!only_part_.empty() || !text_.empty()) {
    if (options_.space_elements && dom_.parent(at_) != text_parent_) append(" ");
    append(part);
  } else if (!is_blank(part)) {
    only_part_ = part;
  }
  text_parent_ = dom_.parent(at_);
  read_ += part.size();
  ++at_;
}

// To a line that has begun. Most are one text node: it is copied when a second one comes.
void VisibleLines::append(std::string_view part) {
  if (!only_part_.empty()) {
    text_ = only_part_;
    only_part_ = {};
  }
  text_ += part;
}

bool VisibleLines::take(std::string& line) {
  if (only_part_.empty() && text_.empty()) return false;
  line = claim_text(text_.empty() ? only_part_ : std::string_view(text_), options_.longest_line);
  only_part_ = {};
  text_.clear();
  return !line.empty();
}

std::vector<std::string> visible_lines(const Dom& dom, NodeId begin, NodeId end, std::size_t limit,
                                       bool space_elements) {
  std::vector<std::string> lines;
  VisibleLines source(dom, begin, end, {limit, space_elements});
  for (std::string line; source.next(line);) lines.push_back(std::move(line));
  return lines;
}

std::string visible_text(const Dom& dom, NodeId node, std::size_t limit) {
  std::string text;
  VisibleLines source(dom, node, dom.is_text(node) ? node + 1 : dom.end(node), {limit});
  for (std::string line; source.next(line);) {
    if (text.empty()) {
      text = std::move(line);
    } else {
      text += ' ';
      text += line;
    }
  }
  return text;
}

} // namespace lectern
