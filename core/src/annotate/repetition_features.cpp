// What repeats is page furniture: how many blocks share a block's tag path and class signature, and
// what those blocks hold. In plain text only the wording itself can repeat.
#include <algorithm>

#include "annotate/feature_groups.hpp"
#include "base/alike.hpp"
#include "base/text.hpp"

namespace lectern {
namespace {

using Signature = std::uint64_t;
constexpr int kPathLevels = 6;
constexpr Signature kSeed = 1469598103934665603u; // FNV-1a
constexpr Signature kPrime = 1099511628211u;

Signature mix(Signature hash, std::string_view text) { return (hash ^ hash_of(text)) * kPrime; }

Signature path_of(const Dom& dom, NodeId node) {
  Signature hash = kSeed;
  for (int level = 0; level < kPathLevels && node != kNoNode; ++level, node = dom.parent(node))
    hash = (hash ^ static_cast<Signature>(dom.tag(node))) * kPrime;
  return hash;
}

Signature class_of(const Dom& dom, NodeId node) {
  return mix(mix(kSeed, dom[node].text), dom.attribute(node, "class"));
}

struct Group {
  int count = 0;
  float tokens = 0, linked = 0;
};

struct GroupColumns {
  Feature count, share, mean, links;
};
constexpr GroupColumns kPathColumns{Feature::path_count, Feature::path_share, Feature::path_mean,
                                    Feature::path_links};
constexpr GroupColumns kClassColumns{Feature::class_count, Feature::class_share,
                                     Feature::class_mean, Feature::class_links};

void add_groups(const PageIndex& index, const std::vector<Signature>& keys,
                const GroupColumns& columns, FeatureTable& table) {
  const std::vector<std::uint32_t> group_of = first_alike(keys);
  std::vector<Group> groups(keys.size());
  for (std::size_t i = 0; i < keys.size(); ++i) {
    Group& group = groups[group_of[i]];
    const auto tokens = static_cast<float>(index.metrics(i).tokens);
    ++group.count;
    group.tokens += tokens;
    group.linked += tokens * index.link_density(i);
  }
  for (std::size_t i = 0; i < keys.size(); ++i) {
    const Group& group = groups[group_of[i]];
    table.at(i, columns.count) = static_cast<float>(group.count);
    table.at(i, columns.share) = group.tokens / index.total_tokens;
    table.at(i, columns.mean) = group.tokens / static_cast<float>(group.count);
    table.at(i, columns.links) = group.linked / std::max(1.0F, group.tokens);
  }
}

} // namespace

void add_repetition_features(const AnnotateInput& input, FeatureTable& table) {
  const std::vector<Block>& blocks = input.document.blocks;
  std::vector<Signature> keys(blocks.size());
  for (std::size_t i = 0; i < blocks.size(); ++i)
    keys[i] = mix(kSeed, input.document.text_of(blocks[i]));
  const std::vector<std::uint32_t> wording_of = first_alike(keys);
  std::vector<int> wordings(blocks.size());
  for (const std::uint32_t wording : wording_of) ++wordings[wording];
  for (std::size_t i = 0; i < blocks.size(); ++i)
    table.at(i, Feature::duplicates) =
        blocks[i].text_length ? static_cast<float>(wordings[wording_of[i]]) : 1.0F;
  if (input.dom.size() == 0) return;

  for (std::size_t i = 0; i < blocks.size(); ++i) keys[i] = path_of(input.dom, blocks[i].node);
  add_groups(input.index, keys, kPathColumns, table);
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    const NodeId parent = input.dom.parent(blocks[i].node);
    keys[i] = class_of(input.dom, blocks[i].node) * kPrime +
              (parent == kNoNode ? 0 : class_of(input.dom, parent));
  }
  add_groups(input.index, keys, kClassColumns, table);
}

} // namespace lectern
