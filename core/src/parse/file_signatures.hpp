#pragma once
#include <string_view>

namespace lectern {

/// True when `bytes` start as those of a known file type that is no text, or hold control bytes as
/// no text does.
bool looks_binary(std::string_view bytes);

} // namespace lectern
