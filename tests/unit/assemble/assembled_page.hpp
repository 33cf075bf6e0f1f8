#pragma once
// An article made of a small page, every block kept as its shape says. An element with `data-kind`
// gives the kind of the blocks inside it, so that a test can say what was removed.

#include <string>
#include <string_view>

#include "assemble/assemble.hpp"
#include "classify/passes.hpp"
#include "document/build_document.hpp"
#include "lectern/render.hpp"
#include "parse/html_parser.hpp"

namespace lectern::testing {

inline Classification keep_by_shape(const Dom& dom, const Document& document) {
  Classification result;
  int figure = -1;
  for (std::size_t i = 0; i < document.blocks.size(); ++i) {
    const Block& block = document.blocks[i];
    Verdict verdict;
    verdict.kind = block.shape == Shape::caption ? Kind::paragraph : kind_of_shape(block.shape);
    for (NodeId node = block.node; node != kNoNode; node = dom.parent(node)) {
      if (const auto named = kind_named(dom.attribute(node, "data-kind"))) {
        verdict.kind = *named;
        break;
      }
    }
    verdict.reported = !is_kept(verdict.kind);
    if (block.shape == Shape::figure) figure = static_cast<int>(i);
    if (block.shape == Shape::caption) verdict.figure = figure;
    result.verdicts.push_back(verdict);
  }
  return result;
}

/// Text before and after keeps what is tested from being all of the article.
inline Article assembled(std::string_view body,
                         std::string_view url = "https://news.example/2024/story.html") {
  const std::string page =
      "<!doctype html><html><head></head><body><article><p>It began at dawn.</p>" +
      std::string(body) + "<p>Then it was over.</p></article></body></html>";
  const Dom dom = parse_html(page, {});
  const Document document = build_document(dom);
  PageData page_data;
  page_data.metadata.language = "en";
  page_data.metadata.direction = "ltr";
  return assemble(dom, document, keep_by_shape(dom, document), page_data, parse_url(url));
}

/// The HTML of what stands between the first and the last paragraph.
inline std::string html_of(std::string_view body,
                           std::string_view url = "https://news.example/2024/story.html") {
  const std::string html = to_html(assembled(body, url));
  constexpr std::string_view kBefore = "<p>It began at dawn.</p>\n";
  constexpr std::string_view kAfter = "<p>Then it was over.</p>";
  if (html.compare(0, kBefore.size(), kBefore) != 0) return html;
  std::string inner = html.substr(kBefore.size());
  const std::size_t end = inner.rfind(kAfter);
  if (end != std::string::npos && end + kAfter.size() == inner.size()) inner.resize(end);
  while (!inner.empty() && inner.back() == '\n') inner.pop_back();
  return inner;
}

/// The first block of that kind; null when there is none.
inline const ArticleBlock* first_of(const Article& article, Kind kind) {
  for (const ArticleBlock& block : article.blocks) {
    if (block.kind == kind) return &block;
  }
  return nullptr;
}

} // namespace lectern::testing
