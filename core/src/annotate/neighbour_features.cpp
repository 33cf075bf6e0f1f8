// What stands around a block: the nearest good text on each side, means over a stretch, and the
// columns of the two blocks before and after.
#include <algorithm>

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

float window_value(const AnnotateInput& input, const FeatureTable& table, int i, int j,
                   WindowFeature feature) {
  const auto at = static_cast<std::size_t>(j);
  switch (feature) {
    case WindowFeature::tokens:
      return table.at(at, Feature::tokens);
    case WindowFeature::link_density:
      return table.at(at, Feature::link_density);
    case WindowFeature::is_p:
      return table.at(at, Feature::is_p);
    case WindowFeature::heading_level:
      return table.at(at, Feature::heading_level);
    case WindowFeature::ends_sentence:
      return table.at(at, Feature::ends_sentence);
    case WindowFeature::promo_hit:
      return table.at(at, Lexicon::promo);
    case WindowFeature::prompt_hit:
      return table.at(at, Lexicon::subscription_prompt) +
             table.at(at, Lexicon::subscription_benefit);
    case WindowFeature::parent_good:
      return table.at(at, Feature::parent_good);
    case WindowFeature::capital_share:
      return table.at(at, Feature::capital_share);
    case WindowFeature::up_to_best:
      return table.at(at, Feature::up_to_best);
    case WindowFeature::is_li:
      return table.at(at, Feature::is_li);
    case WindowFeature::same_parent:
      return input.dom.size() == 0 ? kUnknown
                                   : static_cast<float>(parent_of(input, i) == parent_of(input, j));
    case WindowFeature::same_class: {
      if (input.dom.size() == 0) return kUnknown;
      const NodeId a = input.document.blocks[static_cast<std::size_t>(i)].node,
                   b = input.document.blocks[at].node;
      return input.dom.tag(a) == input.dom.tag(b) &&
             input.dom.attribute(a, "class") == input.dom.attribute(b, "class");
    }
    case WindowFeature::count_:
      break;
  }
  return kUnknown;
}

void add_window(const AnnotateInput& input, int count, FeatureTable& table) {
  constexpr int kOffsets[] = {-2, -1, 1, 2};
  static_assert(std::size(kOffsets) == 2 * kWindowReach);
  for (int i = 0; i < count; ++i) {
    std::span<float> row = table.row(static_cast<std::size_t>(i));
    std::size_t column = kWindowFeaturesAt;
    for (int offset : kOffsets) {
      const int j = i + offset;
      for (std::size_t f = 0; f < kWindowFeatures; ++f, ++column)
        if (j >= 0 && j < count)
          row[column] = window_value(input, table, i, j, static_cast<WindowFeature>(f));
    }
  }
}

} // namespace

void add_neighbour_features(const AnnotateInput& input, FeatureTable& table) {
  const auto count = static_cast<int>(table.size());
  add_nearest_good(input, count, table);
  add_means(input, count, table);
  add_window(input, count, table);
}

} // namespace lectern
