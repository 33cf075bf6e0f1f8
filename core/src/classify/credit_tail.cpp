#include "classify/credit_tail.hpp"

#include "base/text.hpp"
#include "base/utf8.hpp"
#include "document/line_form.hpp"

namespace lectern {
namespace {

constexpr std::size_t kMaxCreditBytes = 60;
constexpr int kMinNames = 2, kMaxNames = 6; // words of a name without a sign before it
constexpr int kMinLettersBeforeStop = 3;    // "vs. Juan" and "D. B. Cooper" end no sentence

bool begins_upper(std::string_view text) {
  std::size_t at = 0;
  return !text.empty() && is_upper(next_code_point(text, at));
}

bool has_slash_between_names(std::string_view text) {
  for (std::size_t at = text.find('/'); at != std::string_view::npos; at = text.find('/', at + 1))
    if (at > 0 && begins_upper(trim(text.substr(at + 1)))) return begins_upper(text);
  return false;
}

/// Without spaces around it: "Men's / Women's" is a choice.
bool has_close_slash(std::string_view text) {
  const std::size_t at = text.find('/');
  return at != std::string_view::npos && at > 0 && text[at - 1] != ' ' &&
         has_slash_between_names(text);
}

bool ends_in_sign(std::string_view text) {
  constexpr std::string_view kSign = "\xC2\xA9";
  const std::size_t at = text.rfind(kSign);
  if (at == std::string_view::npos || at == 0) return false;
  const std::string_view maker = trim(text.substr(at + kSign.size()));
  return !maker.empty() && maker.size() <= kMaxCreditBytes && maker.back() != '.';
}

bool ends_in_brackets(std::string_view text) {
  const std::size_t open = text.rfind('(');
  if (open == std::string_view::npos || text.back() != ')') return false;
  const std::string_view maker = text.substr(open + 1, text.size() - open - 2);
  return maker.size() <= kMaxCreditBytes && has_slash_between_names(maker) &&
         ends_sentence(trim(text.substr(0, open)));
}

/// Words of two letters or more that all begin in upper case, "&" and bars between them.
bool is_names(std::string_view text, bool is_glued) {
  int names = 0;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = text.find(' ', at);
    if (end == std::string_view::npos) end = text.size();
    const std::string_view word = text.substr(at, end - at);
    at = end + 1;
    if (word.empty() || word == "&" || word == "|" || word == "/") continue;
    std::size_t second = 0;
    if (!is_upper(next_code_point(word, second)) || second == word.size()) return false;
    ++names;
  }
  return names <= kMaxNames && (names >= kMinNames || !is_glued);
}

bool ends_in_names(std::string_view text) {
  constexpr std::string_view kStops = ".!?";
  const std::size_t stop = text.find_last_of(kStops);
  if (stop == std::string_view::npos || stop + 1 >= text.size()) return false;
  int letters = 0;
  for (std::size_t at = stop; at > 0 && text[at - 1] >= 'a' && text[at - 1] <= 'z'; --at) ++letters;
  if (letters < kMinLettersBeforeStop) return false;
  const bool is_glued = text[stop + 1] != ' ';
  const std::string_view maker = trim(text.substr(stop + 1));
  if (maker.size() > kMaxCreditBytes || !begins_upper(maker)) return false;
  return has_close_slash(maker) ? is_names(maker, false) : is_glued && is_names(maker, true);
}

} // namespace

bool ends_in_credit(std::string_view text) {
  text = trim(text);
  return !text.empty() && (ends_in_sign(text) || ends_in_brackets(text) || ends_in_names(text));
}

} // namespace lectern
