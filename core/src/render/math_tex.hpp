#pragma once
// TeX for MathML that comes without it: what stands over, under and beside what, in words that
// people read and programs set.

#include <string>
#include <string_view>

namespace lectern {

/// `markup` is MathML of ours. Empty when it is not safe (is_safe_math), says nothing, or would
/// become too long; what has no TeX of its own becomes its content.
std::string tex_of_math(std::string_view markup);

} // namespace lectern
