#include <catch2/catch_test_macros.hpp>
#include <string>

#include "annotate/annotate.hpp"
#include "classify/passes.hpp"
#include "document/build_document.hpp"
#include "parse/html_parser.hpp"
#include "quay_text.hpp"

using namespace lectern;
using lectern::test::quay_paragraphs;

namespace {

std::string list_of_links(int count) {
  std::string list = "<ul>";
  for (int i = 1; i <= count; ++i) {
    const std::string number = std::to_string(i);
    list += "<li><a href=\"/harbour/" + number + "\">Harbour of quay " + number + "</a></li>";
  }
  return list + "</ul>";
}

/// How many list items are shown after the pass, when the model is sure of every block.
int shown_items(const std::string& body) {
  const Url url = parse_url("https://quays.example/news/steps");
  const Dom dom = parse_html("<body><article>" + body + "</article>", {});
  const Document document = build_document(dom);
  const PageData page_data;
  const FeatureTable features = annotate(dom, document, page_data, url);
  Verdicts verdicts(document.blocks.size());
  for (std::size_t i = 0; i < verdicts.size(); ++i) {
    verdicts[i].keep = 0.95F;
    verdicts[i].kind = kind_of_shape(document.blocks[i].shape);
  }
  drop_link_lists({dom, document, features, page_data}, verdicts);
  int items = 0;
  for (const Verdict& verdict : verdicts) items += verdict.kind == Kind::list_item;
  return items;
}

} // namespace

TEST_CASE("a directory of the site below an article goes however sure the model is", "[classify]") {
  CHECK(shown_items(quay_paragraphs(30) + list_of_links(80)) == 0);
  CHECK(shown_items(quay_paragraphs(30) + list_of_links(20)) == 20);
}

TEST_CASE("a page that is a list of links keeps it", "[classify]") {
  CHECK(shown_items(quay_paragraphs(2) + list_of_links(80)) == 80);
}
