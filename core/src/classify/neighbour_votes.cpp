#include "classify/neighbour_votes.hpp"

#include <algorithm>
#include <utility>

#include "base/alike.hpp"
#include "base/text.hpp"

namespace lectern {
namespace {

constexpr int kVoteOffsets[] = {-3, -2, -1, 1, 2, 3};
constexpr float kNoVote = -1.0F;

struct Vote {
  float sum = 0, tokens = 0, weighted = 0, least = 1, most = 0;
  int count = 0;
  void add(float p, float t) {
    sum += p;
    tokens += t;
    weighted += p * t;
    least = std::min(least, p);
    most = std::max(most, p);
    ++count;
  }
  /// The mean over the others of a group, one member left out.
  float mean_without(float p) const {
    return count > 1 ? (sum - p) / static_cast<float>(count - 1) : kNoVote;
  }
  float weighted_without(float p, float t) const {
    return count > 1 && tokens - t > 0.5F ? (weighted - p * t) / (tokens - t) : kNoVote;
  }
};

std::uint32_t signature_of(const Dom& dom, NodeId node) {
  constexpr std::uint64_t kSeed = 1469598103934665603u, kPrime = 1099511628211u; // FNV-1a
  std::uint64_t hash = kSeed;
  for (NodeId at = node, level = 0; at != kNoNode && level < 2; at = dom.parent(at), ++level)
    for (const std::string_view part : {dom[at].text, dom.attribute(at, "class")})
      hash = (hash ^ hash_of(part)) * kPrime;
  return static_cast<std::uint32_t>(hash >> 32);
}

/// Lines of text that were boxes once: those without a blank line between, those parted by one,
/// those of one kind of length in a row; and those of one make, which have as many blank lines
/// around them.
std::vector<VoteGroups> text_vote_groups(const Document& document) {
  constexpr std::uint32_t kLongLine = 80; // bytes
  constexpr std::uint32_t kMostGap = 3;
  const std::vector<Block>& blocks = document.blocks;
  std::vector<VoteGroups> groups(blocks.size());
  const auto is_long = [&](std::size_t i) { return blocks[i].text_length >= kLongLine; };
  const auto gap = [&](std::size_t i) {
    return i < blocks.size() ? std::min(kMostGap, blocks[i].lines_before) : kMostGap;
  };
  VoteGroups group;
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    const auto at = static_cast<std::uint32_t>(i);
    if (gap(i) > 0) group.parent = at;
    if (gap(i) > 1) group.grandparent = at;
    if (i > 0 && is_long(i) != is_long(i - 1)) group.great = at;
    group.signature = static_cast<std::uint32_t>(blocks[i].shape) * 64 + gap(i) * 16 +
                      gap(i + 1) * 4 + (is_long(i) ? 2 : 1);
    groups[i] = group;
  }
  return groups;
}

/// The groups of a block as places in lists: a group's is the first of its blocks.
using BallotBoxes = VoteGroups;

/// For each block the vote of the nearest block with its signature above it; below it, when
/// `backwards`.
std::vector<float> nearest_alike(const std::vector<BallotBoxes>& boxes,
                                 const std::vector<float>& first, bool backwards) {
  std::vector<float> nearest(boxes.size(), kNoVote), last(boxes.size(), kNoVote);
  for (std::size_t step = 0; step < boxes.size(); ++step) {
    const std::size_t i = backwards ? boxes.size() - 1 - step : step;
    nearest[i] = std::exchange(last[boxes[i].signature], first[i]);
  }
  return nearest;
}

std::vector<BallotBoxes> ballot_boxes(const Dom& dom, const std::vector<VoteGroups>& groups) {
  std::vector<BallotBoxes> boxes(groups.size());
  constexpr std::uint32_t kNone = 0xFFFFFFFFu;
  std::vector<std::uint32_t> box_of(std::max<std::size_t>(dom.size(), groups.size()));
  for (std::uint32_t VoteGroups::*group :
       {&VoteGroups::parent, &VoteGroups::grandparent, &VoteGroups::great}) {
    std::fill(box_of.begin(), box_of.end(), kNone);
    for (std::uint32_t i = 0; i < groups.size(); ++i) {
      std::uint32_t& box = box_of[groups[i].*group];
      if (box == kNone) box = i;
      boxes[i].*group = box;
    }
  }
  std::vector<std::uint64_t> signatures(groups.size());
  for (std::size_t i = 0; i < groups.size(); ++i) signatures[i] = groups[i].signature;
  const std::vector<std::uint32_t> first = first_alike(signatures);
  for (std::size_t i = 0; i < groups.size(); ++i) boxes[i].signature = first[i];
  return boxes;
}

void append_name(std::vector<std::string>& names, std::string_view before, std::string_view name,
                 std::string_view after) {
  std::string& whole = names.emplace_back(before);
  whole += name;
  whole += after;
}

/// Each name of a list, behind each of which stands a space.
void append_names(std::vector<std::string>& names, std::string_view list,
                  std::string_view before = {}, std::string_view after = {}) {
  for (std::size_t end = 0; (end = list.find(' ')) != std::string_view::npos;) {
    append_name(names, before, list.substr(0, end), after);
    list.remove_prefix(end + 1);
  }
}

} // namespace

