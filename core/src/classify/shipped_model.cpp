#include "classify/classify.hpp"
#include "classify/packed_model.hpp"

namespace lectern {

const BlockModel& shipped_model(bool is_text) {
  static const BlockModel kHtml = BlockModel::parse(unpack(kHtmlModel));
  static const BlockModel kText = BlockModel::parse(unpack(kTextModel));
  return is_text ? kText : kHtml;
}

} // namespace lectern
