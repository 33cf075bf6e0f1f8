// Plain page text.
#include "fuzz/invariants.hpp"
#include "parse/encoding.hpp"

using namespace lectern;
using namespace lectern::fuzz;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view page = view_of(data, size);
  ExtractOptions options;
  options.input = InputFormat::text;
  options.max_blocks = 200;
  const auto article = extract(page, options);
  if (!article) return 0;
  require_none(test::faults_of_article(*article));
  require(to_json(*article) == to_json(*extract(page, options)), "the same text, the same article");
  const auto text = decode_page(page, false, {});
  require(text.has_value(), "a text that was read can be decoded");
  require(article->blocks.size() + article->removed.size() <= options.max_blocks,
          "the budget of blocks is kept");
  for (const ArticleBlock& block : article->blocks)
    require(is_subsequence(words_of(block), text->view()), "the words of a block are the text's");
  return 0;
}
