#pragma once
// What stands between quotation marks, in the marks of many languages.

#include <string>
#include <string_view>

namespace lectern {

/// The text without what its quotation marks enclose; the marks stay.
std::string without_quotations(std::string_view text);

} // namespace lectern
