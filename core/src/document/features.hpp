#pragma once
// The measured facts of every block, as a table of numbers. `annotate` fills them in,
// `classify` and the training script read them by name. A feature that an input cannot know (the
// tags of plain text) is kUnknown, which the model was trained with.

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "rules/class_names.hpp"
#include "rules/lexicon.hpp"

namespace lectern {

inline constexpr float kUnknown = -1.0F;

// clang-format off
#define LECTERN_FEATURES(X) \
  /* the text itself: tokens, bytes, letters a word, sentences, how it begins and ends */ \
  X(tokens) X(characters) X(word_length) X(sentences) X(ends_sentence) X(ends_strictly) X(ends_with_colon) \
  X(ends_with_question) X(digit_share) X(capital_share) X(all_caps_share) X(comma_share) X(punctuation_share) \
  X(begins_quoted) X(begins_lower) X(begins_number) X(has_separator) X(has_price) X(common_word_share) \
  /* its inline markup */ \
  X(link_density) X(bold_density) X(links) X(images) X(has_time) X(has_control) X(lines_before) \
  X(external_link_share) X(social_link_share) X(account_link_share) X(fragment_link_share) \
  /* its element and the nearest of each kind around it, as a distance */ \
  X(shape) X(heading_level) X(is_p) X(is_li) X(is_td) X(is_div) X(is_dd) X(is_section) X(is_article) X(is_blockquote) X(is_figcaption) \
  X(up_article) X(up_main) X(up_aside) X(up_footer) X(up_nav) X(up_form) X(up_figure) X(up_header) \
  X(up_section) X(up_li) X(up_table) X(up_blockquote) X(up_ul) X(up_a) X(list_depth) X(depth) \
  X(is_hidden) X(up_aria_hidden) X(has_no_class) \
  /* its place on the page and among the good text (long blocks with few links) */ \
  X(position) X(good_before) X(from_headline) X(tokens_since_headline) X(from_first_good) X(from_last_good) X(in_good_range) \
  X(page_blocks) X(page_good_tokens) X(tokens_since_heading) \
  /* the element, its parent and the two above: share of good text, share of text, links, blocks, mean length */ \
  X(own_good) X(own_share) X(own_links) X(own_blocks) X(own_mean) \
  X(parent_good) X(parent_share) X(parent_links) X(parent_blocks) X(parent_mean) \
  X(grand_good) X(grand_share) X(grand_links) X(grand_blocks) X(grand_mean) \
  X(great_good) X(great_share) X(great_links) X(great_blocks) X(great_mean) \
  X(same_tag_siblings) X(siblings) X(sibling_good) \
  /* against the container with the best text */ \
  X(up_to_best) X(best_depth) X(in_best) X(in_half) X(in_most) X(branch_blocks) X(branch_good) X(branch_links) \
  X(place_in_best) X(best_blocks_left) \
  /* how often its tag path and its class signature stand on the page, and what they hold */ \
  X(path_count) X(path_share) X(path_mean) X(path_links) X(class_count) X(class_share) X(class_mean) X(class_links) \
  X(duplicates) \
  /* shared words with title and description, and with the body that the page's data states */ \
  X(in_title) X(covers_title) X(in_description) X(covers_description) X(in_stated_body) \
  /* phrase hits that need more than a count */ \
  X(prompt_cover) X(promo_cover) X(any_phrase) X(appeal) X(appeal_cover) \
  /* what sort of page its own data call it: alike for all of its blocks */ \
  X(page_type) X(page_is_article) X(page_section) X(page_published) X(page_author) \
  /* what stands around it */ \
  X(prev_good_distance) X(prev_good_same_parent) X(next_good_distance) X(next_good_same_parent) \
  X(near_tokens) X(near_links) X(near_good) X(wide_good) X(image_just_before)

#define LECTERN_WINDOW_FEATURES(X) \
  X(tokens) X(link_density) X(is_p) X(heading_level) X(ends_sentence) X(promo_hit) X(prompt_hit) X(parent_good) X(capital_share) \
  X(up_to_best) X(is_li) X(same_parent) X(same_class)

// Plain text has no elements: what its lines are is told by the lines around them.
#define LECTERN_LINE_FEATURES(X) \
  /* the blank lines around it, and the lines that stand among blank lines alike */ \
  X(gap_below) X(gap_one_above) X(gap_two_below) X(make_count) X(make_mean) X(make_prose) X(make_open) \
  /* the nearest prose above and below: how far, how long; its share of the page and of the lines near */ \
  X(prose_above) X(prose_below) X(prose_above_tokens) X(prose_below_tokens) X(prose_before) X(prose_after) \
  X(near_prose_above) X(near_prose_below) X(wide_prose_above) X(wide_prose_below) \
  /* the run of lines that it stands in, of prose or of other lines; the list */ \
  X(run_lines) X(run_mean) X(run_open) X(run_phrases) X(run_digits) X(run_capitals) X(list_items) \
  /* lines further off than the window */ \
  X(tokens_3_above) X(tokens_3_below) X(tokens_4_above) X(tokens_4_below) X(open_2_above) X(open_1_above) X(open_1_below) \
  X(open_2_below) X(digits_2_above) X(digits_1_above) X(digits_1_below) X(digits_2_below) X(phrases_1_above) X(phrases_1_below) \
  /* its words: those that the page's prose has too, and what else the page repeats of it */ \
  X(known_words) X(word_weight) X(known_near) X(repeated_words) X(same_first_word) X(same_last_word) X(sentence_tokens) \
  /* lines since and until such words */ \
  X(since_end_mark) X(since_promo) X(since_prompt) X(since_comment) X(since_tags) X(since_author) X(since_share) \
  X(until_end_mark) X(until_promo) X(until_prompt) X(phrases_near) X(phrases_wide) \
  /* dates and names in lines of their own */ \
  X(is_date) X(is_byline) X(is_name) X(date_above) X(date_below) X(dates_near) X(names_near)
// clang-format on

enum class Feature : std::uint16_t {
#define X(name) name,
  LECTERN_FEATURES(X)
#undef X
      count_
};

enum class WindowFeature : std::uint8_t {
#define X(name) name,
  LECTERN_WINDOW_FEATURES(X)
#undef X
      count_
};

enum class LineFeature : std::uint8_t {
#define X(name) name,
  LECTERN_LINE_FEATURES(X)
#undef X
      count_
};

inline constexpr std::size_t kPlainFeatures = static_cast<std::size_t>(Feature::count_);
inline constexpr std::size_t kWindowReach = 2; // blocks on each side
inline constexpr std::size_t kWindowFeatures = static_cast<std::size_t>(WindowFeature::count_);

// A row: the plain features, one count for each lexicon, one distance for each class hint, then the
// window of the blocks at -2, -1, +1 and +2. Rows of plain text go on with the line features.
inline constexpr std::size_t kLexiconFeaturesAt = kPlainFeatures;
inline constexpr std::size_t kHintFeaturesAt = kLexiconFeaturesAt + kLexiconCount;
inline constexpr std::size_t kWindowFeaturesAt = kHintFeaturesAt + kHintCount;
inline constexpr std::size_t kFeatureCount = kWindowFeaturesAt + 2 * kWindowReach * kWindowFeatures;
inline constexpr std::size_t kLineFeatures = static_cast<std::size_t>(LineFeature::count_);
inline constexpr std::size_t kTextFeatureCount = kFeatureCount + kLineFeatures;

/// Features of all blocks, column after column: a model asks one feature of many blocks at once.
class FeatureTable {
 public:
  FeatureTable(std::size_t blocks, bool is_text)
      : blocks_(blocks),
        columns_(is_text ? kTextFeatureCount : kFeatureCount),
        stride_(stride_for(blocks)),
        values_(columns_ * stride_, kUnknown) {}

