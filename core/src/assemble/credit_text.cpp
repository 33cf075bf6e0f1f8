// Credits are told by their form: a sign of copyright, or brackets at the end that hold a label
// with a colon, a slash between a name and an agency, or nothing but a name in capitals. The words
// themselves are data and are looked up.

#include "assemble/credit_text.hpp"

#include <algorithm>
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

// Phrases of the lexicon: "Photo: ...", "... via an agency".
bool names_maker(const LexiconSet& lexicon, std::string_view text) {
  return is_short(text) && lexicon.match(text).has(Lexicon::credit);
}

std::string_view first_words(std::string_view text) {
  constexpr int kWords = 3;
  std::size_t at = 0;
  for (int word = 0; word < kWords && at < text.size(); ++word)
    at = std::min(text.find(' ', at), text.size() - 1) + 1;
  return text.substr(0, at);
}

// Where the last sentence, or the last part behind a bar, begins; 0 when there is one alone.
std::size_t last_part(std::string_view text) {
  std::size_t begin = 0;
  for (const std::string_view border : {". ", "? ", "! ", "| ", "\" ", "\xE2\x80\x9D "}) {
    const std::size_t at = text.rfind(border);
    if (at != std::string_view::npos) begin = std::max(begin, at + border.size());
  }
  return begin;
}

} // namespace

bool is_credit_text(const LexiconSet& lexicon, std::string_view text) {
  text = trim(text);
  if (!is_short(text)) return false;
  if (starts_with_copyright(text)) return true;
  const bool is_bracketed = text.size() >= 2 && text.front() == '(' && text.back() == ')';
  const std::string_view inner = is_bracketed ? text.substr(1, text.size() - 2) : text;
  if (is_bracketed && (has_label(inner) || has_agency_slash(inner))) return true;
  // A caption that ends in an agency is a caption: most of the text must speak of who made it, or
  // its beginning.
  constexpr float kMinCoverage = 0.34F;
  const PhraseHits hits = lexicon.match(inner);
  return hits.has(Lexicon::credit) && (hits.coverage(Lexicon::credit) >= kMinCoverage ||
                                       names_maker(lexicon, first_words(inner)));
}

std::size_t credit_begin(const LexiconSet& lexicon, std::string_view caption) {
  const std::string_view text = caption.substr(0, caption.find_last_not_of(" \n\t.") + 1);
  if (!text.empty() && (text.back() == ')' || text.back() == ']')) {
    const std::size_t open = text.rfind(text.back() == ')' ? '(' : '[');
    if (open == std::string_view::npos || open == 0) return std::string::npos;
    const std::string_view inner = text.substr(open + 1, text.size() - open - 2);
    const bool is_credit =
        is_short(inner) && (has_label(inner) || has_agency_slash(inner) ||
                            starts_with_copyright(inner) || names_maker(lexicon, inner));
    return is_credit ? open : std::string::npos;
  }
  const std::size_t sign = caption.rfind(kCopyright);
  if (sign != std::string_view::npos && sign > 0 && is_short(caption.substr(sign))) return sign;
  const std::size_t last = last_part(text);
  return last > 0 && names_maker(lexicon, text.substr(last)) ? last : std::string::npos;
}

} // namespace lectern
