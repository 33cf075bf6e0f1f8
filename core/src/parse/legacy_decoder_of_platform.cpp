// By the wrapper around the WebAssembly module: the TextDecoder of a browser, which knows the same
// encodings by the same names, or encodings.wasm.

#include <emscripten/emscripten.h>

#include "base/utf8.hpp"
#include "parse/legacy_decoder.hpp"

// clang-format off
EM_JS(std::size_t, lectern_decode, (const char* name, std::size_t name_size, const char* bytes, std::size_t size), {
  const label = String.fromCharCode(...HEAPU8.subarray(name, name + name_size));
  Module["decoded"] = Module["decodeLegacy"](label, HEAPU8.subarray(bytes, bytes + size));
  return Module["decoded"].length;
});

EM_JS(void, lectern_take_decoded, (char* to), {
  HEAPU8.set(Module["decoded"], to);
  Module["decoded"] = null;
});
// clang-format on

namespace lectern {

std::string decode_legacy(std::string_view bytes, const lxb_encoding_data_t* encoding) {
  std::string text;
  if (encoding->encoding == LXB_ENCODING_REPLACEMENT) {
    append_utf8(text, 0xFFFD); // what browsers make of encodings that were used for attacks
    return text;
  }
  const std::string_view name(reinterpret_cast<const char*>(encoding->name));
  text.resize(lectern_decode(name.data(), name.size(), bytes.data(), bytes.size()));
  lectern_take_decoded(text.data());
  return text;
}

} // namespace lectern
