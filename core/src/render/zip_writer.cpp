// The layout is that of PKWARE's APPNOTE: a header and the bytes for each file, then the directory.

#include "render/zip_writer.hpp"

#include <array>

namespace lectern {
namespace {

constexpr std::uint16_t kVersionNeeded = 10;      // 1.0: files are stored
constexpr std::uint16_t kFirstDay = (1 << 5) | 1; // 1980-01-01
constexpr std::uint32_t kLocalHeader = 0x04034B50;
constexpr std::uint32_t kDirectoryHeader = 0x02014B50;
constexpr std::uint32_t kDirectoryEnd = 0x06054B50;

void append_16(std::string& out, std::uint32_t value) {
  out += static_cast<char>(value & 0xFF);
  out += static_cast<char>((value >> 8) & 0xFF);
}

void append_32(std::string& out, std::uint32_t value) {
  append_16(out, value & 0xFFFF);
  append_16(out, value >> 16);
}

constexpr std::array<std::uint32_t, 256> make_crc_table() {
  constexpr std::uint32_t kReversedPolynomial = 0xEDB88320;
  std::array<std::uint32_t, 256> table = {};
  for (std::uint32_t i = 0; i < 256; ++i) {
    std::uint32_t value = i;
    for (int bit = 0; bit < 8; ++bit)
      value = (value & 1) != 0 ? (value >> 1) ^ kReversedPolynomial : value >> 1;
    table[i] = value;
  }
  return table;
}

constexpr std::array<std::uint32_t, 256> kCrcTable = make_crc_table();

} // namespace

std::uint32_t crc32_of(std::string_view bytes) {
  std::uint32_t crc = 0xFFFFFFFF;
  for (const char c : bytes)
    crc = (crc >> 8) ^ kCrcTable[(crc ^ static_cast<unsigned char>(c)) & 0xFF];
  return ~crc;
}

// From the version needed to the length of the extra field, alike in both headers.
void ZipWriter::append_common_fields(const Entry& entry) {
  append_16(out_, kVersionNeeded);
  append_16(out_, 0); // flags
  append_16(out_, 0); // stored
  append_16(out_, 0); // time
  append_16(out_, kFirstDay);
  append_32(out_, entry.crc);
  append_32(out_, entry.size); // compressed
  append_32(out_, entry.size);
  append_16(out_, static_cast<std::uint32_t>(entry.name.size()));
  append_16(out_, 0); // extra field
}

void ZipWriter::add(std::string_view name, std::string_view bytes) {
  entries_.push_back({std::string(name), crc32_of(bytes), static_cast<std::uint32_t>(bytes.size()),
                      static_cast<std::uint32_t>(out_.size())});
  append_32(out_, kLocalHeader);
  append_common_fields(entries_.back());
  out_.append(name).append(bytes);
}

std::string ZipWriter::finish() && {
  const auto directory = static_cast<std::uint32_t>(out_.size());
  for (const Entry& entry : entries_) {
    append_32(out_, kDirectoryHeader);
    append_16(out_, kVersionNeeded); // made by
    append_common_fields(entry);
    append_16(out_, 0); // comment
    append_16(out_, 0); // disk
    append_16(out_, 0); // internal attributes
    append_32(out_, 0); // external attributes
    append_32(out_, entry.offset);
    out_ += entry.name;
  }
  const auto size = static_cast<std::uint32_t>(out_.size()) - directory;
  const auto count = static_cast<std::uint32_t>(entries_.size());
  append_32(out_, kDirectoryEnd);
  append_16(out_, 0); // this disk
  append_16(out_, 0); // the directory's disk
  append_16(out_, count);
  append_16(out_, count);
  append_32(out_, size);
  append_32(out_, directory);
  append_16(out_, 0); // comment
  return std::move(out_);
}

} // namespace lectern
