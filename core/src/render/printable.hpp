#pragma once
// Text without control characters. Formats made of lines disagree on which of them end a line, and
// programs that read such formats on which of them they drop; a text must mean the same to all.

#include <string>
#include <string_view>

namespace lectern {

/// True when `text` holds no control character but tabs and line feeds, and none of Unicode's line
/// separators.
bool is_printable(std::string_view text);

/// `text` with a space for each character that is_printable() refuses.
std::string printable(std::string_view text);

} // namespace lectern
