#include "parse/bounded_parser.hpp"

#include <algorithm>
#include <lexbor/core/dobject.h>
#include <lexbor/dom/interfaces/character_data.h>
#include <lexbor/html/interfaces/template_element.h>
#include <lexbor/html/tokenizer/state_rawtext.h>
#include <lexbor/html/tokenizer/state_script.h>
#include <lexbor/html/tree/active_formatting.h>
#include <lexbor/html/tree/insertion_mode.h>

#include "base/byte_scan.hpp"
#include "parse/builder_traits.hpp"
#include "parse/name_tables.hpp"
#include "parse/plain_text_node.hpp"

namespace lectern {
namespace {

constexpr std::size_t kChunkBytes = 64 << 10; // between two looks at buffers and tables
constexpr unsigned kTokensPerClock = 256;     // a look at the clock costs as much as a token
constexpr std::size_t kMaxAttributes = 256;   // of one element
constexpr std::size_t kMaxFormatting = 40; // pages nest a dozen; each may be opened anew per block
// What an element may carry and still be opened anew. There is one open link at a time, and links
// carry more: without being on the list, one that a block is wrongly nested in would run on to the
// block's end.
struct FormattingLimit {
  std::size_t attributes, bytes;
};
constexpr FormattingLimit kLinkLimit = {64, 16 << 10};
constexpr FormattingLimit kOtherLimit = {12, 1 << 10};
constexpr std::size_t kMaxRootTags = 16;     // <html> and <body> tags whose attributes are merged
constexpr std::size_t kMaxJoinedText = 1024; // bytes that one more piece of text may copy
constexpr std::size_t kBytesPerNode = 256;   // lexbor's element is 176 bytes, an attribute 184
constexpr std::size_t kSpareNodeBytes = 4 << 20;
constexpr std::size_t kSpareTextBytes = 32 << 20;

/// After this the tree builder no longer takes the node for text, and starts another one.
void close_long_text(lxb_dom_node_t* node) {
  if (node == nullptr || node->local_name != LXB_TAG__TEXT) return;
  if (lxb_dom_interface_character_data(node)->data.length > kMaxJoinedText)
    node->local_name = LXB_TAG__UNDEF;
}

/// lexbor would keep a record of every parse error, to no use here.
lexbor_array_obj_t* without_errors(lexbor_array_obj_t* errors) {
  return lexbor_array_obj_destroy(errors, true);
}

} // namespace

BoundedParser::BoundedParser(const ParseBudget& budget)
    : budget_(budget), depth_limit_(budget.max_depth) {
  parser_ = lxb_html_parser_create();
  if (parser_ == nullptr || lxb_html_parser_init(parser_) != LXB_STATUS_OK) return;
  parser_->tkz->parse_errors = without_errors(parser_->tkz->parse_errors);
  parser_->tree->parse_errors = without_errors(parser_->tree->parse_errors);
}

BoundedParser::~BoundedParser() { lxb_html_parser_destroy(parser_); }

lxb_html_document_t* BoundedParser::parse(std::string_view html) {
  if (parser_ == nullptr || parser_->tree == nullptr) return nullptr;
  if (budget_.max_milliseconds > 0) {
    deadline_ =
        std::chrono::steady_clock::now() + std::chrono::milliseconds(budget_.max_milliseconds);
  }
  document_ = lxb_html_parse_chunk_begin(parser_);
  if (document_ == nullptr) return nullptr;
  max_node_chunks_ = (budget_.max_nodes * kBytesPerNode + kSpareNodeBytes) /
                     document_->dom_document.mraw->mem->chunk_min_size;
  max_text_chunks_ =
      (3 * html.size() + kSpareTextBytes) / document_->dom_document.text->mem->chunk_min_size;
  max_kept_attributes_ = budget_.max_nodes * kBytesPerNode / sizeof(lxb_dom_attr_t);
  tokens_to_clock_ = kTokensPerClock;
  tree_callback_ = parser_->tkz->callback_token_done;
  tree_context_ = parser_->tkz->callback_token_ctx;
  lxb_html_tokenizer_callback_token_done_set(parser_->tkz, &BoundedParser::on_token, this);
  plain_markup_.emplace(parser_->tkz);

  while (!html.empty() && !counts_.is_partial) {
    feed(html.substr(0, kChunkBytes));
    html.remove_prefix(std::min(html.size(), kChunkBytes));
  }
  end();
  return document_;
}

KeptAttributes BoundedParser::take_attributes() {
  return plain_markup_ ? std::move(plain_markup_->kept()) : KeptAttributes();
}

/// Not `lxb_html_parse_chunk_process`: it counts lines and columns, byte by byte, for nobody.
void BoundedParser::feed(std::string_view html) {
  lxb_html_tokenizer_t* tokenizer = parser_->tkz;
  grow_name_table(tokenizer->attrs);
  grow_name_table(tokenizer->tags);
  // A long text, comment or attribute gathers in the tokenizer's buffer: let it grow by parts of
  // itself.
  const auto used = static_cast<std::size_t>(tokenizer->pos - tokenizer->start);
  if (used > kChunkBytes &&
      static_cast<std::size_t>(tokenizer->end - tokenizer->pos) < 3 * kChunkBytes) {
    if (lxb_html_tokenizer_temp_realloc(tokenizer, used / 2 + 3 * kChunkBytes) != LXB_STATUS_OK) {
      counts_.is_partial = true;
      return;
    }
  }
  if (budget_.max_milliseconds > 0 && std::chrono::steady_clock::now() > deadline_) {
    counts_.is_partial = true;
    return;
  }
  const auto* data = reinterpret_cast<const lxb_char_t*>(html.data());
  const lxb_char_t* const last = data + html.size();
  tokenizer->is_eof = false;
  tokenizer->status = LXB_STATUS_OK;
  tokenizer->last = last;
  PlainMarkup& plain_markup = *plain_markup_;
  while (data < last) {
    if (plain_markup.is_text_state() && (data = plain_markup.take(data, last)) == last) break;
    const lxb_html_tokenizer_state_f state = tokenizer->state;
    if (state == raw_text_state_ && (data = take_raw_text(data, last)) == last) break;
    data = state(tokenizer, data, last);
    plain_markup.note_state_after(state);
    if (state == lxb_html_tokenizer_state_script_data_before ||
        state == lxb_html_tokenizer_state_rawtext_before)
      raw_text_state_ = tokenizer->state;
  }
  if (tokenizer->status != LXB_STATUS_OK) counts_.is_partial = true;
}

/// Scripts and style sheets are half of many pages, and lexbor reads them byte by byte. Takes what
/// comes before the next byte that says something; the tokenizer's own state takes it from there.
const lxb_char_t* BoundedParser::take_raw_text(const lxb_char_t* data, const lxb_char_t* last) {
  const std::string_view text(reinterpret_cast<const char*>(data),
                              static_cast<std::size_t>(last - data));
  const auto append = [&](std::size_t begin, std::size_t end) {
    return lxb_html_tokenizer_temp_append(parser_->tkz, data + begin, end - begin) == LXB_STATUS_OK;
  };
  std::size_t begin = 0;
  for (;;) {
    const std::size_t end = find_raw_text_special(text, begin);
    if (!append(begin, end)) return last; // the tokenizer's status tells why
    // A line end of two bytes is one; the second tells it from a lone one.
    if (end + 1 >= text.size() || text[end] != '\r' || text[end + 1] != '\n') return data + end;
    begin = end + 1;
  }
}

void BoundedParser::end() {
  lxb_html_tokenizer_t* tokenizer = parser_->tkz;
  if (!counts_.is_partial) {
    if (lxb_html_parse_chunk_end(parser_) != LXB_STATUS_OK) counts_.is_partial = true;
    if (!counts_.is_partial) return;
  }
  // The tree builder still makes what every page has: html, head and body.
  lxb_html_token_t* token = stopped_at_ != nullptr ? stopped_at_ : tokenizer->token;
  if (token == nullptr || tokenizer->start == nullptr) return;
  tokenizer->token = token;
  tokenizer->status = LXB_STATUS_OK;
  lxb_html_token_clean(token);
  token->tag_id = LXB_TAG__END_OF_FILE;
  tree_callback_(tokenizer, token, tree_context_);
}

lxb_html_token_t* BoundedParser::forward(lxb_html_token_t* token) {
  return tree_callback_(parser_->tkz, token, tree_context_);
}

lxb_html_token_t* BoundedParser::on_token(lxb_html_tokenizer_t*, lxb_html_token_t* token,
                                          void* self) {
  auto& parser = *static_cast<BoundedParser*>(self);
  if (parser.is_over_budget()) {
    parser.counts_.is_partial = true;
    parser.stopped_at_ = token;
    return nullptr; // ends the chunk
  }
  switch (token->tag_id) {
    case LXB_TAG__EM_COMMENT:
      return token; // no later stage sees comments
    case LXB_TAG__TEXT:
      ++parser.counts_.texts;
      if (insert_plain_text(parser.parser_->tree, token)) return token;
      parser.keep_text_apart();
      return parser.forward(token);
    case LXB_TAG__EM_DOCTYPE:
    case LXB_TAG__END_OF_FILE:
      return parser.forward(token);
    default:
      break;
  }
  if ((token->type & LXB_HTML_TOKEN_TYPE_CLOSE) == 0) return parser.take_start_tag(token);
  token->attr_first = token->attr_last = nullptr;
  const bool is_dropped = parser.depth_limit_.drops_end_tag(*parser.parser_->tree, token->tag_id);
  return is_dropped ? token : parser.forward(token);
}

bool BoundedParser::is_over_budget() {
  if (document_->dom_document.mraw->mem->chunk_length > max_node_chunks_) return true;
  if (document_->dom_document.text->mem->chunk_length > max_text_chunks_) return true;
  if (plain_markup_->kept().attributes.size() > max_kept_attributes_) return true;
  if (--tokens_to_clock_ != 0) return false;
  tokens_to_clock_ = kTokensPerClock;
  return budget_.max_milliseconds > 0 && std::chrono::steady_clock::now() > deadline_;
}

lxb_html_token_t* BoundedParser::take_start_tag(lxb_html_token_t* token) {
  ++counts_.start_tags;
  const lxb_tag_id_t tag = token->tag_id;
  limit_attributes(token);
  if (tag == LXB_TAG_TEMPLATE) ++counts_.templates;

  std::size_t attribute_bytes = 0;
  if (has_trait(tag, kFormatting)) {
    for (const auto* a = token->attr_first; a != nullptr; a = a->next)
      attribute_bytes += a->value_size;
  }
  lxb_html_tree_t& tree = *parser_->tree;
  if (depth_limit_.drops_start_tag(tree, tag)) return token;

  lxb_html_token_t* const next = forward(token);
  if (next == nullptr) {
    stopped_at_ = token;
    return nullptr;
  }
  if (has_trait(tag, kFormatting)) limit_formatting(token, attribute_bytes);
  depth_limit_.end_start_tag(tree, tag);
  // The token's attributes are in the tree now. lexbor would hold on to them until the page ends.
  if (token_attribute_count_ != 0) {
    lexbor_dobject_clean(parser_->tkz->dobj_token_attr);
    token->attr_first = token->attr_last = nullptr;
  }
  return next;
}

void BoundedParser::limit_attributes(lxb_html_token_t* token) {
  token_attribute_count_ = 0;
  // A selected option would be cloned for <selectedcontent>, of which nothing is shown.
  const bool takes_none = token->tag_id == LXB_TAG_OPTION ||
                          ((token->tag_id == LXB_TAG_HTML || token->tag_id == LXB_TAG_BODY) &&
                           ++root_tags_ > kMaxRootTags);
  if (takes_none) token->attr_first = token->attr_last = nullptr;
  for (auto* attribute = token->attr_first; attribute != nullptr; attribute = attribute->next) {
    if (++token_attribute_count_ < kMaxAttributes) continue;
    attribute->next = nullptr;
    token->attr_last = attribute;
  }
  counts_.attributes += token_attribute_count_;
}

void BoundedParser::limit_formatting(const lxb_html_token_t* token, std::size_t attribute_bytes) {
  lxb_html_tree_t* tree = parser_->tree;
  const FormattingLimit limit = token->tag_id == LXB_TAG_A ? kLinkLimit : kOtherLimit;
  const bool is_heavy = token_attribute_count_ > limit.attributes || attribute_bytes > limit.bytes;
  if (!is_heavy && tree->active_formatting->length <= kMaxFormatting) return;
  lxb_dom_node_t* node = lxb_html_tree_current_node(tree);
  if (node != nullptr && node->local_name == token->tag_id) {
    lxb_html_tree_active_formatting_remove_by_node(tree, node);
  }
}

void BoundedParser::keep_text_apart() {
  lxb_dom_node_t* node = lxb_html_tree_current_node(parser_->tree);
  if (node == nullptr) return;
  if (node->ns == LXB_NS_HTML && has_trait(node->local_name, kTablePart)) {
    // Text between the cells goes before the table.
    const lexbor_array_t* open = parser_->tree->open_elements;
    for (std::size_t i = open->length; i > 0; --i) {
      auto* table = static_cast<lxb_dom_node_t*>(open->list[i - 1]);
      if (table->local_name != LXB_TAG_TABLE) continue;
      close_long_text(table->prev);
      break;
    }
  } else if (node->local_name == LXB_TAG_TEMPLATE && node->ns == LXB_NS_HTML) {
    node = lxb_dom_interface_node(lxb_html_interface_template(node)->content);
    if (node == nullptr) return;
  }
  close_long_text(node->last_child);
}

} // namespace lectern
