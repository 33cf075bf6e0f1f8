#pragma once
// The characters of formulas that TeX has a name for. Its setters take the others as they are.

#include <string_view>

namespace lectern {

/// The command without its backslash, or empty.
std::string_view tex_name_of(char32_t symbol);

/// The command for a mark above, or below, one thing ("hat", "underline"), or empty.
std::string_view tex_accent_of(char32_t mark, bool is_below);

/// "sin" and such: written as a command of the same name.
bool is_function_of_tex(std::string_view name);

/// What has its limits above and below rather than beside: sums, products, limits.
bool takes_limits(std::string_view tex);

} // namespace lectern
