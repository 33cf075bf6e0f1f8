#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include "unit/assemble/assembled_page.hpp"

using namespace lectern;
using lectern::testing::assembled;
using lectern::testing::html_of;

namespace {

// The first formula of the article's blocks.
Inline formula_of(const std::string& page) {
  for (const ArticleBlock& block : assembled(page).blocks) {
    for (const Inline& part : block.content) {
      if (part.type == Inline::Type::math) return part;
    }
  }
  return {};
}

} // namespace

TEST_CASE("MathML is rebuilt from its safe part", "[assemble]") {
  const Inline formula = formula_of(
      "<p>So <math onclick='x()' xmlns='http://www.w3.org/1998/Math/MathML'><mi "
      "mathvariant='normal' href='javascript:x'>x</mi>"
      "<mo>&lt;</mo><mn>1</mn><maction>y</maction></math> holds.</p>");
  CHECK(formula.markup == "<math><mi mathvariant=\"normal\">x</mi><mo>&lt;</mo><mn>1</mn>y</math>");
}

TEST_CASE("the output of formula scripts turns back into MathML and TeX", "[assemble]") {
  const auto [page, tex] = GENERATE(table<const char*, const char*>({
      // KaTeX
      {"<p>So <span class='katex'><span "
       "class='katex-mathml'><math><semantics><mrow><mi>a</mi></mrow><annotation "
       "encoding='application/x-tex'>a^2</annotation></semantics></math></span><span "
       "class='katex-html' aria-hidden='true'>"
       "<span class='base'>a2</span></span></span> it is.</p>",
       "a^2"},
      // MathJax 2: preview, drawing, source
      {"<p>So <span class='MathJax_Preview'></span><span class='MathJax' "
       "id='e1'><nobr>x2</nobr></span>"
       "<script type='math/tex' id='s1'>x^2</script> it is.</p>",
       "x^2"},
      // A wiki
      {"<p>So <span class='mwe-math-element'><span class='mwe-math-mathml-inline' style='display: "
       "none;'><math "
       "alttext='{\\displaystyle E}'><mi>E</mi></math></span><img "
       "class='mwe-math-fallback-image-inline' src='/e.svg' alt='E'>"
       "</span> it is.</p>",
       "E"},
      // At the end of a paragraph
      {"<p>So it is <span class='katex'><span class='katex-mathml'><math><mi>a</mi><annotation "
       "encoding='application/x-tex'>a_1"
       "</annotation></math></span><span class='katex-html' "
       "aria-hidden='true'>a1</span></span></p>",
       "a_1"},
      // At its start
      {"<p><span class='katex'><span class='katex-mathml'><math><mi>a</mi><annotation "
       "encoding='application/x-tex'>b_1"
       "</annotation></math></span><span class='katex-html' aria-hidden='true'>b1</span></span> it "
       "is.</p>",
       "b_1"},
  }));
  CAPTURE(page);
  CHECK(formula_of(page).text == tex);
  CHECK(html_of(page).find("x2</") == std::string::npos);
}

TEST_CASE("MathJax 3 keeps its MathML for assistive technology", "[assemble]") {
  const Inline formula = formula_of(
      "<p>So <mjx-container display='true'><mjx-math "
      "aria-hidden='true'><mjx-mi>q</mjx-mi></mjx-math><mjx-assistive-mml>"
      "<math display='block'><mi>q</mi></math></mjx-assistive-mml></mjx-container> it is.</p>");
  CHECK(formula.markup == "<math display=\"block\"><mi>q</mi></math>");
}
