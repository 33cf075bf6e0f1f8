#pragma once
// The article as its writers walk it: the blocks in reading order, restored ones in their places,
// and the opening and closing of the containers between them. Found by comparing the containers of
// consecutive blocks, so no depth of nesting costs a stack.

#include <vector>

#include "lectern/article.hpp"

namespace lectern {

/// How a block looks. Kept blocks look as their kind says; of a removed block, which says only why
/// it was removed, the content tells.
enum class Form : unsigned char {
  nothing, // headline, dek and byline: shown from the metadata
  paragraph,
  heading,
  list_item,
  quote,
  code,
  table,
  figure,
  embed,
  note,
  divider,
};

Form form_of(const ArticleBlock& block);

/// True for the forms that are a run of text and nothing else, so that `li`, `dt` or `summary` can
/// hold them without a `p`.
constexpr bool is_plain(Form form) { return form == Form::paragraph || form == Form::list_item; }

struct Step {
  enum class Type : unsigned char { open, block, close };
  Type type = Type::block;
  int container = -1;                  // the one opened or closed; of a block: its innermost, or -1
  const ArticleBlock* block = nullptr; // of a block
};

struct BlockSteps {
  std::vector<Step> steps;
  std::vector<int> parents;       // per container; -1 where the Article names one that cannot be
  std::vector<int> direct_blocks; // per container: blocks that stand in it and in none inside it
};

/// `restored` names removed blocks by id. The steps point into `article`.
BlockSteps steps_of(const Article& article, const std::vector<int>& restored);

/// Calls `open` and `close` with each container and `write` with each step that is a block.
template <typename Open, typename Close, typename Write>
void follow(const BlockSteps& steps, const Open& open, const Close& close, const Write& write) {
  for (const Step& step : steps.steps) {
    switch (step.type) {
      case Step::Type::open:
        open(step.container);
        break;
      case Step::Type::close:
        close(step.container);
        break;
      case Step::Type::block:
        write(step);
        break;
    }
  }
}

} // namespace lectern
