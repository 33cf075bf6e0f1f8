#include "classify/block_model.hpp"

#include <algorithm>
#include <array>
#include <catch2/catch_test_macros.hpp>
#include <cstring>
#include <random>
#include <string>
#include <vector>

#include "base/float_lanes.hpp"

using namespace lectern;

namespace {

// Writes a model file, and walks its trees node by node as the format says.
class PlainModel {
 public:
  explicit PlainModel(unsigned seed) : random_(seed) {
    for (std::size_t f = 0; f < kFeatures; ++f) {
      columns_.push_back(f * 7 % kFeatureCount);
      std::vector<float> thresholds;
      for (int t = 0; t < kThresholds; ++t) thresholds.push_back(static_cast<float>(t) - 2.5F);
      thresholds_.push_back(thresholds);
    }
    for (int t = 0; t < kTrees; ++t) {
      trees_.emplace_back();
      grow(trees_.back(), 0);
    }
  }

  std::string file() const {
    std::string out = "LCTM";
    put<std::uint8_t>(out, 1);
    put<std::uint8_t>(out, 1);
    put<std::uint16_t>(out, kFeatures);
    for (std::size_t f = 0; f < kFeatures; ++f) {
      const std::string& name = model_columns(0)[columns_[f]];
      put<std::uint8_t>(out, static_cast<std::uint8_t>(name.size()));
      out += name;
      put<std::uint8_t>(out, kThresholds);
      for (const float threshold : thresholds_[f]) put(out, threshold);
    }
    put<std::int32_t>(out, kBias);
    put<std::int32_t>(out, kScale);
    put<std::uint16_t>(out, kTrees);
    for (const auto& tree : trees_) {
      put(out, static_cast<std::uint16_t>(tree.size()));
      for (const std::uint32_t node : tree) put(out, node);
    }
    return out;
  }

  float judge(const float* row) const {
    std::int32_t sum = kBias;
    for (const auto& tree : trees_) {
      std::uint32_t at = 0;
      while ((tree[at] & 0xFFu) != 255) {
        const std::size_t f = tree[at] & 0xFFu;
        const auto bin = static_cast<std::uint32_t>(
            std::lower_bound(thresholds_[f].begin(), thresholds_[f].end(), row[columns_[f]]) -
            thresholds_[f].begin());
        at = bin <= (tree[at] >> 8 & 0xFFu) ? at + 1 : tree[at] >> 16;
      }
      sum += static_cast<std::int16_t>(tree[at] >> 16);
    }
    return static_cast<float>(logistic(static_cast<double>(sum) / kScale));
  }

 private:
  static constexpr std::uint16_t kFeatures = 9, kTrees = 12;
  static constexpr std::uint8_t kThresholds = 5;
  static constexpr std::int32_t kBias = -150, kScale = 900;

  template <typename T>
  static void put(std::string& out, T value) {
    out.append(reinterpret_cast<const char*>(&value), sizeof value);
  }

  void grow(std::vector<std::uint32_t>& tree, int depth) {
    const std::size_t at = tree.size();
    if (depth > 6 || (depth > 1 && random_() % 4 == 0)) {
      const auto value = static_cast<std::int16_t>(static_cast<int>(random_() % 801) - 400);
      tree.push_back(255u | static_cast<std::uint32_t>(static_cast<std::uint16_t>(value)) << 16);
      return;
    }
    tree.push_back(0);
    const auto feature = static_cast<std::uint32_t>(random_() % kFeatures);
    // The last one is a bin beyond which nothing lies.
    const auto bin = static_cast<std::uint32_t>(random_() % (kThresholds + 1u));
    grow(tree, depth + 1);
    tree[at] = feature | bin << 8 | static_cast<std::uint32_t>(tree.size()) << 16;
    grow(tree, depth + 1);
  }

  std::mt19937 random_;
  std::vector<std::size_t> columns_;
  std::vector<std::vector<float>> thresholds_;
  std::vector<std::vector<std::uint32_t>> trees_;
};

} // namespace

