// Where a block stands: on the page, from the headline, and among the page's good text.
#include "annotate/feature_groups.hpp"

namespace lectern {

void add_place_features(const AnnotateInput& input, FeatureTable& table) {
  const PageIndex& index = input.index;
  const auto count = static_cast<int>(table.size());
  float good_before = 0, since_headline = 0, since_heading = 0;
  for (int i = 0; i < count; ++i) {
    const auto row = static_cast<std::size_t>(i);
    const auto set = [&](Feature feature, float value) { table.at(row, feature) = value; };
    const auto tokens = static_cast<float>(index.metrics(row).tokens);
    set(Feature::position, static_cast<float>(i) / static_cast<float>(count));
    set(Feature::good_before, good_before / index.total_good);
    set(Feature::from_headline, static_cast<float>(i - index.headline));
    set(Feature::tokens_since_headline, i < index.headline ? -1.0F : since_headline);
    set(Feature::tokens_since_heading, since_heading);
    set(Feature::from_first_good, static_cast<float>(i - index.first_good));
    set(Feature::from_last_good, static_cast<float>(i - index.last_good));
    set(Feature::in_good_range, index.first_good <= i && i <= index.last_good);
    set(Feature::page_blocks, static_cast<float>(count));
    set(Feature::page_good_tokens, index.total_good);
    good_before += index.good(row);
    if (i >= index.headline) since_headline += tokens;
    since_heading =
        input.document.blocks[row].shape == Shape::heading ? 0.0F : since_heading + tokens;
  }
}

} // namespace lectern
