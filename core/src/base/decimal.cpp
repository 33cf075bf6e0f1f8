#include "base/decimal.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstdlib>

namespace lectern {
namespace {

constexpr int kMostExponent = 100'000; // beyond which all is 0 or infinite

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// A sign, which `text` is moved behind. True for a minus.
bool take_sign(std::string_view& text) {
  const bool is_negative = !text.empty() && text[0] == '-';
  if (is_negative || (!text.empty() && text[0] == '+')) text.remove_prefix(1);
  return is_negative;
}

/// What stands behind a number's digits: "e-3". 0 where there is nothing of the kind.
int read_exponent(std::string_view text) {
  if (text.empty() || (text[0] != 'e' && text[0] != 'E')) return 0;
  text.remove_prefix(1);
  const bool is_negative = take_sign(text);
  int exponent = 0;
  for (; !text.empty() && is_digit(text[0]); text.remove_prefix(1))
    exponent = std::min(exponent * 10 + (text[0] - '0'), kMostExponent);
  return is_negative ? -exponent : exponent;
}

} // namespace

double read_decimal(std::string_view text) {
  constexpr std::uint64_t kFull = 1'000'000'000'000'000'000; // more digits are left out
  const bool is_negative = take_sign(text);
  std::uint64_t digits = 0;
  int exponent = 0;
  bool is_fraction = false;
  for (; !text.empty() && (is_digit(text[0]) || (text[0] == '.' && !is_fraction));
       text.remove_prefix(1)) {
    if (text[0] == '.') {
      is_fraction = true;
    } else if (digits < kFull) {
      digits = digits * 10 + static_cast<std::uint64_t>(text[0] - '0');
      exponent -= is_fraction;
    } else {
      exponent += !is_fraction;
    }
  }
  exponent += read_exponent(text);
  // A power of ten up to the 22nd is exact, and so one product or quotient is rounded but once.
  constexpr int kExactPower = 22;
  auto value = static_cast<double>(digits);
  while (exponent != 0 && value != 0 && std::isfinite(value)) {
    const int step = std::clamp(exponent, -kExactPower, kExactPower);
    double power = 1;
    for (int i = 0; i < std::abs(step); ++i) power *= 10;
    value = step < 0 ? value / power : value * power;
    exponent -= step;
  }
  return is_negative ? -value : value;
}

} // namespace lectern
