#pragma once
// Which class names say nothing on a page, since the article's own paragraphs stand in boxes that
// bear them: page builders call every box a "widget", and templates the column of the text "with
// right rail".

#include <array>

#include "classify/passes.hpp"
#include "rules/class_names.hpp"

namespace lectern {

class NamesOfText {
 public:
  NamesOfText(const PassInput& in, const Verdicts& verdicts);

  /// Whether most of the article's paragraphs stand as near to a box of that name as what is
  /// judged by it.
  bool bear(Hint hint) const { return borne_[static_cast<std::size_t>(hint)]; }

 private:
  std::array<bool, kHintCount> borne_{};
};

} // namespace lectern
