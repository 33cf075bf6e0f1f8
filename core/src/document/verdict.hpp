#pragma once
#include <vector>

#include "lectern/article.hpp"

namespace lectern {

/// What a block is to a reader, how sure that is, and the pass or feature that decided.
struct Verdict {
  Kind kind = Kind::furniture;
  float confidence = 0;
  const char* reason = ""; // a key of describe_reason(); static storage
  bool uncertain = false;
};

using Verdicts = std::vector<Verdict>;

} // namespace lectern
