// The JSON of an article, as the extension keeps it and gives it back.
#include "fuzz/invariants.hpp"

using namespace lectern;
using namespace lectern::fuzz;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto article = parse_article(view_of(data, size));
  if (!article) return 0;
  require_none(test::faults_of_article(*article));
  const std::string json = to_json(*article);
  const auto again = parse_article(json);
  require(again.has_value(), "what was written can be read");
  require(to_json(*again) == json, "and is written as the same");
  return 0;
}
