// A paragraph between paragraphs of the article that are made as it is belongs to them, whatever a
// class name on it says: in doubt it stays, marked, since a lost paragraph is worse than a foreign
// line.
#include "classify/passes.hpp"

namespace lectern {
namespace {

constexpr float kMinLikelihood = 0.2F; // below it the model is surer than its place
constexpr float kMinTokens = 8;
constexpr float kMaxLinked = 0.3F;
constexpr int kMaxApart = 3; // levels from either paragraph up to the element around both

bool is_prose(const PassInput& in, std::size_t i) {
  return in.block(i).shape == Shape::paragraph && !in.block(i).is_hidden &&
         in.at(i, Feature::tokens) >= kMinTokens && in.at(i, Feature::ends_sentence) > 0 &&
         in.at(i, Feature::link_density) <= kMaxLinked && in.at(i, Feature::any_phrase) <= 0 &&
         in.at(i, Feature::account_link_share) <= 0;
}

/// A kept paragraph in an element around block `i`, both few levels below it.
bool is_kept_beside(const PassInput& in, const Verdicts& verdicts, std::size_t i,
                    std::size_t other) {
  if (verdicts[other].kind != Kind::paragraph) return false;
  NodeId around = in.dom.parent(in.block(i).node);
  for (int level = 1; level < kMaxApart && around != kNoNode; ++level) {
    if (in.dom.contains(around, in.block(other).first)) break;
    around = in.dom.parent(around);
  }
  return around != kNoNode && in.dom.contains(around, in.block(other).first) &&
         in.dom[in.block(other).node].depth <= in.dom[around].depth + kMaxApart;
}

/// The nearest block before or after `i` that is no call to the reader: what a page puts between
/// two paragraphs does not part them.
std::size_t beside(const PassInput& in, const Verdicts& verdicts, std::size_t i, int direction) {
  std::size_t other = i;
  do {
    if (direction < 0 ? other == 0 : other + 1 >= in.size()) return i;
    other = direction < 0 ? other - 1 : other + 1;
  } while (!is_kept(verdicts[other].kind) && in.at(other, Feature::any_phrase) > 0);
  return other;
}

} // namespace

void keep_among_siblings(const PassInput& in, Verdicts& verdicts) {
  for (std::size_t i = 1; i < in.size(); ++i) {
    Verdict& verdict = verdicts[i];
    if (verdict.kind != Kind::furniture || verdict.keep < kMinLikelihood || !is_prose(in, i))
      continue;
    const NodeId parent = in.dom.parent(in.block(i).node);
    const bool is_last =
        i + 1 == in.size() || parent == kNoNode || !in.dom.contains(parent, in.block(i + 1).first);
    if (!is_kept_beside(in, verdicts, i, beside(in, verdicts, i, -1)) ||
        !(is_last || is_kept_beside(in, verdicts, i, beside(in, verdicts, i, 1))))
      continue;
    verdict.kind = Kind::paragraph;
    verdict.reason = "among_text";
    verdict.confidence = verdict.keep;
    verdict.uncertain = true;
  }
}

} // namespace lectern
