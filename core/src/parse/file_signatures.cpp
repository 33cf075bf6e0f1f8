#include "parse/file_signatures.hpp"

#include <cstddef>

#include "base/byte_scan.hpp"

namespace lectern {
namespace {

struct Signature {
  std::size_t offset;
  std::string_view bytes;
};

using namespace std::string_view_literals;

// What browsers sniff, and the archives and programs that people hand over by mistake.
constexpr Signature kSignatures[] = {
    {0, "%PDF-"sv},
    {0, "\x89PNG\r\n\x1A\n"sv},
    {0, "\xFF\xD8\xFF"sv}, // JPEG
    {0, "GIF87a"sv},
    {0, "GIF89a"sv},
    {8, "WEBP"sv}, // after RIFF and a length
    {8, "WAVEfmt "sv},
    {8, "AVI LIST"sv},
    {4, "ftyp"sv},             // MP4, AVIF, HEIC
    {0, "\x00\x00\x01\x00"sv}, // icon
    {0, "II*\x00"sv},          // TIFF
    {0, "MM\x00*"sv},
    {0, "PK\x03\x04"sv}, // ZIP: EPUB, DOCX and the like too
    {0, "PK\x05\x06"sv},
    {0, "\x1F\x8B\x08"sv}, // gzip
    {0, "BZh91AY&SY"sv},
    {0,
     "\xFD"
     "7zXZ\x00"sv},
    {0, "\x28\xB5\x2F\xFD"sv}, // Zstandard
    {0, "7z\xBC\xAF\x27\x1C"sv},
    {0, "Rar!\x1A\x07"sv},
    {0,
     "\x7F"
     "ELF"sv},
    {0, "MZ\x90\x00"sv},
    {0,
     "\x00"
     "asm"sv}, // WebAssembly
    {0, "\xCA\xFE\xBA\xBE"sv},
    {0, "\xCF\xFA\xED\xFE"sv},
    {0, "!<arch>\n"sv},
    {0, "SQLite format 3\x00"sv},
    {0, "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv}, // DOC, XLS
    {0, "OggS\x00"sv},
    {0, "ID3\x03"sv},
    {0, "ID3\x04"sv},
    {0, "fLaC\x00"sv},
    {0, "\x1A\x45\xDF\xA3"sv}, // WebM, Matroska
    {0, "wOFF"sv},
    {0, "wOF2"sv},
};

/// The bytes that the MIME Sniffing Standard calls binary.
bool is_binary_byte(unsigned char c) {
  return c <= 0x08 || c == 0x0B || (c >= 0x0E && c <= 0x1A) || (c >= 0x1C && c <= 0x1F);
}

constexpr std::size_t kSampleBytes = 4096;
constexpr std::size_t kMinBinaryBytes = 4; // a stray NUL or two is damage, not another kind of file
constexpr std::size_t kMinBinaryShare = 10; // one byte in so many

} // namespace

bool looks_binary(std::string_view bytes) {
  for (const Signature& signature : kSignatures) {
    if (bytes.size() < signature.offset + signature.bytes.size()) continue;
    if (bytes.compare(signature.offset, signature.bytes.size(), signature.bytes) == 0) return true;
  }
  const std::string_view sample = bytes.substr(0, kSampleBytes);
  std::size_t count = 0;
  const auto find_control = [&](std::size_t from) {
    return find_byte(
        sample, from, [](auto block) { return block.at_most(0x1F); },
        [](char c) { return static_cast<unsigned char>(c) <= 0x1F; });
  };
  for (std::size_t at = find_control(0); at < sample.size(); at = find_control(at + 1))
    count += is_binary_byte(static_cast<unsigned char>(sample[at])) ? 1 : 0;
  return count >= kMinBinaryBytes && count * kMinBinaryShare > sample.size();
}

} // namespace lectern
