#pragma once
// What announces names in a byline, and whose names they are: "By" those of who wrote, "Photos:"
// those of others.

#include <cstddef>
#include <string_view>
#include <vector>

#include "rules/name_words.hpp"

namespace lectern {

/// Reads the labels of a byline. Pieces are given in their order: what one announces holds for the
/// next.
class BylineLabels {
 public:
  explicit BylineLabels(const BylineLexicon& lexicon) : lexicon_(lexicon) {}

  /// Whether something said that names follow, or that they stood before.
  bool has_by() const { return has_by_; }

  /// Whether the names that follow are those of others, which are not wanted.
  bool others_follow() const { return others_follow_; }

  /// `text` without the labels at its ends in scripts without spaces, where they touch the names.
  /// Empty when it is a label alone, or when others' names follow. `has_by_before` becomes true
  /// when there was one that announces who wrote.
  std::string_view skip_unspaced(std::string_view text, bool& has_by_before);

  /// Skips the labels that `words`, those of a part of `text`, begin with. False when others' names
  /// follow, or none. `has_by_before` becomes true when there was one that announces who wrote.
  bool skip(std::string_view text, std::vector<NameWord>& words, bool& has_by_before);

  /// Skips to the names behind a "by" further in, where the first words are none.
  void skip_to_inner_by(std::vector<NameWord>& words);

  /// Whether another label begins at `words[at]`, behind a name. The names behind it are others'.
  bool meets_others_at(std::string_view text, const std::vector<NameWord>& words, std::size_t at);

 private:
  bool begins_at(std::string_view text, const std::vector<NameWord>& words, std::size_t at) const;

  const BylineLexicon& lexicon_;
  bool has_by_ = false;
  bool others_follow_ = false;   // names after "Edited by" are not wanted
  bool is_label_alone_ = false;  // the last piece was what announces names: "Text &"
  bool is_behind_label_ = false; // the piece before the one that is read was
};

/// Whether a byline ends at that word: "for", "in", "Updated".
bool ends_byline(const BylineLexicon& lexicon, const NameWord& word);

/// Whether a colon stands right behind a word of `text`, as behind labels that nobody knows.
bool has_colon_behind(std::string_view text, const NameWord& word);

} // namespace lectern
