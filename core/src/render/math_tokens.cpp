// What one token of MathML is in TeX: a character, a name, a number, words.

#include "render/math_tokens.hpp"

#include "base/text.hpp"
#include "base/utf8.hpp"
#include "render/math_symbols.hpp"

namespace lectern {
namespace {

// A character that TeX would read as more than itself.
std::string_view escape_of(char32_t c, bool in_text) {
  switch (c) {
    case U'%':
      return "\\%";
    case U'#':
      return "\\#";
    case U'&':
      return "\\&";
    case U'$':
      return "\\$";
    case U'_':
      return "\\_";
    case U'{':
      return "\\{";
    case U'}':
      return "\\}";
    case U'\\':
      return in_text ? "\\textbackslash{}" : "\\backslash ";
    case U'~':
      return in_text ? "\\textasciitilde{}" : "\\sim ";
    case U'^':
      return in_text ? "\\textasciicircum{}" : "\\wedge ";
    default:
      return {};
  }
}

bool is_invisible_operator(char32_t c) { return c >= 0x2061 && c <= 0x2064; }

constexpr char32_t kMinus = 0x2212, kPrime = 0x2032, kDoublePrime = 0x2033, kDoubleBar = 0x2016;

std::string in_text(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    const char32_t c = next_code_point(text, at);
    const std::string_view escaped = escape_of(c, true);
    out += escaped.empty() ? text.substr(begin, at - begin) : escaped;
  }
  return out;
}

std::string_view alphabet_of(std::string_view variant) {
  if (variant == "normal") return "mathrm";
  if (variant == "bold") return "mathbf";
  if (variant == "double-struck") return "mathbb";
  if (variant == "script") return "mathcal";
  if (variant == "fraktur") return "mathfrak";
  return {};
}

} // namespace

bool is_math_token(std::string_view name) {
  return name == "mi" || name == "mn" || name == "mo" || name == "mtext" || name == "ms";
}

std::size_t count_code_points(std::string_view text) {
  std::size_t length = 0;
  for (std::size_t at = 0; at < text.size(); ++length) next_code_point(text, at);
  return length;
}

std::string tex_command(std::string_view name, std::string_view argument) {
  return "\\" + std::string(name) + "{" + std::string(trim(argument)) + "}";
}

std::string tex_in_formula(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    const char32_t c = next_code_point(text, at);
    if (is_invisible_operator(c)) continue;
    if (const std::string_view escaped = escape_of(c, false); !escaped.empty()) {
      out += escaped;
    } else if (const std::string_view name = tex_name_of(c); !name.empty()) {
      out.append("\\").append(name).append(" ");
    } else if (c == kMinus) {
      out += '-';
    } else if (c == kPrime || c == kDoublePrime) {
      out += c == kPrime ? "\\prime " : "\\prime \\prime ";
    } else if (c == kDoubleBar) {
      out += "\\Vert ";
    } else if (is_space(c)) {
      out += ' ';
    } else {
      out += text.substr(begin, at - begin);
    }
  }
  return out;
}

std::string tex_of_token(const MathToken& token) {
  const std::string_view text = trim(token.text);
  if (token.name == "mtext" || token.name == "ms") {
    // White space alone is a gap, and a word keeps the gaps around it.
    if (is_space(token.text)) return token.text.empty() ? "" : "\\;";
    return "\\text{" + in_text(token.text) + "}";
  }
  std::size_t at = 0;
  const bool is_word = count_code_points(text) > 1 && is_letter(next_code_point(text, at)) &&
                       is_letter(next_code_point(text, at));
  if (token.name == "mn" || !is_word) {
    const std::string_view alphabet = token.name == "mo" ? "" : alphabet_of(token.variant);
    const std::string tex = tex_in_formula(text);
    const bool is_plain = token.name == "mn" && alphabet == "mathrm";
    return alphabet.empty() || is_plain || tex.empty() ? tex : tex_command(alphabet, tex);
  }
  if (is_function_of_tex(text)) return "\\" + std::string(text) + " ";
  if (token.name == "mo") return tex_command("operatorname", tex_in_formula(text));
  return tex_command(text.find(' ') == std::string_view::npos ? "mathrm" : "text", in_text(text));
}

} // namespace lectern
