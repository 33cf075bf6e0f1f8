#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace lectern {

/// A byline in pieces between separators, without its dates and without bracketed parts. Brackets
/// behind a name of a script without spaces stay: they hold the name in other letters.
std::vector<std::string> split_name_pieces(std::string_view line);

} // namespace lectern
