#pragma once
#include <cstddef>
#include <lexbor/html/tree.h>
#include <vector>

#include "parse/builder_traits.hpp"

namespace lectern {

/// How deep elements may nest. The tree builder walks its stack of open elements for most tags, so
/// 200,000 nested elements cost 200,000 walks of up to 200,000 steps. At `max_depth` an element is
/// closed as soon as it is opened: what would be inside follows it, as in Blink. Nearly all tags
/// stand above the limit, and take a comparison each.
class DepthLimit {
 public:
  explicit DepthLimit(std::size_t max_depth) : max_depth_(max_depth) {}

  /// Whether the tree builder must not get a start tag, because its element could not be closed at
  /// once. To be asked of each start tag once, as of each end tag below: what is closed is counted.
  bool drops_start_tag(const lxb_html_tree_t& tree, lxb_tag_id_t tag) {
    if (tree.open_elements->length < max_depth_ || !has_trait(tag, kChangesBuilder | kFormatting))
      return false;
    closed_early_.push_back(tag);
    return true;
  }

  /// Closes the element of a start tag that the tree builder took, when it is beyond the limit.
  void end_start_tag(lxb_html_tree_t& tree, lxb_tag_id_t tag) {
    if (tree.open_elements->length > max_depth_) close_beyond(tree, tag);
  }

  /// Whether the tree builder must not get an end tag, because its element was closed already.
  bool drops_end_tag(const lxb_html_tree_t& tree, lxb_tag_id_t tag) {
    return !closed_early_.empty() && drops_end_of_closed(tree, tag);
  }

 private:
  void close_beyond(lxb_html_tree_t& tree, lxb_tag_id_t tag);
  bool drops_end_of_closed(const lxb_html_tree_t& tree, lxb_tag_id_t tag);

  std::size_t max_depth_;
  std::vector<lxb_tag_id_t> closed_early_; // beyond the limit: their end tags are still to come
};

} // namespace lectern
