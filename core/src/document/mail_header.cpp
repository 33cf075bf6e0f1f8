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

/// "Ann Lee" of '"Ann Lee" <ann@site>' and of "Lee, Ann <ann@site>".
std::string name_of_sender(std::string_view value) {
  std::string_view name = trim(value.substr(0, value.find('<')));
  if (name.size() >= 2 && name.front() == '"' && name.back() == '"')
    name = name.substr(1, name.size() - 2);
  if (name.empty()) return std::string(value);
  const std::size_t comma = name.find(", ");
  if (comma == std::string_view::npos) return std::string(name);
  return std::string(name.substr(comma + 2)).append(1, ' ').append(name.substr(0, comma));
}

} // namespace

MailHeader read_mail_header(std::string_view text) {
  MailHeader header;
  LineReader reader(text);
  TextLine line;
  std::size_t fields = 0;
  std::string* open = nullptr; // the value that an indented line goes on with
  std::string sender;
  while (reader.next(line)) {
    if (line.is_blank()) {
      if (fields == 0) continue;
      break;
    }
    if (line.indent > 0 && fields > 0) {
      if (open != nullptr) open->append(1, ' ').append(line.text);
      continue;
    }
    const std::size_t length = name_length(line.text);
    if (length == 0) return {};
    ++fields;
    const std::string_view name = line.text.substr(0, length);
    open = equals_ignoring_case(name, "subject") ? &header.subject
           : equals_ignoring_case(name, "from")  ? &sender
           : equals_ignoring_case(name, "date")  ? &header.date
                                                 : nullptr;
    if (open != nullptr)
      open->assign(trim(line.text.substr(length + 1)));
    else if (equals_ignoring_case(name, "to") || equals_ignoring_case(name, "cc"))
      header.others.push_back(line.text);
  }
  if (fields < kMinFields || header.subject.empty() || sender.empty()) return {};
  header.author = name_of_sender(sender);
  header.end = reader.position();
  return header;
}

} // namespace lectern
