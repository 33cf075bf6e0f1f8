#pragma once
#include <string>
#include <string_view>

namespace lectern {

/// `text` with lines of at most `columns` where its words allow; a character of East Asian scripts
/// takes two columns, and lines may break between them. Line feeds in the text stay.
std::string wrap_text(std::string_view text, int columns);

/// White space folded to one space within each line, none at the ends of lines.
std::string fold_lines(std::string_view text);

} // namespace lectern
