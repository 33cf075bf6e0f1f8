#include "base/decimal.hpp"

#include <catch2/catch_test_macros.hpp>
#include <cstdlib>
#include <string>

using namespace lectern;

TEST_CASE("a decimal is the number that the C library reads", "[base]") {
  for (const std::string text : {"0",      "2",
                                 "1.5",    "1.25x",
                                 "-3.75",  "+4",
                                 ".5",     "5.",
                                 "1e3",    "1E-2",
                                 "2e",     "2e+",
                                 "1.2.3",  "",
                                 "x",      "-",
                                 ".",      "0.1",
                                 "0.0001", "123456789012345",
                                 "1e22",   "99999999999999999999",
                                 "1e400",  "-1e400",
                                 "1e-400", "0e999999999"}) {
    CAPTURE(text);
    CHECK(read_decimal(text) == std::strtod(text.c_str(), nullptr));
  }
}
