#pragma once
// TeX inside Markdown. A reader with formulas sets it; one without reads it as Markdown, and must
// find text in it and nothing else. Readers with formulas run more of TeX than formulas are made
// of.

#include <string>
#include <string_view>

namespace lectern {

/// On one line, without the dollar signs; empty for white space alone.
std::string inline_tex(std::string_view tex, bool in_cell);

/// On lines of its own, each ended by a line feed; empty for white space alone.
std::string display_tex(std::string_view tex);

} // namespace lectern
