#pragma once
// The MathML that may stand in our HTML: presentation elements without links, scripts or styles.

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "lectern/article.hpp"

namespace lectern {

inline constexpr std::array<std::string_view, 31> kMathElements = {
    "annotation",    "math", "menclose", "merror", "mfenced", "mfrac",    "mi",
    "mmultiscripts", "mn",   "mo",       "mover",  "mpadded", "mphantom", "mprescripts",
    "mroot",         "mrow", "ms",       "mspace", "msqrt",   "mstyle",   "msub",
    "msubsup",       "msup", "mtable",   "mtd",    "mtext",   "mtr",      "munder",
    "munderover",    "none", "semantics"};

inline constexpr std::array<std::string_view, 41> kMathAttributes = {
    "accent",       "accentunder",   "align",      "alttext",     "close",       "columnalign",
    "columnlines",  "columnspacing", "columnspan", "depth",       "dir",         "display",
    "displaystyle", "encoding",      "fence",      "form",        "frame",       "height",
    "largeop",      "linethickness", "lspace",     "mathsize",    "mathvariant", "maxsize",
    "minsize",      "movablelimits", "notation",   "open",        "rowalign",    "rowlines",
    "rowspacing",   "rowspan",       "rspace",     "scriptlevel", "separator",   "separators",
    "stretchy",     "symmetric",     "voffset",    "width",       "xmlns"};

inline bool is_math_element(std::string_view name) {
  return std::find(kMathElements.begin(), kMathElements.end(), name) != kMathElements.end();
}

inline bool is_math_attribute(std::string_view name) {
  return std::find(kMathAttributes.begin(), kMathAttributes.end(), name) != kMathAttributes.end();
}

/// True for text, allow-listed tags with double-quoted attributes, and nothing else, balanced.
bool is_safe_math(std::string_view markup);

/// The text of MathML without its annotations, for formats that have no formulas.
std::string text_of_markup(std::string_view markup);

/// What stands for a formula in a format that has none: its TeX, else the text of its MathML.
std::string text_of_math(const Inline& math);

} // namespace lectern
