#include "stage_table.hpp"

#include <algorithm>
#include <array>
#include <cstdio>
#include <string_view>

namespace lectern::tools {

void StageTable::add(const Timings& timings, std::size_t page_bytes) {
  const std::lock_guard lock(mutex_);
  bytes_ += page_bytes;
  for (const StageTime& time : timings) {
    const auto sum = std::find_if(sums_.begin(), sums_.end(), [&](const StageTime& known) {
      return std::string_view(known.stage) == time.stage;
    });
    if (sum != sums_.end())
      sum->milliseconds += time.milliseconds;
    else
      sums_.push_back(time);
  }
}

std::string StageTable::text() const {
  constexpr double kBytesPerMegabyte = 1e6, kMillisecondsPerSecond = 1e3, kPercent = 100;
  constexpr std::size_t kLineBytes = 80;
  double total = 0;
  for (const StageTime& sum : sums_) total += sum.milliseconds;
  std::string table;
  const auto add_line = [&](const char* stage, double milliseconds) {
    const double share = total > 0 ? milliseconds / total * kPercent : 0;
    const double megabytes = static_cast<double>(bytes_) / kBytesPerMegabyte;
    const double speed = milliseconds > 0 ? megabytes / (milliseconds / kMillisecondsPerSecond) : 0;
    std::array<char, kLineBytes> line;
    std::snprintf(line.data(), line.size(), "%-10s %10.3f ms %6.1f %% %9.1f MB/s\n", stage,
                  milliseconds, share, speed);
    table += line.data();
  };
  for (const StageTime& sum : sums_) add_line(sum.stage, sum.milliseconds);
  add_line("all", total);
  return table;
}

} // namespace lectern::tools
