// Columns of plain text alone: the blank lines around a line, the prose nearest to it, the run of
// lines that it stands in. Prose is what ends as a sentence does and is as long as one.
#include <algorithm>
#include <map>
#include <tuple>
#include <vector>

#include "annotate/feature_groups.hpp"

namespace lectern {
namespace {

constexpr float kMinProseTokens = 12;
constexpr float kFarthest = 40;             // lines
constexpr int kNear = 4, kWide = 12;        // lines on one side
constexpr std::uint32_t kMostGap = 3;       // blank lines that are told apart
constexpr float kUnspacedCharacters = 1.6F; // a token: each character is one, beside punctuation

class LineRuns {
 public:
  LineRuns(const AnnotateInput& input, FeatureTable& table)
      : input_(input), table_(table), count_(static_cast<int>(table.size())) {
    is_prose_.resize(table.size());
    for (std::size_t i = 0; i < table.size(); ++i) is_prose_[i] = is_prose(i);
  }

  void add() {
    add_gaps();
    add_makes();
    add_nearest_prose();
    add_prose_shares();
    add_runs();
    add_lists();
    add_window();
  }

 private:
  bool is_prose(std::size_t i) const {
    const Shape shape = input_.document.blocks[i].shape;
    if (shape == Shape::table || shape == Shape::code || shape == Shape::heading) return false;
    const float tokens = table_.at(i, Feature::tokens);
    const bool is_unspaced = table_.at(i, Feature::characters) <= kUnspacedCharacters * tokens;
    return table_.at(i, Feature::ends_sentence) > 0 &&
           tokens >= (is_unspaced ? 2 * kMinProseTokens : kMinProseTokens);
  }

  bool is_open(std::size_t i) const { return table_.at(i, Feature::ends_sentence) <= 0; }

  std::uint32_t gap_above(int i) const {
    if (i < 0 || i >= count_) return kMostGap;
    return std::min(kMostGap, input_.document.blocks[static_cast<std::size_t>(i)].lines_before);
  }

  void set(int i, LineFeature feature, float value) {
    table_.at(static_cast<std::size_t>(i), feature) = value;
  }

  void add_gaps() {
    for (int i = 0; i < count_; ++i) {
      set(i, LineFeature::gap_below, static_cast<float>(gap_above(i + 1)));
      set(i, LineFeature::gap_one_above, static_cast<float>(gap_above(i - 1)));
      set(i, LineFeature::gap_two_below, static_cast<float>(gap_above(i + 2)));
    }
  }

  /// Lines of one shape with as many blank lines above and below were marked up alike.
  void add_makes() {
    struct Make {
      float count = 0, tokens = 0, prose = 0, open = 0;
    };
    std::map<std::tuple<Shape, std::uint32_t, std::uint32_t>, Make> makes;
    const auto make_of = [&](int i) -> Make& {
      const Shape shape = input_.document.blocks[static_cast<std::size_t>(i)].shape;
      return makes[{shape, std::min(2U, gap_above(i)), std::min(2U, gap_above(i + 1))}];
    };
    float all_prose = 1;
    for (int i = 0; i < count_; ++i) {
      const auto row = static_cast<std::size_t>(i);
      Make& make = make_of(i);
      const float tokens = table_.at(row, Feature::tokens);
      make.count += 1;
      make.tokens += tokens;
      if (is_prose_[row]) make.prose += tokens;
      if (is_prose_[row]) all_prose += tokens;
      make.open += is_open(row);
    }
    for (int i = 0; i < count_; ++i) {
      const Make& make = make_of(i);
      set(i, LineFeature::make_count, make.count / static_cast<float>(count_));
      set(i, LineFeature::make_mean, make.tokens / make.count);
      set(i, LineFeature::make_prose, make.prose / all_prose);
      set(i, LineFeature::make_open, make.open / make.count);
    }
  }

  void add_nearest_prose() {
    for (const bool is_above : {true, false}) {
      const LineFeature distance = is_above ? LineFeature::prose_above : LineFeature::prose_below;
      const LineFeature length =
          is_above ? LineFeature::prose_above_tokens : LineFeature::prose_below_tokens;
      int nearest = -1;
      for (int step = 0; step < count_; ++step) {
        const int i = is_above ? step : count_ - 1 - step;
        set(i, distance,
            nearest < 0 ? kFarthest
                        : std::min(kFarthest, static_cast<float>(std::abs(i - nearest))));
        set(i, length,
            nearest < 0 ? 0 : table_.at(static_cast<std::size_t>(nearest), Feature::tokens));
        if (is_prose_[static_cast<std::size_t>(i)]) nearest = i;
      }
    }
  }

