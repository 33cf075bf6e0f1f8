#include "lectern/timings.hpp"

#include <chrono>
#include <ctime>

namespace lectern {

double thread_milliseconds() {
#if defined(CLOCK_THREAD_CPUTIME_ID) && !defined(__EMSCRIPTEN__)
  std::timespec now{};
  if (::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now) == 0)
    return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
#endif
  const auto now_on_wall = std::chrono::steady_clock::now().time_since_epoch();
  return std::chrono::duration<double, std::milli>(now_on_wall).count();
}

} // namespace lectern
