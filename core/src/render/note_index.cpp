#include "render/note_index.hpp"

namespace lectern {

bool is_note(const Article& article, const BlockSteps& steps, int container) {
  if (container < 0) return false;
  const auto at = static_cast<std::size_t>(container);
  const int parent = steps.parents[at];
  return parent >= 0 && article.containers[at].type == Container::Type::list_item &&
         article.containers[static_cast<std::size_t>(parent)].type == Container::Type::notes;
}

NoteIndex::NoteIndex(const Article& article, const BlockSteps& steps) {
  int number = 0;
  for (const Step& step : steps.steps) {
    if (step.type != Step::Type::open || !is_note(article, steps, step.container)) continue;
    ++number;
    const std::string& anchor = article.containers[static_cast<std::size_t>(step.container)].anchor;
    if (!anchor.empty()) notes_.try_emplace(anchor, Note{number, 0});
  }
  if (notes_.empty()) return;

  const auto look_at = [this](const Inlines& inlines) {
    for (const Inline& part : inlines) {
      if (part.type != Inline::Type::note_reference) continue;
      const auto found = notes_.find(std::string(note_anchor(part)));
      if (found != notes_.end()) ++found->second.references;
    }
  };
  for (const Step& step : steps.steps) {
    if (step.type != Step::Type::block) continue;
    look_at(step.block->content);
    look_at(step.block->caption);
    look_at(step.block->credit);
    for (const TableRow& row : step.block->rows)
      for (const TableCell& cell : row.cells) look_at(cell.content);
  }
}

int NoteIndex::number_of(std::string_view anchor) const {
  if (notes_.empty()) return 0;
  const auto found = notes_.find(std::string(anchor));
  return found == notes_.end() ? 0 : found->second.number;
}

int NoteIndex::references(std::string_view anchor) const {
  if (notes_.empty()) return 0;
  const auto found = notes_.find(std::string(anchor));
  return found == notes_.end() ? 0 : found->second.references;
}

} // namespace lectern
