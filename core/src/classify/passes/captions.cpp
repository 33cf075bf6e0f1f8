// Captions and credits belong to the picture beside them, wherever the markup put them.
#include <algorithm>
#include <vector>

#include "classify/passes.hpp"
#include "rules/class_names.hpp"

namespace lectern {
namespace {

constexpr float kMaxCaptionTokens = 90;
constexpr float kNearHint = 3; // levels up to the element whose class says "caption"

int nearest_figure(const Verdicts& verdicts, std::size_t i) {
  for (int step = 1; step <= 2; ++step) {
    const int j = static_cast<int>(i) - step;
    if (j < 0) break;
    const auto at = static_cast<std::size_t>(j);
    if (verdicts[at].kind == Kind::figure || verdicts[at].kind == Kind::embed) return j;
    if (verdicts[at].figure >= 0) return verdicts[at].figure;
    if (is_body(verdicts[at].kind)) break;
  }
  return -1;
}

NodeId figure_around(const Dom& dom, NodeId node) {
  while (node != kNoNode && dom.tag(node) != Tag::figure) node = dom.parent(node);
  return node;
}

/// The table or code that stands in the caption's own figure element, before or below it; -1 for
/// none.
int listing_in_figure(const PassInput& in, const Verdicts& verdicts, std::size_t i) {
  const NodeId figure = in.is_text() ? kNoNode : figure_around(in.dom, in.block(i).node);
  if (figure == kNoNode) return -1;
  for (const int step : {-1, 1}) {
    const int at = static_cast<int>(i) + step;
    if (at < 0 || at >= static_cast<int>(in.size())) continue;
    const auto j = static_cast<std::size_t>(at);
    if (verdicts[j].kind == Kind::table && in.dom.contains(figure, in.block(j).first)) return at;
  }
  return -1;
}

/// The caption speaks of several pictures: its figure element holds theirs. `pictures[j]` is how
/// many there are before block j.
bool is_of_gallery(const PassInput& in, const std::vector<int>& pictures, std::size_t i) {
  const NodeId gallery = in.is_text() ? kNoNode : figure_around(in.dom, in.block(i).node);
  if (gallery == kNoNode) return false;
  return pictures[i] - pictures[std::min(first_block_from(in, gallery), i)] > 1;
}

/// The caption's figure element holds something else, and not that block.
bool is_of_other_figure(const PassInput& in, std::size_t i, int figure) {
  const NodeId element = in.is_text() ? kNoNode : figure_around(in.dom, in.block(i).node);
  if (element == kNoNode || figure < 0) return false;
  if (in.dom.contains(element, in.block(static_cast<std::size_t>(figure)).first)) return false;
  const bool has_before = i > 0 && in.dom.contains(element, in.block(i - 1).first);
  const bool has_after = i + 1 < in.size() && in.dom.contains(element, in.block(i + 1).first);
  return has_before || has_after;
}

/// A table that holds a picture and the line below it: how captions were set once.
bool is_table_part(Tag tag) {
  return tag == Tag::table || tag == Tag::tbody || tag == Tag::tr || tag == Tag::td;
}

/// A short line that shares a box with the picture before it and with nothing else; what is text as
/// far as its words go, in a table or, where it is no sentence, in an item of a list alone.
bool is_alone_with_picture(const PassInput& in, const Verdicts& verdicts, std::size_t i) {
  constexpr float kMaxTokens = 40, kMaxTokensOfItem = 12;
  const Block& block = in.block(i);
  const bool is_item = verdicts[i].kind == Kind::list_item &&
                       in.at(i, Feature::tokens) <= kMaxTokensOfItem &&
                       in.at(i, Feature::ends_sentence) <= 0;
  const bool is_shown = verdicts[i].kind == Kind::paragraph || is_item;
  if (i == 0 || in.is_text() || (verdicts[i].kind != Kind::furniture && !is_shown) ||
      verdicts[i - 1].kind != Kind::figure || block.shape == Shape::heading || block.has_control ||
      block.is_hidden || block.node == kNoNode)
    return false;
  const float tokens = in.at(i, Feature::tokens);
  if (tokens < 2 || tokens > kMaxTokens || block.linked_bytes * 2 > block.text_length ||
      in.at(i, Feature::any_phrase) > 0)
    return false;
  NodeId box = block.node;
  while (box != kNoNode && !in.dom.contains(box, in.block(i - 1).first)) box = in.dom.parent(box);
  if (box == kNoNode || in.dom.tag(box) == Tag::body || in.dom.tag(box) == Tag::article ||
      (is_shown && !(is_item ? in.dom.tag(box) == Tag::li : is_table_part(in.dom.tag(box)))))
    return false;
  const bool has_more = (i > 1 && in.dom.contains(box, in.block(i - 2).first)) ||
                        (i + 1 < in.size() && in.dom.contains(box, in.block(i + 1).first));
  return !has_more;
}

bool reads_as_credit(const PassInput& in, std::size_t i) {
  return in.hits(i, Lexicon::credit) && in.at(i, Feature::tokens) <= 14;
}

/// Whether an inline element that holds the whole line is named after captions or credits.
bool is_named_inside(const PassInput& in, std::size_t i) {
  const Block& block = in.block(i);
  if (in.is_text() || block.node == kNoNode || block.shape != Shape::paragraph) return false;
  for (NodeId node = in.dom.parent(block.first); node != block.node && node != kNoNode;
       node = in.dom.parent(node)) {
    if (in.dom.end(node) >= block.last &&
        has_hint(hints_of(in.dom.attribute(node, "class")), Hint::caption))
      return true;
  }
  return false;
}

bool is_caption(const PassInput& in, std::size_t i) {
  constexpr float kMaxInlineTokens = 40;
  if (in.at(i, Feature::tokens) > kMaxCaptionTokens) return false;
  if (in.block(i).shape == Shape::caption) return true;
  if (in.block(i).shape == Shape::heading) return false;
  return in.at(i, Hint::caption) <= kNearHint || reads_as_credit(in, i) ||
         (in.at(i, Feature::tokens) <= kMaxInlineTokens && is_named_inside(in, i));
}

} // namespace

void attach_captions(const PassInput& in, Verdicts& verdicts) {
  std::vector<int> pictures(in.size() + 1, 0);
  for (std::size_t i = 0; i < in.size(); ++i) {
    if (i > 0) {
      const Verdict& before = verdicts[i - 1];
      pictures[i] = pictures[i - 1] + (before.kind == Kind::figure && before.figure < 0 ? 1 : 0);
    }
    if (verdicts[i].kind == Kind::figure || verdicts[i].kind == Kind::embed ||
        !(is_caption(in, i) || is_alone_with_picture(in, verdicts, i)))
      continue;
    if (in.block(i).shape == Shape::caption && is_of_gallery(in, pictures, i)) {
      verdicts[i].kind = Kind::note;
      verdicts[i].reason = "caption";
      verdicts[i].confidence = 0.8F;
      continue;
    }
    int figure = in.block(i).shape == Shape::caption ? listing_in_figure(in, verdicts, i) : -1;
    if (figure < 0) figure = nearest_figure(verdicts, i);
    // A caption above its table or picture.
    if (figure < 0 && in.block(i).shape == Shape::caption && i + 1 < in.size() &&
        (verdicts[i + 1].kind == Kind::figure || verdicts[i + 1].kind == Kind::table ||
         verdicts[i + 1].kind == Kind::embed))
      figure = static_cast<int>(i) + 1;
    if (is_of_other_figure(in, i, figure)) figure = -1;
    if (figure < 0) {
      if (in.block(i).shape == Shape::caption && is_body(verdicts[i].kind))
        verdicts[i].kind = Kind::note;
      continue;
    }
    Verdict& verdict = verdicts[i];
    verdict.kind = Kind::figure;
    verdict.figure = figure;
    verdict.is_credit = reads_as_credit(in, i) && in.at(i, Feature::tokens) <= 14;
    verdict.reason = "caption";
    verdict.confidence = 0.8F;
  }
}

} // namespace lectern
