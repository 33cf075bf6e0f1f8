#pragma once
// What --timings prints: how long each stage took, over one page or many.

#include <chrono>
#include <cstddef>
#include <mutex>
#include <string>

#include "lectern/timings.hpp"

namespace lectern::tools {

class Stopwatch {
 public:
  /// Milliseconds since the last call.
  double lap() {
    const Clock::time_point now = Clock::now();
    const double passed = std::chrono::duration<double, std::milli>(now - begin_).count();
    begin_ = now;
    return passed;
  }

 private:
  using Clock = std::chrono::steady_clock;
  Clock::time_point begin_ = Clock::now();
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
