#pragma once
// The learned part: gradient-boosted trees over quantised features, made by scripts/train.
// Everything after quantisation is integer arithmetic, so native and wasm agree to the bit.
//
// The file, little endian:
//   "LCTM", u8 version, u8 stages; in version 2 the weights of words follow: u8 bits, f32 unit,
//   f32 bias, and an i8 for each of the 2^bits places; then for each stage
//   u16 features, each: u8 length and the feature's name, u8 count and that many f32 thresholds,
//   ascending i32 bias, i32 scale, u16 trees, each: u16 nodes, each node 4 bytes:
//     inner: u8 feature (index in this stage), u8 bin, u16 right; goes left (the next node) when
//     the
//            feature's bin is at most `bin`, else to node `right` of the tree
//     leaf:  u8 255, u8 0, i16 value
//   A sum s of leaf values and bias stands for the probability 1 / (1 + exp(-s / scale)).

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "classify/forest.hpp"
#include "classify/line_words.hpp"
#include "document/features.hpp"

namespace lectern {

/// Numbers of all rows, by column.
struct ModelColumns {
  const float* values = nullptr;
  std::size_t columns = 0;
  std::size_t row_step = 0, column_step = 0; // from a value to the next one

  static ModelColumns of(const FeatureTable& features);
  static ModelColumns row_after_row(std::span<const float> values, std::size_t columns) {
    return {values.data(), columns, columns, 1};
  }
};

/// The values that a stage sees of each block: its features, what its words say (plain text), and
/// from the second stage on what the stage before said of its neighbours.
struct ModelRows {
  std::size_t count = 0;
  ModelColumns features, words = {}, votes = {};
};

class BlockModel {
 public:
  /// Reads a model file. Not valid when it is damaged or names a feature that is not there.
  static BlockModel parse(std::string_view file);

  /// The same for a model of other rows than blocks: `columns` are their names.
  static BlockModel parse(std::string_view file, const std::vector<std::string>& columns);

  bool is_valid() const { return !stages_.empty(); }
  std::size_t stage_count() const { return stages_.size(); }
  const WordWeights& words() const { return words_; }

  /// The probability of each row being article text. The rows must hold the columns that
  /// `model_columns` names for that stage.
  std::vector<float> judge(std::size_t stage, const ModelRows& rows) const;

 private:
  using ColumnsOfStage = const std::vector<std::string>& (*)(std::size_t stage, const void* own);
  static BlockModel parse(std::string_view file, ColumnsOfStage columns_of, const void* own);

  struct UsedFeature {
    std::uint32_t column = 0;
    std::uint32_t first_threshold = 0; // in the stage's thresholds
    std::uint32_t threshold_count = 0;
  };
  struct Stage {
    std::vector<UsedFeature> features;
    std::vector<float> thresholds;
    Forest forest; // whose tests are the thresholds
    std::int32_t bias = 0, scale = 1;
  };
  std::vector<Stage> stages_;
  WordWeights words_;
};

/// The names of a row's columns, in order: the features, those of plain text last, the words and
/// in the second stage the neighbours' probabilities. Columns that the rows lack are kUnknown.
const std::vector<std::string>& model_columns(std::size_t stage);

/// 1 / (1 + exp(-x)) by basic operations alone, the same on every machine.
double logistic(double x);

} // namespace lectern
