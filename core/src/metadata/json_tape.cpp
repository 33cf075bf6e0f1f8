#include "metadata/json_tape.hpp"

#include "base/text.hpp"
#include "base/utf8.hpp"

namespace lectern {
namespace {

class Scanner {
 public:
  Scanner(std::string_view text, std::vector<JsonValue>& values) : text_(text), values_(values) {}

  void read_all() {
    open_.push_back(JsonTape::kNone);
    while (skip_to_token() && values_.size() < JsonTape::kMaxValues) read_token();
    while (open_.size() > 1) close();
  }

 private:
  // White space, commas, comments, and what CDATA and HTML comments leave around the JSON.
  bool skip_to_token() {
    while (at_ < text_.size()) {
      const char c = text_[at_];
      if (is_ascii_space(c) || c == ',' || c == ';') {
        ++at_;
      } else if (c == '/' && at_ + 1 < text_.size() && text_[at_ + 1] == '*') {
        const std::size_t end = text_.find("*/", at_ + 2);
        at_ = end == std::string_view::npos ? text_.size() : end + 2;
      } else if (c == '/' && at_ + 1 < text_.size() && text_[at_ + 1] == '/') {
        // A comment of one line; on the same line as JSON it is the opening of a CDATA section.
        while (at_ < text_.size() && text_[at_] != '\n' && text_[at_] != '{') ++at_;
      } else {
        return true;
      }
    }
    return false;
  }

  void read_token() {
    const char c = text_[at_];
    if (c == '{' || c == '[') {
      ++at_;
      open(c == '{' ? JsonValue::Type::object : JsonValue::Type::array);
    } else if (c == '}' || c == ']') {
      ++at_;
      if (too_deep_ > 0) {
        --too_deep_;
      } else if (open_.size() > 1) {
        close();
      }
    } else if (c == ':') {
      ++at_;
      expects_value_ = true;
    } else if (c == '"') {
      const std::string_view text = read_string();
      if (in_object() && !expects_value_) {
        key_ = text;
      } else {
        add(JsonValue::Type::string, text);
      }
    } else {
      const std::size_t begin = at_;
      while (at_ < text_.size() && !is_ascii_space(text_[at_]) && !is_delimiter(text_[at_])) ++at_;
      if (at_ == begin) ++at_;
      if (!in_object() || expects_value_)
        add(JsonValue::Type::other, text_.substr(begin, at_ - begin));
    }
  }

  static bool is_delimiter(char c) {
    return c == ',' || c == ':' || c == '{' || c == '}' || c == '[' || c == ']' || c == '"';
  }

  // A quote ends the string when what follows could follow a string; else it was not escaped.
  std::string_view read_string() {
    const std::size_t begin = ++at_;
    while (at_ < text_.size()) {
      if (text_[at_] == '\\') {
        at_ += 2;
        continue;
      }
      if (text_[at_] == '"') {
        constexpr std::size_t kMostSpace = 64;
        std::size_t next = at_ + 1;
        while (next < text_.size() && next < at_ + kMostSpace && is_ascii_space(text_[next]))
          ++next;
        if (next >= text_.size() || next == at_ + kMostSpace || is_delimiter(text_[next]) ||
            text_[next] == '/' || text_[next] == '<') {
          const std::string_view text = text_.substr(begin, at_ - begin);
          ++at_;
          return text;
        }
      }
      ++at_;
    }
    at_ = text_.size();
    return text_.substr(std::min(begin, at_));
  }

  bool in_object() const {
    return open_.back() != JsonTape::kNone && values_[open_.back()].type == JsonValue::Type::object;
  }

  void add(JsonValue::Type type, std::string_view text) {
    if (too_deep_ == 0 && open_.back() != JsonTape::kNone) {
      JsonValue value;
      value.type = type;
      value.parent = open_.back();
      value.key = in_object() ? key_ : std::string_view();
      value.text = text;
      value.end = static_cast<std::uint32_t>(values_.size() + 1);
      values_.push_back(value);
    }
    key_ = {};
    expects_value_ = false;
  }

  void open(JsonValue::Type type) {
    if (too_deep_ > 0 || open_.size() > JsonTape::kMaxDepth) {
      ++too_deep_;
      return;
    }
    JsonValue value;
    value.type = type;
    value.parent = open_.back();
    value.key = in_object() ? key_ : std::string_view();
    open_.push_back(static_cast<std::uint32_t>(values_.size()));
    values_.push_back(value);
    key_ = {};
    expects_value_ = false;
  }

  void close() {
    values_[open_.back()].end = static_cast<std::uint32_t>(values_.size());
    open_.pop_back();
    key_ = {};
    expects_value_ = false;
  }

  std::string_view text_;
  std::vector<JsonValue>& values_;
  std::vector<std::uint32_t> open_;
  std::size_t at_ = 0;
  std::size_t too_deep_ = 0;
  std::string_view key_;
  bool expects_value_ = false;
};

int hex_value(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  c = ascii_lower(c);
  return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

// The four digits behind "\u" at `at`, or -1.
long hex_escape(std::string_view raw, std::size_t at) {
  if (at + 4 > raw.size()) return -1;
  long value = 0;
  for (std::size_t i = at; i < at + 4; ++i) {
    const int digit = hex_value(raw[i]);
    if (digit < 0) return -1;
    value = value * 16 + digit;
  }
  return value;
}

} // namespace

void JsonTape::read(std::string_view text) {
  Scanner(text.substr(0, kMaxBytes), values_).read_all();
}

std::uint32_t JsonTape::member(std::uint32_t object, std::string_view key) const {
  if (object == kNone || values_[object].type != JsonValue::Type::object) return kNone;
  for (std::uint32_t at = first_child(object); at != kNone; at = next_sibling(at)) {
    if (values_[at].key == key) return at;
  }
  return kNone;
}

std::uint32_t JsonTape::next_sibling(std::uint32_t at) const {
  const std::uint32_t parent = values_[at].parent;
  const std::uint32_t next = values_[at].end;
  return parent != kNone && next < values_[parent].end ? next : kNone;
}

std::string JsonTape::text(std::uint32_t at) const {
  if (at == kNone || values_[at].text.empty()) return {};
  return decode_json_string(values_[at].text);
}

std::string decode_json_string(std::string_view raw) {
  std::string out;
  out.reserve(raw.size());
  for (std::size_t at = 0; at < raw.size(); ++at) {
    if (raw[at] != '\\' || at + 1 >= raw.size()) {
      out += raw[at];
      continue;
    }
    const char c = raw[++at];
    switch (c) {
      case 'n':
      case 'r':
        out += '\n';
        break;
      case 't':
      case 'f':
      case 'b':
        out += ' ';
        break;
      case 'u': {
        const long high = hex_escape(raw, at + 1);
        if (high < 0) break;
        at += 4;
        char32_t code_point = static_cast<char32_t>(high);
        if (high >= 0xD800 && high < 0xDC00 && at + 2 < raw.size() && raw[at + 1] == '\\' &&
            raw[at + 2] == 'u') {
          const long low = hex_escape(raw, at + 3);
          if (low >= 0xDC00 && low < 0xE000) {
            code_point = static_cast<char32_t>(0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00));
            at += 6;
          }
        }
        append_utf8(out, code_point);
        break;
      }
      default:
        out += c;
    }
  }
  return out;
}

} // namespace lectern
