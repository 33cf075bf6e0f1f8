#pragma once
#include <string>
#include <string_view>

#include "lectern/result.hpp"

namespace lectern {

/// UTF-8 text of a page's bytes. The encoding is, as in browsers, `label` if given, else the byte order
/// mark, else (HTML) what a meta element in the first 1024 bytes says, else UTF-8 when the bytes are
/// valid UTF-8, else windows-1252. Invalid sequences and NULs become U+FFFD. Valid UTF-8 without a byte
/// order mark is returned as it stands, without a copy.
/// Errors: empty_input, not_text (binary: a known file signature, or control bytes), unknown_encoding.
class DecodedText {
 public:
  std::string_view view() const { return owned_.empty() ? borrowed_ : std::string_view(owned_); }
  static DecodedText borrow(std::string_view text) { DecodedText t; t.borrowed_ = text; return t; }
  static DecodedText own(std::string text) { DecodedText t; t.owned_ = std::move(text); return t; }
 private:
  std::string_view borrowed_;
  std::string owned_;
};

Result<DecodedText> decode_page(std::string_view bytes, bool is_html, std::string_view label);

} // namespace lectern
