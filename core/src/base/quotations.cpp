#include "base/quotations.hpp"

#include <algorithm>
#include <array>

#include "base/utf8.hpp"

namespace lectern {
namespace {

/// By which marks a quotation that opens with `opening` may close. Languages turn them about.
struct QuotationMarks {
  char32_t opening;
  std::array<char32_t, 2> closing;
};
constexpr std::array<QuotationMarks, 11> kQuotationMarks{{
    {U'"', {U'"', 0}},
    {U'\'', {U'\'', 0}},
    {0x201C, {0x201D, 0}},
    {0x201D, {0x201D, 0}},
    {0x201E, {0x201C, 0x201D}},
    {0x2018, {0x2019, 0}},
    {0x201A, {0x2018, 0x2019}},
    {0xAB, {0xBB, 0}},
    {0xBB, {0xAB, 0xBB}},
    {0x300C, {0x300D, 0}},
    {0x300E, {0x300F, 0}},
}};

const QuotationMarks* opened_by(char32_t c) {
  const auto* found = std::find_if(kQuotationMarks.begin(), kQuotationMarks.end(),
                                   [&](const QuotationMarks& marks) { return marks.opening == c; });
  return found == kQuotationMarks.end() ? nullptr : found;
}

/// Marks that look the same at both ends, and apostrophes, close only where no letter follows.
bool closes(const QuotationMarks& marks, char32_t c, std::string_view behind) {
  if (c != marks.closing[0] && c != marks.closing[1]) return false;
  if (c >= 0x3000) return true;
  std::size_t at = 0;
  return behind.empty() || !is_letter(next_code_point(behind, at));
}

/// Where the quotation that begins at `at` ends, before its closing mark; npos when it does not.
std::size_t end_of_quotation(const QuotationMarks& marks, std::string_view text, std::size_t at) {
  while (at < text.size()) {
    const std::size_t here = at;
    const char32_t c = next_code_point(text, at);
    if (closes(marks, c, text.substr(at))) return here;
  }
  return std::string_view::npos;
}

} // namespace

std::string without_quotations(std::string_view text) {
  std::string rest;
  char32_t before = U' ';
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t here = at;
    const char32_t c = next_code_point(text, at);
    const QuotationMarks* marks = opened_by(c);
    // Inside a word it is an apostrophe or, in Hebrew, an abbreviation.
    const bool opens =
        marks != nullptr && (c >= 0x3000 || !(is_letter(before) || is_digit(before)));
    const std::size_t end = opens ? end_of_quotation(*marks, text, at) : std::string_view::npos;
    rest += text.substr(here, at - here);
    before = c;
    if (end == std::string_view::npos) continue;
    at = end;
    before = next_code_point(text, at); // which may look as if it opened what follows
    rest += text.substr(end, at - end);
  }
  return rest;
}

} // namespace lectern
