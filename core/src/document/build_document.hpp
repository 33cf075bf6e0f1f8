#pragma once
#include "document/block.hpp"

namespace lectern {

struct DocumentOptions {
  bool read_noscript =
      false; // pages whose text stands only in noscript are read a second time with it
  std::size_t max_blocks = 60'000; // what is behind them is missing, and the Document says so
};

/// The page's body as blocks, in document order. Whole elements that make one visual unit (a data
/// table, a figure, preformatted text, an embed) are one block; running text ends at block
/// elements, at two line breaks in a row and at one beside a line of prose.
Document build_document(const Dom& dom, const DocumentOptions& options = {});

} // namespace lectern
