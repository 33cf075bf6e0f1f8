#include "classify/passes/link_calls.hpp"

#include <algorithm>
#include <array>

#include "base/text.hpp"

namespace lectern {
namespace {

constexpr float kWhollyLinked = 0.9F;
constexpr float kPartlyLinked = 0.3F;
constexpr float kMostLinksLead = 0.5F;
constexpr float kMaxCallCharacters = 280; // tokens are characters in Thai, Chinese and Japanese
constexpr float kMaxTeaserCharacters = 150, kMinTeaserTokens = 4;
constexpr float kMaxLabelTokens = 6, kMinLinkedTokens = 2;
constexpr std::size_t kMaxLabelBytes = 40; // some twenty letters outside of Latin
// What stands around a label, brackets first, for a colon may stand in them: "[Related] ...",
// "Related: ...", a wide colon.
struct LabelMarks {
  std::string_view opening, closing;
};
constexpr std::array<LabelMarks, 4> kLabelMarks{
    {{"[", "]"}, {"\xE3\x80\x90", "\xE3\x80\x91"}, {"", ":"}, {"", "\xEF\xBC\x9A"}}};
constexpr std::size_t kMaxBoxBytes = 500; // of text; a longer box holds more than its form
constexpr int kMaxBoxLevels = 6;          // from the field up to the box's element

bool is_plain_line(const PassInput& in, std::size_t i) {
  const Shape shape = in.block(i).shape;
  return shape == Shape::paragraph || shape == Shape::quote;
}

/// Of a line that leads to another page of the site. What ends like a sentence may be one; a link
/// to another site may be the source.
bool may_be_teaser(const PassInput& in, std::size_t i) {
  const bool is_sentence =
      in.at(i, Feature::ends_strictly) > 0 && in.at(i, Feature::ends_with_question) <= 0;
  return !is_sentence && in.at(i, Feature::characters) <= kMaxTeaserCharacters &&
         in.at(i, Feature::external_link_share) <= 0 && in.at(i, Feature::fragment_link_share) <= 0;
}

/// An element that is no box of a form, however little it holds.
bool holds_article(const PassInput& in, NodeId node, std::size_t first, std::size_t last) {
  const Tag tag = in.dom.tag(node);
  if (tag == Tag::article || tag == Tag::main || tag == Tag::body) return true;
  for (std::size_t i = first; i < last; ++i)
    if (in.block(i).shape == Shape::heading && in.block(i).heading_level == 1) return true;
  return false;
}

bool asks_for_address(const Dom& dom, NodeId node) {
  return dom.tag(node) == Tag::input &&
         equals_ignoring_case(trim(dom.attribute(node, "type")), "email");
}

} // namespace

bool leads_to_offer(const PassInput& in, std::size_t i) {
  if (in.is_text() || !is_plain_line(in, i)) return false;
  const float links = in.at(i, Feature::link_density);
  if (in.at(i, Feature::tokens) <= 0 || in.at(i, Feature::characters) > kMaxCallCharacters)
    return false;
  if (in.at(i, Feature::account_link_share) < kMostLinksLead) return false;
  return links >= kWhollyLinked || (links >= kPartlyLinked && in.at(i, Feature::has_price) > 0);
}

LineLabel label_of(std::string_view text) {
  const std::string_view start = text.substr(0, kMaxLabelBytes);
  for (const LabelMarks& marks : kLabelMarks) {
    if (!start.starts_with(marks.opening)) continue;
    const std::size_t begin = marks.opening.size(), end = start.find(marks.closing, begin);
    if (end != std::string_view::npos)
      return {start.substr(begin, end - begin), end + marks.closing.size()};
  }
  return {};
}

bool is_labelled_link(const PassInput& in, std::size_t i) {
  if (in.is_text() || !is_plain_line(in, i)) return false;
  if (in.at(i, Feature::tokens) < kMinTeaserTokens || !may_be_teaser(in, i)) return false;
  const Block& block = in.block(i);
  const std::string_view text = in.text(i);
  std::size_t label = label_of(text).end;
  if (block.link_count != 1 || label == 0) return false;
  if (text.substr(label).starts_with(' ')) ++label;
  return text.size() > label && block.linked_bytes < text.size() &&
         block.linked_bytes + label >= text.size() && block.linked_bytes > label;
}

bool is_label_of_links(const PassInput& in, std::size_t i) {
  return !in.is_text() && in.at(i, Feature::tokens) <= kMaxLabelTokens &&
         in.at(i, Feature::link_density) <= 0 && in.at(i, Feature::ends_strictly) <= 0 &&
         (in.hits(i, Lexicon::promo) || in.hits(i, Lexicon::end_mark));
}

bool is_linked_line(const PassInput& in, std::size_t i) {
  return (is_plain_line(in, i) || in.block(i).shape == Shape::list_item) &&
         in.at(i, Feature::tokens) >= kMinLinkedTokens &&
         in.at(i, Feature::link_density) >= kWhollyLinked && may_be_teaser(in, i);
}

std::vector<bool> blocks_in_address_boxes(const PassInput& in) {
  std::vector<bool> in_box(in.size(), false);
  for (NodeId field = 0; field < in.dom.size(); ++field) {
    if (!asks_for_address(in.dom, field)) continue;
    // The widest element around the field that holds little text is its box.
    std::size_t box_first = 0, box_last = 0;
    int levels = 0;
    for (NodeId node = in.dom.parent(field); node != kNoNode && levels < kMaxBoxLevels;
         node = in.dom.parent(node), ++levels) {
      const auto begins_before = [&](const Block& block, NodeId at) { return block.first < at; };
      const auto& blocks = in.document.blocks;
      const auto first = static_cast<std::size_t>(
          std::lower_bound(blocks.begin(), blocks.end(), node, begins_before) - blocks.begin());
      std::size_t last = first, bytes = 0;
      while (last < blocks.size() && blocks[last].first < in.dom.end(node) && bytes <= kMaxBoxBytes)
        bytes += blocks[last++].text_length;
      if (bytes > kMaxBoxBytes || holds_article(in, node, first, last)) break;
      box_first = first;
      box_last = last;
    }
    for (std::size_t i = box_first; i < box_last; ++i) in_box[i] = true;
  }
  return in_box;
}

} // namespace lectern