  std::size_t size() const { return blocks_; }
  std::size_t columns() const { return columns_; }

  /// One feature of all blocks. Behind them is room to be read, up to a multiple of kBlocksAtOnce.
  std::span<float> column(std::size_t column) {
    return {values_.data() + column * stride_, blocks_};
  }
  std::span<const float> column(std::size_t column) const {
    return {values_.data() + column * stride_, blocks_};
  }
  /// All features of a block, in the order of the columns.
  std::vector<float> row(std::size_t block) const {
    std::vector<float> row(columns_);
    for (std::size_t c = 0; c < columns_; ++c) row[c] = values_[c * stride_ + block];
    return row;
  }

  float& at(std::size_t block, Feature feature) { return value(block, index_of(feature)); }
  float at(std::size_t block, Feature feature) const { return value(block, index_of(feature)); }
  float& at(std::size_t block, Lexicon lexicon) { return value(block, index_of(lexicon)); }
  float at(std::size_t block, Lexicon lexicon) const { return value(block, index_of(lexicon)); }
  float& at(std::size_t block, Hint hint) { return value(block, index_of(hint)); }
  float at(std::size_t block, Hint hint) const { return value(block, index_of(hint)); }
  /// Of plain text alone.
  float& at(std::size_t block, LineFeature feature) { return value(block, index_of(feature)); }
  float at(std::size_t block, LineFeature feature) const { return value(block, index_of(feature)); }

  /// Gives all blocks the same value.
  void fill(auto feature, float value) {
    for (float& of_block : column(index_of(feature))) of_block = value;
  }

  static constexpr std::size_t index_of(Feature feature) {
    return static_cast<std::size_t>(feature);
  }
  static constexpr std::size_t index_of(Lexicon lexicon) {
    return kLexiconFeaturesAt + static_cast<std::size_t>(lexicon);
  }
  static constexpr std::size_t index_of(Hint hint) {
    return kHintFeaturesAt + static_cast<std::size_t>(hint);
  }
  static constexpr std::size_t index_of(LineFeature feature) {
    return kFeatureCount + static_cast<std::size_t>(feature);
  }

  static constexpr std::size_t kBlocksAtOnce = 64;

 private:
  float& value(std::size_t block, std::size_t column) { return values_[column * stride_ + block]; }
  float value(std::size_t block, std::size_t column) const {
    return values_[column * stride_ + block];
  }

  /// From a column to the next: an odd number of cache lines, so that the columns of one block do
  /// not all compete for the same place in the cache.
  static constexpr std::size_t stride_for(std::size_t blocks) {
    constexpr std::size_t kLine = 64 / sizeof(float);
    return (blocks + kBlocksAtOnce - 1) / kBlocksAtOnce * kBlocksAtOnce + kLine;
  }

  std::size_t blocks_;
  std::size_t columns_;
  std::size_t stride_;
  std::vector<float> values_;
};

} // namespace lectern
