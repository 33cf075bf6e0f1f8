#pragma once
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace lectern {

/// A tag's name as a number: its first eight letters, lower case. Enough to tell HTML's elements
/// apart.
constexpr std::uint64_t tag_name(std::string_view name) {
  std::uint64_t packed = 0;
  for (std::size_t i = 0; i < name.size() && i < 8; ++i)
    packed = packed << 8 | static_cast<unsigned char>(name[i] | 0x20);
  return packed;
}

/// Reads one tag out of a page's bytes, forgiving as browsers are.
class TagReader {
 public:
  /// `at` is the place of a '<'.
  TagReader(std::string_view page, std::size_t at);

  bool is_tag() const { return name_ != 0; }
  bool is_end() const { return is_end_; }
  std::uint64_t name() const { return name_; }

  /// The next attribute: its name as the page writes it, its value without quotes. False at the
  /// end.
  bool next(std::string_view& name, std::string_view& value);

  /// Past the tag's '>'. Of a start tag only after next() gave false.
  std::size_t end() const { return at_; }

  /// Past the end tag of the element, whose name is given: of elements whose inside is not read.
  std::size_t end_of_element(std::string_view name) const;

 private:
  std::string_view page_;
  std::size_t at_;
  std::uint64_t name_ = 0;
  bool is_end_ = false;
};

} // namespace lectern
