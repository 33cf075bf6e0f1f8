#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include "unit/assemble/assembled_page.hpp"

using namespace lectern;
using lectern::testing::assembled;
using lectern::testing::first_of;

namespace {

struct Code {
  std::string text, language;
};

Code code_of(const char* page) {
  const Article article = assembled(page);
  const ArticleBlock* block = first_of(article, Kind::code);
  return block == nullptr ? Code{} : Code{block_to_text(*block), block->code_language};
}

} // namespace

TEST_CASE("code keeps its lines and indentation", "[assemble]") {
  CHECK(code_of("<pre><code>\nif x:\n    go()\n\n</code></pre>").text == "if x:\n    go()");
  CHECK(code_of("<pre>  two\n one</pre>").text == "  two\n one");
}

TEST_CASE("highlighted code is read without line numbers and copy buttons", "[assemble]") {
  const auto [page, text] = GENERATE(table<const char*, const char*>({
      // Prism with its line numbers plugin
      {"<div class='code-toolbar'><pre class='line-numbers language-css'><code "
       "class='language-css'><span class='token'>a</span> "
       "{\n}<span aria-hidden='true' "
       "class='line-numbers-rows'><span></span><span></span></span></code></pre></div>",
       "a {\n}"},
      // Docusaurus: one element a line, a break in each
      {"<pre class='prism-code language-js'><code><span class='token-line'>let a;<br></span><span "
       "class='token-line'>let "
       "b;<br></span></code><button class='copyButton'>Copy</button></pre>",
       "let a;\nlet b;"},
      // A host of repositories: a table of lines
      {"<pre><table><tr><td class='blob-num' data-line-number=1>1</td><td>one</td></tr><tr><td "
       "class='blob-num'>2</td>"
       "<td>two</td></tr></table></pre>",
       "one\ntwo"},
      // Chroma
      {"<div class='highlight'><pre><code class='language-go'><span class='line'><span "
       "class='ln'>1</span><span class='cl'>x := "
       "1\n</span></span><span class='line'><span class='ln'>2</span><span class='cl'>y := "
       "2\n</span></span></code></pre></div>",
       "x := 1\ny := 2"},
      // One code element a line
      {"<pre><code>first</code><code>second</code></pre>", "first\nsecond"},
      // Sphinx
      {"<div class='highlight-python notranslate'><div class='highlight'><pre><span></span><span "
       "class='k'>def</span> f():\n"
       "&nbsp;&nbsp;&nbsp;&nbsp;pass\n</pre></div></div>",
       "def f():\n    pass"},
  }));
  CAPTURE(page);
  CHECK(code_of(page).text == text);
}

TEST_CASE("the language of code is found where highlighters name it", "[assemble]") {
  const auto [page, language] = GENERATE(table<const char*, const char*>({
      {"<pre><code class='language-rust'>fn x() {}</code></pre>", "rust"},
      {"<pre class='lang-py'>x = 1</pre>", "py"},
      {"<div class='highlight highlight-source-shell'><pre>ls</pre></div>", "shell"},
      {"<div class='highlight-python notranslate'><div class='highlight'><pre>x = "
       "1</pre></div></div>",
       "python"},
      {"<pre class='brush: php; gutter: false'>echo 1;</pre>", "php"},
      {"<pre><code class='hljs javascript'>let x</code></pre>", "javascript"},
      {"<div class='sourceCode'><pre class='sourceCode haskell'><code>main</code></pre></div>",
       "haskell"},
      {"<pre class='src src-emacs-lisp'>(x)</pre>", "emacs-lisp"},
      {"<pre data-language='kotlin'>val x</pre>", "kotlin"},
      {"<pre class='wp-block-code'><code>x</code></pre>", ""},
      {"<pre><code class='language-plaintext'>x</code></pre>", ""},
  }));
  CAPTURE(page);
  CHECK(code_of(page).language == language);
}

TEST_CASE("a column of line numbers is no code", "[assemble]") {
  const Article article = assembled(
      "<figure class='highlight js'><table><tr><td class='gutter'><pre><span "
      "class='line'>1</span><br><span class='line'>2</span>"
      "</pre></td><td class='code'><pre>let a;<br>let b;</pre></td></tr></table></figure>");
  int codes = 0;
  for (const ArticleBlock& block : article.blocks) codes += block.kind == Kind::code ? 1 : 0;
  CHECK(codes == 1);
  REQUIRE(first_of(article, Kind::code) != nullptr);
  CHECK(block_to_text(*first_of(article, Kind::code)) == "let a;\nlet b;");
}
