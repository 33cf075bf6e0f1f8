#include "batch_line.hpp"

#include <algorithm>
#include <bit>
#include <cstring>
#include <nlohmann/json.hpp>
#include <vector>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace lectern::tools {
namespace {

/// Writes `c` in UTF-8 and gives the place behind it.
char* write_code_point(char* to, unsigned c) {
  const auto byte = [&to](unsigned value) { *to++ = static_cast<char>(value); };
  if (c < 0x80) {
    byte(c);
  } else if (c < 0x800) {
    byte(0xC0 | (c >> 6)), byte(0x80 | (c & 63));
  } else if (c < 0x10000) {
    byte(0xE0 | (c >> 12)), byte(0x80 | ((c >> 6) & 63)), byte(0x80 | (c & 63));
  } else {
    byte(0xF0 | (c >> 18)), byte(0x80 | ((c >> 12) & 63));
    byte(0x80 | ((c >> 6) & 63)), byte(0x80 | (c & 63));
  }
  return to;
}

constexpr unsigned kReplacement = 0xFFFD;
constexpr unsigned kNoCharacter = 0xFFFFFFFF;
constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

bool is_high_surrogate(unsigned c) { return c >= 0xD800 && c < 0xDC00; }
bool is_low_surrogate(unsigned c) { return c >= 0xDC00 && c < 0xE000; }

class LineParser {
 public:
  explicit LineParser(std::string& line) : line_(line), own_(line.data()) {}

  BatchLine parse() {
    BatchLine result;
    // Files written on Windows, one after another, have a mark in front of some lines.
    if (line_.starts_with(kByteOrderMark)) at_ = kByteOrderMark.size();
    skip_space();
    if (!take('{')) return failed(result, "is no JSON object");
    skip_space();
    if (!take('}')) {
      do {
        if (!read_member(result)) return failed(result, nullptr);
        skip_space();
      } while (take(','));
      if (!take('}')) return failed(result, "is malformed JSON");
    }
    skip_space();
    if (at_ != line_.size()) return failed(result, "goes on after its JSON object");
    if (!result.html && !result.text) result.error = "has neither \"html\" nor \"text\"";
    return result;
  }

 private:
  // The first failure is the one to tell.
  bool fail(std::string message) {
    if (error_.empty()) error_ = std::move(message);
    return false;
  }

  // The id that was read before the fault tells whose line it is.
  BatchLine failed(const BatchLine& read, const char* message) const {
    BatchLine result;
    result.id = read.id;
    result.error = error_.empty() && message != nullptr
                       ? message + (" at byte " + std::to_string(at_ + 1))
                       : error_;
    return result;
  }

  bool fail_here() { return fail("is malformed JSON at byte " + std::to_string(at_ + 1)); }

  void skip_space() {
    while (at_ < line_.size() &&
           (line_[at_] == ' ' || line_[at_] == '\t' || line_[at_] == '\r' || line_[at_] == '\n'))
      ++at_;
  }

  bool take(char c) {
    if (at_ >= line_.size() || line_[at_] != c) return false;
    ++at_;
    return true;
  }

  bool read_member(BatchLine& result) {
    skip_space();
    std::string_view key;
    if (!read_string(&key)) return fail_here();
    skip_space();
    if (!take(':')) return fail_here();
    skip_space();
    if (key == "id") return read_id(result);
    if (key == "html") return read_optional_string(key, result.html);
    if (key == "text") return read_optional_string(key, result.text);
    if (key == "url") {
      std::optional<std::string_view> url;
      if (!read_optional_string(key, url)) return false;
      result.url = url.value_or("");
      return true;
    }
    return skip_value();
  }

  bool read_id(BatchLine& result) {
    const std::size_t begin = at_;
    if (!skip_value()) return false;
    const std::string_view id = line_.substr(begin, at_ - begin);
    // What is echoed has to be JSON, its encoding and its numbers included.
    if (!nlohmann::json::accept(id)) return fail("has an \"id\" that is no valid JSON");
    result.id = id;
    return true;
  }

  bool read_optional_string(std::string_view key, std::optional<std::string_view>& out) {
    out.reset();
    if (line_.substr(at_, 4) == "null") {
      at_ += 4;
      return true;
    }
    if (at_ >= line_.size() || line_[at_] != '"')
      return fail("has a \"" + std::string(key) + "\" that is no string");
    return read_string(&out.emplace()) || fail_here();
  }

  // Four hexadecimal digits, or kNoCharacter.
  unsigned read_hexadecimal() {
    unsigned value = 0;
    for (int i = 0; i < 4; ++i, ++at_) {
      const char c = at_ < line_.size() ? line_[at_] : ' ';
      unsigned digit = 16;
      if (c >= '0' && c <= '9') digit = static_cast<unsigned>(c - '0');
      if (c >= 'a' && c <= 'f') digit = static_cast<unsigned>(c - 'a') + 10;
      if (c >= 'A' && c <= 'F') digit = static_cast<unsigned>(c - 'A') + 10;
      if (digit == 16) return kNoCharacter;
      value = value * 16 + digit;
    }
    return value;
  }

