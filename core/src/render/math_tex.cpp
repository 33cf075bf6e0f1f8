// One pass over the markup with a stack of what is open: an element that ends is written from what
// its children became. Braces come from here alone, so they are balanced whatever the page wrote.

#include "render/math_tex.hpp"

#include <algorithm>
#include <utility>
#include <vector>

#include "base/text.hpp"
#include "base/utf8.hpp"
#include "render/markup_scanner.hpp"
#include "render/math_markup.hpp"
#include "render/math_symbols.hpp"
#include "render/math_tokens.hpp"

namespace lectern {
namespace {

constexpr std::size_t kMaxTexBytes = 16 * 1024; // pages of formula

struct Part {
  std::string tex;
  std::string raw; // of a token: its text
  bool begins_prescripts = false;
};

struct Element {
  std::string_view name;
  std::string open, close, separators; // of mfenced
  bool has_line = true;                // of mfrac
  std::string variant;
  std::string text; // of a token
  std::vector<Part> parts;
};

std::string_view trimmed(const std::string& tex) { return trim(tex); }

// What a script may be hung on, and be, without braces around it: a character, or a command with
// nothing or one argument behind it.
bool is_one(std::string_view tex) {
  if (tex.empty()) return false;
  if (tex.front() != '\\') return count_code_points(tex) == 1;
  if (tex.size() == 2) return true;
  std::size_t at = 1;
  while (at < tex.size() && ascii_lower(tex[at]) >= 'a' && ascii_lower(tex[at]) <= 'z') ++at;
  if (at == tex.size()) return true;
  if (at == 1 || tex[at] != '{') return false;
  int depth = 0;
  for (; at < tex.size(); ++at) {
    if (tex[at] == '\\') {
      ++at;
      continue;
    }
    if (tex[at] == '{') ++depth;
    if (tex[at] == '}' && --depth == 0) return at + 1 == tex.size();
  }
  return false;
}

std::string as_base(const std::string& tex) {
  const std::string_view base = trimmed(tex);
  return is_one(base) ? std::string(base) : "{" + std::string(base) + "}";
}

void append_script(std::string& out, char mark, const std::string& tex) {
  const std::string_view script = trimmed(tex);
  if (script.empty()) return;
  out += mark;
  if (count_code_points(script) == 1) {
    out += script;
  } else {
    out.append("{").append(script).append("}");
  }
}

void append_superscript(std::string& out, const std::string& tex) {
  const std::string_view script = trimmed(tex);
  if (script == "\\prime") {
    out += "'";
  } else if (script == "\\prime \\prime") {
    out += "''";
  } else {
    append_script(out, '^', tex);
  }
}

std::string with_scripts(const std::string& base, const std::string& below,
                         const std::string& above) {
  std::string out = as_base(base);
  append_script(out, '_', below);
  append_superscript(out, above);
  return out + (out.back() == '\'' || out.back() == '}' ? "" : " ");
}

char32_t only_character(const Part& part) {
  const std::string_view raw = trimmed(part.raw);
  std::size_t at = 0;
  const char32_t c = raw.empty() ? 0 : next_code_point(raw, at);
  return at == raw.size() ? c : 0;
}

// `below` and `above` may be missing.
std::string with_limits(const Part& base, const Part* below, const Part* above) {
  const std::string_view known = trimmed(base.tex);
  const bool is_brace = known.starts_with("\\overbrace{") || known.starts_with("\\underbrace{");
  if (takes_limits(known) || is_brace)
    return with_scripts(base.tex, below != nullptr ? below->tex : "",
                        above != nullptr ? above->tex : "");
  std::string out(known);
  for (const Part* mark : {below, above}) {
    if (mark == nullptr || trimmed(mark->tex).empty()) continue;
    const bool is_below = mark == below;
    const std::string_view accent = tex_accent_of(only_character(*mark), is_below);
    out = accent.empty()
              ? tex_command(is_below ? "underset" : "overset", mark->tex) + "{" + out + "}"
              : tex_command(accent, out);
  }
  return out;
}

bool is_tall(std::string_view tex) {
  for (const std::string_view sign : {"\\frac{", "\\begin{", "\\atop "})
    if (tex.find(sign) != std::string_view::npos) return true;
  return false;
}

bool is_fence(std::string_view tex, bool opens) {
  static constexpr std::string_view kOpening[] = {"(",        "[",       "\\{",
                                                  "\\langle", "\\lceil", "\\lfloor"};
  static constexpr std::string_view kClosing[] = {")",        "]",       "\\}",
                                                  "\\rangle", "\\rceil", "\\rfloor"};
  if (tex == "|" || tex == "\\Vert") return true;
  return opens ? std::find(std::begin(kOpening), std::end(kOpening), tex) != std::end(kOpening)
               : std::find(std::begin(kClosing), std::end(kClosing), tex) != std::end(kClosing);
}

std::string joined(const std::vector<Part>& parts, std::string_view between = "") {
  std::string out;
  for (const Part& part : parts) {
    if (&part != &parts.front()) out += between;
    out += between.empty() ? std::string_view(part.tex) : trimmed(part.tex);
  }
  return out;
}

// Brackets around what is higher than a line grow with it; a brace before cases stands alone.
std::string row_tex(std::vector<Part> parts) {
  if (parts.size() >= 2 && is_fence(trimmed(parts.front().tex), true)) {
    const bool is_closed = parts.size() >= 3 && is_fence(trimmed(parts.back().tex), false);
    const bool is_alone = parts.size() == 2 && trimmed(parts.front().tex) == "\\{";
    if ((is_closed || is_alone) && is_tall(joined(parts))) {
      parts.front().tex = "\\left" + std::string(trimmed(parts.front().tex)) + " ";
      if (is_alone) {
        parts.push_back({" \\right.", {}, false});
      } else {
        parts.back().tex = " \\right" + std::string(trimmed(parts.back().tex)) + " ";
      }
    }
  }
  return joined(parts);
}

std::string fenced_tex(const Element& element) {
  std::vector<Part> parts = {{tex_in_formula(element.open), {}, false}};
  std::size_t separator = 0;
  for (const Part& part : element.parts) {
    if (parts.size() > 1 && !element.separators.empty()) {
      std::string mark;
      append_utf8(mark, next_code_point(element.separators, separator));
      if (separator >= element.separators.size()) separator -= mark.size(); // the last one goes on
      parts.push_back({tex_in_formula(mark), {}, false});
    }
    parts.push_back(part);
  }
  parts.push_back({tex_in_formula(element.close), {}, false});
  return row_tex(std::move(parts));
}

// Base, then pairs of what stands below and above behind it, then before it.
std::string multiscripts_tex(const std::vector<Part>& parts) {
  if (parts.empty()) return {};
  const auto split = std::find_if(parts.begin(), parts.end(),
                                  [](const Part& part) { return part.begins_prescripts; });
  const auto pairs = [](auto from, auto to, std::string base) {
    for (; from < to; ++from) {
      const Part* above = from + 1 < to ? &from[1] : nullptr;
      base = with_scripts(base, from->tex, above != nullptr ? above->tex : "");
      if (above != nullptr) ++from;
    }
    return base;
  };
  std::string out;
  if (split != parts.end()) {
    for (auto at = split + 1; at != parts.end();
         at += std::min<std::ptrdiff_t>(2, parts.end() - at))
      out += pairs(at, at + std::min<std::ptrdiff_t>(2, parts.end() - at), "");
  }
  return split == parts.begin() ? out : out + pairs(parts.begin() + 1, split, parts.front().tex);
}

std::string element_tex(Element& element, std::string_view parent) {
  const std::string_view name = element.name;
  std::vector<Part>& parts = element.parts;
  if (is_math_token(name)) return tex_of_token({name, element.text, element.variant});
  if (name == "mspace") return "\\;";
  if (name == "mphantom") return tex_command("phantom", joined(parts));
  if (name == "msqrt") return tex_command("sqrt", row_tex(parts));
  if (name == "mfenced") return fenced_tex(element);
  if (name == "mtr") return joined(parts, parent == "mtable" ? " & " : " ");
  if (name == "mtable") return "\\begin{matrix} " + joined(parts, " \\\\ ") + " \\end{matrix}";
  if (name == "mmultiscripts") return multiscripts_tex(parts);
  if (parts.size() == 2) {
    if (name == "mfrac" && !element.has_line)
      return "{" + std::string(trimmed(parts[0].tex)) + " \\atop " +
             std::string(trimmed(parts[1].tex)) + "}";
    if (name == "mfrac")
      return tex_command("frac", parts[0].tex) + tex_command("", parts[1].tex).substr(1);
    if (name == "mroot")
      return "\\sqrt[" + std::string(trimmed(parts[1].tex)) + "]{" +
             std::string(trimmed(parts[0].tex)) + "}";
    if (name == "msub") return with_scripts(parts[0].tex, parts[1].tex, "");
    if (name == "msup") return with_scripts(parts[0].tex, "", parts[1].tex);
    if (name == "munder") return with_limits(parts[0], &parts[1], nullptr);
    if (name == "mover") return with_limits(parts[0], nullptr, &parts[1]);
  }
  if (parts.size() == 3) {
    if (name == "msubsup") return with_scripts(parts[0].tex, parts[1].tex, parts[2].tex);
    if (name == "munderover") return with_limits(parts[0], &parts[1], &parts[2]);
  }
  // Rows, and what has more or fewer parts than it should: side by side, as browsers show it.
  return row_tex(std::move(parts));
}

Element element_at(const MarkupScanner& scanner) {
  Element element;
  element.name = scanner.name();
  element.variant = scanner.attribute("mathvariant");
  const std::string_view thickness = scanner.attribute("linethickness");
  element.has_line = thickness.empty() || thickness.front() != '0';
  if (element.name != "mfenced") return element;
  element.open = "(", element.close = ")", element.separators = ",";
  for (const auto& [name, value] : scanner.attributes()) {
    if (name == "open") element.open = value;
    if (name == "close") element.close = value;
    if (name == "separators") element.separators = trim(value);
  }
  return element;
}

} // namespace

std::string tex_of_math(std::string_view markup) {
  if (!is_safe_math(markup)) return {}; // bounds the depth too
  MarkupScanner scanner(markup);
  std::vector<Element> open(1);
  for (;;) {
    const MarkupScanner::Token token = scanner.next();
    if (token == MarkupScanner::Token::end || token == MarkupScanner::Token::error) break;
    if (token == MarkupScanner::Token::text) {
      Element& element = open.back();
      if (is_math_token(element.name)) {
        element.text += scanner.text();
      } else if (element.name != "annotation" && !is_space(std::string_view(scanner.text()))) {
        element.parts.push_back({tex_in_formula(scanner.text()), {}, false});
      }
      continue;
    }
    if (token == MarkupScanner::Token::open) open.push_back(element_at(scanner));
    if (token == MarkupScanner::Token::open && !scanner.closes_itself()) continue;
    Element element = std::move(open.back());
    open.pop_back();
    if (element.name == "annotation") continue;
    Part part;
    part.begins_prescripts = element.name == "mprescripts";
    part.tex = element_tex(element, open.back().name);
    part.raw = std::move(element.text);
    if (part.tex.size() > kMaxTexBytes) return {};
    open.back().parts.push_back(std::move(part));
  }
  return std::string(trim(joined(open.front().parts)));
}

} // namespace lectern
