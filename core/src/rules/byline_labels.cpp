// Labels are phrases of core/data/bylines, at the beginning of a piece or further in; in scripts
// without spaces also behind the names.
#include "rules/byline_labels.hpp"

#include <algorithm>
#include <utility>

#include "base/text.hpp"
#include "base/utf8.hpp"

namespace lectern {
namespace {

using Kind = BylineWordKind;

bool is_label_mark(char32_t c) {
  constexpr char32_t kWideColon = 0xFF1A, kWideSlash = 0xFF0F, kMiddleDot = 0x30FB;
  return c == ':' || c == kWideColon || c == '/' || c == kWideSlash || c == kMiddleDot;
}

// "Pictures: NAME".
bool begins_with_other(std::string_view text, const BylineLexicon& lexicon) {
  const std::string_view label = lexicon.prefix(text, Kind::other);
  if (label.empty() || label.size() == text.size()) return !label.empty();
  std::size_t at = label.size();
  const char32_t next = next_code_point(text, at);
  return is_label_mark(next) || is_space(next);
}

} // namespace

std::string_view BylineLabels::skip_unspaced(std::string_view text, bool& has_by_before) {
  constexpr int kMostLabels = 3;
  const auto skip_marks = [&text] {
    while (!text.empty()) {
      std::size_t at = 0;
      const char32_t c = next_code_point(text, at);
      if (!is_space(c) && c != ':' && c != 0xFF1A && c != '/' && c != 0x30FB && c != 0x3010 &&
          c != 0x3011 && c != '[' && c != ']' && c != 0x4E28 && c != 0x4E3A) {
        return;
      }
      text.remove_prefix(at);
    }
  };
  for (int i = 0; i < kMostLabels; ++i) {
    skip_marks();
    std::string_view label = lexicon_.prefix(text, Kind::by);
    // A label that is the whole piece announces the next one.
    if (!label.empty() && label.size() == text.size()) {
      has_by_ = has_by_before = true;
      return {};
    }
    if (label.empty() || label.size() == text.size()) break;
    std::string_view rest = text.substr(label.size());
    std::size_t at = 0;
    const char32_t next = next_code_point(rest, at);
    // One character may begin a name; only with a mark behind it is it a label.
    if (label.size() <= 3 && !is_label_mark(next) && !is_space(next)) break;
    text = rest;
    has_by_ = has_by_before = true;
    others_follow_ = false;
  }
  if (begins_with_other(text, lexicon_)) {
    others_follow_ = true;
    return {};
  }
  skip_marks();
  while (true) {
    const std::string_view end = lexicon_.suffix(text, Kind::after);
    if (end.empty() || end.size() == text.size()) break;
    text = trim(text.substr(0, text.size() - end.size()));
    has_by_ = has_by_before = true;
  }
  return text;
}

bool BylineLabels::skip(std::string_view text, std::vector<NameWord>& words, bool& has_by_before) {
  is_behind_label_ = std::exchange(is_label_alone_, false);
  std::size_t first = 0;
  while (first < words.size()) {
    const std::size_t other = lexicon_.phrase_length(words, first, Kind::other);
    std::size_t by = lexicon_.phrase_length(words, first, Kind::by);
    const std::size_t label = lexicon_.phrase_length(words, first, Kind::label);
    if (label > by && text.substr(words[first + label - 1].end).starts_with(':')) by = label;
    // "Text & Photos: Ann Lee" names who wrote as well.
    if (other > by && is_behind_label_) by = other;
    if (other > by && other > 0) {
      if (first + other < words.size() || text.find(':') != std::string_view::npos)
        others_follow_ = true;
      // "Editor" alone behind a name is a role.
      if (lexicon_.phrase_length(words, first, Kind::role) == other) others_follow_ = false;
      if (others_follow_) return false;
      break;
    }
    if (by == 0) break;
    if (first + by >= words.size() && first > 0) break;
    first += by;
    has_by_ = has_by_before = true;
    others_follow_ = false;
  }
  is_label_alone_ = first > 0 && first == words.size();
  if (others_follow_ || is_label_alone_) return false;
  words.erase(words.begin(), words.begin() + static_cast<std::ptrdiff_t>(first));
  return true;
}

// "Updated 3 May by Ann Lee": the names stand behind a "by" further in.
void BylineLabels::skip_to_inner_by(std::vector<NameWord>& words) {
  for (std::size_t i = 1; i + 1 < words.size(); ++i) {
    // An account needs no capital letter, but has its place to itself.
    const bool is_alone = (i + 2 == words.size() || ends_byline(lexicon_, words[i + 2])) &&
                          !lexicon_.is(words[i], Kind::role);
    if (words[i].is_capitalised || !(words[i + 1].is_capitalised || is_alone)) continue;
    const std::size_t by = lexicon_.phrase_length(words, i, Kind::by);
    if (by == 0 || lexicon_.phrase_length(words, 0, Kind::other) > 0) continue;
    const bool stops =
        lexicon_.is(words[0], Kind::stop) || words[0].has_digit || words[i - 1].has_digit;
    if (!stops) continue;
    words.erase(words.begin(), words.begin() + static_cast<std::ptrdiff_t>(i + by));
    has_by_ = true;
    return;
  }
}

bool BylineLabels::meets_others_at(std::string_view text, const std::vector<NameWord>& words,
                                   std::size_t at) {
  if (!begins_at(text, words, at)) return false;
  others_follow_ = true;
  return true;
}

// "Ann Lee Photos: Bo Ek", "Text by Ann Lee Illustrations by Bo Ek": another label.
bool BylineLabels::begins_at(std::string_view text, const std::vector<NameWord>& words,
                             std::size_t at) const {
  constexpr std::size_t kMostWordsOfLabel = 2; // of one that is not known
  constexpr std::size_t kWordsOfFullName = 2;
  const std::size_t other = lexicon_.phrase_length(words, at, Kind::other);
  if (other > 1) return true;
  for (std::size_t i = at; i < words.size() && i < at + kMostWordsOfLabel; ++i) {
    if (!has_colon_behind(text, words[i])) continue;
    return at >= kWordsOfFullName || other == i + 1 - at;
  }
  return false;
}

// Short words that end a byline ("for", "in") are parts of names when they are capitalised: "Le",
// "La".
bool ends_byline(const BylineLexicon& lexicon, const NameWord& word) {
  constexpr std::size_t kShort = 3;
  return lexicon.is(word, Kind::stop) && !(word.is_capitalised && word.lower.size() <= kShort);
}

bool has_colon_behind(std::string_view text, const NameWord& word) {
  constexpr std::string_view kWideColon = "\xEF\xBC\x9A";
  const std::string_view rest = trim(text.substr(std::min(word.end, text.size())));
  return rest.starts_with(':') || rest.starts_with(kWideColon);
}

} // namespace lectern
