#pragma once
#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "glance/page_counts.hpp"

namespace lectern {

/// Counts the words of class names and ids that go with a kind of page. A page says the same class
/// names again and again: what those have is remembered, by views into the page.
class ClassWords {
 public:
  explicit ClassWords(PageCounts& counts) : counts_(counts) {}

  /// `hash`: of the names, to remember them by; equal names have equal ones.
  void count(std::string_view names, std::uint32_t hash);
  /// Of a name that stands on the page once.
  void count_once(std::string_view name);

 private:
  struct Seen {
    std::string_view names;
    std::uint32_t begin = 0, end = 0; // of their words' columns
  };

  PageCounts& counts_;
  std::array<Seen, 256> seen_{};
  std::vector<Count> columns_;
};

} // namespace lectern
