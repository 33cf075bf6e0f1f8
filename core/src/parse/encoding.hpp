#pragma once
#include <string>
#include <string_view>
#include <utility>

#include "lectern/result.hpp"

namespace lectern {

/// Text that is either its own or another's.
class DecodedText {
 public:
  std::string_view view() const { return owned_.empty() ? borrowed_ : std::string_view(owned_); }
  static DecodedText borrow(std::string_view text) {
    DecodedText t;
    t.borrowed_ = text;
    return t;
  }
  static DecodedText own(std::string text) {
    DecodedText t;
    t.owned_ = std::move(text);
    return t;
  }

 private:
  std::string_view borrowed_;
  std::string owned_;
};

/// UTF-8 text of a page's bytes. The encoding is `label` if given, else that of the byte order
/// mark, else UTF-8 when the bytes are valid as such, else (HTML) what a meta element in the first
/// 1024 bytes says, else windows-1252. So do browsers, but for saved pages: those are often UTF-8
/// under a meta element that tells of the past, and what is valid UTF-8 beyond ASCII is nothing
/// else. Invalid sequences become U+FFFD, and so do the NULs of plain text; those of HTML are left
/// to the tokenizer, which drops them or replaces them by where they stand. Valid UTF-8 is returned
/// as it stands, without a copy. Errors: empty_input, not_text (binary: a known file signature, or
/// control bytes), unknown_encoding.
Result<DecodedText> decode_page(std::string_view bytes, bool is_html, std::string_view label);

} // namespace lectern
