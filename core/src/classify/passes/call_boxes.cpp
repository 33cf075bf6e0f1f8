// A small box of the page that ends in a call to the reader ("Start now", "Get the guide") is made
// for that call: the lines above it only lead there.
#include "base/text.hpp"
#include "classify/passes.hpp"
#include "classify/thresholds.hpp"

namespace lectern {
namespace {

constexpr int kMaxLevels = 3;
constexpr std::size_t kMaxBlocks = 6;
constexpr float kMaxTokens = 90;
constexpr float kMinOpeningTokens = 30;

bool is_call(const PassInput& in, const Verdicts& verdicts, std::size_t i) {
  return !is_kept(verdicts[i].kind) &&
         (in.hits(i, Lexicon::subscription_prompt) || in.at(i, Feature::account_link_share) > 0 ||
          in.at(i, Feature::has_control) > 0);
}

/// The blocks of an element.
struct Box {
  std::size_t begin, end;
  float tokens = 0, keep = 0;
  std::size_t kept = 0;

  float mean_keep() const { return kept == 0 ? 1.0F : keep / static_cast<float>(kept); }
};

Box box_of(const PassInput& in, const Verdicts& verdicts, NodeId element) {
  const std::size_t begin = first_block_from(in, element);
  Box box{begin, begin};
  for (; box.end < in.size() && in.block(box.end).first < in.dom.end(element); ++box.end) {
    if (box.end - begin >= kMaxBlocks) return {begin, begin};
    const float tokens = in.at(box.end, Feature::tokens);
    box.tokens += tokens;
    if (!is_body(verdicts[box.end].kind) || tokens <= 0) continue;
    if (in.block(box.end).shape == Shape::table) return {begin, begin};
    ++box.kept;
    box.keep += verdicts[box.end].keep;
  }
  return box;
}

std::string_view first_class(const Dom& dom, NodeId element) {
  const std::string_view names = trim(dom.attribute(element, "class"));
  return names.substr(0, names.find(' '));
}

/// Entries of a list of things (each with its "Buy now") are marked up alike.
bool is_entry(const Dom& dom, NodeId element) {
  const NodeId parent = dom.parent(element);
  if (parent == kNoNode) return false;
  const auto is_alike = [&](NodeId other) {
    return other != element && !dom.is_text(other) && dom.tag(other) == dom.tag(element) &&
           first_class(dom, other) == first_class(dom, element);
  };
  for (NodeId child = parent + 1; child != kNoNode; child = dom.next_sibling(child))
    if (is_alike(child)) return true;
  return false;
}

bool is_in_entry(const Dom& dom, NodeId node) {
  for (int level = 0; level <= kMaxLevels && node != kNoNode; ++level, node = dom.parent(node))
    if (level > 0 && is_entry(dom, node)) return true;
  return false;
}

} // namespace

void drop_call_boxes(const PassInput& in, Verdicts& verdicts) {
  if (in.is_text()) return;
  bool has_begun = false; // what stands above the first paragraph is the article's head
  for (std::size_t i = 0; i < in.size(); ++i) {
    has_begun |= is_body(verdicts[i].kind) && in.at(i, Feature::tokens) >= kMinOpeningTokens;
    if (!has_begun || !is_call(in, verdicts, i)) continue;
    NodeId element = in.block(i).node;
    if (is_in_entry(in.dom, element)) continue;
    // A button may be loose text of the box itself.
    for (int level = 0; level <= kMaxLevels && element != kNoNode;
         ++level, element = in.dom.parent(element)) {
      const Box box = box_of(in, verdicts, element);
      if (box.begin == box.end || box.tokens > kMaxTokens) break;
      if (box.mean_keep() >= kSureDespiteCallBox) continue;
      for (std::size_t b = box.begin; b < box.end; ++b) {
        if (is_body(verdicts[b].kind)) drop_block(verdicts[b], "same_box");
      }
    }
  }
}

} // namespace lectern
