#include "classify/block_model.hpp"

#include <algorithm>
#include <cstring>

#include "classify/neighbour_votes.hpp"

namespace lectern {
namespace {

constexpr std::uint8_t kVersion = 1;
constexpr std::uint8_t kLeaf = 255;

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

} // namespace

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
  if (in.bytes(4) != "LCTM" || in.read<std::uint8_t>() != kVersion) return {};
  const auto stages = in.read<std::uint8_t>();
  BlockModel model;
  for (std::size_t s = 0; s < stages && !in.failed(); ++s) {
    Stage stage;
    const std::vector<std::string>& names = columns_of(s, own);
    const auto features = in.read<std::uint16_t>();
    for (std::size_t f = 0; f < features && !in.failed(); ++f) {
      UsedFeature used;
      const std::string_view name = in.bytes(in.read<std::uint8_t>());
      const auto found = std::find(names.begin(), names.end(), name);
      if (found == names.end()) return {};
      used.column = static_cast<std::uint32_t>(found - names.begin());
      used.thresholds.resize(in.read<std::uint8_t>());
      for (float& threshold : used.thresholds) threshold = in.read<float>();
      stage.features.push_back(std::move(used));
    }
    stage.bias = in.read<std::int32_t>();
    stage.scale = std::max(1, in.read<std::int32_t>());
    const auto trees = in.read<std::uint16_t>();
    for (std::size_t t = 0; t < trees && !in.failed(); ++t) {
      const auto count = in.read<std::uint16_t>();
      stage.tree_start.push_back(static_cast<std::uint32_t>(stage.nodes.size()));
      for (std::size_t n = 0; n < count && !in.failed(); ++n) {
        const auto node = in.read<std::uint32_t>();
        const std::uint32_t feature = node & 0xFFu, right = node >> 16;
        if (feature != kLeaf && (feature >= stage.features.size() || right <= n || right >= count))
          return {};
        stage.nodes.push_back(node);
      }
      // The last node must be a leaf, or a walk could leave the tree.
      if (count == 0 || (stage.nodes.back() & 0xFFu) != kLeaf) return {};
    }
    stage.tree_start.push_back(static_cast<std::uint32_t>(stage.nodes.size()));
    model.stages_.push_back(std::move(stage));
  }
  if (in.failed() || !in.at_end()) return {};
  return model;
}

std::vector<float> BlockModel::judge(std::size_t stage_index, std::span<const float> rows,
                                     std::size_t columns) const {
  const Stage& stage = stages_[stage_index];
  const std::size_t count = rows.size() / columns;
  std::vector<float> result(count);
  std::vector<std::uint8_t> bins(stage.features.size());
  for (std::size_t i = 0; i < count; ++i) {
    const float* row = rows.data() + i * columns;
    for (std::size_t f = 0; f < stage.features.size(); ++f) {
      const UsedFeature& used = stage.features[f];
      bins[f] = static_cast<std::uint8_t>(
          std::lower_bound(used.thresholds.begin(), used.thresholds.end(), row[used.column]) -
          used.thresholds.begin());
    }
    std::int32_t sum = stage.bias;
    for (std::size_t t = 0; t + 1 < stage.tree_start.size(); ++t) {
      const std::uint32_t* tree = stage.nodes.data() + stage.tree_start[t];
      std::uint32_t at = 0;
      while ((tree[at] & 0xFFu) != kLeaf)
        at = bins[tree[at] & 0xFFu] <= (tree[at] >> 8 & 0xFFu) ? at + 1 : tree[at] >> 16;
      sum += static_cast<std::int16_t>(tree[at] >> 16);
    }
    result[i] = static_cast<float>(logistic(static_cast<double>(sum) / stage.scale));
  }
  return result;
}

const std::vector<std::string>& model_columns(std::size_t stage) {
  static const std::vector<std::string> kFirst = first_stage_columns();
  static const std::vector<std::string> kSecond = [] {
    std::vector<std::string> names = kFirst;
    const std::vector<std::string> votes = neighbour_vote_columns();
    names.insert(names.end(), votes.begin(), votes.end());
    return names;
  }();
  return stage == 0 ? kFirst : kSecond;
}

} // namespace lectern
