// What stands around a block: the nearest good text on each side, means over a stretch, and the
// columns of the two blocks before and after.
#include <algorithm>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "annotate/feature_groups.hpp"

namespace lectern {
namespace {

constexpr int kNear = 5, kWide = 15; // blocks on each side

NodeId parent_of(const AnnotateInput& input, int i) {
  return input.dom.size() == 0
             ? kNoNode
             : input.dom.parent(input.document.blocks[static_cast<std::size_t>(i)].node);
}

void add_nearest_good(const AnnotateInput& input, int count, FeatureTable& table) {
  int last = -1;
  for (int i = 0; i < count; ++i) {
    const auto row = static_cast<std::size_t>(i);
    table.at(row, Feature::prev_good_distance) = static_cast<float>(i - last);
    table.at(row, Feature::prev_good_same_parent) =
        last >= 0 && parent_of(input, last) == parent_of(input, i);
    if (input.index.good(row) > 0) last = i;
  }
  int next = count;
  for (int i = count - 1; i >= 0; --i) {
    const auto row = static_cast<std::size_t>(i);
    table.at(row, Feature::next_good_distance) = static_cast<float>(next - i);
    table.at(row, Feature::next_good_same_parent) =
        next < count && parent_of(input, next) == parent_of(input, i);
    if (input.index.good(row) > 0) next = i;
  }
}

void add_means(const AnnotateInput& input, int count, FeatureTable& table) {
  const auto sums = [&](auto value) {
    std::vector<float> sum(static_cast<std::size_t>(count) + 1, 0.0F);
    for (int i = 0; i < count; ++i)
      sum[static_cast<std::size_t>(i) + 1] =
          sum[static_cast<std::size_t>(i)] + value(static_cast<std::size_t>(i));
    return sum;
  };
  const auto tokens =
      sums([&](std::size_t i) { return static_cast<float>(input.index.metrics(i).tokens); });
  const auto links = sums([&](std::size_t i) { return input.index.link_density(i); });
  const auto good = sums([&](std::size_t i) { return input.index.good(i) > 0 ? 1.0F : 0.0F; });
  for (int i = 0; i < count; ++i) {
    const auto mean = [&](const std::vector<float>& sum, int reach) {
      const int from = std::max(0, i - reach), to = std::min(count, i + reach + 1);
      return (sum[static_cast<std::size_t>(to)] - sum[static_cast<std::size_t>(from)]) /
             static_cast<float>(to - from);
    };
    const auto row = static_cast<std::size_t>(i);
    table.at(row, Feature::near_tokens) = mean(tokens, kNear);
    table.at(row, Feature::near_links) = mean(links, kNear);
    table.at(row, Feature::near_good) = mean(good, kNear);
    table.at(row, Feature::wide_good) = mean(good, kWide);
    table.at(row, Feature::image_just_before) =
        i > 0 && (input.document.blocks[row - 1].shape == Shape::figure ||
                  input.document.blocks[row - 1].shape == Shape::embed);
  }
}

/// The feature that a column of the window repeats of another block, where it is a plain one.
Feature repeated_feature(WindowFeature feature) {
  switch (feature) {
    case WindowFeature::tokens:
      return Feature::tokens;
    case WindowFeature::link_density:
      return Feature::link_density;
    case WindowFeature::is_p:
      return Feature::is_p;
    case WindowFeature::heading_level:
      return Feature::heading_level;
    case WindowFeature::ends_sentence:
      return Feature::ends_sentence;
    case WindowFeature::parent_good:
      return Feature::parent_good;
    case WindowFeature::capital_share:
      return Feature::capital_share;
    case WindowFeature::up_to_best:
      return Feature::up_to_best;
    case WindowFeature::is_li:
      return Feature::is_li;
    case WindowFeature::promo_hit:
    case WindowFeature::prompt_hit:
    case WindowFeature::same_parent:
    case WindowFeature::same_class:
    case WindowFeature::count_:
      break;
  }
  return Feature::count_;
}

/// Whether a block and the one `offset` further on have the same parent, and the same class.
class Likeness {
 public:
  explicit Likeness(const AnnotateInput& input) : dom_(input.dom) {
    if (dom_.size() == 0) return;
    for (const Block& block : input.document.blocks) {
      parents_.push_back(dom_.parent(block.node));
      classes_.push_back({dom_.tag(block.node), dom_.attribute(block.node, "class")});
    }
  }
  float same_parent(std::size_t a, std::size_t b) const {
    return dom_.size() == 0 ? kUnknown : static_cast<float>(parents_[a] == parents_[b]);
  }
  float same_class(std::size_t a, std::size_t b) const {
    return dom_.size() == 0 ? kUnknown : static_cast<float>(classes_[a] == classes_[b]);
  }

 private:
  const Dom& dom_;
  std::vector<NodeId> parents_;
  std::vector<std::pair<Tag, std::string_view>> classes_;
};

void add_window(const AnnotateInput& input, std::size_t count, FeatureTable& table) {
  constexpr std::ptrdiff_t kOffsets[] = {-2, -1, 1, 2};
  static_assert(std::size(kOffsets) == 2 * kWindowReach);
  const Likeness likeness(input);
  std::size_t column = kWindowFeaturesAt;
  for (const std::ptrdiff_t offset : kOffsets) {
    // Blocks [from, to) have one at `offset`.
    const std::size_t from =
        std::min(count, static_cast<std::size_t>(std::max<std::ptrdiff_t>(0, -offset)));
    const std::size_t to =
        count - std::min(count, static_cast<std::size_t>(std::max<std::ptrdiff_t>(0, offset)));
    for (std::size_t f = 0; f < kWindowFeatures; ++f, ++column) {
      const auto feature = static_cast<WindowFeature>(f);
      const std::span<float> values = table.column(column);
      const auto fill = [&](auto value_of) {
        for (std::size_t i = from; i < to; ++i)
          values[i] = value_of(i, i + static_cast<std::size_t>(offset));
      };
      if (feature == WindowFeature::promo_hit) {
        fill([&](std::size_t, std::size_t other) { return table.at(other, Lexicon::promo); });
      } else if (feature == WindowFeature::prompt_hit) {
        fill([&](std::size_t, std::size_t other) {
          return table.at(other, Lexicon::subscription_prompt) +
                 table.at(other, Lexicon::subscription_benefit);
        });
      } else if (feature == WindowFeature::same_parent) {
        fill([&](std::size_t i, std::size_t other) { return likeness.same_parent(i, other); });
      } else if (feature == WindowFeature::same_class) {
        fill([&](std::size_t i, std::size_t other) { return likeness.same_class(i, other); });
      } else {
        const Feature repeated = repeated_feature(feature);
        fill([&](std::size_t, std::size_t other) { return table.at(other, repeated); });
      }
    }
  }
}

} // namespace

void add_neighbour_features(const AnnotateInput& input, FeatureTable& table) {
  const auto count = static_cast<int>(table.size());
  add_nearest_good(input, count, table);
  add_means(input, count, table);
  add_window(input, table.size(), table);
}

} // namespace lectern
