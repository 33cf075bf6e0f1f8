// White space of every kind is one space, soft hyphens and zero-width characters are left out: the
// text of a block is what a reader sees of it, in as few bytes as say it.
#include "document/block_run.hpp"

#include <algorithm>
#include <array>

#include "base/byte_set.hpp"
#include "base/text.hpp"
#include "document/line_form.hpp"

namespace lectern {
namespace {

/// White space, control characters and what the other ones begin with that are folded or left out.
constexpr ByteSet kMayFold = [] {
  std::array<char, 0x21 + 4> bytes = {'\xC2', '\xE2', '\xE3', '\xEF'};
  for (char c = 0; c <= ' '; ++c) bytes[static_cast<std::size_t>(c) + 4] = c;
  return ByteSet({bytes.data(), bytes.size()});
}();

} // namespace

LineKind BlockRun::end_line(const std::string& out) {
  const std::string_view line = std::string_view(out).substr(line_begin);
  const bool is_sentence = ends_sentence(line), is_bold = bold - bold_above + 1 >= line.size();
  line_begin = out.size();
  bold_above = bold;
  if (is_sentence && line.size() >= kMinBytesOfProse) return LineKind::prose;
  return is_sentence || is_bold ? LineKind::whole : LineKind::open;
}

void BlockRun::append(std::string& out, std::string_view text, NodeId node) {
  std::size_t at = 0;
  while (at < text.size()) {
    const auto c = static_cast<unsigned char>(text[at]);
    if (c <= 0x20) {
      pending_space = true;
      do { // line ends come with indents
        ++at;
      } while (at < text.size() && static_cast<unsigned char>(text[at]) <= 0x20);
      continue;
    }
    std::size_t length = 1;
    if (c < 0x80) { // a word, and the words after it that single spaces part
      const std::size_t end = end_of_folded_run(text, at);
      length = std::max(length, end - at);
    } else if (c == 0xC2 && at + 1 < text.size()) {
      const auto d = static_cast<unsigned char>(text[at + 1]);
      if (d == 0xA0) {
        pending_space = true;
        at += 2;
        continue;
      }
      if (d == 0xAD) {
        at += 2;
        continue;
      }
    } else if (c == 0xE2 && at + 2 < text.size() &&
               static_cast<unsigned char>(text[at + 1]) == 0x80) {
      const auto d = static_cast<unsigned char>(text[at + 2]);
      if (d <= 0x8A || d == 0xAF || d == 0xA8 || d == 0xA9) {
        pending_space = true;
        at += 3;
        continue;
      }
      if (d == 0x8B || d == 0x8C || d == 0x8D || d == 0x8E || d == 0x8F) {
        at += 3;
        continue;
      }
    } else if (c == 0xEF && at + 2 < text.size() &&
               static_cast<unsigned char>(text[at + 1]) == 0xBB &&
               static_cast<unsigned char>(text[at + 2]) == 0xBF) {
      at += 3;
      continue;
    } else if (c == 0xE3 && at + 2 < text.size() &&
               static_cast<unsigned char>(text[at + 1]) == 0x80 &&
               static_cast<unsigned char>(text[at + 2]) == 0x80) {
      pending_space = true; // ideographic space
      at += 3;
      continue;
    }
    begin(node, out);
    if (pending_space && out.size() > text_begin) out.push_back(' ');
    pending_space = false;
    // Plain letters in one go.
    std::size_t stop = at + length;
    while (stop < text.size() && !kMayFold.has(text[stop])) ++stop;
    out.append(text.substr(at, stop - at));
    at = stop;
  }
}

} // namespace lectern
