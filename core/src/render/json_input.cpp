#include "render/json_input.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "base/decimal.hpp"
#include "base/utf8.hpp"

namespace lectern {
namespace {

constexpr std::size_t kEscapeDigits = 4; // behind \u
constexpr char32_t kFirstHigh = 0xD800, kFirstLow = 0xDC00, kLastLow = 0xDFFF;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// The number that four hexadecimal digits of an escape stand for.
std::optional<char32_t> read_unit(std::string_view text, std::size_t at) {
  if (text.size() < at + kEscapeDigits) return std::nullopt;
  char32_t unit = 0;
  for (const char c : text.substr(at, kEscapeDigits)) {
    const char lower = static_cast<char>(c | 0x20);
    if (is_digit(c)) {
      unit = unit * 16 + static_cast<char32_t>(c - '0');
    } else if (lower >= 'a' && lower <= 'f') {
      unit = unit * 16 + static_cast<char32_t>(lower - 'a' + 10);
    } else {
      return std::nullopt;
    }
  }
  return unit;
}

/// The character of the escape at `at`, which is moved behind it. Nothing for half a pair.
std::optional<char32_t> read_escape(std::string_view text, std::size_t& at) {
  if (at + 1 >= text.size()) return std::nullopt;
  constexpr std::string_view kLetters = "\"\\/bfnrt", kMeanings = "\"\\/\b\f\n\r\t";
  const char letter = text[at + 1];
  at += 2;
  if (letter != 'u') {
    const std::size_t place = kLetters.find(letter);
    if (place == std::string_view::npos) return std::nullopt;
    return static_cast<char32_t>(kMeanings[place]);
  }
  const std::optional<char32_t> unit = read_unit(text, at);
  at += kEscapeDigits;
  if (!unit || *unit < kFirstHigh || *unit > kLastLow) return unit;
  if (*unit >= kFirstLow || text.substr(std::min(at, text.size()), 2) != "\\u") return std::nullopt;
  const std::optional<char32_t> low = read_unit(text, at + 2);
  at += 2 + kEscapeDigits;
  if (!low || *low < kFirstLow || *low > kLastLow) return std::nullopt;
  return 0x10000 + ((*unit - kFirstHigh) << 10) + (*low - kFirstLow);
}

std::string decode(std::string_view written) {
  std::string text;
  text.reserve(written.size());
  for (std::size_t at = 0; at < written.size();) {
    const std::size_t escape = std::min(written.find('\\', at), written.size());
    text.append(written.substr(at, escape - at));
    at = escape;
    if (at < written.size()) append_utf8(text, read_escape(written, at).value_or(0));
  }
  return text;
}

} // namespace

class JsonInputReader {
 public:
  explicit JsonInputReader(std::string_view text) : text_(text) {}

  bool read(std::vector<JsonInput::Value>& values) {
    constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
    if (text_.substr(0, kByteOrderMark.size()) == kByteOrderMark) at_ = kByteOrderMark.size();
    do {
      if (!read_value(values)) return false;
      // What ends here, and whether something has to follow.
      while (!open_.empty() && !is_waiting_ && take(is_in_object(values) ? '}' : ']')) {
        values[open_.back()].end = static_cast<std::uint32_t>(values.size());
        open_.pop_back();
      }
      if (!open_.empty() && !is_waiting_ && !take(',')) return false;
      is_waiting_ = false;
    } while (!open_.empty());
    skip_spaces();
    return at_ == text_.size();
  }

 private:
  bool is_in_object(const std::vector<JsonInput::Value>& values) const {
    return values[open_.back()].type == JsonType::object;
  }

  void skip_spaces() {
    while (at_ < text_.size() &&
           (text_[at_] == ' ' || text_[at_] == '\n' || text_[at_] == '\r' || text_[at_] == '\t'))
      ++at_;
  }

  bool take(char c) {
    skip_spaces();
    const bool is_there = at_ < text_.size() && text_[at_] == c;
    at_ += is_there;
    return is_there;
  }

