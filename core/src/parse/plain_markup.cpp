#include "parse/plain_markup.hpp"

#include <cstring>
#include <lexbor/core/hash.h>
#include <lexbor/dom/interfaces/attr.h>
#include <lexbor/html/tree.h>
#include <lexbor/tag/tag.h>

#include "base/byte_scan.hpp"
#include "parse/name_tables.hpp"

// lexbor has these without a header.
extern "C" const lxb_tag_data_t* lxb_tag_append_lower(lexbor_hash_t* hash, const lxb_char_t* name,
                                                      size_t length);
extern "C" lxb_dom_attr_data_t* lxb_dom_attr_local_name_append(lexbor_hash_t* hash,
                                                               const lxb_char_t* name,
                                                               size_t length);

namespace lectern {
namespace {

const lxb_char_t* bytes_of(std::string_view text) {
  return reinterpret_cast<const lxb_char_t*>(text.data());
}

bool has_attribute(const lxb_html_token_t* token, const lxb_dom_attr_data_t* name) {
  for (const auto* a = token->attr_first; a != nullptr; a = a->next) {
    if (a->name == name) return true;
  }
  return false;
}

/// Elements that the tree builder clones, merges with another of their kind, or tells apart by an
/// attribute; and <template>, of which shadow roots are made.
constexpr auto kReadByTree = [] {
  std::array<bool, LXB_TAG__LAST_ENTRY> read{};
  for (const auto tag :
       {LXB_TAG_A,      LXB_TAG_B,      LXB_TAG_BIG,   LXB_TAG_CODE,    LXB_TAG_EM,
        LXB_TAG_FONT,   LXB_TAG_I,      LXB_TAG_NOBR,  LXB_TAG_S,       LXB_TAG_SMALL,
        LXB_TAG_STRIKE, LXB_TAG_STRONG, LXB_TAG_TT,    LXB_TAG_U,       LXB_TAG_HTML,
        LXB_TAG_HEAD,   LXB_TAG_BODY,   LXB_TAG_INPUT, LXB_TAG_IMAGE,   LXB_TAG_OPTION,
        LXB_TAG_SELECT, LXB_TAG_SVG,    LXB_TAG_MATH,  LXB_TAG_TEMPLATE}) {
    read[tag] = true;
  }
  return read;
}();

/// In MathML and SVG the names of attributes are mended.
bool tree_may_read_attributes(lxb_tag_id_t tag, const lxb_html_tree_t* tree) {
  if (tag >= kReadByTree.size() || kReadByTree[tag]) return true;
  const lexbor_array_t* open = tree->open_elements;
  return open->length == 0 ||
         static_cast<const lxb_dom_node_t*>(open->list[open->length - 1])->ns != LXB_NS_HTML;
}

} // namespace

const lxb_char_t* PlainMarkup::take(const lxb_char_t* data, const lxb_char_t* last) {
  // What the tokenizer has read of a text already; "data before" has read nothing.
  if (tokenizer_->state == lxb_html_tokenizer_state_data_before)
    tokenizer_->pos = tokenizer_->start;
  while (data < last) {
    const std::string_view rest(reinterpret_cast<const char*>(data),
                                static_cast<std::size_t>(last - data));
    const std::size_t end = find_text_special(rest, 0);
    if (end == rest.size() || rest[end] != '<' || !read_plain_tag(rest.substr(end), tag_))
      return data;
    tokenizer_->state = lxb_html_tokenizer_state_data_before;
    if (!emit_text(rest.substr(0, end)) || !emit_tag()) return last;
    data += end + tag_.size;
    // The tree builder switches to another state for a script, a style sheet, a title.
    if (tokenizer_->state != lxb_html_tokenizer_state_data_before) return data;
  }
  return data;
}

/// False ends the chunk, as in the tokenizer.
bool PlainMarkup::emit() {
  lxb_html_token_t* const next = tokenizer_->callback_token_done(tokenizer_, tokenizer_->token,
                                                                 tokenizer_->callback_token_ctx);
  tokenizer_->token = next;
  if (next == nullptr) {
    if (tokenizer_->status == LXB_STATUS_OK) tokenizer_->status = LXB_STATUS_ERROR;
    return false;
  }
  lxb_html_token_clean(next);
  tokenizer_->pos = tokenizer_->start;
  return true;
}

bool PlainMarkup::emit_text(std::string_view text) {
  lxb_html_token_t* token = tokenizer_->token;
  if (tokenizer_->pos != tokenizer_->start) {
    if (lxb_html_tokenizer_temp_append(tokenizer_, bytes_of(text), text.size()) != LXB_STATUS_OK)
      return false;
    token->text_start = tokenizer_->start;
    token->text_end = tokenizer_->pos;
  } else if (!text.empty()) {
    // The tree builder moves `begin` on together with the text's start.
    token->begin = token->text_start = bytes_of(text);
    token->end = token->text_end = token->text_start + text.size();
  } else {
    return true;
  }
  token->tag_id = LXB_TAG__TEXT;
  return emit();
}

bool PlainMarkup::emit_tag() {
  lxb_html_token_t* token = tokenizer_->token;
  const lxb_tag_data_t* tag = tag_named(tag_.name);
  if (tag == nullptr) return out_of_memory();
  token->begin = bytes_of(tag_.name);
  token->end = token->begin + tag_.name.size();
  token->tag_id = tag->tag_id;
  if (tag_.attribute_count > 0) {
    const bool is_kept = !tree_may_read_attributes(tag->tag_id, tokenizer_->tree);
    if (!(is_kept ? keep_attributes(token) : add_attributes(token))) return out_of_memory();
  }
  if (tag_.is_end) token->type |= LXB_HTML_TOKEN_TYPE_CLOSE;
  if (tag_.closes_itself) token->type |= LXB_HTML_TOKEN_TYPE_CLOSE_SELF;
  return emit();
}

bool PlainMarkup::out_of_memory() {
  tokenizer_->status = LXB_STATUS_ERROR_MEMORY_ALLOCATION;
  return false;
}

bool PlainMarkup::keep_attributes(lxb_html_token_t* token) {
  kept_.begin(token);
  for (std::size_t i = 0; i < tag_.attribute_count; ++i) {
    const std::string_view value = tag_.attributes[i].value;
    const lxb_dom_attr_data_t* name = attribute_named(tag_.attributes[i].name);
    const lxb_char_t* copy = value.empty() ? bytes_of("") : copy_of(value);
    if (name == nullptr || copy == nullptr) return false;
    kept_.add({name_of(name->entry), {reinterpret_cast<const char*>(copy), value.size()}});
  }
  return true;
}

bool PlainMarkup::add_attributes(lxb_html_token_t* token) {
  for (std::size_t i = 0; i < tag_.attribute_count; ++i) {
    if (!add_attribute(token, tag_.attributes[i])) return false;
  }
  return true;
}

bool PlainMarkup::add_attribute(lxb_html_token_t* token, const PlainTag::Attribute& attribute) {
  const lxb_dom_attr_data_t* name = attribute_named(attribute.name);
  if (name == nullptr) return false;
  if (has_attribute(token, name)) return true; // the first one counts
  lxb_html_token_attr_t* added = lxb_html_token_attr_append(token, tokenizer_->dobj_token_attr);
  if (added == nullptr) return false;
  added->name = name;
  added->name_begin = bytes_of(attribute.name);
  added->name_end = added->name_begin + attribute.name.size();
  if (attribute.value.data() == nullptr) return true;
  added->value_begin = bytes_of(attribute.value);
  added->value_end = added->value_begin + attribute.value.size();
  added->value_size = attribute.value.size();
  added->value = copy_of(attribute.value);
  return added->value != nullptr;
}

lxb_char_t* PlainMarkup::copy_of(std::string_view value) {
  auto* copy =
      static_cast<lxb_char_t*>(lexbor_mraw_alloc(tokenizer_->attrs_mraw, value.size() + 1));
  if (copy == nullptr) return nullptr;
  std::memcpy(copy, value.data(), value.size());
  copy[value.size()] = 0;
  return copy;
}

const lxb_tag_data_t* PlainMarkup::tag_named(std::string_view name) {
  return tags_.find(name, [this](std::string_view unknown) {
    return lxb_tag_append_lower(tokenizer_->tags, bytes_of(unknown), unknown.size());
  });
}

const lxb_dom_attr_data_t* PlainMarkup::attribute_named(std::string_view name) {
  return attributes_.find(name, [this](std::string_view unknown) {
    return lxb_dom_attr_local_name_append(tokenizer_->attrs, bytes_of(unknown), unknown.size());
  });
}

} // namespace lectern
