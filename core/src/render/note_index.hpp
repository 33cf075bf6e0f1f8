#pragma once
// Footnotes of an article: which notes there are, in order, and which of them the text refers to. A
// note is an item of a `notes` container; references name it by its anchor.

#include <string>
#include <string_view>
#include <unordered_map>

#include "lectern/article.hpp"
#include "render/block_steps.hpp"

namespace lectern {

class NoteIndex {
 public:
  NoteIndex() = default;
  NoteIndex(const Article& article, const BlockSteps& steps);

  /// 1 for the first note; 0 when no note has that anchor.
  int number_of(std::string_view anchor) const;
  /// How often the text refers to it.
  int references(std::string_view anchor) const;
  bool is_referenced(std::string_view anchor) const { return references(anchor) > 0; }
  bool empty() const { return notes_.empty(); }

 private:
  struct Note {
    int number = 0;
    int references = 0;
  };
  std::unordered_map<std::string, Note> notes_;
};

/// The anchor that a note_reference names; written with or without '#'.
inline std::string_view note_anchor(const Inline& reference) {
  const std::string_view url = reference.url;
  return !url.empty() && url[0] == '#' ? url.substr(1) : url;
}

/// True for the item of a `notes` container.
bool is_note(const Article& article, const BlockSteps& steps, int container);

} // namespace lectern
