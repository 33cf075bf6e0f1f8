// A box among the text is one thing: the label of a note that is kept, what a disclosure unfolds,
// the times of a live blog's entries. Its lines are short, so that a model tells them from
// furniture by a hair; what stands with them tells more.
#include "classify/passes.hpp"
#include "classify/thresholds.hpp"

namespace lectern {
namespace {

constexpr float kMinLikelihoodOfTime = 0.4F; // inside the text
constexpr float kMaxLabelTokens = 3, kMaxTimeTokens = 4, kMinTokensBelowTime = 8;
constexpr float kMinLikelihoodOfDisclosure = 0.3F; // the mean of its blocks
constexpr float kMinLikelihoodOfLinks = 0.4F;
constexpr std::size_t kMaxBlocksOfBox = 12, kMostBlocksToHeading = 100;

bool says_nothing_of_page(const PassInput& in, std::size_t i) {
  return !in.block(i).is_hidden && !in.block(i).has_control && in.block(i).linked_bytes == 0 &&
         in.at(i, Feature::any_phrase) <= 0;
}

/// "Warning" and below it, in a box of their own, what it warns of.
bool labels_kept_box(const PassInput& in, const Verdicts& verdicts, std::size_t i) {
  const NodeId box = in.dom.parent(in.block(i).node);
  if (box == kNoNode || in.dom.tag(box) == Tag::body || in.dom.tag(box) == Tag::article ||
      in.dom.contains(box, in.block(i - 1).first))
    return false;
  const std::size_t end = first_block_from(in, in.dom.end(box));
  if (end <= i + 1 || end - i > kMaxBlocksOfBox || end >= in.size()) return false;
  for (std::size_t j = i + 1; j < end; ++j)
    if (!is_body(verdicts[j].kind)) return false;
  return is_body(verdicts[end].kind);
}

void keep_labels(const PassInput& in, Verdicts& verdicts) {
  for (std::size_t i = 1; i + 1 < in.size(); ++i)
    if (verdicts[i].kind == Kind::furniture && in.block(i).shape == Shape::paragraph &&
        in.at(i, Feature::tokens) > 0 && in.at(i, Feature::tokens) <= kMaxLabelTokens &&
        says_nothing_of_page(in, i) && labels_kept_box(in, verdicts, i))
      keep_in_doubt(verdicts[i], Kind::paragraph);
}

/// The disclosure around a block, or kNoNode.
NodeId disclosure_around(const PassInput& in, std::size_t i) {
  constexpr int kMaxSteps = 4;
  NodeId node = in.block(i).node;
  for (int step = 0; step < kMaxSteps && node != kNoNode; ++step, node = in.dom.parent(node))
    if (in.dom.tag(node) == Tag::details) return node;
  return kNoNode;
}

void keep_disclosures(const PassInput& in, Verdicts& verdicts) {
  for (std::size_t begin = 1, end = 0; begin + 1 < in.size(); begin = end) {
    end = begin + 1;
    const NodeId box = disclosure_around(in, begin);
    if (box == kNoNode) continue;
    float likely = 0;
    bool may_stay = is_body(verdicts[begin - 1].kind);
    for (end = begin; end < in.size() && in.dom.contains(box, in.block(end).first); ++end) {
      likely += verdicts[end].keep;
      may_stay = may_stay && (is_body(verdicts[end].kind) || says_nothing_of_page(in, end));
    }
    const auto count = static_cast<float>(end - begin);
    if (!may_stay || count > kMaxBlocksOfBox || end >= in.size() || !is_body(verdicts[end].kind) ||
        likely < kMinLikelihoodOfDisclosure * count)
      continue;
    for (std::size_t i = begin; i < end; ++i)
      if (verdicts[i].kind == Kind::furniture)
        keep_in_doubt(verdicts[i], kind_of_shape(in.block(i).shape));
  }
}

/// In one element; the line may be the element's own text.
bool stand_together(const PassInput& in, std::size_t line, std::size_t below) {
  const NodeId own = in.block(line).node, around = in.dom.parent(in.block(below).node);
  return own == around || in.dom.parent(own) == around;
}

/// When an entry was written, right above its text.
bool is_time_of_entry(const PassInput& in, const Verdicts& verdicts, std::size_t i) {
  return in.block(i).has_time && in.block(i).shape == Shape::paragraph &&
         in.at(i, Feature::tokens) <= kMaxTimeTokens && !in.block(i).is_hidden &&
         in.block(i).linked_bytes == 0 && is_body(verdicts[i + 1].kind) &&
         (in.block(i + 1).shape == Shape::heading ||
          in.at(i + 1, Feature::tokens) >= kMinTokensBelowTime) &&
         stand_together(in, i, i + 1);
}

/// Where one is shown the others are; a lone one inside the text may be as likely as not.
void keep_times_of_entries(const PassInput& in, Verdicts& verdicts) {
  const BodyRange body = body_range(verdicts);
  bool has_shown = false;
  for (std::size_t i = 0; i + 1 < in.size() && !has_shown; ++i)
    has_shown = is_body(verdicts[i].kind) && is_time_of_entry(in, verdicts, i);
  for (std::size_t i = 1; i + 1 < in.size(); ++i) {
    const bool is_likely =
        static_cast<int>(i) > body.first && verdicts[i].keep >= kMinLikelihoodOfTime;
    if (verdicts[i].kind == Kind::furniture && (has_shown || is_likely) &&
        is_time_of_entry(in, verdicts, i))
      keep_in_doubt(verdicts[i], Kind::paragraph);
  }
}

/// Links to the headings below: of more than two, readers are given contents made of the headings.
void keep_links_to_headings(const PassInput& in, Verdicts& verdicts) {
  for (std::size_t i = 0; i + 1 < in.size(); ++i) {
    if (verdicts[i].kind != Kind::furniture || in.block(i).shape != Shape::list_item ||
        verdicts[i].keep < kMinLikelihoodOfLinks || in.at(i, Feature::fragment_link_share) < 1 ||
        in.block(i).is_hidden)
      continue;
    const std::size_t end = std::min(in.size(), i + kMostBlocksToHeading);
    for (std::size_t j = i + 1; j < end; ++j) {
      if (verdicts[j].kind != Kind::heading || in.text(j) != in.text(i)) continue;
      keep_in_doubt(verdicts[i], Kind::list_item);
      break;
    }
  }
}

} // namespace

void keep_boxes_among_text(const PassInput& in, Verdicts& verdicts) {
  keep_labels(in, verdicts);
  keep_disclosures(in, verdicts);
  keep_times_of_entries(in, verdicts);
  keep_links_to_headings(in, verdicts);
}

} // namespace lectern
