#include "render/math_tex.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <string>

#include "unit/render/markdown_of.hpp"

using namespace lectern;
using namespace lectern::testing;

TEST_CASE("MathML without TeX becomes TeX that says the same", "[markdown]") {
  const auto [mathml, tex] = GENERATE(table<const char*, const char*>({
      {"<mi>E</mi><mo>=</mo><mi>m</mi><msup><mi>c</mi><mn>2</mn></msup>", "E=mc^2"},
      {"<mfrac><mrow><mi>a</mi><mo>+</mo><mi>b</mi></mrow><mn>2</mn></mfrac>", "\\frac{a+b}{2}"},
      {"<msqrt><mi>x</mi><mo>&#8722;</mo><mn>1</mn></msqrt>", "\\sqrt{x-1}"},
      {"<mroot><mi>x</mi><mn>3</mn></mroot>", "\\sqrt[3]{x}"},
      {"<msub><mi>x</mi><mrow><mi>i</mi><mi>j</mi></mrow></msub>", "x_{ij}"},
      {"<msubsup><mi>x</mi><mn>1</mn><mn>2</mn></msubsup>", "x_1^2"},
      {"<msup><mrow><mi>a</mi><mi>b</mi></mrow><mn>2</mn></msup>", "{ab}^2"},
      {"<msup><mfrac><mn>1</mn><mn>2</mn></mfrac><mi>n</mi></msup>", "{\\frac{1}{2}}^n"},
      {"<msup><mi>f</mi><mo>&#8242;</mo></msup><mo>(</mo><mi>x</mi><mo>)</mo>", "f'(x)"},
      {"<munderover><mo>&#8721;</mo><mrow><mi>i</mi><mo>=</mo><mn>1</mn></mrow><mi>n</mi>"
       "</munderover><mi>i</mi>",
       "\\sum_{i=1}^n i"},
      {"<munder><mi>lim</mi><mrow><mi>x</mi><mo>&#8594;</mo><mn>0</mn></mrow></munder><mi>x</mi>",
       "\\lim_{x\\to 0}x"},
      {"<mover><mi>x</mi><mo>^</mo></mover>", "\\hat{x}"},
      {"<msub><mover><mi>v</mi><mo>&#8594;</mo></mover><mn>1</mn></msub>", "\\vec{v}_1"},
      {"<mover><mo>=</mo><mi>d</mi></mover>", "\\overset{d}{=}"},
      {"<munder><mi>x</mi><mtext>so</mtext></munder>", "\\underset{\\text{so}}{x}"},
      {"<mi>sin</mi><mo>&#8289;</mo><mi>x</mi><mi>rate</mi>", "\\sin x\\mathrm{rate}"},
      {"<mi>&#945;</mi><mo>&#8804;</mo><mi>b</mi><mo>&#215;</mo><mn>50</mn><mo>%</mo>",
       "\\alpha \\le b\\times 50\\%"},
      {"<mtext>net of tax_1 </mtext><mi mathvariant=\"double-struck\">R</mi>",
       "\\text{net of tax\\_1 }\\mathbb{R}"},
      {"<mrow><mo>(</mo><mtable><mtr><mtd><mn>1</mn></mtd><mtd><mn>0</mn></mtd></mtr>"
       "<mtr><mtd><mn>0</mn></mtd><mtd><mn>1</mn></mtd></mtr></mtable><mo>)</mo></mrow>",
       "\\left( \\begin{matrix} 1 & 0 \\\\ 0 & 1 \\end{matrix} \\right)"},
      {"<mrow><mo>{</mo><mtable><mtr><mtd><mn>1</mn></mtd></mtr></mtable></mrow>",
       "\\left\\{ \\begin{matrix} 1 \\end{matrix} \\right."},
      {"<mrow><mo>(</mo><mfrac linethickness=\"0\"><mi>n</mi><mi>k</mi></mfrac><mo>)</mo></mrow>",
       "\\left( {n \\atop k} \\right)"},
      {"<mfenced open=\"[\" close=\"]\" separators=\";\"><mi>a</mi><mi>b</mi><mi>c</mi></mfenced>",
       "[a;b;c]"},
      {"<mmultiscripts><mi>C</mi><none></none><none></none><mprescripts></mprescripts>"
       "<mn>6</mn><mn>14</mn></mmultiscripts>",
       "{}_6^{14}C"},
      // What has too few parts, or is out of place, is its content.
      {"<mfrac><mi>a</mi></mfrac><mtr><mtd><mi>b</mi></mtd></mtr>loose", "abloose"},
      {"<mi>\\input</mi><mo>}</mo>", "\\backslash input\\}"},
  }));
  CHECK(tex_of_math("<math>" + std::string(mathml) + "</math>") == tex);
}

TEST_CASE("a formula of MathML alone is TeX in Markdown too, inline, alone and in a cell",
          "[markdown]") {
  const std::string half = "<math><mfrac><mn>1</mn><mn>2</mn></mfrac></math>";
  CHECK(markdown_of({text("A share of "), math("", half)}) == "A share of $\\frac{1}{2}$");
  CHECK(markdown_of(Inlines{math("", half)}) == "$$\n\\frac{1}{2}\n$$");
  CHECK(markdown_of({text("So "), math("p/q", half)}) == "So $p/q$"); // the page's TeX is better
}

TEST_CASE("MathML that is not ours, too deep or too long has no TeX", "[markdown]") {
  CHECK(tex_of_math("<mi>x</mi>").empty());
  CHECK(tex_of_math("<math><mi onclick=\"x\">x</mi></math>").empty());
  std::string deep, end;
  for (int i = 0; i < 300; ++i) deep += "<msqrt>", end += "</msqrt>";
  CHECK(tex_of_math("<math>" + deep + "<mi>x</mi>" + end + "</math>").empty());
  std::string wide;
  for (int i = 0; i < 5000; ++i) wide += "<mi>&#945;</mi>";
  CHECK(tex_of_math("<math>" + wide + "</math>").empty());
}
