#include "base/text.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstring>

#include "base/byte_scan.hpp"
#include "base/byte_set.hpp"
#include "base/utf8.hpp"

namespace lectern {
namespace {

constexpr ByteSet kAsciiWord("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789");

// Letters in lower case and digits as they are; 0 for all other bytes.
constexpr auto kLowerWordByte = [] {
  std::array<unsigned char, 0x100> lower{};
  for (unsigned char c = '0'; c <= '9'; ++c) lower[c] = c;
  for (unsigned char c = 'a'; c <= 'z'; ++c) lower[c] = lower[c - 0x20u] = c;
  return lower;
}();

bool is_ascii(char c) { return static_cast<unsigned char>(c) < kAsciiEnd; }
bool is_apostrophe(char32_t c) { return c == '\'' || c == 0x2019; }

/// The end of the run of ASCII letters and digits that stands at `at`.
std::size_t end_of_ascii_word(std::string_view text, std::size_t at) {
  while (at < text.size() && kAsciiWord.has(text[at])) ++at;
  return at;
}

/// Calls `on_token(first, last)` with the byte range of each token of `text`, until it returns
/// false. `end_of_word` is end_of_ascii_word, or what does the same and more.
template <typename OnToken, typename EndOfWord>
void for_each_token(std::string_view text, OnToken on_token, EndOfWord end_of_word) {
  constexpr std::size_t kNone = std::string_view::npos;
  std::size_t first = kNone,
              last = 0;      // of the token that is being read; `last` is after its last letter
  bool ends_at_next = false; // a character of an unspaced script takes only marks after it
  const auto finish = [&] {
    const bool goes_on = first == kNone || on_token(first, last);
    first = kNone;
    ends_at_next = false;
    return goes_on;
  };
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    if (first == kNone && is_ascii(text[at])) { // most of most texts
      if (!kAsciiWord.has(text[at])) {
        ++at;
        continue;
      }
      at = end_of_word(text, at);
      if (at == text.size() || (is_ascii(text[at]) && !is_apostrophe(char32_t(text[at])))) {
        if (!on_token(begin, at)) return;
        ++at;
      } else {
        first = begin;
        last = at;
      }
      continue;
    }
    const char32_t c = next_code_point(text, at);
    if (is_unspaced(c)) {
      if (!finish()) return;
      first = begin;
      last = at;
      ends_at_next = true;
    } else if (is_letter(c) || is_digit(c)) {
      const bool is_mark_of_unspaced = ends_at_next && c >= 0x0E31 && c <= 0x0E4E;
      if (ends_at_next && !is_mark_of_unspaced && !finish()) return;
      if (first == kNone) first = begin;
      if (!ends_at_next) at = end_of_ascii_word(text, at);
      last = at;
    } else if (!(is_apostrophe(c) && first != kNone && !ends_at_next && last == begin)) {
      // An apostrophe between letters joins them; one that no letter follows is left out.
      if (!finish()) return;
    }
  }
  finish();
}

char32_t last_code_point(std::string_view text, std::size_t& begin) {
  begin = text.size() - 1;
  while (begin > 0 && text.size() - begin < 4 &&
         (static_cast<unsigned char>(text[begin]) & 0xC0) == 0x80)
    --begin;
  std::size_t at = begin;
  return next_code_point(text, at);
}

} // namespace

std::string_view trim(std::string_view text) {
  // Between the tags of a page stands little but line ends and indents.
  const auto is_ascii_white = [](char c) { return c == ' ' || (c >= '\t' && c <= '\r'); };
  std::size_t first = 0;
  while (first < text.size() && is_ascii_white(text[first])) ++first;
  text.remove_prefix(first);
  while (!text.empty()) {
    std::size_t at = 0;
    const char32_t c = next_code_point(text, at);
    if (!is_space(c)) break;
    text.remove_prefix(at);
  }
  while (!text.empty()) {
    std::size_t begin = 0;
    if (!is_space(last_code_point(text, begin))) break;
    text = text.substr(0, begin);
  }
  return text;
}

std::string fold_space(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  bool space_before = false;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    at = end_of_folded_run(text, at);
    if (at == begin && is_space(next_code_point(text, at))) {
      space_before = true;
      continue;
    }
    if (space_before && !out.empty()) out += ' ';
    space_before = false;
    out.append(text, begin, at - begin);
  }
  return out;
}

std::size_t end_of_folded_run(std::string_view text, std::size_t at) {
  const std::size_t begin = at;
  const auto is_plain = [&](std::size_t i) {
    return i < text.size() && static_cast<signed char>(text[i]) > ' ';
  };
  if (!is_plain(at)) return at;
#if defined(LECTERN_HAS_BYTES_16)
  // Of sixteen bytes the last one's neighbour is not known: it is the next step's first.
  for (; at + 16 <= text.size(); at += 15) {
    const Bytes16 bytes = Bytes16::load(text.data() + at);
    const unsigned spaces = (bytes == ' ').mask(), plain = bytes.is_above(' ').mask();
    const unsigned stops = ~plain & ~(spaces & plain >> 1) & 0x7FFF;
    if (stops == 0) continue;
    return at + static_cast<std::size_t>(std::countr_zero(stops));
  }
#endif
  while (is_plain(at) || (at > begin && at < text.size() && text[at] == ' ' && is_plain(at + 1)))
    ++at;
  return at;
}

