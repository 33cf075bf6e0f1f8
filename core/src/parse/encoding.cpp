#include "parse/encoding.hpp"

#include <lexbor/encoding/encoding.h>
#include <lexbor/html/encoding.h>

#include "base/text.hpp"
#include "base/utf8.hpp"
#include "parse/file_signatures.hpp"
#include "parse/legacy_decoder.hpp"

namespace lectern {
namespace {

using Encoding = const lxb_encoding_data_t*;

constexpr std::size_t kPrescanBytes = 1024;

const lxb_char_t* bytes_of(std::string_view text) {
  return reinterpret_cast<const lxb_char_t*>(text.data());
}

Encoding encoding_of_label(std::string_view label) {
  while (!label.empty() && is_ascii_space(label.front())) label.remove_prefix(1);
  while (!label.empty() && is_ascii_space(label.back())) label.remove_suffix(1);
  return label.empty() ? nullptr : lxb_encoding_data_by_name(bytes_of(label), label.size());
}

/// What the page says of itself, or null.
Encoding encoding_of_meta(std::string_view html) {
  html = html.substr(0, kPrescanBytes);
  lxb_html_encoding_t scan{};
  Encoding found = nullptr;
  if (lxb_html_encoding_init(&scan) == LXB_STATUS_OK) {
    std::size_t length = 0;
    const lxb_char_t* name =
        lxb_html_encoding_prescan(&scan, bytes_of(html), bytes_of(html) + html.size(), &length);
    if (name != nullptr) found = lxb_encoding_data_prescan_validate(name, length);
  }
  lxb_html_encoding_destroy(&scan, false);
  return found;
}

bool is_utf16(lxb_encoding_t encoding) {
  return encoding == LXB_ENCODING_UTF_16LE || encoding == LXB_ENCODING_UTF_16BE;
}

/// The encoding of the byte order mark, or, as markup that starts with "<" needs none, of the NUL
/// beside it.
lxb_encoding_t encoding_of_first_bytes(std::string_view bytes, bool is_html) {
  const lxb_encoding_t marked = lxb_encoding_bom_sniff(bytes_of(bytes), bytes.size());
  if (marked == LXB_ENCODING_UTF_8 || is_utf16(marked)) return marked;
  if (is_html && bytes.substr(0, 2) == std::string_view("<\0", 2)) return LXB_ENCODING_UTF_16LE;
  if (is_html && bytes.substr(0, 2) == std::string_view("\0<", 2)) return LXB_ENCODING_UTF_16BE;
  return LXB_ENCODING_DEFAULT;
}

std::string_view without_mark(std::string_view bytes, lxb_encoding_t encoding) {
  if (lxb_encoding_bom_sniff(bytes_of(bytes), bytes.size()) != encoding) return bytes;
  return bytes.substr(encoding == LXB_ENCODING_UTF_8 ? 3 : 2);
}

bool is_blank(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    if (!is_space(next_code_point(text, at))) return false;
  }
  return true;
}

/// The text of valid UTF-8 `bytes`: a copy is needed only to replace NULs.
DecodedText text_of_utf8(std::string_view bytes, bool is_html) {
  const bool has_nul = !is_html && bytes.find('\0') != std::string_view::npos;
  return has_nul ? DecodedText::own(to_valid_utf8(bytes)) : DecodedText::borrow(bytes);
}

DecodedText decode_as(std::string_view bytes, Encoding encoding, bool is_html) {
  bytes = without_mark(bytes, encoding->encoding);
  if (encoding->encoding == LXB_ENCODING_UTF_8) {
    return is_valid_utf8(bytes) ? text_of_utf8(bytes, is_html)
                                : DecodedText::own(to_valid_utf8(bytes));
  }
  std::string text = decode_legacy(bytes, encoding);
  const bool has_nul = !is_html && text.find('\0') != std::string::npos;
  return DecodedText::own(has_nul ? to_valid_utf8(text) : std::move(text));
}

DecodedText decode_detected(std::string_view bytes, bool is_html) {
  const lxb_encoding_t marked = encoding_of_first_bytes(bytes, is_html);
  if (marked != LXB_ENCODING_DEFAULT) return decode_as(bytes, lxb_encoding_data(marked), is_html);
  const Encoding meta = is_html ? encoding_of_meta(bytes) : nullptr;
  // The one encoding that is ASCII by its bytes and yet says something else.
  const bool is_escaped = meta != nullptr && meta->encoding == LXB_ENCODING_ISO_2022_JP;
  if (!is_escaped && is_valid_utf8(bytes)) return text_of_utf8(bytes, is_html);
  return decode_as(bytes, meta != nullptr ? meta : lxb_encoding_data(LXB_ENCODING_WINDOWS_1252),
                   is_html);
}

} // namespace

Result<DecodedText> decode_page(std::string_view bytes, bool is_html, std::string_view label) {
  const Encoding asked = label.empty() ? nullptr : encoding_of_label(label);
  if (!label.empty() && asked == nullptr) return ExtractError::unknown_encoding;
  if (bytes.empty()) return ExtractError::empty_input;
  const bool may_hold_nul =
      is_utf16(asked != nullptr ? asked->encoding : encoding_of_first_bytes(bytes, is_html));
  if (!may_hold_nul && looks_binary(bytes)) return ExtractError::not_text;
  DecodedText text =
      asked != nullptr ? decode_as(bytes, asked, is_html) : decode_detected(bytes, is_html);
  if (is_blank(text.view())) return ExtractError::empty_input;
  return text;
}

} // namespace lectern
