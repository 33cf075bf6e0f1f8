// "In this article" in plain text: a run of lines of which each comes again further down, in the
// same order and right above the text that it heads. It says once more what the headings say; left
// in, it would pass for them, and they would be dropped as its repetition.
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/text.hpp"
#include "classify/passes.hpp"
#include "classify/text_lines.hpp"

namespace lectern {
namespace {

constexpr std::size_t kMinEntries = 3;
constexpr float kMaxEntryWords = 16;
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
      std::size_t end = begin;
      while (end < in_.size() && is_entry(end) && (end == begin || !is_copy(begin, end))) ++end;
      if (end - begin >= kMinEntries && is_list_of_headings(begin, end)) drop_list(begin, end);
      begin = std::max(end, begin + 1);
    }
  }

 private:
  bool is_entry(std::size_t i) const {
    const Shape shape = in_.block(i).shape;
    return below_[i] < in_.size() && shape != Shape::table && shape != Shape::code &&
           words_of(in_, i) <= kMaxEntryWords &&
           (!ends_as_sentence(in_, i) || in_.at(i, Feature::ends_with_question) > 0);
  }

  /// The entries from `begin` on are lines again from line `i` on.
  bool is_copy(std::size_t begin, std::size_t i) const { return below_[begin] == i; }

  bool is_list_of_headings(std::size_t begin, std::size_t end) const {
    std::size_t heads = 0, last = end - 1, first_copy = in_.size();
    for (std::size_t i = begin; i < end; ++i) {
      std::size_t copy = below_[i];
      while (copy < in_.size() && copy <= last) copy = below_[copy];
      if (copy >= in_.size()) return false;
      if (i == begin) first_copy = copy;
      last = copy;
      heads += copy + 1 < in_.size() && ends_as_sentence(in_, copy + 1);
    }
    const auto entries = static_cast<float>(end - begin);
    return static_cast<float>(heads) >= kMinHeadings * entries &&
           last - first_copy >= kMinLinesPerHeading * (end - begin - 1);
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
