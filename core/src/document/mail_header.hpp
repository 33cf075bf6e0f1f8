#pragma once
// The fields that a mail begins with when it is stored as text: "From: ...", "Subject: ...". Their
// names are those of the protocol, in any language.

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace lectern {

struct MailHeader {
  struct Field {
    bool is_subject = false;
    std::string text; // the value alone where the name says nothing to a reader
  };
  std::vector<Field> fields; // those for readers, in the order of the mail
  std::size_t end = 0;       // where the text goes on; 0: it begins with no such header
};

MailHeader read_mail_header(std::string_view text);

} // namespace lectern
