#include "parse/plain_tag.hpp"

#include "base/byte_scan.hpp"
#include "base/byte_set.hpp"

namespace lectern {
namespace {

constexpr ByteSet kSpaces("\t\n\f\r ");
constexpr ByteSet kEndsTagName("\t\n\f\r />");
constexpr ByteSet kEndsAttributeName("\t\n\f\r />=");
constexpr ByteSet kEndsBareValue("\t\n\f\r >");
// Where one of these stands, the tokenizer has to do more than to copy.
constexpr ByteSet kUnusualInName(std::string_view("\0\"'<", 4));
constexpr ByteSet kUnusualInBareValue(std::string_view("\0&\"'<=`", 7));

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
    if (!take(kEndsTagName, kUnusualInName, tag_.name)) return false;
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
    if (!take(kEndsAttributeName, kUnusualInName, attribute.name)) return false;
    skip_spaces();
    if (at_ >= text_.size()) return false;
    if (text_[at_] != '=') return true;
    ++at_;
    skip_spaces();
    if (at_ >= text_.size() || text_[at_] == '>') return false;
    const char quote = text_[at_];
    if (quote != '"' && quote != '\'')
      return take(kEndsBareValue, kUnusualInBareValue, attribute.value);
    const std::size_t begin = ++at_;
    at_ = find_value_special(text_, at_, quote);
    if (at_ >= text_.size() || text_[at_] != quote) return false;
    attribute.value = text_.substr(begin, at_++ - begin);
    return true;
  }

  /// What comes before the next byte of `ends`; false at an unusual one, and at the end of the
  /// text.
  bool take(const ByteSet& ends, const ByteSet& unusual, std::string_view& part) {
    const std::size_t begin = at_;
    for (; at_ < text_.size(); ++at_) {
      if (unusual.has(text_[at_])) return false;
      if (!ends.has(text_[at_])) continue;
      part = text_.substr(begin, at_ - begin);
      return true;
    }
    return false;
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
