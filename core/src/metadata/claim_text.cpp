#include "metadata/claim_text.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <vector>

#include "base/byte_scan.hpp"
#include "base/byte_set.hpp"
#include "base/text.hpp"
#include "base/utf8.hpp"

namespace lectern {
namespace {

struct Entity {
  const char* name;
  char32_t code_point;
};

// The entities that escaped text really holds; sorted.
constexpr std::array<Entity, 62> kEntities = {{
    {"AElig", 0xC6},    {"Aacute", 0xC1},  {"Agrave", 0xC0},  {"Aring", 0xC5},  {"Auml", 0xC4},
    {"Ccedil", 0xC7},   {"Eacute", 0xC9},  {"Egrave", 0xC8},  {"Iacute", 0xCD}, {"Ntilde", 0xD1},
    {"Oacute", 0xD3},   {"Oslash", 0xD8},  {"Ouml", 0xD6},    {"Uacute", 0xDA}, {"Uuml", 0xDC},
    {"aacute", 0xE1},   {"acirc", 0xE2},   {"aelig", 0xE6},   {"agrave", 0xE0}, {"amp", '&'},
    {"apos", '\''},     {"aring", 0xE5},   {"atilde", 0xE3},  {"auml", 0xE4},   {"bdquo", 0x201E},
    {"bull", 0x2022},   {"ccedil", 0xE7},  {"copy", 0xA9},    {"deg", 0xB0},    {"eacute", 0xE9},
    {"ecirc", 0xEA},    {"egrave", 0xE8},  {"euml", 0xEB},    {"euro", 0x20AC}, {"gt", '>'},
    {"hellip", 0x2026}, {"iacute", 0xED},  {"icirc", 0xEE},   {"laquo", 0xAB},  {"ldquo", 0x201C},
    {"lsquo", 0x2018},  {"lt", '<'},       {"mdash", 0x2014}, {"middot", 0xB7}, {"nbsp", 0xA0},
    {"ndash", 0x2013},  {"ntilde", 0xF1},  {"oacute", 0xF3},  {"ocirc", 0xF4},  {"oelig", 0x153},
    {"oslash", 0xF8},   {"ouml", 0xF6},    {"quot", '"'},     {"raquo", 0xBB},  {"rdquo", 0x201D},
    {"reg", 0xAE},      {"rsquo", 0x2019}, {"sbquo", 0x201A}, {"shy", 0xAD},    {"szlig", 0xDF},
    {"uacute", 0xFA},   {"uuml", 0xFC},
}};
constexpr std::size_t kLongestEntity = 10; // between '&' and ';'

// The code point of the entity at `at` (a '&'), and past its ';' in `end`; 0 when there is none.
char32_t entity_at(std::string_view text, std::size_t at, std::size_t& end) {
  const std::size_t semicolon = text.substr(at, kLongestEntity + 2).find(';');
  if (semicolon == std::string_view::npos || semicolon < 3) return 0;
  const std::string_view name = text.substr(at + 1, semicolon - 1);
  end = at + semicolon + 1;
  if (name[0] == '#') {
    const bool hex = name[1] == 'x' || name[1] == 'X';
    std::uint32_t value = 0;
    for (const char c : name.substr(hex ? 2 : 1)) {
      const char lower = ascii_lower(c);
      if (c >= '0' && c <= '9')
        value = value * (hex ? 16 : 10) + static_cast<std::uint32_t>(c - '0');
      else if (hex && lower >= 'a' && lower <= 'f')
        value = value * 16 + static_cast<std::uint32_t>(lower - 'a' + 10);
      else
        return 0;
    }
    return value;
  }
  const auto entry =
      std::lower_bound(kEntities.begin(), kEntities.end(), name,
                       [](const Entity& e, std::string_view n) { return e.name < n; });
  return entry != kEntities.end() && name == entry->name ? entry->code_point : 0;
}

// Tags alone: "<" before a letter or "/", up to ">" within a bounded distance.
std::string strip_tags(std::string_view text) {
  constexpr std::size_t kLongestTag = 600;
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    if (text[at] == '<' && at + 1 < text.size()) {
      const char next = ascii_lower(text[at + 1]);
      if ((next >= 'a' && next <= 'z') || next == '/' || next == '!') {
        const std::size_t end = text.substr(at, kLongestTag).find('>');
        if (end != std::string_view::npos) {
          const std::string_view name = text.substr(at + (next == '/' ? 2 : 1), 2);
          // A line break or a paragraph separates words, inline markup does not.
          if (starts_with_ignoring_case(name, "br") || starts_with_ignoring_case(name, "p") ||
              starts_with_ignoring_case(name, "di")) {
            out += ' ';
          }
          at += end + 1;
          continue;
        }
      }
    }
    out += text[at++];
  }
  return out;
}

// Soft hyphens, zero-width spaces, word joiners and byte order marks.
bool is_left_out(char32_t c) { return c == 0xAD || c == 0x200B || c == 0x2060 || c == 0xFEFF; }

// The bytes beyond ASCII that begin no space and nothing that is left out, nor are such by
// themselves: those of most scripts.
constexpr ByteSet kKeptBytes = [] {
  constexpr std::string_view kOtherLeads = "\xC2\xE1\xE2\xE3\xEF";
  std::array<char, 0x80> bytes{};
  std::size_t count = 0;
  for (unsigned byte = kAsciiEnd; byte < 0x100; ++byte) {
    const char c = static_cast<char>(byte);
    if (kOtherLeads.find(c) == std::string_view::npos) bytes[count++] = c;
  }
  return ByteSet({bytes.data(), count});
}();

// The end of the run from `at` on that folding leaves as it is; `at` itself when none begins there.
std::size_t end_of_kept_run(std::string_view text, std::size_t at) {
  for (;;) {
    at = end_of_folded_run(text, at);
    const std::size_t begin = at;
    while (at < text.size() && kKeptBytes.has(text[at])) ++at;
    if (at > begin) continue;
    if (at >= text.size() || static_cast<unsigned char>(text[at]) < kAsciiEnd) return at;
    std::size_t next = at;
    const char32_t c = next_code_point(text, next);
    if (is_left_out(c) || is_space(c)) return at;
    at = next;
  }
}

constexpr ByteSet kAsciiSpaces(" \n\t\r\f");

// White space of any kind folded to one space, none at the ends. It ends after about `most` bytes.
std::string fold(std::string_view text, std::size_t most) {
  std::string out;
  bool gap = false;
  for (std::size_t at = 0; at < text.size() && out.size() <= most;) {
    const std::size_t begin = at;
    at = end_of_kept_run(text, at);
    if (at == begin) {
      const char32_t c = next_code_point(text, at);
      if (is_left_out(c)) continue;
      if (is_space(c)) {
        gap = !out.empty();
        while (at < text.size() && kAsciiSpaces.has(text[at])) ++at;
        continue;
      }
    }
    if (out.empty()) out.reserve(std::min(text.size() - begin, most));
    if (gap) out += ' ';
    gap = false;
    out.append(text, begin, at - begin);
  }
  return out;
}

constexpr ByteSet kWordBytes("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789");

std::size_t end_of_ascii_word(std::string_view text, std::size_t at) {
  while (at < text.size() && kWordBytes.has(text[at])) ++at;
  return at;
}

template <typename Visit>
void for_each_key_word(std::string_view key, Visit visit) {
  for (std::size_t begin = 0; begin < key.size();) {
    const std::size_t end = std::min(key.find(' ', begin), key.size());
    if (end > begin) visit(key.substr(begin, end - begin));
    begin = end + 1;
  }
}

std::vector<std::string_view> key_words(std::string_view key) {
  std::vector<std::string_view> words;
  for_each_key_word(key, [&](std::string_view word) { words.push_back(word); });
  return words;
}

/// True at a tag that ends a line of text: of a paragraph, a heading, a list item, a break.
bool begins_line(std::string_view text, std::size_t at) {
  if (text[at] != '<') return false;
  std::string_view name = text.substr(at + 1, 12);
  if (name.starts_with('/')) name.remove_prefix(1);
  static constexpr ByteSet kEnds(" />\t\n");
  name = name.substr(0, kEnds.find_in(name));
  for (const char* tag : {"p", "br", "div", "li", "h1", "h2", "h3", "h4", "h5", "h6"})
    if (equals_ignoring_case(name, tag)) return true;
  return false;
}

} // namespace

