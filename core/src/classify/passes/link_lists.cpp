// "Related", "You may also like": a run of lines that each are one link to another page of the site
// is a list of other pages, even where it stands among the paragraphs and looks like a list of the
// article. A list of contents leads to places on this page, a list of sources to other sites: to
// several, right below the text that they are the sources of.
#include "base/url.hpp"
#include "classify/passes.hpp"
#include "classify/thresholds.hpp"

namespace lectern {
namespace {

constexpr float kWhollyLinked = 0.9F;
constexpr float kMaxTitleTokens = 25;
constexpr std::size_t kMinLines = 2;
constexpr std::size_t kMinLinesOfDirectory = 50; // below an article; a page may be a list itself
constexpr float kMaxShareOfDirectory = 0.5F;     // of the words shown
constexpr float kMinLikelihoodOfSource = 0.2F, kMinLikelihoodOfSources = 0.24F;
constexpr int kMaxLevelsOfItem = 4;

bool is_linked_title(const PassInput& in, std::size_t i) {
  const Shape shape = in.block(i).shape;
  if (shape != Shape::list_item && shape != Shape::paragraph) return false;
  const float tokens = in.at(i, Feature::tokens);
  return tokens >= 2 && tokens <= kMaxTitleTokens &&
         in.at(i, Feature::link_density) >= kWhollyLinked &&
         in.at(i, Feature::external_link_share) <= 0 &&
         in.at(i, Feature::fragment_link_share) <= 0 && in.at(i, Feature::ends_strictly) <= 0;
}

/// The site of the link that the block's first words stand in.
std::string_view linked_site(const PassInput& in, std::size_t i) {
  NodeId node = in.block(i).first;
  for (int level = 0; level < kMaxLevelsOfItem && node != kNoNode; node = in.dom.parent(node)) {
    if (in.dom.tag(node) == Tag::a) return site_named_in(in.dom.attribute(node, "href"));
    ++level;
  }
  return {};
}

bool is_source(const PassInput& in, const Verdict& verdict, std::size_t i) {
  return in.block(i).shape == Shape::list_item && !in.block(i).is_hidden &&
         in.at(i, Feature::link_density) >= kWhollyLinked &&
         in.at(i, Feature::fragment_link_share) <= 0 && in.at(i, Feature::any_phrase) <= 0 &&
         in.at(i, Feature::account_link_share) <= 0 && in.at(i, Feature::tokens) > 0 &&
         (is_body(verdict.kind) || verdict.keep >= kMinLikelihoodOfSource);
}

/// The list stands in the element that holds the kept text above it, below a heading or at once.
bool stands_below_text(const PassInput& in, const Verdicts& verdicts, std::size_t begin) {
  NodeId list = in.block(begin).node;
  for (int level = 0; level < kMaxLevelsOfItem && list != kNoNode; ++level) {
    if (in.dom.tag(list) == Tag::ul || in.dom.tag(list) == Tag::ol) break;
    list = in.dom.parent(list);
  }
  const NodeId box = list == kNoNode ? kNoNode : in.dom.parent(list);
  if (box == kNoNode) return false;
  std::size_t above = begin;
  while (above > 0 && (is_wordless(in.block(above - 1)) ||
                       (begin - above < 1 && in.block(above - 1).shape == Shape::heading)))
    --above;
  if (above == 0 || verdicts[above - 1].kind != Kind::paragraph) return false;
  NodeId text = in.block(above - 1).node;
  return in.dom.parent(text) == box;
}

} // namespace

void keep_source_lists(const PassInput& in, Verdicts& verdicts) {
  for (std::size_t begin = 0; begin < in.size();) {
    std::size_t end = begin;
    float sum = 0;
    bool has_sites = false;
    std::size_t external = 0;
    while (end < in.size() && is_source(in, verdicts[end], end)) {
      has_sites = has_sites || linked_site(in, end) != linked_site(in, begin);
      external += in.at(end, Feature::external_link_share) >= 1 ? 1 : 0;
      sum += verdicts[end++].keep;
    }
    const std::size_t lines = end - begin;
    if (lines >= kMinLines && has_sites && external * 2 > lines &&
        sum / static_cast<float>(lines) >= kMinLikelihoodOfSources &&
        stands_below_text(in, verdicts, begin)) {
      for (std::size_t i = begin; i < end; ++i) {
        if (verdicts[i].kind == Kind::furniture) keep_in_doubt(verdicts[i], Kind::list_item);
      }
    }
    begin = end > begin ? end : begin + 1;
  }
}

void drop_link_lists(const PassInput& in, Verdicts& verdicts) {
  if (in.is_text()) return;
  float shown = 0;
  for (std::size_t i = 0; i < in.size(); ++i)
    if (is_body(verdicts[i].kind)) shown += in.at(i, Feature::tokens);
  for (std::size_t begin = 0; begin < in.size();) {
    std::size_t end = begin;
    float sum = 0, tokens = 0;
    while (end < in.size() && is_linked_title(in, end)) {
      sum += verdicts[end].keep;
      tokens += in.at(end, Feature::tokens);
      ++end;
    }
    const std::size_t lines = end - begin;
    const bool is_directory =
        lines >= kMinLinesOfDirectory && tokens < kMaxShareOfDirectory * shown;
    const bool is_doubtful = sum / static_cast<float>(lines) < kSureDespiteLinkList;
    if (lines >= kMinLines && (is_directory || is_doubtful)) {
      for (std::size_t i = begin; i < end; ++i) {
        if (is_body(verdicts[i].kind)) drop_block(verdicts[i], "all_link");
      }
    }
    begin = end > begin ? end : begin + 1;
  }
}

} // namespace lectern