std::uint64_t hash_of(std::string_view text) {
  constexpr std::uint64_t kMultiplier = 0x9E3779B97F4A7C15u; // of the golden ratio
  std::uint64_t hash = text.size() * kMultiplier;
  const auto add = [&](std::uint64_t part) {
    hash = (hash ^ part) * kMultiplier;
    hash ^= hash >> 32;
  };
  std::size_t at = 0;
  for (; at + sizeof(std::uint64_t) <= text.size(); at += sizeof(std::uint64_t)) {
    std::uint64_t part = 0;
    std::memcpy(&part, text.data() + at, sizeof part);
    add(part);
  }
  std::uint64_t rest = 0;
  for (; at < text.size(); ++at) rest = rest << 8 | static_cast<unsigned char>(text[at]);
  add(rest);
  return hash;
}

bool is_space(std::string_view text) {
  for (std::size_t at = 0; at < text.size();)
    if (!is_space(next_code_point(text, at))) return false;
  return true;
}

bool contains_ignoring_case(std::string_view text, std::string_view part) {
  if (part.empty()) return true;
  const char lower = ascii_lower(part.front());
  const char upper = lower >= 'a' && lower <= 'z' ? static_cast<char>(lower - 'a' + 'A') : lower;
  std::size_t next_lower = text.find(lower), next_upper = text.find(upper);
  for (;;) {
    const std::size_t at = std::min(next_lower, next_upper);
    if (at == std::string_view::npos) return false;
    if (starts_with_ignoring_case(text.substr(at), part)) return true;
    if (next_lower == at) next_lower = text.find(lower, at + 1);
    if (next_upper == at) next_upper = text.find(upper, at + 1);
  }
}

bool starts_with_ignoring_case(std::string_view text, std::string_view prefix) {
  if (text.size() < prefix.size()) return false;
  for (std::size_t i = 0; i < prefix.size(); ++i) {
    if (ascii_lower(text[i]) != ascii_lower(prefix[i])) return false;
  }
  return true;
}

std::string ascii_lower(std::string_view text) {
  std::string out(text);
  for (char& c : out) c = ascii_lower(c);
  return out;
}

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  std::size_t begin = 0;
  for (;;) {
    const std::size_t end = text.find(separator, begin);
    parts.push_back(text.substr(begin, end == std::string_view::npos ? end : end - begin));
    if (end == std::string_view::npos) return parts;
    begin = end + 1;
  }
}

std::vector<std::string> tokens_of(std::string_view text) {
  std::vector<std::string> tokens;
  for_each_token(
      text,
      [&](std::size_t first, std::size_t last) {
        tokens.push_back(to_lower(text.substr(first, last - first)));
        return true;
      },
      end_of_ascii_word);
  return tokens;
}

void append_token_hashes(std::string_view text, std::vector<std::uint64_t>& hashes,
                         std::size_t most) {
  constexpr std::uint64_t kSeed = 14695981039346656037u, kPrime = 1099511628211u; // FNV-1a
  std::uint64_t running = kSeed;
  std::size_t read_from = 0, read_to = 0; // what `running` is of
  const auto hash_word = [&](std::string_view from, std::size_t at) {
    read_from = at;
    running = kSeed;
    for (; at < from.size(); ++at) {
      const unsigned char letter = kLowerWordByte[static_cast<unsigned char>(from[at])];
      if (letter == 0) break;
      running = (running ^ letter) * kPrime;
    }
    return read_to = at;
  };
  const auto on_token = [&](std::size_t first, std::size_t last) {
    if (most-- == 0) return false;
    std::uint64_t hash = running;
    if (first != read_from || last != read_to) {
      hash = kSeed;
      for (std::size_t at = first; at < last;)
        hash = (hash ^ to_lower(next_code_point(text, at))) * kPrime;
    }
    hashes.push_back(hash);
    return true;
  };
  for_each_token(text, on_token, hash_word);
}

int count_tokens(std::string_view text) {
  int count = 0;
  for_each_token(
      text, [&](std::size_t, std::size_t) { return ++count > 0; }, end_of_ascii_word);
  return count;
}

bool is_language_tag(std::string_view text) {
  constexpr std::size_t kMaxTagBytes = 35; // RFC 5646, 4.4.1
  constexpr std::size_t kMaxPartBytes = 8;
  if (text.size() < 2 || text.size() > kMaxTagBytes) return false;
  std::size_t part = 0;
  for (const char c : text) {
    const bool is_separator = c == '-' || c == '_';
    const bool is_alphanumeric =
        (c >= '0' && c <= '9') || (ascii_lower(c) >= 'a' && ascii_lower(c) <= 'z');
    if (!is_separator && !is_alphanumeric) return false;
    part = is_separator ? 0 : part + 1;
    if (part > kMaxPartBytes) return false;
  }
  return part > 0;
}

} // namespace lectern