  void add_prose_shares() {
    std::vector<float> tokens(table_.size() + 1, 0.0F), lines(table_.size() + 1, 0.0F);
    for (std::size_t i = 0; i < table_.size(); ++i) {
      tokens[i + 1] = tokens[i] + (is_prose_[i] ? table_.at(i, Feature::tokens) : 0.0F);
      lines[i + 1] = lines[i] + (is_prose_[i] ? 1.0F : 0.0F);
    }
    const float all = std::max(1.0F, tokens.back());
    const auto share = [&](int from, int to) {
      from = std::max(0, from);
      to = std::min(count_, to);
      return from >= to
                 ? 0.0F
                 : (lines[static_cast<std::size_t>(to)] - lines[static_cast<std::size_t>(from)]) /
                       static_cast<float>(to - from);
    };
    for (int i = 0; i < count_; ++i) {
      const auto row = static_cast<std::size_t>(i);
      set(i, LineFeature::prose_before, tokens[row] / all);
      set(i, LineFeature::prose_after, 1.0F - tokens[row + 1] / all);
      set(i, LineFeature::near_prose_above, share(i - kNear, i));
      set(i, LineFeature::near_prose_below, share(i + 1, i + 1 + kNear));
      set(i, LineFeature::wide_prose_above, share(i - kWide, i));
      set(i, LineFeature::wide_prose_below, share(i + 1, i + 1 + kWide));
    }
  }

  void add_runs() {
    for (int begin = 0; begin < count_;) {
      int end = begin + 1;
      const auto first = static_cast<std::size_t>(begin);
      while (end < count_ && is_prose_[static_cast<std::size_t>(end)] == is_prose_[first]) ++end;
      float tokens = 0, open = 0, phrases = 0, digits = 0, capitals = 0;
      for (int i = begin; i < end; ++i) {
        const auto row = static_cast<std::size_t>(i);
        tokens += table_.at(row, Feature::tokens);
        open += is_open(row);
        phrases += table_.at(row, Feature::any_phrase) > 0;
        digits += table_.at(row, Feature::digit_share) > 0;
        capitals += table_.at(row, Feature::capital_share);
      }
      const auto lines = static_cast<float>(end - begin);
      for (int i = begin; i < end; ++i) {
        set(i, LineFeature::run_lines, lines);
        set(i, LineFeature::run_mean, tokens / lines);
        set(i, LineFeature::run_open, open / lines);
        set(i, LineFeature::run_phrases, phrases / lines);
        set(i, LineFeature::run_digits, digits / lines);
        set(i, LineFeature::run_capitals, capitals / lines);
      }
      begin = end;
    }
  }

  void add_lists() {
    for (int begin = 0; begin < count_;) {
      int end = begin;
      while (end < count_ &&
             input_.document.blocks[static_cast<std::size_t>(end)].shape == Shape::list_item)
        ++end;
      for (int i = begin; i < end; ++i)
        set(i, LineFeature::list_items, static_cast<float>(end - begin));
      if (end == begin) set(end++, LineFeature::list_items, 0);
      begin = end;
    }
  }

  void add_window() {
    struct Column {
      int offset;
      Feature from;
      LineFeature to;
    };
    constexpr Column kColumns[] = {{-4, Feature::tokens, LineFeature::tokens_4_above},
                                   {-3, Feature::tokens, LineFeature::tokens_3_above},
                                   {3, Feature::tokens, LineFeature::tokens_3_below},
                                   {4, Feature::tokens, LineFeature::tokens_4_below},
                                   {-2, Feature::ends_strictly, LineFeature::open_2_above},
                                   {-1, Feature::ends_strictly, LineFeature::open_1_above},
                                   {1, Feature::ends_strictly, LineFeature::open_1_below},
                                   {2, Feature::ends_strictly, LineFeature::open_2_below},
                                   {-2, Feature::digit_share, LineFeature::digits_2_above},
                                   {-1, Feature::digit_share, LineFeature::digits_1_above},
                                   {1, Feature::digit_share, LineFeature::digits_1_below},
                                   {2, Feature::digit_share, LineFeature::digits_2_below},
                                   {-1, Feature::any_phrase, LineFeature::phrases_1_above},
                                   {1, Feature::any_phrase, LineFeature::phrases_1_below}};
    for (int i = 0; i < count_; ++i)
      for (const Column& column : kColumns) {
        const int from = i + column.offset;
        if (from >= 0 && from < count_)
          set(i, column.to, table_.at(static_cast<std::size_t>(from), column.from));
      }
  }

  const AnnotateInput& input_;
  FeatureTable& table_;
  const int count_;
  std::vector<bool> is_prose_;
};

} // namespace

void add_line_run_features(const AnnotateInput& input, FeatureTable& table) {
  LineRuns(input, table).add();
}

} // namespace lectern
