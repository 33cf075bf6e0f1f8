#include "parse/plain_tag.hpp"

#include "base/byte_scan.hpp"
#include "base/byte_set.hpp"

namespace lectern {
namespace {

constexpr ByteSet kSpaces("\t\n\f\r ");

/// What ends a part of a tag, and the bytes at which the tokenizer has to do more than to copy.
class PartEnd {
 public:
  constexpr PartEnd(ByteSet ends, ByteSet stops) : ends_(ends), stops_(stops) {}

  /// The end of the part that begins at `at`; npos where it is unusual or goes on beyond the text.
  std::size_t find_in(std::string_view text, std::size_t at) const {
    while (at < text.size() && !stops_.has(text[at])) ++at;
    return at < text.size() && ends_.has(text[at]) ? at : std::string_view::npos;
  }

 private:
  ByteSet ends_, stops_; // the stops are the ends and what is unusual
};
constexpr PartEnd kTagNameEnd(ByteSet("\t\n\f\r />"),
                              ByteSet(std::string_view("\t\n\f\r />\0\"'<", 11)));
constexpr PartEnd kAttributeNameEnd(ByteSet("\t\n\f\r />="),
                                    ByteSet(std::string_view("\t\n\f\r />=\0\"'<", 12)));
constexpr PartEnd kBareValueEnd(ByteSet("\t\n\f\r >"),
                                ByteSet(std::string_view("\t\n\f\r >\0&\"'<=`", 13)));

bool is_letter(char c) { return static_cast<unsigned char>((c | 0x20) - 'a') < 26; }

class TagReader {
 public:
  TagReader(std::string_view text, PlainTag& tag) : text_(text), tag_(tag) {}

  bool read() {
    tag_.is_end = text_.size() > 1 && text_[1] == '/';
    tag_.closes_itself = false;
    tag_.attribute_count = 0;
    at_ = tag_.is_end ? 2 : 1;
    if (at_ >= text_.size() || !is_letter(text_[at_])) return false;
    if (!take(kTagNameEnd, tag_.name)) return false;
    while (at_ < text_.size()) {
      const char c = text_[at_];
      if (c == '>') {
        tag_.size = at_ + 1;
        return true;
      }
      if (kSpaces.has(c)) {
        ++at_;
      } else if (c == '/') {
        ++at_;
        tag_.closes_itself = at_ < text_.size() && text_[at_] == '>';
      } else if (tag_.is_end || !read_attribute()) {
        return false;
      }
    }
    return false;
  }

 private:
  bool read_attribute() {
    if (text_[at_] == '=' || tag_.attribute_count == PlainTag::kMostAttributes) return false;
    PlainTag::Attribute& attribute = tag_.attributes[tag_.attribute_count++];
    attribute.value = {};
    if (!take(kAttributeNameEnd, attribute.name)) return false;
    skip_spaces();
    if (at_ >= text_.size()) return false;
    if (text_[at_] != '=') return true;
    ++at_;
    skip_spaces();
    if (at_ >= text_.size() || text_[at_] == '>') return false;
    const char quote = text_[at_];
    if (quote != '"' && quote != '\'') return take(kBareValueEnd, attribute.value);
    const std::size_t begin = ++at_;
    at_ = find_value_special(text_, at_, quote);
    if (at_ >= text_.size() || text_[at_] != quote) return false;
    attribute.value = text_.substr(begin, at_++ - begin);
    return true;
  }

  bool take(const PartEnd& part_end, std::string_view& part) {
    const std::size_t end = part_end.find_in(text_, at_);
    if (end == std::string_view::npos) return false;
    part = text_.substr(at_, end - at_);
    at_ = end;
    return true;
  }

  void skip_spaces() {
    while (at_ < text_.size() && kSpaces.has(text_[at_])) ++at_;
  }

  std::string_view text_;
  PlainTag& tag_;
  std::size_t at_ = 0;
};

} // namespace

bool read_plain_tag(std::string_view text, PlainTag& tag) { return TagReader(text, tag).read(); }

} // namespace lectern
