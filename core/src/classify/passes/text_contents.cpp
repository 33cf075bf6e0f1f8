// "In this article" in plain text: a run of lines of which each comes again further down, in the
// same order and right above the text that it heads. It says once more what the headings say; left
// in, it would pass for them, and they would be dropped as its repetition.
#include <algorithm>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/text.hpp"
#include "classify/passes.hpp"
#include "classify/text_lines.hpp"

namespace lectern {
namespace {

constexpr std::size_t kMinEntries = 3, kMaxLines = 200; // of a list
constexpr float kMaxEntryWords = 16;
constexpr float kMinRepeated = 0.66F;          // of the lines of a list
constexpr float kMinHeadings = 0.5F;           // of the entries whose copy heads a text
constexpr std::size_t kMinLinesPerHeading = 2; // from one copy to the next, on average
constexpr float kMaxLabelTokens = 4;           // "Table of contents", "Jump to:"

/// The line without the number of its entry: "1.", "2.3".
std::string_view title_of(std::string_view text) {
  const auto is_number = [](char c) { return (c >= '0' && c <= '9') || c == '.' || c == ' '; };
  std::string_view title = text;
  while (!title.empty() && is_number(title.front())) title.remove_prefix(1);
  return title.empty() ? text : title;
}

class ContentsLists {
 public:
  ContentsLists(const PassInput& in, Verdicts& verdicts) : in_(in), verdicts_(verdicts) {
    below_.resize(in.size(), in.size());
    std::unordered_map<std::string_view, std::size_t> next;
    for (std::size_t i = in.size(); i-- > 0;) {
      if (in.at(i, Feature::tokens) <= 0) continue;
      const auto [seen, is_new] = next.emplace(title_of(in.text(i)), i);
      if (is_new) continue;
      below_[i] = seen->second;
      seen->second = i;
    }
  }

  void drop() {
    for (std::size_t begin = 0; begin < in_.size();) {
      const std::size_t next = is_entry(begin) ? drop_list_from(begin) : begin;
      begin = std::max(next, begin + 1);
    }
  }

 private:
  /// The list that begins with this entry, if it is one, and where the lines go on. An entry may
  /// have other words than its heading.
  std::size_t drop_list_from(std::size_t begin) {
    std::size_t end = begin, entries = 0; // below the last line that comes again
    const std::size_t most = begin + kMaxLines;
    for (std::size_t i = begin; i < most && is_line(i) && (i == begin || below_[begin] != i); ++i) {
      if (!is_entry(i)) continue;
      end = i + 1;
      ++entries;
    }
    const auto lines = static_cast<float>(end - begin);
    if (entries < kMinEntries || static_cast<float>(entries) < kMinRepeated * lines ||
        !is_list_of_headings(begin, end))
      return begin;
    drop_list(begin, end);
    return end;
  }

  bool is_line(std::size_t i) const {
    if (i >= in_.size()) return false;
    const Shape shape = in_.block(i).shape;
    return shape != Shape::table && shape != Shape::code && words_of(in_, i) <= kMaxEntryWords &&
           (!ends_as_sentence(in_, i) || in_.at(i, Feature::ends_with_question) > 0);
  }

  bool is_entry(std::size_t i) const { return is_line(i) && below_[i] < in_.size(); }

  bool is_list_of_headings(std::size_t begin, std::size_t end) const {
    std::size_t entries = 0, heads = 0, last = end - 1, first_copy = in_.size();
    for (std::size_t i = begin; i < end; ++i) {
      if (!is_entry(i)) continue;
      ++entries;
      std::size_t copy = below_[i];
      while (copy < in_.size() && copy <= last) copy = below_[copy];
      if (copy >= in_.size()) return false;
      if (i == begin) first_copy = copy;
      last = copy;
      heads += copy + 1 < in_.size() && ends_as_sentence(in_, copy + 1);
    }
    return static_cast<float>(heads) >= kMinHeadings * static_cast<float>(entries) &&
           last - first_copy >= kMinLinesPerHeading * (entries - 1);
  }

  bool is_label(std::size_t i) const {
    return !ends_as_sentence(in_, i) && in_.at(i, Feature::tokens) <= kMaxLabelTokens;
  }

  void drop_list(std::size_t begin, std::size_t end) {
    if (begin > 0 && is_label(begin - 1)) --begin;
    for (std::size_t i = begin; i < end; ++i) {
      drop_block(verdicts_[i], "contents_list");
      verdicts_[i].kind = Kind::navigation;
    }
  }

  const PassInput& in_;
  Verdicts& verdicts_;
  std::vector<std::size_t> below_; // the next line of the same words, or none
};

} // namespace

void drop_text_contents(const PassInput& in, Verdicts& verdicts) {
  ContentsLists(in, verdicts).drop();
}

} // namespace lectern
