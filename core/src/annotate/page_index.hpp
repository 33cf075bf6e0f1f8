#pragma once
// Sums over blocks that answer for any element in constant time: an element's blocks are a range,
// so its text is a difference of two prefix sums.

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "annotate/text_metrics.hpp"
#include "document/block.hpp"
#include "document/page_data.hpp"

namespace lectern {

/// What the blocks below one element hold.
struct Holdings {
  float tokens = 0;
  float good = 0;   // tokens in long blocks with few links
  float linked = 0; // tokens inside links
  int blocks = 0;
};

/// Some dozen words: filled, then closed, then asked.
class TokenSet {
 public:
  std::vector<TokenHash>& open() { return tokens_; }
  void close();
  std::size_t size() const { return tokens_.size(); }
  bool has(TokenHash token) const {
    return (filter_[slot(token)] & bit(token)) != 0 && find(token);
  }

 private:
  bool find(TokenHash token) const;
  static std::size_t slot(TokenHash token) { return (token >> 6) & 15; }
  static std::uint64_t bit(TokenHash token) { return std::uint64_t{1} << (token & 63); }

  std::vector<TokenHash> tokens_; // sorted, unique
  std::array<std::uint64_t, 16> filter_{};
};

/// The words of a block that are common on the page, its distinct words, and how many of these
/// title and description hold too.
struct SharedWords {
  int common = 0, distinct = 0, with_title = 0, with_description = 0;
};

class PageIndex {
 public:
  PageIndex(const Dom& dom, const Document& document, const PageData& page_data);

  Holdings below(const Dom& dom, NodeId element) const;
  std::uint32_t first_block_at(NodeId node) const { return first_block_[node]; }

  const TextMetrics& metrics(std::size_t block) const { return metrics_[block]; }
  float good(std::size_t block) const { return good_[block]; }
  float link_density(std::size_t block) const { return link_density_[block]; }
  const TokenHash* tokens_begin(std::size_t block) const {
    return tokens_.data() + token_at_[block];
  }
  const TokenHash* tokens_end(std::size_t block) const {
    return tokens_.data() + token_at_[block + 1];
  }
  bool is_common(TokenHash token) const { return common_.has(token); }
  const SharedWords& shared_words(std::size_t block) const { return shared_[block]; }

  float total_tokens = 1;
  float total_good = 1;
  int headline = 0; // the block that looks most like the title
  int first_good = 0, last_good = 0;
  NodeId best = kNoNode; // the element whose children and grandchildren hold the best text
  NodeId half = kNoNode; // the deepest element with half of the good text
  NodeId most = kNoNode; // the deepest element with four fifths of it
  TokenSet title, description;
  std::vector<std::uint64_t> stated_trigrams; // of the body that the page's data states; sorted

 private:
  void find_best_container(const Dom& dom, const Document& document);
  NodeId deepest_with(const Dom& dom, float share) const;
  void find_headline(const Document& document);
  void count_words(const std::vector<unsigned char>& short_tokens);

  std::vector<TextMetrics> metrics_;
  std::vector<TokenHash> tokens_;
  std::vector<std::uint32_t> token_at_;
  std::vector<float> good_, link_density_;
  std::vector<float> tokens_sum_, good_sum_, linked_sum_; // before block i
  std::vector<std::uint32_t> first_block_; // of node n: blocks whose content begins before n
  std::vector<SharedWords> shared_;
  TokenSet common_;
};

std::vector<std::uint64_t> trigrams_of(const TokenHash* begin, const TokenHash* end);

} // namespace lectern
