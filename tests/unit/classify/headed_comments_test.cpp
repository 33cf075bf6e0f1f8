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

/// Ten comments of which every third reads like an article.
std::string thread(const std::string& label) {
  std::string html = "<div class=comments><h3>" + label + "</h3>";
  for (int i = 0; i < 10; ++i)
    html += i % 3 == 0 ? "<div class=comment><p class=long>My grandfather carried stones for "
                         "these steps when he was a boy, and he said so often.</p></div>"
                       : "<div class=comment><p class=short>So true</p></div>";
  return html + "</div>";
}

/// How many comments are shown after the pass.
int shown_comments(const std::string& body, float keep) {
  const Dom dom =
      parse_html("<!doctype html><html lang=en><body><article>" + body + "</article>", {});
  const Document document = build_document(dom);
  PageData page_data;
  page_data.metadata.language = "en";
  const FeatureTable features =
      annotate(dom, document, page_data, parse_url("https://quays.example/news/steps"));
  Verdicts verdicts(document.blocks.size());
  for (std::size_t i = 0; i < verdicts.size(); ++i) {
    const std::string_view name = dom.attribute(document.blocks[i].node, "class");
    verdicts[i].keep = name == "long" ? keep : name == "short" ? 0.2F : 0.95F;
    const bool is_label = document.blocks[i].shape == Shape::heading;
    if (name != "short" && !is_label) verdicts[i].kind = kind_of_shape(document.blocks[i].shape);
  }
  drop_headed_comments({dom, document, features, page_data}, verdicts);
  int shown = 0;
  for (std::size_t i = 0; i < verdicts.size(); ++i)
    shown += dom.attribute(document.blocks[i].node, "class") == "long" && is_kept(verdicts[i].kind);
  return shown;
}

} // namespace

TEST_CASE("comments that read like an article go with the thread below its label", "[classify]") {
  CHECK(shown_comments(quay_paragraphs(3) + thread("Comments"), 0.6F) == 0);
}

TEST_CASE("what is surely text stays whatever its element is called", "[classify]") {
  CHECK(shown_comments(quay_paragraphs(3) + thread("Comments"), 0.9F) == 4);
  CHECK(shown_comments(quay_paragraphs(3) + thread("What the ferrymen say"), 0.6F) == 4);
  CHECK(shown_comments(thread("Comments") + quay_paragraphs(3), 0.6F) == 4);
}
