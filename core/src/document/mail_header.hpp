#pragma once
// The fields that a mail begins with when it is stored as text: "From: ...", "Subject: ...". Their
// names are those of the protocol, in any language.

#include <string>
#include <string_view>
#include <vector>

namespace lectern {

struct MailHeader {
  std::string subject;
  std::string author; // the name in "From", or its address
  std::string date;
  std::vector<std::string_view> others; // the lines that say who else reads it
  std::size_t end = 0;                  // where the text goes on; 0: it begins with no such header
};

MailHeader read_mail_header(std::string_view text);

} // namespace lectern
