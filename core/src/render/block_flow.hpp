#pragma once
// Blocks one below the other as lines, with a blank line between them but inside tight lists.

#include <string_view>

#include "render/line_writer.hpp"
#include "render/list_layout.hpp"

namespace lectern {

class BlockFlow {
 public:
  BlockFlow(const Article& article, const BlockSteps& steps)
      : article_(article), steps_(steps), lists_(lay_out_lists(article, steps)) {}

  LineWriter& lines() { return lines_; }
  const ListLayout& lists() const { return lists_; }

  /// The container of what is written next, or -1.
  void enter(int container) { holder_ = container; }
  /// After a container's last block.
  void leave(int container) { join_ = parent_of(container); }

  /// One block's lines.
  void write(std::string_view text) {
    if (!lines_.empty() && !is_tight()) lines_.write_blank();
    lines_.write(text);
    join_ = holder_;
  }

 private:
  int parent_of(int i) const { return steps_.parents[static_cast<std::size_t>(i)]; }
  Container::Type type_of(int i) const {
    return article_.containers[static_cast<std::size_t>(i)].type;
  }

  bool is_tight() const {
    if (join_ < 0) return false;
    const int list = type_of(join_) == Container::Type::list_item ? parent_of(join_) : join_;
    return list >= 0 && is_list(type_of(list)) && lists_.tight[static_cast<std::size_t>(list)] != 0;
  }

  const Article& article_;
  const BlockSteps& steps_;
  const ListLayout lists_;
  LineWriter lines_;
  int holder_ = -1;
  int join_ = -1; // the innermost container that holds what came before and what comes next
};

} // namespace lectern
