#include "classify/classify.hpp"
#include "classify/packed_model.hpp"
#include "lectern/text_model.hpp"

namespace lectern {
namespace {

BlockModel& text_model() {
  static BlockModel kText = BlockModel::parse(unpack(kTextModel));
  return kText;
}

} // namespace

const BlockModel& shipped_model(bool is_text) {
  if (is_text) return text_model();
  static const BlockModel kHtml = BlockModel::parse(unpack(kHtmlModel));
  return kHtml;
}

bool add_text_model(std::string_view file) {
  BlockModel model =
      BlockModel::parse(unpack({reinterpret_cast<const unsigned char*>(file.data()), file.size()}));
  if (!model.is_valid()) return false;
  if (!text_model().is_valid()) text_model() = std::move(model);
  return true;
}

} // namespace lectern
