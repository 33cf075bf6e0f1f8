#pragma once
#include <lexbor/encoding/encoding.h>
#include <string>
#include <string_view>

namespace lectern {

/// Bytes of another encoding than UTF-8, without their byte order mark, as UTF-8. What is invalid
/// becomes U+FFFD. Two files define it: natively lexbor's tables decode; the WebAssembly module
/// asks its wrapper and carries no tables.
std::string decode_legacy(std::string_view bytes, const lxb_encoding_data_t* encoding);

} // namespace lectern
