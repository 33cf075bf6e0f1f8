// A page as bytes, in whatever encoding it claims. A first byte of 1, 2 or 3 is
// none of it and chooses a small budget.
#include "fuzz/invariants.hpp"
#include "parse/encoding.hpp"
#include "parse/html_parser.hpp"

using namespace lectern;
using namespace lectern::fuzz;

namespace {

// What stands in no text node of the page: text of its data, and of pictures.
bool may_hold_other_words(std::string_view page) {
  for (const char* name : {"articleBody", "<img", "<IMG", "amp-img", "math", "annotation"}) {
    if (page.find(name) != std::string_view::npos) return true;
  }
  return false;
}

void check_words(const Article& article, std::string_view page, const ExtractOptions& options) {
  const auto text = decode_page(page, true, options.encoding);
  require(text.has_value(), "a page that was read can be decoded");
  const Dom dom = parse_html(text->view(), {options.max_nodes, options.max_depth, 0});
  require(dom.size() <= options.max_nodes, "the budget of nodes is kept");
  std::size_t deepest = 0;
  for (NodeId node = 0; node < dom.size(); ++node)
    deepest = std::max<std::size_t>(deepest, dom.is_text(node) ? 0 : dom[node].depth);
  require(deepest <= options.max_depth, "the budget of depth is kept");
  require(article.blocks.size() + article.removed.size() <= options.max_blocks,
          "the budget of blocks is kept");
  require(!dom.is_partial() || article.partial, "a page that was cut says so");
  if (may_hold_other_words(text->view()) || dom.html() == kNoNode) return;
  std::string all;
  dom.append_text(dom.html(), all);
  for (const ArticleBlock& block : article.blocks) {
    if (block.kind != Kind::paragraph && block.kind != Kind::heading && block.kind != Kind::quote)
      continue;
    require(is_subsequence(words_of(block), all), "the words of a block are the page's");
  }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size < 1) return 0;
  ExtractOptions options;
  options.max_milliseconds = 0; // the clock would make two runs differ
  options.url = "https://quay.example/2026/ferry";
  if (data[0] == 1) options.max_nodes = 40;
  if (data[0] == 2) options.max_depth = 12;
  if (data[0] == 3) options.max_blocks = 3;
  const bool is_choice = data[0] >= 1 && data[0] <= 3;
  const std::string_view page = view_of(data, size).substr(is_choice ? 1 : 0);
  const auto article = extract(page, options);
  const Readability readability = looks_readable(page, options);
  require(readability.score >= 0 && readability.score <= 1, "the score is a share");
  if (!article) return 0;
  require_none(test::faults_of_article(*article));
  require(to_json(*article) == to_json(*extract(page, options)), "the same page, the same article");
  check_words(*article, page, options);
  return 0;
}
