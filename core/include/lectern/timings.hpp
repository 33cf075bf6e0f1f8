#pragma once
#include <vector>

namespace lectern {

/// How long one stage of the pipeline took. A stage that ran again is there again.
struct StageTime {
  const char* stage = ""; // as the folders of docs/architecture.md are called
  double milliseconds = 0;
};

using Timings = std::vector<StageTime>;

/// What the processor has spent on this thread, where the system counts it: on a busy machine a
/// wall clock would mostly count the others' work. Only differences mean something.
double thread_milliseconds();

} // namespace lectern
