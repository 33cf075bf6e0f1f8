#include "render/printable.hpp"

#include <algorithm>

namespace lectern {
namespace {

constexpr unsigned char kDelete = 0x7F;
constexpr unsigned char kFirstOfC1 = 0xC2;         // U+0080 to U+009F are C2 80 to C2 9F
constexpr unsigned char kFirstOfSeparators = 0xE2; // U+2028 and U+2029 are E2 80 A8 and E2 80 A9

// The bytes of the unprintable character at `at`, or 0.
std::size_t unprintable_at(std::string_view text, std::size_t at) {
  const auto byte = [text, at](std::size_t i) {
    return at + i < text.size() ? static_cast<unsigned char>(text[at + i]) : 0U;
  };
  if (byte(0) < ' ') return text[at] == '\t' || text[at] == '\n' ? 0 : 1;
  if (byte(0) == kDelete) return 1;
  if (byte(0) == kFirstOfC1) return byte(1) >= 0x80 && byte(1) < 0xA0 ? 2 : 0;
  const bool is_separator =
      byte(0) == kFirstOfSeparators && byte(1) == 0x80 && (byte(2) == 0xA8 || byte(2) == 0xA9);
  return is_separator ? 3 : 0;
}

} // namespace

bool is_printable(std::string_view text) {
  for (std::size_t at = 0; at < text.size(); ++at)
    if (unprintable_at(text, at) > 0) return false;
  return true;
}

std::string printable(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t length = unprintable_at(text, at);
    out += length > 0 ? ' ' : text[at];
    at += std::max<std::size_t>(length, 1);
  }
  return out;
}

} // namespace lectern
