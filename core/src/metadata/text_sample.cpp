#include "metadata/text_sample.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "base/utf8.hpp"

namespace lectern {
namespace {

constexpr std::size_t kMinRunBytes = 40;  // menus and labels are shorter
constexpr std::size_t kMaxRunBytes = 300; // of one run, so that no single quotation decides

bool holds_no_prose(Tag tag) {
  switch (tag) {
    case Tag::script:
    case Tag::style:
    case Tag::template_:
    case Tag::noscript:
    case Tag::svg:
    case Tag::select:
    case Tag::textarea:
    case Tag::iframe:
    case Tag::button:
    case Tag::nav:
    case Tag::footer:
    case Tag::a:
    case Tag::pre:
    case Tag::code:
      return true;
    default:
      return false;
  }
}

} // namespace

std::string sample_prose(const Dom& dom, std::size_t most) {
  std::string sample;
  if (dom.body() == kNoNode) return sample;
  const NodeId end = dom.end(dom.body());
  for (NodeId node = dom.body() + 1; node < end && sample.size() < most;) {
    if (holds_no_prose(dom.tag(node))) {
      node = dom.end(node);
      continue;
    }
    if (dom.is_text(node) && dom[node].text.size() >= kMinRunBytes) {
      const std::string_view run = trim(dom[node].text);
      if (run.size() >= kMinRunBytes) sample.append(first_bytes(run, kMaxRunBytes)).push_back('\n');
    }
    ++node;
  }
  return sample;
}

} // namespace lectern
