#pragma once
#include <string_view>

namespace lectern {

/// The number that `text` begins with, as JSON, HTML and CSS write it ("-1.5e3"); 0 when it begins
/// with none. Right to the last bit up to 15 digits and a power of ten of 22, to a few bits beyond:
/// the C library's reader is to the last bit, and a tenth of a small program.
double read_decimal(std::string_view text);

} // namespace lectern
