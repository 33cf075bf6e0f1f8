#pragma once
// Tables that scripts/compile_data.py writes: the ASCII base letter of an accented Latin letter, or
// 0; traditional Chinese characters in order and, at the same places, the simplified ones.

#include <cstddef>

namespace lectern {

constexpr char32_t kLatinFirst = 0xC0, kLatinLast = 0x24F;
constexpr char32_t kLatinAdditionalFirst = 0x1E00, kLatinAdditionalLast = 0x1EFF;

extern const unsigned char kLatinBase[kLatinLast - kLatinFirst + 1];
extern const unsigned char kLatinAdditionalBase[kLatinAdditionalLast - kLatinAdditionalFirst + 1];

extern const std::size_t kHanForms;
extern const char16_t kTraditional[], kSimplified[];

} // namespace lectern
