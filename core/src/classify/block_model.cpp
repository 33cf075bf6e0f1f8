// Blocks are judged 64 at a time, one bit each: a threshold becomes the set of blocks that lie
// beyond it.

#include "classify/block_model.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cstdlib>
#include <cstring>

#include "base/float_lanes.hpp"
#include "classify/neighbour_votes.hpp"

namespace lectern {
namespace {

constexpr std::uint8_t kWithoutWords = 1, kWithWords = 2; // versions
constexpr unsigned kMaxWordBits = 16;
constexpr std::uint8_t kLeafInFile = 255;
constexpr std::size_t kNodeBytes = 4;          // in the file
constexpr std::size_t kMaxThresholds = 0xFFFD; // of one stage

class Reader {
 public:
  explicit Reader(std::string_view file) : file_(file) {}
  template <typename T>
  T read() {
    T value{};
    if (file_.size() - at_ < sizeof(T)) {
      failed_ = true;
      return value;
    }
    std::memcpy(&value, file_.data() + at_, sizeof(T));
    at_ += sizeof(T);
    return value;
  }
  std::string_view bytes(std::size_t count) {
    if (file_.size() - at_ < count) {
      failed_ = true;
      return {};
    }
    at_ += count;
    return file_.substr(at_ - count, count);
  }
  bool failed() const { return failed_; }
  bool at_end() const { return at_ == file_.size(); }

