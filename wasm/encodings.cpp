// lexbor's decoders as a module of its own: bytes in another encoding in, UTF-8 out. The caller
// writes the encoding's name and after it the bytes to the address that `reserve` gave.

#include <cstdint>
#include <string>

#include "parse/legacy_decoder.hpp"

namespace {

std::string input;
std::string output;

} // namespace

extern "C" {

char* reserve(std::uint32_t size) {
  output = std::string();
  input.assign(size, '\0');
  return input.data();
}

/// The length of the text, which stands at `decoded()` until the next call.
std::uint32_t decode(std::uint32_t name_size) {
  const std::string_view all(input);
  const lxb_encoding_data_t* encoding =
      lxb_encoding_data_by_name(reinterpret_cast<const lxb_char_t*>(all.data()), name_size);
  output.clear();
  if (encoding != nullptr) output = lectern::decode_legacy(all.substr(name_size), encoding);
  input = std::string();
  return static_cast<std::uint32_t>(output.size());
}

const char* decoded() { return output.data(); }
}
