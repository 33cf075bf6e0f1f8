// What a block's links point to: other sites, social networks, accounts and offers, places on this
// page.
#include <algorithm>

#include "annotate/feature_groups.hpp"
#include "base/text.hpp"
#include "base/text_memo.hpp"

namespace lectern {
namespace {

constexpr std::size_t kMaxLinksRead = 50; // of one block
constexpr std::size_t kMaxBytesOfTarget = 200;

struct LinkCounts {
  int all = 0, external = 0, social = 0, account = 0, fragment = 0;
};

using HintMemo = TextMemo<std::uint64_t>; // an address is often there twice, a host all over

void count_link(std::string_view target, const std::string& page_site, HintMemo& hints,
                LinkCounts& counts) {
  target = trim(target);
  if (target.empty()) return;
  ++counts.all;
  if (target.front() == '#') {
    ++counts.fragment;
    return;
  }
  if (starts_with_ignoring_case(target, "mailto:")) {
    ++counts.social;
    return;
  }
  const std::string_view host = site_named_in(target);
  if (!host.empty() && !equals_ignoring_case(host, page_site)) {
    ++counts.external;
    if (has_hint(hints.get(host, hints_of), Hint::share)) ++counts.social;
  }
  const std::size_t path_at =
      host.empty() ? 0 : std::min(target.size(), target.find("//") + 2 + host.size());
  const std::uint64_t path = hints.get(target.substr(path_at, kMaxBytesOfTarget), hints_of);
  if (has_hint(path, Hint::newsletter) || has_hint(path, Hint::paywall)) ++counts.account;
}

} // namespace

void add_link_features(const AnnotateInput& input, FeatureTable& table) {
  const Dom& dom = input.dom;
  const std::string page_site = input.page_url.site();
  HintMemo hints;
  for (std::size_t i = 0; i < table.size(); ++i) {
    const Block& block = input.document.blocks[i];
    if (block.linked_bytes == 0 && block.link_count == 0) continue;
    LinkCounts counts;
    for (NodeId node = dom.parent(block.first); node != kNoNode && node >= block.node;
         node = dom.parent(node)) {
      if (dom.tag(node) == Tag::a)
        count_link(dom.attribute(node, "href"), page_site, hints, counts);
      if (node == block.node) break;
    }
    for (NodeId node = block.first;
         node < block.last && counts.all < static_cast<int>(kMaxLinksRead); ++node)
      if (dom.tag(node) == Tag::a)
        count_link(dom.attribute(node, "href"), page_site, hints, counts);
    // A card is one link around several blocks.
    if (counts.all == 0) {
      int levels = 0;
      for (NodeId node = block.node; node != kNoNode && levels < 6;
           node = dom.parent(node), ++levels)
        if (dom.tag(node) == Tag::a) {
          count_link(dom.attribute(node, "href"), page_site, hints, counts);
          break;
        }
    }
    const auto part = [&](int n) {
      return static_cast<float>(n) / static_cast<float>(std::max(1, counts.all));
    };
    table.at(i, Feature::external_link_share) = part(counts.external);
    table.at(i, Feature::social_link_share) = part(counts.social);
    table.at(i, Feature::account_link_share) = part(counts.account);
    table.at(i, Feature::fragment_link_share) = part(counts.fragment);
  }
}

} // namespace lectern