TEST_CASE("many blocks at once are judged as each one alone", "[classify]") {
  for (unsigned seed = 1; seed <= 5; ++seed) {
    const PlainModel plain(seed);
    const std::string file = plain.file();
    const BlockModel model = BlockModel::parse(file);
    REQUIRE(model.is_valid());
    std::mt19937 random(seed);
    for (const std::size_t count : {1u, 2u, 63u, 64u, 65u, 130u, 200u}) {
      std::vector<float> rows(count * kFeatureCount);
      // Halves hit the thresholds themselves.
      for (float& value : rows) value = static_cast<float>(static_cast<int>(random() % 17) - 8) / 2;
      const std::vector<float> judged =
          model.judge(0, {count, ModelColumns::row_after_row(rows, kFeatureCount)});
      REQUIRE(judged.size() == count);
      for (std::size_t i = 0; i < count; ++i) {
        CAPTURE(seed, count, i);
        REQUIRE(judged[i] == plain.judge(rows.data() + i * kFeatureCount));
      }
      FeatureTable table(count, false);
      for (std::size_t c = 0; c < kFeatureCount; ++c)
        for (std::size_t i = 0; i < count; ++i) table.column(c)[i] = rows[i * kFeatureCount + c];
      CHECK(model.judge(0, {count, ModelColumns::of(table)}) == judged);
    }
  }
}

TEST_CASE("a damaged model file is none", "[classify]") {
  const std::string file = PlainModel(1).file();
  CHECK_FALSE(BlockModel::parse("").is_valid());
  CHECK_FALSE(BlockModel::parse(file + "x").is_valid());
  for (std::size_t size = 0; size < file.size(); size += 13)
    CHECK_FALSE(BlockModel::parse(std::string_view(file).substr(0, size)).is_valid());
}

TEST_CASE("each value above the limit is one bit, equal ones are none", "[classify]") {
  std::array<float, kLanes> values;
  for (std::size_t i = 0; i < kLanes; ++i) values[i] = static_cast<float>(i % 5);
  const std::uint64_t above = lanes_above(values.data(), 2.0F);
  for (std::size_t i = 0; i < kLanes; ++i) CHECK((above >> i & 1) == (i % 5 > 2 ? 1u : 0u));
}

TEST_CASE("sums get what is added to their bit, and keep what they had", "[classify]") {
  std::mt19937_64 random(3);
  std::array<std::int32_t, kLanes> sums, expected;
  for (std::size_t i = 0; i < kLanes; ++i) sums[i] = expected[i] = 100'000 * static_cast<int>(i);
  std::vector<std::uint64_t> sets{kAllLanes, 0, 1, 1ull << 63};
  std::vector<std::int16_t> values{400, 9, -5, 0x3FFF};
  for (int i = 0; i < 20; ++i) {
    sets.push_back(random());
    values.push_back(static_cast<std::int16_t>(static_cast<int>(random() % 801) - 400));
  }
  for (std::size_t s = 0; s < sets.size(); ++s)
    for (std::size_t i = 0; i < kLanes; ++i)
      if ((sets[s] >> i & 1) != 0) expected[i] += values[s];
  add_to_lanes(sets, values.data(), sums);
  CHECK(sums == expected);
}

TEST_CASE("the least and the largest of many values are found wherever they stand", "[classify]") {
  for (std::size_t place = 0; place < kLanes; ++place) {
    std::array<float, kLanes> values;
    values.fill(1.5F);
    values[place] = -3.0F;
    values[kLanes - 1 - place] = 7.0F;
    const LaneRange range = range_of_lanes(values.data());
    CAPTURE(place);
    CHECK(range.least == -3.0F);
    CHECK(range.most == 7.0F);
  }
}

TEST_CASE("a row of a feature table holds what its columns hold", "[classify]") {
  FeatureTable table(130, true);
  table.at(129, Feature::tokens) = 3.0F;
  table.at(129, LineFeature::names_near) = 4.0F;
  table.fill(Lexicon::promo, 2.0F);
  const std::vector<float> row = table.row(129);
  REQUIRE(row.size() == kTextFeatureCount);
  CHECK(row[0] == 3.0F);
  CHECK(row.back() == 4.0F);
  CHECK(row[kLexiconFeaturesAt + static_cast<std::size_t>(Lexicon::promo)] == 2.0F);
  CHECK(row[1] == kUnknown);
}
