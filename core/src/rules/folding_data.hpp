#pragma once
// Tables that scripts/compile_data.py writes: the ASCII base letter of an accented Latin letter, or
// 0.

namespace lectern {

constexpr char32_t kLatinFirst = 0xC0, kLatinLast = 0x24F;
constexpr char32_t kLatinAdditionalFirst = 0x1E00, kLatinAdditionalLast = 0x1EFF;

extern const unsigned char kLatinBase[kLatinLast - kLatinFirst + 1];
extern const unsigned char kLatinAdditionalBase[kLatinAdditionalLast - kLatinAdditionalFirst + 1];

} // namespace lectern
