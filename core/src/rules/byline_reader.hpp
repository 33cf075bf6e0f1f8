#pragma once
// What is read of one byline: the names of persons and of groups, piece by piece.

#include <string>
#include <string_view>
#include <vector>

#include "rules/byline_labels.hpp"
#include "rules/name_words.hpp"

namespace lectern {

inline constexpr std::size_t kLongestName = 80; // bytes
inline constexpr std::size_t kMostWordsInName = 7;
inline constexpr int kMostCjkInName = 12;

/// Collects the names of a byline. Pieces are given in their order: what one announces ("Photos:")
/// holds for the next.
struct BylineReader {
  explicit BylineReader(const BylineLexicon& words) : lexicon(words), labels_(words) {}

  const BylineLexicon& lexicon;
  std::vector<std::string> names;
  std::vector<std::string> groups;   ///< agencies, newsrooms, companies
  std::vector<std::string> pictures; ///< who made the pictures

  /// Whether something said that names follow, or that they stood before.
  bool has_by() const { return labels_.has_by(); }

  /// Reads what stands between two separators: a name or several, what announces them and what
  /// goes with them.
  void read_piece(std::string_view piece);

 private:
  void read_part(std::string_view text, std::vector<NameWord> words, bool has_by_before);
  bool skip_role(std::string_view text, std::vector<NameWord>& words, bool has_by_before);
  bool cut_behind_name(std::string_view text, std::vector<NameWord>& words);
  bool follows_credential() const;
  void take_name(std::string_view text, const std::vector<NameWord>& words);
  void read_cjk(std::string_view text, int characters, bool has_by_before);
  void add(std::string_view text);

  BylineLabels labels_;
  bool made_pictures_ = false; // whose name is read
};

/// How many characters of scripts without spaces `text` holds, or -1 when it holds others too.
int count_cjk(std::string_view text);

} // namespace lectern
