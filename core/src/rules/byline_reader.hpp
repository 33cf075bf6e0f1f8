#pragma once
// What is read of one byline: the names of persons and of groups, piece by piece.

#include <string>
#include <string_view>
#include <vector>

#include "rules/name_words.hpp"

namespace lectern {

inline constexpr std::size_t kLongestName = 80; // bytes
inline constexpr std::size_t kMostWordsInName = 7;
inline constexpr int kMostCjkInName = 12;

/// Collects the names of a byline. Pieces are given in their order: what one announces ("Photos:")
/// holds for the next.
struct BylineReader {
  explicit BylineReader(const BylineLexicon& words) : lexicon(words) {}

  const BylineLexicon& lexicon;
  std::vector<std::string> names;
  std::vector<std::string> groups;   ///< agencies, newsrooms, companies
  std::vector<std::string> pictures; ///< who made the pictures
  bool others_follow = false;        ///< names after "Edited by" are not wanted
  bool has_by = false; ///< something said that names follow, or that they stood before

  /// Reads what stands between two separators: a name or several, what announces them and what
  /// goes with them.
  void read_piece(std::string_view piece);

 private:
  void read_part(std::string_view text, std::vector<NameWord> words, bool has_by_before);
  bool skip_announcements(std::string_view text, std::vector<NameWord>& words, bool& has_by_before);
  void skip_to_inner_by(std::vector<NameWord>& words);
  bool skip_role(std::string_view text, std::vector<NameWord>& words, bool has_by_before);
  bool cut_behind_name(std::string_view text, std::vector<NameWord>& words);
  bool begins_label_at(std::string_view text, const std::vector<NameWord>& words,
                       std::size_t at) const;
  bool is_group_of_something(const std::vector<NameWord>& words) const;
  bool is_role_of_several_words(const std::vector<NameWord>& words) const;
  bool follows_credential() const;
  void take_name(std::string_view text, const std::vector<NameWord>& words);
  void read_cjk(std::string_view text, int characters, bool has_by_before);
  std::string_view drop_cjk_labels(std::string_view text, bool& announced, bool& others) const;
  void add(std::string_view text);
  bool ends_byline(const NameWord& word) const;

  bool is_label_alone_ = false;  // the last piece was what announces names: "Text &"
  bool is_behind_label_ = false; // the piece before the one that is read was
  bool made_pictures_ = false;   // whose name is read
};

/// How many characters of scripts without spaces `text` holds, or -1 when it holds others too.
int count_cjk(std::string_view text);

/// True where a role begins at `words[at]`, some modifiers before it: "Senior Staff Writer".
bool is_role_at(const BylineLexicon& lexicon, const std::vector<NameWord>& words, std::size_t at);

/// True when one of the words is what only groups are called.
bool is_group(const BylineLexicon& lexicon, const std::vector<NameWord>& words);

} // namespace lectern
