#include "document/mail_header.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "document/text_lines.hpp"

namespace lectern {
namespace {

constexpr std::size_t kMaxNameBytes = 40;
constexpr std::size_t kMinFields = 3;

/// The length of the field's name, or 0 when the line is no field.
std::size_t name_length(std::string_view line) {
  const std::size_t colon = line.find(':');
  if (colon == std::string_view::npos || colon < 2 || colon > kMaxNameBytes) return 0;
  const bool is_name =
      std::all_of(line.begin(), line.begin() + static_cast<std::ptrdiff_t>(colon), [](char c) {
        const char lower = ascii_lower(c);
        return (lower >= 'a' && lower <= 'z') || c == '-';
      });
  const bool has_space = colon + 1 == line.size() || line[colon + 1] == ' ';
  return is_name && has_space ? colon : 0;
}

/// "Ann Lee" of '"Ann Lee" <ann@site>'.
std::string_view name_of_sender(std::string_view value) {
  std::string_view name = trim(value.substr(0, value.find('<')));
  if (name.size() >= 2 && name.front() == '"' && name.back() == '"')
    name = name.substr(1, name.size() - 2);
  return name.empty() ? value : name;
}

} // namespace

MailHeader read_mail_header(std::string_view text) {
  MailHeader header;
  LineReader reader(text);
  TextLine line;
  std::size_t fields = 0;
  bool has_subject = false, has_sender = false;
  bool is_read = false; // the field that an indented line goes on with
  while (reader.next(line)) {
    if (line.is_blank()) {
      if (fields == 0) continue;
      break;
    }
    if (line.indent > 0 && fields > 0) {
      if (is_read) header.fields.back().text.append(1, ' ').append(line.text);
      continue;
    }
    const std::size_t length = name_length(line.text);
    if (length == 0) return {};
    ++fields;
    const std::string_view name = line.text.substr(0, length);
    const std::string_view value = trim(line.text.substr(length + 1));
    const bool is_subject = equals_ignoring_case(name, "subject");
    const bool is_sender = equals_ignoring_case(name, "from");
    const bool is_addressee = equals_ignoring_case(name, "to") || equals_ignoring_case(name, "cc");
    is_read = is_subject || is_sender || is_addressee || equals_ignoring_case(name, "date");
    if (!is_read) continue;
    has_subject = has_subject || (is_subject && !value.empty());
    has_sender = has_sender || (is_sender && !value.empty());
    header.fields.push_back({is_subject, std::string(is_sender      ? name_of_sender(value)
                                                     : is_addressee ? line.text
                                                                    : value)});
  }
  if (fields < kMinFields || !has_subject || !has_sender) return {};
  header.end = reader.position();
  return header;
}

} // namespace lectern