 private:
  std::string_view file_;
  std::size_t at_ = 0;
  bool failed_ = false;
};

bool read_words(Reader& in, WordWeights& words) {
  words.bits = in.read<std::uint8_t>();
  words.unit = in.read<float>();
  words.bias = in.read<float>();
  if (words.bits == 0 || words.bits > kMaxWordBits) return false;
  const std::string_view weights = in.bytes(std::size_t{1} << words.bits);
  words.weights.assign(weights.begin(), weights.end());
  return !in.failed();
}

/// Where a column of `model_columns` stands in the rows.
struct Place {
  const float* values = nullptr; // of the first row; null: the rows lack it
  std::size_t step = 0;          // to the next row's
};

Place place_of(const ModelRows& rows, std::size_t column) {
  static const std::size_t kWordColumns = line_word_columns().size();
  const ModelColumns* table = &rows.features;
  if (column >= kTextFeatureCount) {
    table = &rows.words;
    column -= kTextFeatureCount;
    if (column >= kWordColumns) {
      table = &rows.votes;
      column -= kWordColumns;
    }
  }
  if (column >= table->columns) return {};
  return {table->values + column * table->column_step, table->row_step};
}

/// The values of rows [begin, begin + count), kLanes of them: those beyond the last row are any.
const float* lanes_of(const Place& place, std::size_t begin, std::size_t count,
                      std::array<float, kLanes>& copied) {
  if (place.step == 1) return place.values + begin; // a FeatureTable's: there is room to read
  if (place.values == nullptr) {
    copied.fill(kUnknown);
    return copied.data();
  }
  const float* from = place.values + begin * place.step;
  for (std::size_t i = 0; i < count; ++i, from += place.step) copied[i] = *from;
  std::fill(copied.begin() + static_cast<std::ptrdiff_t>(count), copied.end(), copied[0]);
  return copied.data();
}

} // namespace

ModelColumns ModelColumns::of(const FeatureTable& features) {
  static_assert(FeatureTable::kBlocksAtOnce == kLanes);
  return {features.column(0).data(), features.columns(), 1,
          static_cast<std::size_t>(features.column(1).data() - features.column(0).data())};
}

double logistic(double x) {
  // (1 + y/1024)^1024 by ten squarings; close enough to e^y for a probability.
  const double y = std::clamp(-x, -30.0, 30.0);
  double power = 1.0 + y / 1024.0;
  for (int i = 0; i < 10; ++i) power *= power;
  return 1.0 / (1.0 + power);
}

BlockModel BlockModel::parse(std::string_view file) {
  return parse(
      file,
      [](std::size_t stage, const void*) -> const std::vector<std::string>& {
        return model_columns(stage);
      },
      nullptr);
}

BlockModel BlockModel::parse(std::string_view file, const std::vector<std::string>& columns) {
  return parse(
      file,
      [](std::size_t, const void* own) -> const std::vector<std::string>& {
        return *static_cast<const std::vector<std::string>*>(own);
      },
      &columns);
}

BlockModel BlockModel::parse(std::string_view file, ColumnsOfStage columns_of, const void* own) {
  Reader in(file);
  if (in.bytes(4) != "LCTM") return {};
  const auto version = in.read<std::uint8_t>();
  if (version != kWithoutWords && version != kWithWords) return {};
  const auto stages = in.read<std::uint8_t>();
  BlockModel model;
  std::vector<std::size_t> waiting; // right branches of a tree that have not begun
  if (version == kWithWords && !read_words(in, model.words_)) return {};
  for (std::size_t s = 0; s < stages && !in.failed(); ++s) {
    Stage stage;
    const std::vector<std::string>& names = columns_of(s, own);
    auto next_name = names.begin();
    const auto features = in.read<std::uint16_t>();
    for (std::size_t f = 0; f < features && !in.failed(); ++f) {
      UsedFeature used;
      const std::string_view name = in.bytes(in.read<std::uint8_t>());
      // Mostly in the order of the columns.
      auto found = std::find(next_name, names.end(), name);
      if (found == names.end()) {
        found = std::find(names.begin(), next_name, name);
        if (found == next_name) return {};
      }
      next_name = found + 1;
      used.column = static_cast<std::uint32_t>(found - names.begin());
      used.first_threshold = static_cast<std::uint32_t>(stage.thresholds.size());
      used.threshold_count = in.read<std::uint8_t>();
      for (std::uint32_t t = 0; t < used.threshold_count; ++t)
        stage.thresholds.push_back(in.read<float>());
      stage.features.push_back(used);
    }
    // What is beyond a feature's last threshold: nothing.
    const std::size_t never = stage.thresholds.size();
    if (never > kMaxThresholds) return {};
    Forest& forest = stage.forest;
    forest.leaf = static_cast<std::uint16_t>(never + 1);
    stage.bias = in.read<std::int32_t>();
    stage.scale = std::max(1, in.read<std::int32_t>());
    const auto trees = in.read<std::uint16_t>();
    for (std::size_t t = 0; t < trees && !in.failed(); ++t) {
      const auto count = in.read<std::uint16_t>();
      forest.tree_start.push_back(static_cast<std::uint32_t>(forest.nodes.size()));
      const std::string_view bytes = in.bytes(std::size_t{count} * kNodeBytes);
      if (in.failed()) return {};
      // The nodes have to be one tree in preorder, so that a walk cannot leave it: the right branch
      // that was met last begins where a leaf has ended the left one.
      const std::size_t first = forest.nodes.size();
      forest.nodes.resize(first + count);
      if (waiting.size() <= count) waiting.resize(std::size_t{count} + 1);
      std::size_t waits = 0;
      int largest = 0;
      Forest::Node* node = forest.nodes.data() + first;
      const auto* byte = reinterpret_cast<const unsigned char*>(bytes.data());
      for (std::size_t n = 0; n < count; ++n, ++node, byte += kNodeBytes) {
        const unsigned feature = byte[0], bin = byte[1], number = byte[2] | byte[3] << 8u;
        if (feature == kLeafInFile) {
          *node = {forest.leaf, static_cast<std::uint16_t>(number)};
          largest = std::max(largest, std::abs(int{static_cast<std::int16_t>(number)}));
          const bool is_last = waits == 0;
          if (is_last ? n + 1 != count : waiting[--waits] != n + 1) return {};
        } else {
          if (feature >= stage.features.size()) return {};
          const UsedFeature& used = stage.features[feature];
          node->test = static_cast<std::uint16_t>(
              bin < used.threshold_count ? used.first_threshold + bin : never);
          node->step = static_cast<std::uint16_t>(number - n);
          waiting[waits++] = number;
        }
      }
      if (count == 0 || waits != 0) return {};
      forest.largest_value = std::max(forest.largest_value, largest);
      forest.most_nodes = std::max<std::size_t>(forest.most_nodes, count);
    }
    forest.tree_start.push_back(static_cast<std::uint32_t>(forest.nodes.size()));
    model.stages_.push_back(std::move(stage));
  }
  if (in.failed() || !in.at_end()) return {};
  return model;
}

std::vector<float> BlockModel::judge(std::size_t stage_index, const ModelRows& rows) const {
  const Stage& stage = stages_[stage_index];
  std::vector<float> result(rows.count);
  std::vector<std::uint64_t> beyond(stage.thresholds.size() + 2); // and of no threshold, and leaves
  Forest::Walk walk;
  Forest::Sums sums;
  std::array<float, kLanes> copied;

  for (std::size_t begin = 0; begin < rows.count; begin += kLanes) {
    const std::size_t count = std::min(kLanes, rows.count - begin);
    for (const UsedFeature& used : stage.features) {
      const float* values = lanes_of(place_of(rows, used.column), begin, count, copied);
      const float* threshold = stage.thresholds.data() + used.first_threshold;
      std::uint64_t* set = beyond.data() + used.first_threshold;
      // They ascend: all values are above the first ones and none above the last; often there is
      // nothing between.
      const LaneRange range = range_of_lanes(values);
      std::uint32_t t = 0;
      for (; t < used.threshold_count && range.least > threshold[t]; ++t) set[t] = kAllLanes;
      for (; t < used.threshold_count && range.most > threshold[t]; ++t)
        set[t] = lanes_above(values, threshold[t]);
      for (; t < used.threshold_count; ++t) set[t] = 0;
    }

    sums.fill(stage.bias);
    stage.forest.add_values(beyond.data(), kAllLanes >> (kLanes - count), walk, sums);
    for (std::size_t i = 0; i < count; ++i)
      result[begin + i] = static_cast<float>(logistic(static_cast<double>(sums[i]) / stage.scale));
  }
  return result;
}

const std::vector<std::string>& model_columns(std::size_t stage) {
  static const std::vector<std::string> kFirst = [] {
    std::vector<std::string> names = first_stage_columns();
    const std::vector<std::string> words = line_word_columns();
    names.insert(names.end(), words.begin(), words.end());
    return names;
  }();
  static const std::vector<std::string> kSecond = [] {
    std::vector<std::string> names = kFirst;
    const std::vector<std::string> votes = neighbour_vote_columns();
    names.insert(names.end(), votes.begin(), votes.end());
    return names;
  }();
  return stage == 0 ? kFirst : kSecond;
}

} // namespace lectern
