#include "parse/depth_limit.hpp"

#include <algorithm>
#include <lexbor/html/tree/insertion_mode.h>

namespace lectern {
namespace {

constexpr std::size_t kMaxDepthOvershoot = 128; // elements that the tree builder opens of itself
constexpr std::size_t kMaxEndTagSearch = 32;

} // namespace

void DepthLimit::close_beyond(lxb_html_tree_t& tree, lxb_tag_id_t tag) {
  lexbor_array_t* open = tree.open_elements;
  if (tree.mode == lxb_html_tree_insertion_mode_text) return; // a script or style ends by itself
  if (open->length > max_depth_ + kMaxDepthOvershoot) {
    if (tree.mode == lxb_html_tree_insertion_mode_in_body) open->length = max_depth_;
    return;
  }
  const lxb_dom_node_t* node = lxb_html_tree_current_node(&tree);
  if (node->local_name != tag || has_trait(tag, kChangesBuilder | kFormatting)) return;
  --open->length;
  const bool is_known =
      has_trait(tag, kEndTagIsOptional) && !closed_early_.empty() && closed_early_.back() == tag;
  if (!is_known) closed_early_.push_back(tag);
}

bool DepthLimit::drops_end_of_closed(const lxb_html_tree_t& tree, lxb_tag_id_t tag) {
  if (tree.open_elements->length < max_depth_) {
    closed_early_.clear();
    return false;
  }
  const std::size_t depth = std::min(closed_early_.size(), kMaxEndTagSearch);
  for (std::size_t i = 1; i <= depth; ++i) {
    const std::size_t at = closed_early_.size() - i;
    if (closed_early_[at] != tag) continue;
    closed_early_.resize(at);
    return true;
  }
  return false;
}

} // namespace lectern
