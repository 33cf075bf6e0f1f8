#include "parse/html_parser.hpp"

#include <algorithm>
#include <utility>
#if defined(__GLIBC__)
#include <malloc.h>
#endif

#include "parse/bounded_parser.hpp"
#include "parse/dom_builder.hpp"

namespace lectern {
namespace {

constexpr std::size_t kLeastDepth = 8;     // html, body and a table cell must fit
constexpr std::size_t kMostDepth = 60'000; // DomNode::depth holds 16 bits

} // namespace

Dom parse_html(std::string_view html, const ParseBudget& budget) {
  ParseBudget limits = budget;
  limits.max_depth = std::clamp(limits.max_depth, kLeastDepth, kMostDepth);
  lxb_html_document_t* document = nullptr;
  PageCounts counts;
  KeptAttributes attributes;
  {
    // The tokenizer's buffers go before the arrays are made, so that both are never in memory at
    // once.
    BoundedParser parser(limits);
    document = parser.parse(html);
    counts = parser.counts();
    attributes = parser.take_attributes();
  }
  if (document == nullptr) return {};
  DomBuilder builder({limits.max_nodes, limits.max_depth, limits.max_text_bytes});
  builder.take(std::move(attributes));
  builder.reserve(counts.start_tags + counts.texts, counts.attributes);
  Dom dom = builder.build(document, counts.templates > 0, counts.is_partial);
#if defined(__GLIBC__)
  // The freed nodes are small pieces all over the heap, where later stages' long arrays find no
  // room. Worth its time on long pages alone.
  constexpr std::size_t kLongPageBytes = 1 << 20;
  if (html.size() > kLongPageBytes) ::malloc_trim(0);
#endif
  return dom;
}

} // namespace lectern
