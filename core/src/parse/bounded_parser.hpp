#pragma once
// lexbor's HTML parser with bounds that it lacks. Every token passes through `on_token` on its way
// from the tokenizer to the tree builder, which is where the bounds are kept:
//
//   nesting      Every element beyond a depth is closed as soon as it is opened: DepthLimit.
//   formatting   An unclosed <font> is opened again in every paragraph. The list of such elements
//                is cut to `kMaxFormatting`, and those with many or long attributes never enter it.
//   attributes   lexbor looks each one up among those before it: an element gets `kMaxAttributes`.
//                Those kept beside the tree count as if they were in it.
//   names        lexbor's hash tables never grow: ours does it for them.
//   text         Text that comes in pieces is copied whole for each: a long node takes no more.
//   memory, time Counted at each token; the parse ends, and what was read is the page.

#include <chrono>
#include <cstddef>
#include <lexbor/html/parser.h>
#include <optional>
#include <string_view>

#include "parse/depth_limit.hpp"
#include "parse/html_parser.hpp"
#include "parse/plain_markup.hpp"

namespace lectern {

/// What passed through the parser: about the size of the tree.
struct PageCounts {
  std::size_t start_tags = 0;
  std::size_t texts = 0;
  std::size_t attributes = 0;
  std::size_t templates = 0;
  bool is_partial = false; // a budget ended the parse
};

class BoundedParser {
 public:
  explicit BoundedParser(const ParseBudget& budget);
  ~BoundedParser();
  BoundedParser(const BoundedParser&) = delete;
  BoundedParser& operator=(const BoundedParser&) = delete;

  /// The document of `html`, which the caller destroys; null when there is no memory for one.
  lxb_html_document_t* parse(std::string_view html);

  const PageCounts& counts() const { return counts_; }

  /// The attributes that are not in the document's tree.
  KeptAttributes take_attributes();

 private:
  static lxb_html_token_t* on_token(lxb_html_tokenizer_t* tokenizer, lxb_html_token_t* token,
                                    void* self);
  lxb_html_token_t* forward(lxb_html_token_t* token);
  lxb_html_token_t* take_start_tag(lxb_html_token_t* token);
  void feed(std::string_view html);
  const lxb_char_t* take_raw_text(const lxb_char_t* data, const lxb_char_t* last);
  void end();
  bool is_over_budget();
  void limit_attributes(lxb_html_token_t* token);
  void limit_formatting(const lxb_html_token_t* token, std::size_t attribute_bytes);
  void keep_text_apart();

  ParseBudget budget_;
  lxb_html_parser_t* parser_ = nullptr;
  lxb_html_document_t* document_ = nullptr;
  lxb_html_tokenizer_token_f tree_callback_ = nullptr;
  void* tree_context_ = nullptr;
  std::optional<PlainMarkup> plain_markup_;
  lxb_html_tokenizer_state_f raw_text_state_ = nullptr; // of the script or style, once one began
  lxb_html_token_t* stopped_at_ = nullptr; // the token that met a limit; the tokenizer lost it then
  DepthLimit depth_limit_;
  std::chrono::steady_clock::time_point deadline_;
  std::size_t max_node_chunks_ = 0;
  std::size_t max_text_chunks_ = 0;
  std::size_t max_kept_attributes_ = 0;
  std::size_t token_attribute_count_ = 0;
  std::size_t root_tags_ = 0;
  unsigned tokens_to_clock_ = 0;
  PageCounts counts_;
};

} // namespace lectern
