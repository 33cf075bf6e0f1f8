#include "base/url_host.hpp"

#include <algorithm>
#include <vector>

#include "base/byte_set.hpp"
#include "base/text.hpp"
#include "base/url_encoding.hpp"
#include "base/utf8.hpp"

namespace lectern {
namespace {

/// The standard's forbidden host code points, and quotes and braces: it lets those pass, but no
/// name that leads anywhere has them, and an address that ends an attribute is none to hand on.
bool is_forbidden_in_host(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte <= 0x20 || byte == 0x7F ||
         std::string_view("#/:<>?@[\\]^|\"'`{}").find(c) != std::string_view::npos;
}

/// What a character of a domain becomes; 0: it is left out.
char32_t mapped(char32_t c) {
  if (c == 0x3002 || c == 0xFF0E || c == 0xFF61) return '.';
  if (c == 0x00AD || c == 0x200B || c == 0x2060 || c == 0xFEFF) return 0;
  if (c >= 0xFF01 && c <= 0xFF5E) c = c - 0xFF01 + '!';
  return to_lower(c);
}

/// RFC 3492, section 6.1.
unsigned adapt_bias(unsigned delta, unsigned points, bool is_first) {
  constexpr unsigned kBase = 36, kMinimum = 1, kMaximum = 26, kSkew = 38, kDamp = 700;
  delta = is_first ? delta / kDamp : delta / 2;
  delta += delta / points;
  unsigned k = 0;
  while (delta > ((kBase - kMinimum) * kMaximum) / 2) {
    delta /= kBase - kMinimum;
    k += kBase;
  }
  return k + (kBase - kMinimum + 1) * delta / (delta + kSkew);
}

/// RFC 3492, section 6.3. Labels are short, so that the sums cannot overflow: `kMaxLabel` holds.
constexpr std::size_t kMaxLabel = 255;

void append_punycode(std::string& out, const std::vector<char32_t>& label) {
  constexpr unsigned kBase = 36, kMinimum = 1, kMaximum = 26, kFirst = 128, kFirstBias = 72;
  unsigned basic = 0;
  for (const char32_t c : label) {
    if (c >= kFirst) continue;
    out += static_cast<char>(c);
    ++basic;
  }
  if (basic > 0) out += '-';
  unsigned n = kFirst, delta = 0, bias = kFirstBias, handled = basic;
  while (handled < label.size()) {
    unsigned next = 0xFFFFFFFF;
    for (const char32_t c : label) {
      if (c >= n && c < next) next = c;
    }
    delta += (next - n) * (handled + 1);
    n = next;
    for (const char32_t c : label) {
      if (c < n) ++delta;
      if (c != n) continue;
      unsigned q = delta;
      for (unsigned k = kBase;; k += kBase) {
        const unsigned t = k <= bias ? kMinimum : k >= bias + kMaximum ? kMaximum : k - bias;
        const unsigned digit = q < t ? q : t + (q - t) % (kBase - t);
        out += static_cast<char>(digit < 26 ? 'a' + digit : '0' + (digit - 26));
        if (q < t) break;
        q = (q - t) / (kBase - t);
      }
      bias = adapt_bias(delta, handled + 1, handled == basic);
      delta = 0;
      ++handled;
    }
    ++delta;
    ++n;
  }
}

bool append_label(std::string& out, const std::vector<char32_t>& label, bool is_ascii) {
  if (is_ascii) {
    for (const char32_t c : label) out += static_cast<char>(c);
    return true;
  }
  if (label.size() > kMaxLabel) return false;
  out += "xn--";
  append_punycode(out, label);
  return true;
}

std::optional<std::string> parse_ipv6(std::string_view text) {
  if (text.size() < 4 || text.back() != ']') return std::nullopt;
  std::string out;
  bool has_colon = false;
  for (const char c : text) {
    const char low = ascii_lower(c);
    has_colon = has_colon || c == ':';
    const bool is_part =
        (low >= '0' && low <= '9') || (low >= 'a' && low <= 'f') || c == ':' || c == '.';
    const bool is_bracket =
        (c == '[' && out.empty()) || (c == ']' && out.size() + 1 == text.size());
    if (!is_part && !is_bracket) return std::nullopt;
    out += low;
  }
  if (!has_colon) return std::nullopt;
  return out;
}

/// As nearly all are written: nothing is mapped, decoded or refused.
bool is_plain_domain(std::string_view text) {
  static constexpr ByteSet kPlain("abcdefghijklmnopqrstuvwxyz0123456789-.");
  return !text.empty() &&
         std::all_of(text.begin(), text.end(), [&](char c) { return kPlain.has(c); });
}

} // namespace

std::optional<std::string> parse_domain(std::string_view text) {
  if (!text.empty() && text.front() == '[') return parse_ipv6(text);
  constexpr std::size_t kLongest = 4096; // names end at 253 bytes; these may be percent-encoded
  if (text.size() > kLongest) return std::nullopt;
  if (is_plain_domain(text)) return std::string(text);
  const std::string decoded = percent_decode(text);
  std::string out;
  std::vector<char32_t> label;
  bool is_ascii = true;
  for (std::size_t at = 0; at < decoded.size();) {
    const char32_t raw = next_code_point(decoded, at);
    if (raw == 0xFFFD) return std::nullopt;
    const char32_t c =
        raw < 0x80 ? static_cast<char32_t>(ascii_lower(static_cast<char>(raw))) : mapped(raw);
    if (c == 0 && raw != 0) continue;
    if (c < 0x80 && (is_forbidden_in_host(static_cast<char>(c)) || c == '%')) return std::nullopt;
    if (c == '.') {
      if (!append_label(out, label, is_ascii)) return std::nullopt;
      out += '.';
      label.clear();
      is_ascii = true;
    } else {
      label.push_back(c);
      is_ascii = is_ascii && c < 0x80;
    }
  }
  if (!append_label(out, label, is_ascii) || out.empty()) return std::nullopt;
  return out;
}

std::optional<std::string> parse_opaque_host(std::string_view text) {
  if (!text.empty() && text.front() == '[') return parse_ipv6(text);
  for (const char c : text) {
    if (is_forbidden_in_host(c)) return std::nullopt;
  }
  std::string out;
  append_percent_encoded(out, text, EncodeSet::control);
  return out;
}

} // namespace lectern
