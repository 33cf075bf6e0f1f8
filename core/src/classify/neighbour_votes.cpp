#include "classify/neighbour_votes.hpp"

#include <algorithm>
#include <array>
#include <unordered_map>

namespace lectern {
namespace {

constexpr int kVoteOffsets[] = {-3, -2, -1, 1, 2, 3};
constexpr float kNoVote = -1.0F;

struct Vote {
  float sum = 0, tokens = 0, weighted = 0;
  int count = 0;
  void add(float p, float t) { sum += p; tokens += t; weighted += p * t; ++count; }
  /// The mean over the others of a group, one member left out.
  float mean_without(float p) const { return count > 1 ? (sum - p) / static_cast<float>(count - 1) : kNoVote; }
  float weighted_without(float p, float t) const {
    return count > 1 && tokens - t > 0.5F ? (weighted - p * t) / (tokens - t) : kNoVote;
  }
};

std::uint64_t class_key(const Dom& dom, NodeId node) {
  std::uint64_t hash = 1469598103934665603u;
  for (NodeId at = node, level = 0; at != kNoNode && level < 2; at = dom.parent(at), ++level) {
    for (std::string_view part : {dom[at].text, dom.attribute(at, "class")})
      for (char c : part) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211u;
    hash = (hash ^ 0xFFu) * 1099511628211u;
  }
  return hash;
}

} // namespace

std::vector<std::string> first_stage_columns() {
  std::vector<std::string> names;
#define X(name) names.emplace_back(#name);
  LECTERN_FEATURES(X)
#undef X
  for (std::size_t i = 0; i < kLexiconCount; ++i) names.push_back("phrase_" + std::string(name_of(static_cast<Lexicon>(i))));
  for (std::size_t i = 0; i < kHintCount; ++i) names.push_back("hint_" + std::string(name_of(static_cast<Hint>(i))));
  for (const char* offset : {"-2", "-1", "+1", "+2"}) {
#define X(name) names.push_back(std::string(#name) + "@" + offset);
    LECTERN_WINDOW_FEATURES(X)
#undef X
  }
  return names;
}

std::vector<std::string> neighbour_vote_columns() {
  return {"vote", "vote@-3", "vote@-2", "vote@-1", "vote@+1", "vote@+2", "vote@+3", "vote_parent", "vote_grandparent",
          "vote_great", "vote_parent_tokens", "vote_class", "vote_near", "vote_wide", "kept_before", "kept_after",
          "from_first_kept", "from_last_kept", "same_page_kept"};
}

std::vector<float> add_neighbour_votes(const Dom& dom, const Document& document, const FeatureTable& features,
                                       const std::vector<float>& first) {
  const auto count = static_cast<int>(first.size());
  const std::size_t votes = neighbour_vote_columns().size();
  const std::size_t columns = kFeatureCount + votes;
  std::vector<float> rows(static_cast<std::size_t>(count) * columns, kNoVote);

  const auto ancestor = [&](int i, int levels) {
    NodeId node = dom.size() ? document.blocks[static_cast<std::size_t>(i)].node : kNoNode;
    for (; levels > 0 && node != kNoNode && dom.parent(node) != kNoNode; --levels) node = dom.parent(node);
    return node;
  };
  std::unordered_map<std::uint64_t, Vote> by_class;
  std::array<std::unordered_map<NodeId, Vote>, 3> by_ancestor;
  std::vector<std::uint64_t> keys(first.size());
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
    if (dom.size() == 0) continue;
    keys[at] = class_key(dom, document.blocks[at].node);
    by_class[keys[at]].add(p, t);
    for (int level = 0; level < 3; ++level) by_ancestor[static_cast<std::size_t>(level)][ancestor(i, level + 1)].add(p, t);
  }
  const float all_kept = std::max(1.0F, kept_tokens.back());
  for (int i = 0; i < count; ++i) {
    const auto at = static_cast<std::size_t>(i);
    const std::span<const float> own = features.row(at);
    float* row = rows.data() + at * columns;
    std::copy(own.begin(), own.end(), row);
    row += kFeatureCount;
    const float p = first[at], t = features.at(at, Feature::tokens);
    *row++ = p;
    for (int offset : kVoteOffsets) {
      const int j = i + offset;
      *row++ = j >= 0 && j < count ? first[static_cast<std::size_t>(j)] : kNoVote;
    }
    if (dom.size() > 0) {
      for (int level = 0; level < 3; ++level)
        row[level] = by_ancestor[static_cast<std::size_t>(level)][ancestor(i, level + 1)].mean_without(p);
      row[3] = by_ancestor[0][ancestor(i, 1)].weighted_without(p, t);
      row[4] = by_class[keys[at]].mean_without(p);
    }
    row += 5;
    const auto mean = [&](int reach) {
      const auto from = static_cast<std::size_t>(std::max(0, i - reach)), to = static_cast<std::size_t>(std::min(count, i + reach + 1));
      return (sum[to] - sum[from]) / static_cast<float>(to - from);
    };
    *row++ = mean(5);
    *row++ = mean(15);
    *row++ = kept_tokens[at] / all_kept;
    *row++ = 1.0F - kept_tokens[at + 1] / all_kept;
    *row++ = static_cast<float>(i - first_kept);
    *row++ = static_cast<float>(i - last_kept);
    *row++ = static_cast<float>(kept) / static_cast<float>(count);
  }
  return rows;
}

} // namespace lectern
