#pragma once
// What one token of MathML is in TeX: a character, a name, a number, words.

#include <cstddef>
#include <string>
#include <string_view>

namespace lectern {

struct MathToken {
  std::string_view name;    // "mi" and such
  std::string_view text;    // with references resolved
  std::string_view variant; // mathvariant
};

bool is_math_token(std::string_view element);

std::string tex_of_token(const MathToken& token);

/// Characters in a formula, each as TeX that stands for it.
std::string tex_in_formula(std::string_view text);

/// `\name{argument}`, trimmed.
std::string tex_command(std::string_view name, std::string_view argument);

std::size_t count_code_points(std::string_view text);

} // namespace lectern
