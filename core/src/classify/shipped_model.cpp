#include "classify/shipped_model.hpp"

#include "classify/classify.hpp"

namespace lectern {
namespace {

BlockModel parse_bytes(const unsigned char* bytes, std::size_t size) {
  return BlockModel::parse({reinterpret_cast<const char*>(bytes), size});
}

} // namespace

const BlockModel& shipped_model(bool is_text) {
  static const BlockModel kHtml = parse_bytes(kHtmlModel, kHtmlModelSize);
  static const BlockModel kText = parse_bytes(kTextModel, kTextModelSize);
  return is_text ? kText : kHtml;
}

} // namespace lectern
