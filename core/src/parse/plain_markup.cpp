#include "parse/plain_markup.hpp"

#include <cstring>
#include <lexbor/core/hash.h>
#include <lexbor/dom/interfaces/attr.h>
#include <lexbor/html/tokenizer/state.h>
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

} // namespace

bool PlainMarkup::is_text_state() const {
  return tokenizer_->state == lxb_html_tokenizer_state_data_before ||
         (data_state_ != nullptr && tokenizer_->state == data_state_);
}

void PlainMarkup::note_state_after(lxb_html_tokenizer_state_f state) {
  if (state == lxb_html_tokenizer_state_data_before) data_state_ = tokenizer_->state;
}

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
    token->text_start = bytes_of(text);
    token->text_end = token->text_start + text.size();
  } else {
    return true;
  }
  token->tag_id = LXB_TAG__TEXT;
  return emit();
}

bool PlainMarkup::emit_tag() {
  lxb_html_token_t* token = tokenizer_->token;
  const lxb_tag_data_t* tag =
      lxb_tag_append_lower(tokenizer_->tags, bytes_of(tag_.name), tag_.name.size());
  if (tag == nullptr || !add_attributes(token)) {
    tokenizer_->status = LXB_STATUS_ERROR_MEMORY_ALLOCATION;
    return false;
  }
  token->begin = bytes_of(tag_.name);
  token->end = token->begin + tag_.name.size();
  token->tag_id = tag->tag_id;
  if (tag_.is_end) token->type |= LXB_HTML_TOKEN_TYPE_CLOSE;
  if (tag_.closes_itself) token->type |= LXB_HTML_TOKEN_TYPE_CLOSE_SELF;
  return emit();
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
  added->value =
      static_cast<lxb_char_t*>(lexbor_mraw_alloc(tokenizer_->attrs_mraw, added->value_size + 1));
  if (added->value == nullptr) return false;
  std::memcpy(added->value, added->value_begin, added->value_size);
  added->value[added->value_size] = 0;
  return true;
}

const lxb_dom_attr_data_t* PlainMarkup::attribute_named(std::string_view name) {
  const std::size_t place = (name.size() * 7 + static_cast<unsigned char>(name.front()) * 3 +
                             static_cast<unsigned char>(name.back())) %
                            kKnownNames;
  KnownName& known = known_names_[place];
  if (known.name == name) return known.data;
  known.name = name;
  known.data = lxb_dom_attr_local_name_append(tokenizer_->attrs, bytes_of(name), name.size());
  return known.data;
}

} // namespace lectern
