// By lexbor's tables.

#include "parse/legacy_decoder.hpp"

#include <algorithm>
#include <array>
#include <iterator>

#include "base/utf8.hpp"

namespace lectern {
namespace {

using Encoding = const lxb_encoding_data_t*;

constexpr lxb_codepoint_t kReplacement = 0xFFFD;

const lxb_char_t* bytes_of(std::string_view text) {
  return reinterpret_cast<const lxb_char_t*>(text.data());
}

/// True for the encodings that have one byte a character, ASCII below 0x80.
bool is_single_byte(lxb_encoding_t encoding) {
  constexpr lxb_encoding_t kOthers[] = {
      LXB_ENCODING_BIG5,      LXB_ENCODING_EUC_JP,      LXB_ENCODING_EUC_KR,
      LXB_ENCODING_GBK,       LXB_ENCODING_GB18030,     LXB_ENCODING_ISO_2022_JP,
      LXB_ENCODING_SHIFT_JIS, LXB_ENCODING_UTF_16BE,    LXB_ENCODING_UTF_16LE,
      LXB_ENCODING_UTF_8,     LXB_ENCODING_REPLACEMENT,
  };
  return std::find(std::begin(kOthers), std::end(kOthers), encoding) == std::end(kOthers);
}

/// Calls `on_code_points(first, last)` for what the decoder makes of `bytes`, part by part.
template <typename OnCodePoints>
void decode(std::string_view bytes, Encoding encoding, OnCodePoints on_code_points) {
  std::array<lxb_codepoint_t, 4096> buffer;
  lxb_encoding_decode_t decoder{};
  lxb_encoding_decode_init(&decoder, encoding, buffer.data(), buffer.size());
  lxb_encoding_decode_replace_set(&decoder, &kReplacement, 1);
  const lxb_char_t* data = bytes_of(bytes);
  const lxb_char_t* const last = data + bytes.size();
  const auto flush = [&] {
    const std::size_t used = lxb_encoding_decode_buf_used(&decoder);
    on_code_points(buffer.data(), buffer.data() + used);
    lxb_encoding_decode_buf_used_set(&decoder, 0);
    return used > 0;
  };
  for (;;) {
    const lxb_status_t status = encoding->decode(&decoder, &data, last);
    const bool has_moved = flush();
    if (status != LXB_STATUS_SMALL_BUFFER || !has_moved) break;
  }
  lxb_encoding_decode_finish(&decoder); // a character that the end cuts off
  flush();
}

std::string decode_single_byte(std::string_view bytes, Encoding encoding) {
  constexpr unsigned kFirst = 0x80, kCount = 0x80;
  std::string upper_half;
  for (unsigned i = 0; i < kCount; ++i) upper_half += static_cast<char>(kFirst + i);
  std::array<std::string, kCount> characters;
  std::size_t next = 0;
  decode(upper_half, encoding, [&](const lxb_codepoint_t* c, const lxb_codepoint_t* last) {
    for (; c != last && next < kCount; ++c) append_utf8(characters[next++], *c);
  });
  std::string out;
  out.reserve(bytes.size() + bytes.size() / 8);
  for (std::size_t at = 0, run = 0;; ++at) {
    const bool is_end = at == bytes.size();
    if (!is_end && static_cast<unsigned char>(bytes[at]) < kFirst) continue;
    out.append(bytes, run, at - run);
    if (is_end) return out;
    out += characters[static_cast<unsigned char>(bytes[at]) - kFirst];
    run = at + 1;
  }
}

} // namespace

std::string decode_legacy(std::string_view bytes, const lxb_encoding_data_t* encoding) {
  if (is_single_byte(encoding->encoding)) return decode_single_byte(bytes, encoding);
  std::string out;
  if (encoding->encoding == LXB_ENCODING_REPLACEMENT) {
    append_utf8(out, kReplacement); // what browsers make of encodings that were used for attacks
    return out;
  }
  out.reserve(bytes.size() + bytes.size() / 4);
  decode(bytes, encoding, [&](const lxb_codepoint_t* c, const lxb_codepoint_t* last) {
    for (; c != last; ++c) append_utf8(out, *c);
  });
  return out;
}

} // namespace lectern