  /// One value, of an object or a list its beginning.
  bool read_value(std::vector<JsonInput::Value>& values) {
    JsonInput::Value value;
    if (!open_.empty() && is_in_object(values) &&
        (!take('"') || !read_string(value.name) || !take(':')))
      return false;
    skip_spaces();
    if (at_ == text_.size()) return false;
    const char first = text_[at_];
    if (first == '{' || first == '[') {
      ++at_;
      value.type = first == '{' ? JsonType::object : JsonType::array;
      const bool is_empty = take(first == '{' ? '}' : ']');
      if (!is_empty) open_.push_back(static_cast<std::uint32_t>(values.size()));
      is_waiting_ = !is_empty;
    } else if (first == '"') {
      ++at_;
      value.type = JsonType::string;
      if (!read_string(value.text)) return false;
    } else if (!read_plain(value)) {
      return false;
    }
    if (values.size() >= std::numeric_limits<std::uint32_t>::max()) return false;
    value.end = static_cast<std::uint32_t>(values.size() + 1);
    values.push_back(value);
    return true;
  }

  bool read_string(std::string_view& written) {
    const std::size_t begin = at_;
    while (at_ < text_.size() && text_[at_] != '"') {
      if (static_cast<unsigned char>(text_[at_]) < 0x20) return false;
      if (text_[at_] != '\\') {
        ++at_;
      } else if (!read_escape(text_, at_)) {
        return false;
      }
    }
    if (at_ >= text_.size()) return false;
    written = text_.substr(begin, at_ - begin);
    ++at_;
    return true;
  }

  bool read_plain(JsonInput::Value& value) {
    constexpr std::string_view kWords[] = {"null", "true", "false"};
    for (const std::string_view word : kWords) {
      if (text_.substr(at_, word.size()) != word) continue;
      value.type = word == "null" ? JsonType::null : JsonType::boolean;
      value.text = word;
      at_ += word.size();
      return true;
    }
    const std::size_t begin = at_;
    at_ += text_[at_] == '-';
    const bool begins_with_zero = at_ < text_.size() && text_[at_] == '0';
    const std::size_t whole = skip_digits();
    if (whole == 0 || (begins_with_zero && whole > 1)) return false;
    if (at_ < text_.size() && text_[at_] == '.') {
      ++at_;
      if (skip_digits() == 0) return false;
    }
    if (at_ < text_.size() && (text_[at_] == 'e' || text_[at_] == 'E')) {
      ++at_;
      if (at_ < text_.size() && (text_[at_] == '+' || text_[at_] == '-')) ++at_;
      if (skip_digits() == 0) return false;
    }
    value.type = JsonType::number;
    value.text = text_.substr(begin, at_ - begin);
    return std::isfinite(read_decimal(value.text));
  }

  std::size_t skip_digits() {
    const std::size_t begin = at_;
    while (at_ < text_.size() && is_digit(text_[at_])) ++at_;
    return at_ - begin;
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::vector<std::uint32_t> open_; // objects and lists that have not ended
  bool is_waiting_ = false;         // the one that was opened last for its first value
};

std::optional<JsonInput> JsonInput::read(std::string_view text) {
  JsonInput input;
  if (!is_valid_utf8(text) || !JsonInputReader(text).read(input.values_)) return std::nullopt;
  return input;
}

bool JsonView::is(JsonType type) const {
  return input_ != nullptr && input_->values_[at_].type == type;
}
JsonView JsonView::member(std::string_view name) const {
  JsonView found;
  if (!is(JsonType::object)) return found;
  const auto& values = input_->values_;
  for (std::uint32_t at = at_ + 1; at < values[at_].end; at = values[at].end) {
    const std::string_view written = values[at].name;
    const bool is_plain = written.find('\\') == std::string_view::npos;
    if (is_plain ? written == name : decode(written) == name) found = {input_, at};
  }
  return found;
}

std::vector<JsonView> JsonView::items() const {
  std::vector<JsonView> items;
  if (!is(JsonType::array)) return items;
  const auto& values = input_->values_;
  for (std::uint32_t at = at_ + 1; at < values[at_].end; at = values[at].end)
    items.push_back({input_, at});
  return items;
}

std::string JsonView::string() const { return decode(input_->values_[at_].text); }
double JsonView::number() const { return read_decimal(input_->values_[at_].text); }
bool JsonView::boolean() const { return input_->values_[at_].text == "true"; }

} // namespace lectern
