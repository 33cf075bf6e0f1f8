// A paragraph between paragraphs of the article that are made as it is belongs to them, whatever a
// class name on it says: in doubt it stays, marked, since a lost paragraph is worse than a foreign
// line.
#include <string_view>
#include <unordered_map>
#include <vector>

#include "classify/passes.hpp"

namespace lectern {
namespace {

constexpr float kMinLikelihood = 0.2F; // below it the model is surer than its place
constexpr float kMinLikelihoodOfLead = 0.3F;
constexpr float kMinTokens = 8, kMinLinkedTokens = 12;
constexpr float kMaxLinked = 0.3F, kWhollyLinked = 0.9F;
constexpr float kMinLikelihoodOfItem = 0.2F, kMinKeptItems = 2, kMinShareOfList = 0.5F;
constexpr float kMinLikelihoodOfLine = 0.4F, kMinLikelihoodOfLines = 0.5F; // of their mean
constexpr float kMaxLabelTokens = 3;
constexpr float kNearHint = 3;
constexpr int kMaxApart = 3; // levels from either paragraph up to the element around both

/// A whole sentence that is a link from end to end and calls nobody; a teaser is none.
bool is_linked_sentence(const PassInput& in, std::size_t i) {
  return in.at(i, Feature::ends_strictly) > 0 && in.at(i, Feature::ends_with_question) <= 0 &&
         in.at(i, Feature::tokens) >= kMinLinkedTokens && in.at(i, Feature::appeal) <= 0;
}

bool is_teaser(const PassInput& in, std::size_t i) {
  return in.at(i, Feature::link_density) >= kWhollyLinked && in.at(i, Feature::ends_strictly) <= 0;
}

bool is_prose(const PassInput& in, std::size_t i) {
  // A quotation that is named after display repeats what the text says.
  const Shape shape = in.block(i).shape;
  const bool is_quotation = shape == Shape::quote && in.at(i, Hint::pullquote) > kNearHint;
  return (shape == Shape::paragraph || is_quotation) && !in.block(i).is_hidden &&
         in.at(i, Feature::tokens) >= kMinTokens && in.at(i, Feature::ends_sentence) > 0 &&
         (in.at(i, Feature::link_density) <= kMaxLinked || is_linked_sentence(in, i)) &&
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

bool is_header(Kind kind) {
  return kind == Kind::headline || kind == Kind::dek || kind == Kind::byline ||
         kind == Kind::dateline;
}

/// Both in one quotation: the words and who said them.
bool is_in_quotation_of(const PassInput& in, std::size_t i, std::size_t other) {
  if (in.block(i).shape != Shape::quote) return false;
  NodeId around = in.block(i).node;
  for (int level = 0; level < kMaxApart && around != kNoNode; ++level) {
    if (in.dom.tag(around) == Tag::blockquote)
      return in.dom.contains(around, in.block(other).first);
    around = in.dom.parent(around);
  }
  return false;
}

/// The nearest block before or after `i` that is no call to the reader and no teaser: what a page
/// puts between two paragraphs does not part them.
std::size_t beside(const PassInput& in, const Verdicts& verdicts, std::size_t i, int direction) {
  std::size_t other = i;
  do {
    if (direction < 0 ? other == 0 : other + 1 >= in.size()) return i;
    other = direction < 0 ? other - 1 : other + 1;
  } while (!is_kept(verdicts[other].kind) &&
           (in.at(other, Feature::any_phrase) > 0 || is_teaser(in, other) ||
            is_in_quotation_of(in, i, other)));
  return other;
}

/// Says something of its own: it calls nobody and is no link.
bool is_plain_item(const PassInput& in, std::size_t i) {
  return in.block(i).shape == Shape::list_item && !in.block(i).is_hidden &&
         in.at(i, Feature::link_density) <= kMaxLinked && in.at(i, Feature::any_phrase) <= 0 &&
         in.at(i, Feature::account_link_share) <= 0;
}

/// The list that the block is an item of, the outermost one where lists stand in items of others.
NodeId list_of(const PassInput& in, std::size_t i) {
  NodeId list = kNoNode;
  NodeId node = in.block(i).node;
  for (int level = 0; level < kMaxApart && node != kNoNode; node = in.dom.parent(node)) {
    const bool is_item = in.dom.tag(node) == Tag::li;
    level = is_item ? 0 : level + 1;
    if (is_item) list = in.dom.parent(node);
  }
  return list;
}

/// A line of its own that calls nobody and leads nowhere.
bool is_plain_line(const PassInput& in, std::size_t i) {
  return in.block(i).shape == Shape::paragraph && !in.block(i).is_hidden &&
         in.at(i, Feature::tokens) > 0 && in.at(i, Feature::tokens) < kMinTokens &&
         in.block(i).linked_bytes == 0 && in.at(i, Feature::any_phrase) <= 0;
}

/// Lists that are made of lines: those in one element whose own elements are named alike.
struct LinesAlike {
  NodeId parent;
  std::string_view names;
  bool operator==(const LinesAlike&) const = default;
};

LinesAlike lines_of(const PassInput& in, std::size_t i) {
  const NodeId node = in.block(i).node;
  return {in.dom.parent(node), in.dom.attribute(node, "class")};
}

void keep_rest_of_lines(const PassInput& in, Verdicts& verdicts) {
  for (std::size_t begin = 0, end = 0; begin < in.size(); begin = end) {
    end = begin + 1;
    if (!is_plain_line(in, begin)) continue;
    const LinesAlike list = lines_of(in, begin);
    if (list.parent == kNoNode || list.names.empty()) continue;
    while (end < in.size() && is_plain_line(in, end) && lines_of(in, end) == list) ++end;
    float likely = 0;
    bool has_kept = false;
    for (std::size_t i = begin; i < end; ++i) {
      has_kept = has_kept || is_body(verdicts[i].kind);
      likely += verdicts[i].keep;
    }
    if (!has_kept || likely < kMinLikelihoodOfLines * static_cast<float>(end - begin)) continue;
    // "PROS" right above them, in the same box.
    const bool has_label = begin > 0 && is_plain_line(in, begin - 1) &&
                           in.at(begin - 1, Feature::tokens) <= kMaxLabelTokens &&
                           in.dom.contains(list.parent, in.block(begin - 1).first);
    for (std::size_t i = has_label ? begin - 1 : begin; i < end; ++i)
      if (verdicts[i].kind == Kind::furniture && verdicts[i].keep >= kMinLikelihoodOfLine)
        keep_in_doubt(verdicts[i], Kind::paragraph);
  }
}

} // namespace

// "Pros: fast, quiet, cheap", of which the last is a hair less likely than what is shown: a list is
// one thing, and so are the lists in its items.
void keep_rest_of_lists(const PassInput& in, Verdicts& verdicts) {
  keep_rest_of_lines(in, verdicts);
  struct Items {
    float kept = 0, all = 0;
  };
  std::unordered_map<NodeId, Items> lists;
  std::vector<NodeId> list_at(in.size(), kNoNode);
  for (std::size_t i = 0; i < in.size(); ++i) {
    if (in.block(i).shape != Shape::list_item) continue;
    list_at[i] = list_of(in, i);
    if (list_at[i] == kNoNode) continue;
    Items& items = lists[list_at[i]];
    items.all += 1;
    items.kept += is_body(verdicts[i].kind) ? 1.0F : 0.0F;
  }
  for (std::size_t i = 0; i < in.size(); ++i) {
    Verdict& verdict = verdicts[i];
    if (list_at[i] == kNoNode || verdict.kind != Kind::furniture ||
        verdict.keep < kMinLikelihoodOfItem || !is_plain_item(in, i))
      continue;
    const Items& items = lists[list_at[i]];
    if (items.kept < kMinKeptItems || items.kept < kMinShareOfList * items.all) continue;
    keep_in_doubt(verdict, Kind::list_item);
  }
}

void keep_lead(const PassInput& in, Verdicts& verdicts, std::size_t headline) {
  const std::size_t i = headline + 1;
  if (i >= in.size() || verdicts[i].kind != Kind::furniture || !is_prose(in, i)) return;
  // It may point ahead ("all the news of the day"), so words of promos tell nothing.
  if (verdicts[i].keep >= kMinLikelihoodOfLead &&
      in.dom.parent(in.block(headline).node) == in.dom.parent(in.block(i).node) &&
      in.at(i, Feature::any_phrase) <= in.at(i, Lexicon::promo))
    keep_in_doubt(verdicts[i], Kind::paragraph);
}

void keep_among_siblings(const PassInput& in, Verdicts& verdicts) {
  for (std::size_t i = 1; i < in.size(); ++i) {
    Verdict& verdict = verdicts[i];
    if (verdict.kind != Kind::furniture || verdict.keep < kMinLikelihood || !is_prose(in, i) ||
        in.at(i, Feature::any_phrase) > 0)
      continue;
    const NodeId parent = in.dom.parent(in.block(i).node);
    const bool is_last =
        i + 1 == in.size() || parent == kNoNode || !in.dom.contains(parent, in.block(i + 1).first);
    const std::size_t above = beside(in, verdicts, i, -1), below = beside(in, verdicts, i, 1);
    const bool is_beside_below = is_kept_beside(in, verdicts, i, below);
    const bool is_first = is_header(verdicts[above].kind) && is_beside_below &&
                          in.dom.parent(in.block(below).node) == parent;
    if (!is_first && (!is_kept_beside(in, verdicts, i, above) || !(is_last || is_beside_below)))
      continue;
    keep_in_doubt(verdict, kind_of_shape(in.block(i).shape));
  }
}

} // namespace lectern
