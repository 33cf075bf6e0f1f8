#include "rules/letter_folding.hpp"

#include <algorithm>

#include "base/utf8.hpp"
#include "rules/folding_data.hpp"

namespace lectern {

char32_t fold_letter(char32_t c, char32_t& second) {
  second = 0;
  if (c >= kLatinFirst && c <= kLatinLast) {
    if (const unsigned char base = kLatinBase[c - kLatinFirst]) return base;
    switch (c) {
      case 0xDF:
        second = U's';
        return U's';
      case 0xC6:
      case 0xE6:
        second = U'e';
        return U'a';
      case 0x152:
      case 0x153:
        second = U'e';
        return U'o';
      default:
        return to_lower(c);
    }
  }
  if (c >= 0x400 && c <= 0x4FF) {
    if (c <= 0x40F)
      c += 0x50;
    else if (c <= 0x42F)
      c += 0x20;
    if (c == 0x451) return 0x435;
    if (c == 0x490 || c == 0x491) return 0x433;
    return c >= 0x460 ? to_lower(c) : c;
  }
  if (c >= kLatinAdditionalFirst && c <= kLatinAdditionalLast) {
    if (c == 0x1E9E) {
      second = U's';
      return U's';
    }
    const unsigned char base = kLatinAdditionalBase[c - kLatinAdditionalFirst];
    return base != 0 ? base : to_lower(c);
  }
  switch (c) {
    case 0x622:
    case 0x623:
    case 0x625:
    case 0x671:
      return 0x627;
    case 0x649:
    case 0x6CC:
      return 0x64A;
    case 0x6A9:
      return 0x643;
    case 0x629:
      return 0x647;
    case 0x901:
      return 0x902;
    case 0x958:
      return 0x915;
    case 0x959:
      return 0x916;
    case 0x95A:
      return 0x917;
    case 0x95B:
      return 0x91C;
    case 0x95C:
      return 0x921;
    case 0x95D:
      return 0x922;
    case 0x95E:
      return 0x92B;
    case 0x95F:
      return 0x92F;
    default:
      break;
  }
  return c < 0x590 ? to_lower(c) : c;
}

char32_t fold_han(char32_t c) {
  const char16_t* const end = kTraditional + kHanForms;
  const char16_t* const found = std::lower_bound(kTraditional, end, c);
  return found != end && *found == c ? kSimplified[found - kTraditional] : c;
}

} // namespace lectern
