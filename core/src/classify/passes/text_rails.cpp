// A rail of teasers: a headline that was told to be foreign, a sentence or two that tell what its
// story is about, the next headline, and so on. The sentences read like the article; what they
// stand under says that they are not. So does a beginning that breaks off under a headline, where
// another one does near it.
#include <string_view>
#include <vector>

#include "classify/passes.hpp"
#include "classify/text_lines.hpp"

namespace lectern {
namespace {

constexpr float kMaxHeadlineLikelihood = 0.45F, kMinHeadlineWords = 3;
constexpr float kMaxTeaserWords = 45, kMaxTeaserSentences = 3, kSureText = 0.97F;
constexpr std::size_t kMinTeasers = 2;
constexpr std::size_t kMaxLinesAboveFirst = 3; // of the first teaser: a label, how long it is
constexpr float kMinBrokenWords = 6, kMinWordsAbove = 2;
constexpr std::size_t kNearLines = 5; // from one beginning that breaks off to the next

class Rails {
 public:
  Rails(const PassInput& in, Verdicts& verdicts) : in_(in), verdicts_(verdicts) {
    for (std::size_t i = 0; i < in.size(); ++i)
      if (in.at(i, Feature::tokens) > 0) lines_.push_back(i);
  }

  void drop() {
    for (std::size_t at = 0; at < lines_.size();) {
      std::size_t end = at;
      while (is_pair(end)) end += 2;
      if ((end - at) / 2 >= kMinTeasers) {
        if (at > 0 && is_first_teaser(at - 1)) drop_teaser(at - 1);
        for (std::size_t teaser = at + 1; teaser < end; teaser += 2) drop_teaser(teaser);
      }
      at = end > at ? end : at + 1;
    }
  }

  void drop_broken_off() {
    std::size_t last = 0; // the one above, and none at the first line
    for (std::size_t at = 1; at < lines_.size(); ++at) {
      if (!is_broken_off(at)) continue;
      if (last > 0 && at - last <= kNearLines)
        for (const std::size_t broken : {last, at})
          for (const std::size_t line : {broken - 1, broken})
            if (is_shown(line)) drop_teaser(line);
      last = at;
    }
  }

 private:
  std::size_t block(std::size_t at) const { return lines_[at]; }
  bool is_shown(std::size_t at) const {
    return at < lines_.size() && is_body(verdicts_[block(at)].kind);
  }

  void drop_teaser(std::size_t at) {
    Verdict& verdict = verdicts_[block(at)];
    drop_block(verdict, "same_box");
    verdict.kind = Kind::promo;
  }

  bool is_headline(std::size_t at) const {
    const std::size_t i = block(at);
    return !is_kept(verdicts_[i].kind) && verdicts_[i].keep < kMaxHeadlineLikelihood &&
           !ends_as_sentence(in_, i) && words_of(in_, i) >= kMinHeadlineWords &&
           !in_.hits(i, Lexicon::promo); // "Related: ..." says itself what it leads to
  }

  bool is_teaser(std::size_t at) const {
    const std::size_t i = block(at);
    return is_shown(at) && !is_shown(at + 1) && verdicts_[i].keep < kSureText &&
           ends_as_sentence(in_, i) && words_of(in_, i) <= kMaxTeaserWords &&
           in_.at(i, Feature::sentences) <= kMaxTeaserSentences;
  }

  bool is_broken_off(std::size_t at) const {
    const std::size_t i = block(at), above = block(at - 1);
    std::string_view text = in_.text(i);
    if (text.ends_with(']')) text.remove_suffix(1); // "[...]"
    return (text.ends_with("...") || text.ends_with("\xE2\x80\xA6")) &&
           words_of(in_, i) >= kMinBrokenWords && !ends_as_sentence(in_, above) &&
           words_of(in_, above) >= kMinWordsAbove;
  }

  /// The headline at `at`, alone between shown lines, and the teaser below it.
  bool is_pair(std::size_t at) const {
    return at + 1 < lines_.size() && at > 0 && is_shown(at - 1) && is_headline(at) &&
           is_teaser(at + 1);
  }

  /// More may stand above the headline of the first.
  bool is_first_teaser(std::size_t at) const {
    if (!is_teaser(at) || at == 0 || !is_headline(at - 1)) return false;
    std::size_t lines = 0;
    while (lines < at && !is_shown(at - lines - 1)) ++lines;
    return lines <= kMaxLinesAboveFirst;
  }

  const PassInput& in_;
  Verdicts& verdicts_;
  std::vector<std::size_t> lines_; // those with words
};

} // namespace

void drop_text_rails(const PassInput& in, Verdicts& verdicts) {
  Rails rails(in, verdicts);
  rails.drop();
  rails.drop_broken_off();
}

} // namespace lectern
