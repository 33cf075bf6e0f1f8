#pragma once
// The models that scripts/train made and scripts/compile_data.py compiled in.

#include <cstddef>

namespace lectern {

extern const unsigned char kHtmlModel[];
extern const std::size_t kHtmlModelSize;
extern const unsigned char kTextModel[];
extern const std::size_t kTextModelSize;
extern const unsigned char kReadableModel[]; // of pages: readable.cpp
extern const std::size_t kReadableModelSize;

} // namespace lectern
