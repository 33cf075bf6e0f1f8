#pragma once
#include <vector>

namespace lectern {

/// How long one stage of the pipeline took. A stage that ran again is there again.
struct StageTime {
  const char* stage = ""; // as the folders of docs/architecture.md are called
  double milliseconds = 0;
};

using Timings = std::vector<StageTime>;

} // namespace lectern
