#include "base/url_encoding.hpp"

#include <cstddef>

#include "base/text.hpp"

namespace lectern {
namespace {

/// The printable characters that a set encodes, in the order of `EncodeSet`.
constexpr std::string_view kMembers[] = {"",        " \"<>`",      " \"#<>",
                                         " \"#<>'", " \"#<>?^`{}", " \"#<>?^`{}/:;=@[\\]|"};

int hex_value(char c) {
  const char low = ascii_lower(c);
  if (low >= '0' && low <= '9') return low - '0';
  return low >= 'a' && low <= 'f' ? low - 'a' + 10 : -1;
}

} // namespace

void append_percent_encoded(std::string& out, std::string_view text, EncodeSet set) {
  constexpr char kHex[] = "0123456789ABCDEF";
  const std::string_view members = kMembers[static_cast<std::size_t>(set)];
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte >= 0x20 && byte < 0x7F && members.find(c) == std::string_view::npos) {
      out += c;
    } else {
      out += '%';
      out += kHex[byte >> 4];
      out += kHex[byte & 15];
    }
  }
}

std::string percent_decode(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool is_escape = text[i] == '%' && i + 2 < text.size() && hex_value(text[i + 1]) >= 0 &&
                           hex_value(text[i + 2]) >= 0;
    if (is_escape) {
      out += static_cast<char>(hex_value(text[i + 1]) * 16 + hex_value(text[i + 2]));
      i += 2;
    } else {
      out += text[i];
    }
  }
  return out;
}

} // namespace lectern
