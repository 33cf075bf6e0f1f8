#include "render/markup_scanner.hpp"

#include "base/utf8.hpp"

namespace lectern {
namespace {

bool is_name_character(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
}

// The code point of a numeric reference's digits, or -1.
long number_of(std::string_view digits) {
  const bool is_hexadecimal = !digits.empty() && (digits[0] == 'x' || digits[0] == 'X');
  if (is_hexadecimal) digits.remove_prefix(1);
  if (digits.empty() || digits.size() > 7) return -1;
  const int base = is_hexadecimal ? 16 : 10;
  long value = 0;
  for (const char c : digits) {
    int digit = -1;
    if (c >= '0' && c <= '9') digit = c - '0';
    if (is_hexadecimal && c >= 'a' && c <= 'f') digit = c - 'a' + 10;
    if (is_hexadecimal && c >= 'A' && c <= 'F') digit = c - 'A' + 10;
    if (digit < 0) return -1;
    value = value * base + digit;
  }
  return value;
}

} // namespace

MarkupScanner::Token MarkupScanner::next() {
  begin_ = at_;
  if (at_ >= markup_.size()) return Token::end;
  if (markup_[at_] != '<') {
    const std::size_t end = std::min(markup_.find('<', at_), markup_.size());
    text_.clear();
    if (!resolve(markup_.substr(at_, end - at_), text_)) return Token::error;
    at_ = end;
    return Token::text;
  }
  const bool is_close = at_ + 1 < markup_.size() && markup_[at_ + 1] == '/';
  at_ += is_close ? 2 : 1;
  attributes_.clear();
  closes_itself_ = false;
  if (!read_tag() || (is_close && (!attributes_.empty() || closes_itself_))) return Token::error;
  return is_close ? Token::close : Token::open;
}

std::string_view MarkupScanner::attribute(std::string_view name) const {
  for (const auto& [known, value] : attributes_)
    if (known == name) return value;
  return {};
}

void MarkupScanner::skip_space() {
  while (at_ < markup_.size() && (markup_[at_] == ' ' || markup_[at_] == '\n')) ++at_;
}

bool MarkupScanner::read_tag() {
  const std::size_t name_begin = at_;
  while (at_ < markup_.size() && is_name_character(markup_[at_])) ++at_;
  name_ = markup_.substr(name_begin, at_ - name_begin);
  if (name_.empty()) return false;
  return read_attributes();
}

bool MarkupScanner::read_attributes() {
  for (;;) {
    const std::size_t before = at_;
    skip_space();
    if (at_ >= markup_.size()) return false;
    if (markup_[at_] == '>') {
      ++at_;
      return true;
    }
    if (markup_[at_] == '/') {
      closes_itself_ = true;
      ++at_;
      if (at_ >= markup_.size() || markup_[at_] != '>') return false;
      ++at_;
      return true;
    }
    if (at_ == before) return false;
    const std::size_t name_begin = at_;
    while (at_ < markup_.size() && is_name_character(markup_[at_])) ++at_;
    const std::string_view name = markup_.substr(name_begin, at_ - name_begin);
    if (name.empty() || markup_.substr(at_, 2) != "=\"") return false;
    at_ += 2;
    const std::size_t end = markup_.find('"', at_);
    if (end == std::string_view::npos) return false;
    std::string value;
    const std::string_view raw = markup_.substr(at_, end - at_);
    if (raw.find('<') != std::string_view::npos || !resolve(raw, value)) return false;
    attributes_.emplace_back(name, std::move(value));
    at_ = end + 1;
  }
}

bool MarkupScanner::resolve(std::string_view raw, std::string& out) const {
  std::size_t run = 0;
  for (std::size_t amp = raw.find('&'); amp != std::string_view::npos; amp = raw.find('&', run)) {
    out.append(raw.substr(run, amp - run));
    const std::size_t end = raw.find(';', amp);
    if (end == std::string_view::npos) return false;
    const std::string_view name = raw.substr(amp + 1, end - amp - 1);
    if (name == "amp") {
      out += '&';
    } else if (name == "lt") {
      out += '<';
    } else if (name == "gt") {
      out += '>';
    } else if (name == "quot") {
      out += '"';
    } else if (!name.empty() && name[0] == '#') {
      const long code_point = number_of(name.substr(1));
      if (code_point <= 0) return false;
      append_utf8(out, static_cast<char32_t>(code_point));
    } else {
      return false;
    }
    run = end + 1;
  }
  out.append(raw.substr(run));
  return true;
}

} // namespace lectern
