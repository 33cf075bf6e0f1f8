#include "rules/packed_hashes.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace lectern;

TEST_CASE("packed hashes are their gaps, byte by byte", "[rules]") {
  // 3, 3, 0x01020304, 0xFFFFFFFF
  constexpr unsigned char kBytes[] = {0x03, 0x00, 0x01, 0xFB,  // the lowest bytes
                                      0x00, 0x00, 0x03, 0xFC,  //
                                      0x00, 0x00, 0x02, 0xFD,  //
                                      0x00, 0x00, 0x01, 0xFE}; // the highest ones
  CHECK(unpack_hashes({kBytes, 4}) == std::vector<std::uint32_t>{3, 3, 0x01020304, 0xFFFFFFFF});
  CHECK(unpack_hashes({kBytes, 0}).empty());
}
