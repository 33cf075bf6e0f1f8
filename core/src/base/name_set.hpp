#pragma once
#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace lectern {

/// A short list of names that a text is looked up in again and again, nearly always in vain: by its
/// length and its first letter most texts are none of them.
template <std::size_t kCount>
class NameSet {
 public:
  template <typename... Names>
  constexpr explicit NameSet(const Names&... names) : names_{std::string_view(names)...} {
    for (const std::string_view name : names_) {
      lengths_ |= bit(name.size());
      first_ |= bit(static_cast<unsigned char>(name[0]));
    }
  }

  bool has(std::string_view text) const {
    if (text.empty() || (lengths_ & bit(text.size())) == 0 ||
        (first_ & bit(static_cast<unsigned char>(text[0]))) == 0)
      return false;
    for (const std::string_view name : names_) {
      if (text == name) return true;
    }
    return false;
  }

 private:
  /// Lengths and letters that share one are told apart by the comparison.
  static constexpr std::uint64_t bit(std::size_t value) { return std::uint64_t{1} << value % 64; }

  std::array<std::string_view, kCount> names_;
  std::uint64_t lengths_ = 0, first_ = 0;
};
template <typename... Names>
NameSet(const Names&...) -> NameSet<sizeof...(Names)>;

} // namespace lectern