std::string decode_entities(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t reference = std::min(text.find('&', at), text.size());
    out.append(text, at, reference - at);
    at = reference;
    if (at == text.size()) break;
    std::size_t end = 0;
    if (const char32_t c = entity_at(text, at, end)) {
      append_utf8(out, c);
      at = end;
    } else {
      out += text[at++];
    }
  }
  return out;
}

std::string claim_text(std::string_view value, std::size_t most) {
  const auto is_markup = [](auto c) { return (c == '&') | (c == '<'); };
  if (find_byte(value, 0, is_markup, is_markup) == value.size()) return fold(value, most);
  std::string text(value);
  // Escaped twice is common, thrice is not.
  for (int i = 0; i < 2 && text.find('&') != std::string::npos; ++i) text = decode_entities(text);
  if (text.find('<') != std::string::npos) text = strip_tags(text);
  return fold(text, most);
}

std::string claim_paragraphs(std::string_view value) {
  std::string text(value);
  if (text.find('<') == std::string::npos) text = decode_entities(text);
  std::string out;
  for (std::size_t begin = 0; begin < text.size();) {
    std::size_t end = begin;
    while (end < text.size() && text[end] != '\n' && !begins_line(text, end)) ++end;
    const std::string paragraph = claim_text(std::string_view(text).substr(begin, end - begin));
    if (!paragraph.empty()) {
      if (!out.empty()) out += "\n\n";
      out += paragraph;
    }
    begin = std::max(end, begin + 1);
    if (end < text.size() && text[end] == '<') begin = std::min(text.find('>', end), text.size());
    if (begin < text.size() && (text[begin] == '\n' || text[begin] == '>')) ++begin;
  }
  return out;
}

