#include "document/parted_words.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "base/utf8.hpp"

namespace lectern {
namespace {

constexpr int kMinLettersOfWord = 3; // "MP|3", "5|G", "10|km" are one word each
constexpr int kMaxLevels = 6;        // inline elements that begin or end at one place

bool may_be_parted(const Dom& dom, NodeId node) {
  const Tag tag = dom.tag(node);
  return tag == Tag::span || tag == Tag::a || tag == Tag::time || tag == Tag::button;
}

bool is_code(const Dom& dom, NodeId node) {
  for (int level = 0; level < kMaxLevels && node != kNoNode; ++level, node = dom.parent(node)) {
    const Tag tag = dom.tag(node);
    if (tag == Tag::pre || tag == Tag::code || tag == Tag::kbd || tag == Tag::samp) return true;
  }
  return false;
}

/// What a side of the border looks like: its characters up to the first that is no letter or digit.
struct Side {
  char32_t edge = 0, second = 0; // the character at the border, and the one beside it
  int length = 0;
  bool has_letter = false;
};

Side side_before(std::string_view text) {
  constexpr std::size_t kMostBytes = 48;
  std::size_t at = text.size() > kMostBytes ? text.size() - kMostBytes : 0;
  while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U) ++at;
  Side side;
  while (at < text.size()) {
    const char32_t c = next_code_point(text, at);
    side.second = side.edge;
    side.edge = c;
    if (!is_letter(c) && !is_digit(c)) {
      side.length = 0;
      side.has_letter = false;
      continue;
    }
    ++side.length;
    side.has_letter = side.has_letter || is_letter(c);
  }
  return side;
}

Side side_after(std::string_view text) {
  Side side;
  for (std::size_t at = 0; at < text.size() && side.length < kMinLettersOfWord;) {
    const char32_t c = next_code_point(text, at);
    if (side.length == 0) side.edge = c;
    if (side.length == 1) side.second = c;
    if (!is_letter(c) && !is_digit(c)) break;
    ++side.length;
    side.has_letter = side.has_letter || is_letter(c);
  }
  return side;
}

bool is_lower(char32_t c) { return is_letter(c) && !is_unspaced(c) && !is_upper(c); }

/// "... to multiple reports.|Ann Lee / Agency": a sentence of some words that ends, and another
/// that begins.
bool is_between_sentences(std::string_view before, std::string_view after) {
  constexpr std::ptrdiff_t kMinSpaces = 3; // "www.|Example|.com" is none
  const char mark = before.back();
  if (mark != '.' && mark != '!' && mark != '?') return false;
  const Side left = side_before(before.substr(0, before.size() - 1)), right = side_after(after);
  return is_lower(left.edge) && left.length >= kMinLettersOfWord && is_upper(right.edge) &&
         (right.length >= kMinLettersOfWord || is_lower(right.second)) &&
         std::count(before.begin(), before.end(), ' ') >= kMinSpaces;
}

/// "<b>A night at the weir</b>In June ...": some words in bold, and a sentence behind them.
bool is_run_in_heading(std::string_view bold, std::string_view after) {
  constexpr std::ptrdiff_t kMinSpaces = 3;
  const Side left = side_before(bold), right = side_after(after);
  return is_lower(left.edge) && left.length >= kMinLettersOfWord && is_upper(right.edge) &&
         right.length > 1 && std::count(bold.begin(), bold.end(), ' ') >= kMinSpaces;
}

/// A button that stands in a line has a border of its own.
bool is_beside_button(const Dom& dom, NodeId begins, NodeId text) {
  const NodeId up = dom.parent(text);
  if (up == begins && dom.tag(begins) == Tag::button) return true;
  NodeId before = text - 1;
  while (before != kNoNode && dom.parent(before) != up && before > up) before = dom.parent(before);
  return begins == text && before != kNoNode && before > up && dom.tag(before) == Tag::button;
}

bool is_emphasis(Tag tag) {
  return tag == Tag::strong || tag == Tag::b || tag == Tag::em || tag == Tag::i;
}

/// The text that ends right before the node, an empty element between them or none; whether both
/// sides of the border are elements that a stylesheet places, and whether the text is emphasised.
struct Before {
  std::string_view text;
  bool is_placed = true;
  bool is_emphasised = false;
};

Before text_before(const Dom& dom, NodeId begins, bool begins_placed) {
  NodeId ends = begins - 1;
  if (!dom.is_text(ends) && dom.end(ends) == begins && dom.tag(ends) == Tag::span) --ends;
  if (!dom.is_text(ends)) return {};
  Before before{dom[ends].text, begins_placed};
  const NodeId around = dom.parent(begins);
  bool is_element = false;
  for (int level = 0; level < kMaxLevels && dom.parent(ends) != around; ++level) {
    ends = dom.parent(ends);
    if (ends == kNoNode || !(may_be_parted(dom, ends) || is_emphasis(dom.tag(ends)))) return {};
    before.is_placed = before.is_placed && may_be_parted(dom, ends);
    before.is_emphasised = before.is_emphasised || is_emphasis(dom.tag(ends));
    is_element = true;
  }
  if (dom.parent(ends) != around) return {};
  before.is_placed = before.is_placed && is_element;
  return before;
}

} // namespace

bool begins_apart(const Dom& dom, NodeId text) {
  if (text < 2 || dom[text].text.empty() || is_ascii_space(dom[text].text.front())) return false;
  // The element that begins here.
  NodeId begins = text;
  bool is_placed = true;
  for (int level = 0; level < kMaxLevels; ++level) {
    const NodeId up = dom.parent(begins);
    if (up == kNoNode || up + 1 != begins) break;
    const bool is_emphasised = is_emphasis(dom.tag(up));
    if (!may_be_parted(dom, up) && !is_emphasised) break;
    is_placed = is_placed && !is_emphasised;
    begins = up;
  }
  if (dom.parent(begins) == kNoNode || dom.parent(begins) + 1 == begins) return false;
  const Before before = text_before(dom, begins, is_placed && begins != text);
  if (before.text.empty() || is_ascii_space(before.text.back())) return false;
  if (is_between_sentences(before.text, dom[text].text)) return !is_code(dom, text);
  if (before.is_emphasised && begins == text && is_run_in_heading(before.text, dom[text].text))
    return !is_code(dom, text);
  const bool has_button = is_beside_button(dom, begins, text);
  if (!before.is_placed && !has_button) return false;
  const Side left = side_before(before.text), right = side_after(dom[text].text);
  if (left.length == 0 || right.length == 0 || is_code(dom, text)) return false;
  if (has_button) return true;
  const bool ends_number = is_digit(left.edge) && !left.has_letter,
             ends_word = is_lower(left.edge) && left.length >= kMinLettersOfWord,
             begins_name = is_upper(right.edge), begins_number = is_digit(right.edge);
  if (ends_number)
    return begins_name && (right.length >= kMinLettersOfWord || !is_letter(right.second));
  return ends_word && (begins_number || (begins_name && right.length >= kMinLettersOfWord));
}

} // namespace lectern
