#include "base/url_encoding.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

#include "base/byte_set.hpp"
#include "base/text.hpp"

namespace lectern {
namespace {

/// What a set encodes: its printable characters, and all that is not printable ASCII.
constexpr ByteSet encoded_bytes(std::string_view printable) {
  std::array<char, 256> bytes{};
  std::size_t count = 0;
  for (int c = 0; c < 256; ++c) {
    const bool is_printable = c >= 0x20 && c < 0x7F;
    if (!is_printable || printable.find(static_cast<char>(c)) != std::string_view::npos)
      bytes[count++] = static_cast<char>(c);
  }
  return ByteSet({bytes.data(), count});
}

/// In the order of `EncodeSet`.
constexpr ByteSet kEncoded[] = {
    encoded_bytes(""),        encoded_bytes(" \"<>`"),      encoded_bytes(" \"#<>"),
    encoded_bytes(" \"#<>'"), encoded_bytes(" \"#<>?^`{}"), encoded_bytes(" \"#<>?^`{}/:;=@[\\]|")};

int hex_value(char c) {
  const char low = ascii_lower(c);
  if (low >= '0' && low <= '9') return low - '0';
  return low >= 'a' && low <= 'f' ? low - 'a' + 10 : -1;
}

} // namespace

void append_percent_encoded(std::string& out, std::string_view text, EncodeSet set) {
  constexpr char kHex[] = "0123456789ABCDEF";
  const ByteSet& encoded = kEncoded[static_cast<std::size_t>(set)];
  for (std::size_t at = 0;;) {
    const std::size_t end = std::min(encoded.find_in(text, at), text.size());
    out.append(text, at, end - at);
    if (end == text.size()) return;
    const auto byte = static_cast<unsigned char>(text[end]);
    out += '%';
    out += kHex[byte >> 4];
    out += kHex[byte & 15];
    at = end + 1;
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
