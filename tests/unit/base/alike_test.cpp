#include "base/alike.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace lectern;

namespace {

using Places = std::vector<std::uint32_t>;
using Keys = std::vector<std::uint64_t>;

} // namespace

TEST_CASE("keys that are alike have the place of the first") {
  CHECK(first_alike(Keys{}) == Places{});
  CHECK(first_alike(Keys{7}) == Places{0});
  CHECK(first_alike(Keys{7, 7, 7}) == Places{0, 0, 0});
  CHECK(first_alike(Keys{0, 1, 0, 2, 1, 0}) == Places{0, 1, 0, 3, 1, 0});
  CHECK(first_alike(Keys{~std::uint64_t{0}, 0, ~std::uint64_t{0}}) == Places{0, 1, 0});
}

TEST_CASE("keys that compete for a slot stay apart") {
  Keys keys;
  for (std::uint64_t i = 0; i < 3000; ++i) keys.push_back(i % 1000 << 40);
  const Places first = first_alike(keys);
  for (std::uint32_t i = 0; i < keys.size(); ++i) CHECK(first[i] == i % 1000);
}
