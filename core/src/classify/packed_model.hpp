#pragma once
// The models that scripts/train made, as scripts/compile_data.py compiled them in: packed.

#include <cstddef>
#include <string>

namespace lectern {

struct PackedModel {
  const unsigned char* bytes;
  std::size_t size;
};

extern const PackedModel kHtmlModel;
extern const PackedModel kTextModel;
extern const PackedModel kReadableModel; // of pages: readable.cpp

/// The model's file as it is in core/data/models, which BlockModel reads; empty when it is damaged.
std::string unpack(const PackedModel& model);

} // namespace lectern
