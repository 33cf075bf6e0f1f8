#include "classify/classify.hpp"
#include "classify/packed_model.hpp"

namespace lectern {

const BlockModel& shipped_model(bool is_text) {
  if (is_text) {
    static const BlockModel kText = BlockModel::parse(unpack(kTextModel));
    return kText;
  }
  static const BlockModel kHtml = BlockModel::parse(unpack(kHtmlModel));
  return kHtml;
}

} // namespace lectern
