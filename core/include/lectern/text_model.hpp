#pragma once
// What judges plain text. The native library has it; the WebAssembly module, most of whose pages
// are HTML, is given it when a page asks for it.

#include <string_view>

namespace lectern {

/// Adds the model of plain text: the bytes of a file that scripts/compile_data.py made. False when
/// they are no such file. Not while another thread extracts.
bool add_text_model(std::string_view file);

} // namespace lectern
