#include "render/block_steps.hpp"

#include <algorithm>

namespace lectern {
namespace {

// Blocks by ascending id; `restored` ones are merged in.
std::vector<const ArticleBlock*> blocks_in_order(const Article& article,
                                                 const std::vector<int>& restored) {
  std::vector<int> wanted = restored;
  std::sort(wanted.begin(), wanted.end());
  std::vector<const ArticleBlock*> order;
  order.reserve(article.blocks.size() + wanted.size());
  auto removed = article.removed.begin();
  const auto take_removed_before = [&](int id) {
    for (; removed != article.removed.end() && removed->id < id; ++removed)
      if (std::binary_search(wanted.begin(), wanted.end(), removed->id)) order.push_back(&*removed);
  };
  for (const ArticleBlock& block : article.blocks) {
    if (!wanted.empty()) take_removed_before(block.id);
    order.push_back(&block);
  }
  if (!wanted.empty() && !article.removed.empty())
    take_removed_before(article.removed.back().id + 1);
  return order;
}

} // namespace

Form form_of(const ArticleBlock& block) {
  switch (block.kind) {
    case Kind::headline:
    case Kind::dek:
    case Kind::byline:
      return Form::nothing;
    case Kind::dateline:
    case Kind::paragraph:
      return Form::paragraph;
    case Kind::heading:
      return Form::heading;
    case Kind::list_item:
      return Form::list_item;
    case Kind::quote:
      return Form::quote;
    case Kind::code:
      return Form::code;
    case Kind::table:
      return Form::table;
    case Kind::figure:
      return Form::figure;
    case Kind::embed:
      return Form::embed;
    case Kind::note:
      return Form::note;
    case Kind::divider:
      return Form::divider;
    default:
      break;
  }
  if (!block.rows.empty()) return Form::table;
  if (!block.images.empty()) return Form::figure;
  if (!block.embed.url.empty()) return Form::embed;
  if (block.level > 0) return Form::heading;
  return Form::paragraph;
}

BlockSteps steps_of(const Article& article, const std::vector<int>& restored) {
  const int count = static_cast<int>(article.containers.size());
  BlockSteps result;
  result.direct_blocks.assign(static_cast<std::size_t>(count), 0);
  result.parents.assign(static_cast<std::size_t>(count), -1);
  // A parent stands before its children; anything else would be a circle or out of range.
  std::vector<int> depths(static_cast<std::size_t>(count), 1);
  for (int i = 0; i < count; ++i) {
    const auto at = static_cast<std::size_t>(i);
    const int parent = article.containers[at].parent;
    if (parent < 0 || parent >= i) continue;
    result.parents[at] = parent;
    depths[at] = depths[static_cast<std::size_t>(parent)] + 1;
  }
  const auto parent_of = [&](int c) { return result.parents[static_cast<std::size_t>(c)]; };
  const auto depth_of = [&](int c) { return c < 0 ? 0 : depths[static_cast<std::size_t>(c)]; };

  int current = -1;
  std::vector<int> to_open;
  const auto move_to = [&](int next) {
    to_open.clear();
    int target = next;
    while (depth_of(target) > depth_of(current)) {
      to_open.push_back(target);
      target = parent_of(target);
    }
    while (current != target) {
      if (depth_of(target) == depth_of(current)) {
        to_open.push_back(target);
        target = parent_of(target);
      }
      result.steps.push_back({Step::Type::close, current, nullptr});
      current = parent_of(current);
    }
    for (auto it = to_open.rbegin(); it != to_open.rend(); ++it)
      result.steps.push_back({Step::Type::open, *it, nullptr});
    current = next;
  };

  for (const ArticleBlock* block : blocks_in_order(article, restored)) {
    if (form_of(*block) == Form::nothing) continue;
    const int container = block->container >= 0 && block->container < count ? block->container : -1;
    move_to(container);
    if (container >= 0) ++result.direct_blocks[static_cast<std::size_t>(container)];
    result.steps.push_back({Step::Type::block, container, block});
  }
  move_to(-1);
  return result;
}

} // namespace lectern