  // After "\u". Half a surrogate pair becomes U+FFFD, as it has no UTF-8.
  unsigned read_unicode_escape() {
    unsigned c = read_hexadecimal();
    if (is_high_surrogate(c) && line_.substr(at_, 2) == "\\u") {
      const std::size_t second = at_;
      at_ += 2;
      const unsigned low = read_hexadecimal();
      if (low == kNoCharacter) return kNoCharacter;
      if (is_low_surrogate(low)) {
        c = 0x10000 + ((c - 0xD800) << 10) + (low - 0xDC00);
      } else {
        at_ = second;
      }
    }
    return is_high_surrogate(c) || is_low_surrogate(c) ? kReplacement : c;
  }

  // What an escape stands for, behind its backslash; kNoCharacter: it is none.
  unsigned read_escape() {
    if (at_ >= line_.size()) return kNoCharacter;
    const char c = line_[at_++];
    switch (c) {
      case '"':
      case '\\':
      case '/':
        return static_cast<unsigned char>(c);
      case 'b':
        return '\b';
      case 'f':
        return '\f';
      case 'n':
        return '\n';
      case 'r':
        return '\r';
      case 't':
        return '\t';
      case 'u':
        return read_unicode_escape();
      default:
        return kNoCharacter;
    }
  }

  // The end of what stands for itself in a string.
  std::size_t find_special() const {
    std::size_t at = at_;
#if defined(__SSE2__)
    for (; at + 16 <= line_.size(); at += 16) {
      const __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i*>(line_.data() + at));
      const __m128i controls = _mm_cmpeq_epi8(_mm_min_epu8(bytes, _mm_set1_epi8(0x1F)), bytes);
      const __m128i marks = _mm_or_si128(_mm_cmpeq_epi8(bytes, _mm_set1_epi8('"')),
                                         _mm_cmpeq_epi8(bytes, _mm_set1_epi8('\\')));
      const auto found = static_cast<unsigned>(_mm_movemask_epi8(_mm_or_si128(controls, marks)));
      if (found != 0) return at + static_cast<std::size_t>(std::countr_zero(found));
    }
#endif
    while (at < line_.size() && line_[at] != '"' && line_[at] != '\\' &&
           static_cast<unsigned char>(line_[at]) >= 0x20)
      ++at;
    return at;
  }

  // `out` may be null: the string is only checked. A page has an escape every few bytes; what is
  // decoded is never longer than what was written, so it takes its place.
  bool read_string(std::string_view* out) {
    if (!take('"')) return false;
    char* const first = own_ + at_;
    char* end = first;
    for (;;) {
      const std::size_t begin = at_;
      at_ = find_special();
      if (out != nullptr) end = std::copy(own_ + begin, own_ + at_, end);
      if (take('"')) break;
      if (!take('\\')) return false;
      const unsigned c = read_escape();
      if (c == kNoCharacter) return false;
      if (out != nullptr) end = write_code_point(end, c);
    }
    if (out != nullptr) *out = {first, static_cast<std::size_t>(end - first)};
    return true;
  }

  bool skip_digits() {
    const std::size_t begin = at_;
    while (at_ < line_.size() && line_[at_] >= '0' && line_[at_] <= '9') ++at_;
    return at_ > begin;
  }

  bool skip_number() {
    take('-');
    if (!take('0') && !skip_digits()) return false;
    if (take('.') && !skip_digits()) return false;
    if (take('e') || take('E')) {
      if (!take('+')) take('-');
      return skip_digits();
    }
    return true;
  }

  bool skip_word(std::string_view word) {
    if (line_.substr(at_, word.size()) != word) return false;
    at_ += word.size();
    return true;
  }

  bool skip_scalar() {
    switch (at_ < line_.size() ? line_[at_] : ' ') {
      case '"':
        return read_string(nullptr);
      case 't':
        return skip_word("true");
      case 'f':
        return skip_word("false");
      case 'n':
        return skip_word("null");
      default:
        return skip_number();
    }
  }

  // Any value. What is open is kept in a list, so that depth costs memory and no stack.
  bool skip_value() {
    std::string open; // the closing brackets that are still to come
    for (;;) {
      skip_space();
      if (take('{')) {
        open += '}';
        skip_space();
        if (!take('}')) {
          if (!skip_key()) return fail_here();
          continue;
        }
        open.pop_back();
      } else if (take('[')) {
        open += ']';
        skip_space();
        if (!take(']')) continue;
        open.pop_back();
      } else if (!skip_scalar()) {
        return fail_here();
      }
      for (;;) {
        if (open.empty()) return true;
        skip_space();
        if (take(',')) {
          if (open.back() == '}' && !skip_key()) return fail_here();
          break;
        }
        if (!take(open.back())) return fail_here();
        open.pop_back();
      }
    }
  }

  bool skip_key() {
    skip_space();
    if (!read_string(nullptr)) return false;
    skip_space();
    return take(':');
  }

  std::string_view line_;
  char* own_; // the same bytes, to be written to
  std::size_t at_ = 0;
  std::string error_;
};

} // namespace

BatchLine parse_batch_line(std::string& line) { return LineParser(line).parse(); }

} // namespace lectern::tools
