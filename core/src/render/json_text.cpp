#include "render/json_text.hpp"

#include <cmath>

#include "base/byte_scan.hpp"
#include "base/utf8.hpp"

namespace lectern {
namespace {

void append_escape(std::string& out, char c) {
  constexpr char kHex[] = "0123456789abcdef";
  switch (c) {
    case '"':
      out += "\\\"";
      break;
    case '\\':
      out += "\\\\";
      break;
    case '\n':
      out += "\\n";
      break;
    case '\t':
      out += "\\t";
      break;
    case '\r':
      out += "\\r";
      break;
    default:
      out += "\\u00";
      out += kHex[static_cast<unsigned char>(c) >> 4];
      out += kHex[static_cast<unsigned char>(c) & 15];
  }
}

} // namespace

void append_json_string(std::string& out, std::string_view text) {
  std::string mended;
  if (!is_valid_utf8(text)) {
    mended = to_valid_utf8(text);
    text = mended;
  }
  out += '"';
  for (std::size_t at = 0; at < text.size(); ++at) {
    const std::size_t run = at;
    at = find_json_special(text, at);
    out.append(text.substr(run, at - run));
    if (at == text.size()) break;
    append_escape(out, text[at]);
  }
  out += '"';
}

void JsonText::key(std::string_view name) {
  separate();
  out_ += '"';
  out_ += name; // ours, so nothing to escape
  out_ += "\":";
  needs_comma_ = false;
}

void JsonText::string(std::string_view text) {
  separate();
  append_json_string(out_, text);
  needs_comma_ = true;
}

void JsonText::number(long value) {
  separate();
  out_ += std::to_string(value);
  needs_comma_ = true;
}

void JsonText::number(double value) {
  separate();
  needs_comma_ = true;
  constexpr long kParts = 10000;
  constexpr double kLargest = 1e9; // beyond it four decimals would not fit a 32-bit long
  if (!(std::fabs(value) < kLargest / kParts)) { // and not a number
    out_ += '0';
    return;
  }
  long parts = std::lround(value * kParts);
  if (parts < 0) {
    out_ += '-';
    parts = -parts;
  }
  out_ += std::to_string(parts / kParts);
  long rest = parts % kParts;
  if (rest == 0) return;
  out_ += '.';
  for (long place = kParts / 10; rest != 0; place /= 10) {
    out_ += static_cast<char>('0' + rest / place);
    rest %= place;
  }
}

void JsonText::boolean(bool value) {
  separate();
  out_ += value ? "true" : "false";
  needs_comma_ = true;
}

void JsonText::null() {
  separate();
  out_ += "null";
  needs_comma_ = true;
}

} // namespace lectern
