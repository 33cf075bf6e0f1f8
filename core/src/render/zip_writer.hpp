#pragma once
// ZIP files without compression: what an EPUB needs and no more. Times are left at ZIP's first day,
// so that the same content gives the same bytes.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace lectern {

std::uint32_t crc32_of(std::string_view bytes);

class ZipWriter {
 public:
  /// `name` is an ASCII path with slashes. Together the files must stay below 4 GiB.
  void add(std::string_view name, std::string_view bytes);
  /// The finished file; nothing may be added afterwards.
  std::string finish() &&;

 private:
  struct Entry {
    std::string name;
    std::uint32_t crc;
    std::uint32_t size;
    std::uint32_t offset;
  };
  void append_common_fields(const Entry& entry);

  std::string out_;
  std::vector<Entry> entries_;
};

} // namespace lectern
