// Credits are told by their form: a sign of copyright, or brackets at the end that hold a label
// with a colon, a slash between a name and an agency, or nothing but a name in capitals. The words
// themselves are data and are looked up.

#include "assemble/credit_text.hpp"

#include <string>

#include "base/text.hpp"
#include "base/utf8.hpp"

namespace lectern {
namespace {

constexpr std::string_view kCopyright = "\xC2\xA9";
constexpr int kMaxCreditTokens = 14;
constexpr std::size_t kMaxLabelBytes = 24;

bool starts_with_copyright(std::string_view text) {
  return text.substr(0, kCopyright.size()) == kCopyright || starts_with_ignoring_case(text, "(c) ");
}

// "Jane Doe/Agency", "Agency/Doe": a slash between two capitalised words, without spaces around it.
bool has_agency_slash(std::string_view text) {
  for (std::size_t at = text.find('/'); at != std::string_view::npos; at = text.find('/', at + 1)) {
    if (at == 0 || at + 1 >= text.size()) continue;
    std::size_t after = at + 1;
    while (after < text.size() && text[after] == ' ') ++after;
    if (after < text.size() && is_upper(next_code_point(text, after)) &&
        !is_ascii_space(text[at - 1]))
      return true;
    if (after < text.size() && text[at - 1] == ' ' && text[at + 1] == ' ') return true;
  }
  return false;
}

bool has_label(std::string_view text) {
  const std::size_t colon = text.find(':');
  if (colon == std::string_view::npos || colon == 0 || colon > kMaxLabelBytes) return false;
  return count_tokens(text.substr(0, colon)) <= 2 && colon + 1 < text.size();
}

bool is_short(std::string_view text) { return count_tokens(text) <= kMaxCreditTokens; }

} // namespace

bool is_credit_text(std::string_view text) {
  text = trim(text);
  if (text.size() >= 2 && text.front() == '(' && text.back() == ')') {
    const std::string_view inner = text.substr(1, text.size() - 2);
    return is_short(inner) && (has_label(inner) || has_agency_slash(inner));
  }
  return starts_with_copyright(text) && is_short(text);
}

std::size_t credit_begin(std::string_view caption) {
  const std::string_view text = caption.substr(0, caption.find_last_not_of(" \n\t.") + 1);
  if (!text.empty() && (text.back() == ')' || text.back() == ']')) {
    const std::size_t open = text.rfind(text.back() == ')' ? '(' : '[');
    if (open == std::string_view::npos || open == 0) return std::string::npos;
    const std::string_view inner = text.substr(open + 1, text.size() - open - 2);
    const bool is_credit = is_short(inner) && (has_label(inner) || has_agency_slash(inner) ||
                                               starts_with_copyright(inner));
    return is_credit ? open : std::string::npos;
  }
  const std::size_t sign = caption.rfind(kCopyright);
  if (sign == std::string_view::npos || sign == 0 || !is_short(caption.substr(sign)))
    return std::string::npos;
  return sign;
}

} // namespace lectern
