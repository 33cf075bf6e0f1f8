#pragma once
// A page of blocks that were judged before, for the tests of single passes.

#include <catch2/catch_test_macros.hpp>
#include <functional>
#include <string>

#include "annotate/annotate.hpp"
#include "classify/passes.hpp"
#include "document/build_document.hpp"
#include "parse/html_parser.hpp"

namespace lectern::test {

using HtmlPass = void (*)(const PassInput&, Verdicts&);

/// The verdicts on the blocks of the page with this body after `pass`. `judge` gives each block's
/// verdict from before.
inline Verdicts verdicts_of_page(const std::string& body, HtmlPass pass,
                                 const std::function<Verdict(std::size_t, const Block&)>& judge) {
  const Dom dom = parse_html("<body>" + body + "</body>", {});
  const Document document = build_document(dom);
  PageData page_data;
  page_data.metadata.language = "en";
  const FeatureTable features =
      annotate(dom, document, page_data, parse_url("https://quays.example/news/steps"));
  Verdicts verdicts;
  for (std::size_t i = 0; i < document.blocks.size(); ++i)
    verdicts.push_back(judge(i, document.blocks[i]));
  pass({dom, document, features, page_data}, verdicts);
  return verdicts;
}

/// "." for each block that stays and "x" for each that does not.
inline std::string marks_of(const Verdicts& verdicts) {
  std::string marks;
  for (const Verdict& verdict : verdicts) marks += is_kept(verdict.kind) ? '.' : 'x';
  return marks;
}

} // namespace lectern::test