std::string comparison_key(std::string_view text) {
  std::string key;
  key.reserve(text.size());
  bool gap = false;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    at = end_of_ascii_word(text, at);
    if (at > begin) { // most of most texts
      if (gap && !key.empty()) key += ' ';
      gap = false;
      const std::size_t written = key.size();
      key.append(text, begin, at - begin);
      for (std::size_t i = written; i < key.size(); ++i) key[i] = ascii_lower(key[i]);
      continue;
    }
    const char32_t c = next_code_point(text, at);
    if (c == 0xAD || c == 0x200B || c == '\'' || c == 0x2019) continue;
    const bool mark_of_word =
        (c >= 0x300 && c <= 0x36F) || (c >= 0x900 && c <= 0xE7F && !is_space(c));
    if (is_letter(c) || is_digit(c) || mark_of_word) {
      const bool alone = is_cjk(c);
      if (!key.empty() && (gap || alone)) key += ' ';
      append_utf8(key, to_lower(c));
      gap = alone;
    } else {
      gap = true;
    }
  }
  return key;
}

bool has_words(std::string_view key, std::string_view part) {
  if (part.empty()) return false;
  for (std::size_t at = key.find(part); at != std::string_view::npos; at = key.find(part, at + 1)) {
    const std::size_t end = at + part.size();
    if ((at == 0 || key[at - 1] == ' ') && (end == key.size() || key[end] == ' ')) return true;
  }
  return false;
}

double count_key_words(std::string_view key) {
  double count = 0;
  for_each_key_word(key, [&](std::string_view word) {
    std::size_t at = 0;
    count += is_unspaced(next_code_point(word, at)) ? 0.5 : 1;
  });
  return count;
}

double word_overlap(std::string_view a, std::string_view b) {
  std::vector<std::string_view> wanted = key_words(a);
  std::vector<std::string_view> words = key_words(b);
  if (wanted.empty()) return 0;
  std::sort(words.begin(), words.end());
  const auto found = std::count_if(wanted.begin(), wanted.end(), [&](std::string_view w) {
    return std::binary_search(words.begin(), words.end(), w);
  });
  return static_cast<double>(found) / static_cast<double>(wanted.size());
}

} // namespace lectern