std::vector<std::string> first_stage_columns() {
  // Lists with a space behind each name: a statement for each of three hundred would be the longest
  // function of the engine.
#define X(name) #name " "
  constexpr std::string_view kPlain = LECTERN_FEATURES(X);
  constexpr std::string_view kWindow = LECTERN_WINDOW_FEATURES(X);
  constexpr std::string_view kLine = LECTERN_LINE_FEATURES(X);
#undef X
  std::vector<std::string> names;
  names.reserve(kTextFeatureCount);
  append_names(names, kPlain);
  for (std::size_t i = 0; i < kLexiconCount; ++i)
    append_name(names, "phrase_", name_of(static_cast<Lexicon>(i)), {});
  for (std::size_t i = 0; i < kHintCount; ++i)
    append_name(names, "hint_", name_of(static_cast<Hint>(i)), {});
  for (const char* offset : {"@-2", "@-1", "@+1", "@+2"}) append_names(names, kWindow, {}, offset);
  append_names(names, kLine, "line_");
  return names;
}

std::vector<std::string> neighbour_vote_columns() {
  std::vector<std::string> names;
  append_names(names,
               "vote vote@-3 vote@-2 vote@-1 vote@+1 vote@+2 vote@+3 vote_parent vote_grandparent "
               "vote_great vote_parent_tokens vote_class vote_near vote_wide kept_before "
               "kept_after from_first_kept from_last_kept same_page_kept vote_class_above "
               "vote_class_below most_parent least_parent most_grandparent least_grandparent "
               "most_great least_great ");
  return names;
}

std::vector<VoteGroups> vote_groups(const Dom& dom, const Document& document) {
  if (dom.size() == 0) return text_vote_groups(document);
  std::vector<VoteGroups> groups(document.blocks.size());
  for (std::size_t i = 0; i < groups.size(); ++i) {
    NodeId node = document.blocks[i].node;
    groups[i].signature = signature_of(dom, node);
    for (std::uint32_t* group : {&groups[i].parent, &groups[i].grandparent, &groups[i].great}) {
      if (dom.parent(node) != kNoNode) node = dom.parent(node);
      *group = node;
    }
  }
  return groups;
}

std::vector<float> neighbour_votes(const Dom& dom, const Document& document,
                                   const FeatureTable& features, const std::vector<float>& first) {
  static const std::size_t kColumns = neighbour_vote_columns().size();
  const auto count = static_cast<int>(first.size());
  std::vector<float> rows(static_cast<std::size_t>(count) * kColumns, kNoVote);

  const std::vector<VoteGroups> groups = vote_groups(dom, document);
  const std::vector<BallotBoxes> boxes = ballot_boxes(dom, groups);
  std::vector<Vote> by_signature(groups.size()), by_parent(groups.size()),
      by_grandparent(groups.size()), by_great(groups.size());
  std::vector<float> sum(first.size() + 1, 0.0F), kept_tokens(first.size() + 1, 0.0F);
  int first_kept = count, last_kept = -1, kept = 0;
  for (int i = 0; i < count; ++i) {
    const auto at = static_cast<std::size_t>(i);
    const float p = first[at], t = features.at(at, Feature::tokens);
    sum[at + 1] = sum[at] + p;
    kept_tokens[at + 1] = kept_tokens[at] + p * t;
    if (p >= 0.5F) {
      first_kept = std::min(first_kept, i);
      last_kept = i;
      ++kept;
    }
    by_signature[boxes[at].signature].add(p, t);
    by_parent[boxes[at].parent].add(p, t);
    by_grandparent[boxes[at].grandparent].add(p, t);
    by_great[boxes[at].great].add(p, t);
  }
  const float all_kept = std::max(1.0F, kept_tokens.back());
  const std::vector<float> above = nearest_alike(boxes, first, false),
                           below = nearest_alike(boxes, first, true);
  for (int i = 0; i < count; ++i) {
    const auto at = static_cast<std::size_t>(i);
    float* row = rows.data() + at * kColumns;
    const float p = first[at], t = features.at(at, Feature::tokens);
    *row++ = p;
    for (int offset : kVoteOffsets) {
      const int j = i + offset;
      *row++ = j >= 0 && j < count ? first[static_cast<std::size_t>(j)] : kNoVote;
    }
    *row++ = by_parent[boxes[at].parent].mean_without(p);
    *row++ = by_grandparent[boxes[at].grandparent].mean_without(p);
    *row++ = by_great[boxes[at].great].mean_without(p);
    *row++ = by_parent[boxes[at].parent].weighted_without(p, t);
    *row++ = by_signature[boxes[at].signature].mean_without(p);
    const auto mean = [&](int reach) {
      const auto from = static_cast<std::size_t>(std::max(0, i - reach)),
                 to = static_cast<std::size_t>(std::min(count, i + reach + 1));
      return (sum[to] - sum[from]) / static_cast<float>(to - from);
    };
    *row++ = mean(5);
    *row++ = mean(15);
    *row++ = kept_tokens[at] / all_kept;
    *row++ = 1.0F - kept_tokens[at + 1] / all_kept;
    *row++ = static_cast<float>(i - first_kept);
    *row++ = static_cast<float>(i - last_kept);
    *row++ = static_cast<float>(kept) / static_cast<float>(count);
    *row++ = above[at];
    *row++ = below[at];
    for (const Vote* votes : {&by_parent[boxes[at].parent], &by_grandparent[boxes[at].grandparent],
                              &by_great[boxes[at].great]}) {
      *row++ = votes->most;
      *row++ = votes->least;
    }
  }
  return rows;
}

} // namespace lectern
