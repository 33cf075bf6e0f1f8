#include "render/list_layout.hpp"

namespace lectern {

ListLayout lay_out_lists(const Article& article, const BlockSteps& steps) {
  const std::size_t count = article.containers.size();
  ListLayout layout;
  layout.tight.assign(count, 1);
  layout.lengths.assign(count, 0);
  std::vector<char> has_inner_list(count, 0);
  const auto type_of = [&](int c) { return article.containers[static_cast<std::size_t>(c)].type; };
  const auto parent_of = [&](int c) { return steps.parents[static_cast<std::size_t>(c)]; };
  // Of the list that `item` belongs to.
  const auto loosen = [&](int item) {
    const int list = parent_of(item);
    if (list >= 0) layout.tight[static_cast<std::size_t>(list)] = 0;
  };

  for (const Step& step : steps.steps) {
    if (step.type == Step::Type::close) continue;
    const int holder = step.type == Step::Type::block ? step.container : parent_of(step.container);
    if (holder < 0) continue;
    const auto at = static_cast<std::size_t>(holder);
    if (is_list(type_of(holder))) {
      ++layout.lengths[at];
      const bool is_item = step.type == Step::Type::open
                               ? type_of(step.container) == Container::Type::list_item
                               : is_plain(form_of(*step.block));
      if (!is_item) layout.tight[at] = 0;
      continue;
    }
    if (type_of(holder) != Container::Type::list_item) continue;
    if (step.type == Step::Type::block) {
      const bool is_only_text = steps.direct_blocks[at] == 1 && is_plain(form_of(*step.block));
      if (!is_only_text || has_inner_list[at]) loosen(holder);
    } else {
      has_inner_list[at] = 1;
      const Container& inner = article.containers[static_cast<std::size_t>(step.container)];
      // In Markdown a numbered list may follow a line of text directly only when it begins with 1.
      const bool may_follow = is_list(inner.type) && inner.start == 1 && !inner.reversed;
      if (!may_follow) loosen(holder);
    }
  }
  return layout;
}

} // namespace lectern
