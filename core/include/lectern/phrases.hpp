#pragma once
// Phrases of a page's language. The native library has all of them; the WebAssembly module has
// those of English, with which every page is read, and is given the others when a page asks for
// them.

#include <string>
#include <string_view>
#include <vector>

namespace lectern {

/// The languages whose phrases are still to be added before a page in that language can be read;
/// of a page in no known language: all others. Never any in the native library.
std::vector<std::string> missing_phrases(std::string_view language);

/// Adds the phrases of a language: the text of a file that scripts/compile_data.py made. False when
/// it is no such file. Not while another thread extracts.
bool add_phrases(std::string_view language, std::string text);

} // namespace lectern
