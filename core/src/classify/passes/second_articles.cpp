// Pages that scroll on without end carry the next article below this one, marked up alike. The
// element that holds the headline and the body then has a later sibling of the same make with a
// headline of its own: what stands in it is another article, however long.
#include <algorithm>

#include "base/text.hpp"
#include "classify/passes.hpp"
#include "classify/thresholds.hpp"
#include "rules/names.hpp"

namespace lectern {
namespace {

constexpr int kMaxLevelsUp = 12;
constexpr float kMinProseTokens = 15; // longer than a kicker

/// Same element and same class; below a first-level headline one class name in common is enough,
/// since pages mark the next article with a name of its own ("story story--next").
bool is_made_alike(const Dom& dom, NodeId a, NodeId b, bool is_main_heading) {
  if (dom.tag(a) != dom.tag(b)) return false;
  const std::string_view ours = dom.attribute(a, "class"), theirs = dom.attribute(b, "class");
  if (ours == theirs) return true;
  if (!is_main_heading || dom.tag(a) != Tag::article) return false;
  for (const std::string_view name : split(ours, ' '))
    for (const std::string_view other : split(theirs, ' '))
      if (!name.empty() && name == other) return true;
  return false;
}

class SecondArticles {
 public:
  SecondArticles(const PassInput& in, Classification& result)
      : in_(in), verdicts_(result.verdicts), headline_(static_cast<std::size_t>(result.headline)) {}

  void mark() {
    NodeId own = in_.block(headline_).node;
    for (int level = 0; level < kMaxLevelsUp && own != kNoNode;
         ++level, own = in_.dom.parent(own)) {
      if (kept_tokens_below(own) < kMinArticleTokens) continue;
      for (NodeId other = in_.dom.next_sibling(own); other != kNoNode;
           other = in_.dom.next_sibling(other)) {
        if (in_.dom.is_text(other) ||
            !is_made_alike(in_.dom, own, other, in_.block(headline_).heading_level == 1))
          continue;
        if (const int title = title_below(other); title >= 0) mark_below(other, title);
      }
    }
  }

 private:
  float kept_tokens_below(NodeId element) const {
    float tokens = 0;
    for (std::size_t i = first_block_from(in_, element);
         i < in_.size() && in_.block(i).first < in_.dom.end(element); ++i)
      if (is_body(verdicts_[i].kind)) tokens += in_.at(i, Feature::tokens);
    return tokens;
  }

  /// The heading that stands for the other article as the headline does for this one, or -1. In an
  /// <article> of its own it may be of another level where the author signs it.
  int title_below(NodeId element) const {
    const Block& headline = in_.block(headline_);
    for (std::size_t i = first_block_from(in_, element);
         i < in_.size() && in_.block(i).first < in_.dom.end(element); ++i) {
      const Block& block = in_.block(i);
      const bool is_signed =
          in_.dom.tag(element) == Tag::article && i + 1 < in_.size() && is_byline(i + 1);
      if (block.shape == Shape::heading && in_.text(i) != in_.text(headline_) &&
          (block.heading_level == headline.heading_level || is_signed))
        return static_cast<int>(i);
      // Prose first: a part of this article, with a heading further down.
      if (is_body(verdicts_[i].kind) && block.shape == Shape::paragraph &&
          in_.at(i, Feature::tokens) >= kMinProseTokens)
        return -1;
    }
    return -1;
  }

  bool is_byline(std::size_t i) const {
    const std::string_view language = in_.page_data.metadata.language;
    return in_.block(i).shape == Shape::paragraph && looks_like_byline(in_.text(i), language) &&
           !names_in_byline(in_.text(i), language).empty();
  }

  void mark_below(NodeId element, int title) {
    bool header_ends = false; // of the other article
    for (std::size_t i = first_block_from(in_, element);
         i < in_.size() && in_.block(i).first < in_.dom.end(element); ++i) {
      Verdict& verdict = verdicts_[i];
      verdict.is_headline = static_cast<int>(i) == title;
      header_ends |= is_body(verdict.kind) && in_.at(i, Feature::tokens) >= kMinProseTokens;
      verdict.is_byline = !header_ends && static_cast<int>(i) > title && is_byline(i);
      if (!is_kept(verdict.kind) && !verdict.is_headline && !verdict.is_byline) continue;
      verdict.kind = Kind::other_article;
      verdict.reason = "second_article";
      verdict.confidence = 0.9F;
      verdict.uncertain = false;
    }
  }

  const PassInput& in_;
  Verdicts& verdicts_;
  std::size_t headline_;
};

} // namespace

void mark_following_articles(const PassInput& in, Classification& result) {
  if (in.is_text() || result.headline < 0 ||
      in.block(static_cast<std::size_t>(result.headline)).shape != Shape::heading)
    return;
  SecondArticles(in, result).mark();
}

void drop_hidden_withheld_text(const PassInput& in, Verdicts& verdicts) {
  if (in.is_text() || in.page_data.metadata.is_free) return;
  for (std::size_t i = 0; i < in.size(); ++i) {
    if (!is_kept(verdicts[i].kind) || !in.block(i).is_hidden) continue;
    verdicts[i].kind = Kind::furniture;
    verdicts[i].reason = "withheld";
    verdicts[i].uncertain = false;
  }
}

} // namespace lectern
