#pragma once
// What --timings prints: how long each stage took, over one page or many.

#include <cstddef>
#include <mutex>
#include <string>

#include "lectern/timings.hpp"

namespace lectern::tools {

class Stopwatch {
 public:
  /// Milliseconds of this thread since the last call.
  double lap() {
    const double now = thread_milliseconds();
    const double passed = now - begin_;
    begin_ = now;
    return passed;
  }

 private:
  double begin_ = thread_milliseconds();
};

/// Sums by stage, in the order in which stages were first seen. Safe from several threads.
class StageTable {
 public:
  void add(const Timings& timings, std::size_t page_bytes);

  /// One line a stage: its time, its share of the whole, and megabytes of page a second.
  std::string text() const;

 private:
  std::mutex mutex_;
  Timings sums_;
  std::size_t bytes_ = 0;
};

} // namespace lectern::tools
