#pragma once
#include <chrono>

#include "lectern/timings.hpp"

namespace lectern {

/// Notes how long the stages of one page take, where someone asked for it.
class StageClock {
 public:
  explicit StageClock(Timings* timings) : timings_(timings) {
    if (timings_ != nullptr) begin_ = Clock::now();
  }

  /// `stage` is what ran since the last call.
  void lap(const char* stage) {
    if (timings_ == nullptr) return;
    const Clock::time_point now = Clock::now();
    timings_->push_back({stage, std::chrono::duration<double, std::milli>(now - begin_).count()});
    begin_ = now;
  }

 private:
  using Clock = std::chrono::steady_clock;
  Timings* timings_;
  Clock::time_point begin_;
};

} // namespace lectern
