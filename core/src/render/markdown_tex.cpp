// What is changed means the same in TeX: a command for a character, an empty group between two, a
// quotation mark for a backtick. Commands that make links, markup or attributes lose their names
// and leave their arguments.

#include "render/markdown_tex.hpp"

#include <algorithm>
#include <array>

#include "base/text.hpp"
#include "render/plain_text.hpp"
#include "render/printable.hpp"

namespace lectern {
namespace {

// Of the programs that set TeX in browsers.
constexpr std::array<std::string_view, 12> kCommandsBeyondFormulas = {
    "href",   "url",       "class",    "cssId", "style",           "htmlClass",
    "htmlId", "htmlStyle", "htmlData", "bbox",  "includegraphics", "require"};

bool is_letter(char c) { return ascii_lower(c) >= 'a' && ascii_lower(c) <= 'z'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::string_view command_at(std::string_view tex, std::size_t at) {
  std::size_t end = at + 1;
  while (end < tex.size() && is_letter(tex[end])) ++end;
  return tex.substr(at + 1, end - at - 1);
}

bool is_beyond_formulas(std::string_view command) {
  return std::find(kCommandsBeyondFormulas.begin(), kCommandsBeyondFormulas.end(), command) !=
         kCommandsBeyondFormulas.end();
}

// One line of TeX, trimmed.
std::string harmless(std::string_view tex, bool in_cell) {
  std::string out;
  for (std::size_t at = 0; at < tex.size(); ++at) {
    const char next = at + 1 < tex.size() ? tex[at + 1] : '\0';
    switch (tex[at]) {
      case '\\': {
        if (next == '\0') break; // would escape what ends the formula
        const std::string_view command = command_at(tex, at);
        if (is_beyond_formulas(command)) {
          at += command.size();
        } else if (next == '`' || next == '<' || (in_cell && next == '|')) {
          out += next == '|' ? "\\Vert " : "\\ ";
          if (next == '|') ++at;
        } else {
          out += '\\';
          out += next;
          ++at;
        }
        break;
      }
      case '<':
        out += next == ' ' || next == '=' || is_digit(next) ? "<" : "\\lt ";
        break;
      case '`':
        out += "\xE2\x80\x98"; // the quotation mark that it is set as
        break;
      case '|':
        out += in_cell ? "\\vert " : "|";
        break;
      case ']':
        out += next == '(' || next == '[' || next == ':' ? "]{}" : "]";
        break;
      case '[':
        out += next == '^' || next == '[' ? "[{}" : "[";
        break;
      default:
        out += tex[at];
    }
  }
  return out;
}

// What would begin a block of Markdown: a heading, a quotation, an item, a rule, the mark under a
// heading, the line under a table's head, a fence.
bool begins_block(std::string_view line) {
  const char first = line.front();
  if (first == '#' || first == '>' || line.substr(0, 3) == "~~~") return true;
  if (line.find_first_not_of('=') == std::string_view::npos) return true;
  if (line.find_first_not_of("|:- ") == std::string_view::npos) return true;
  std::size_t mark = line.find_first_not_of("0123456789");
  if (mark == std::string_view::npos) return false;
  constexpr std::string_view kMarks = "*+-_", kAfterNumber = ".)";
  if ((mark == 0 ? kMarks : kAfterNumber).find(line[mark]) == std::string_view::npos) return false;
  ++mark;
  return mark == line.size() || line[mark] == ' ' || line[mark] == line[mark - 1];
}

} // namespace

std::string inline_tex(std::string_view tex, bool in_cell) {
  return harmless(fold_ascii_space(printable(tex)), in_cell);
}

std::string display_tex(std::string_view tex) {
  std::string out;
  const std::string text = printable(tex);
  for (const std::string_view line : split(text, '\n')) {
    const std::string written = harmless(fold_ascii_space(line), false);
    if (written.empty()) continue;
    if (begins_block(written)) out += "{}"; // an empty group
    out.append(written).append("\n");
  }
  return out;
}

} // namespace lectern
