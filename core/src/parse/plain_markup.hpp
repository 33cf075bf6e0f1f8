#pragma once
// The part of nearly every page that needs no state machine: text without character references, and
// plain tags. lexbor's tokenizer goes through a dozen states and two copies for a tag with an
// attribute; here the tag is read where it stands, and lexbor's tree builder gets the same token.
// Whatever is not plain is left to the tokenizer, which then goes on from there.

#include <array>
#include <lexbor/html/tokenizer.h>
#include <lexbor/html/tokenizer/state.h>

#include "parse/kept_attributes.hpp"
#include "parse/plain_tag.hpp"

namespace lectern {

/// What was last found for names: lexbor's tables take a hash and two comparisons for each look-up.
/// The names must outlive the memo.
template <typename Data>
class NameMemo {
 public:
  template <typename LookUp>
  const Data* find(std::string_view name, LookUp look_up) {
    Entry& entry = entries_[place_of(name)];
    if (entry.name != name) entry = {name, look_up(name)};
    return entry.data;
  }

 private:
  static constexpr std::size_t kPlaces = 64;
  struct Entry {
    std::string_view name;
    const Data* data = nullptr;
  };
  static std::size_t place_of(std::string_view name) {
    return (name.size() * 7 + static_cast<unsigned char>(name.front()) * 3 +
            static_cast<unsigned char>(name.back())) %
           kPlaces;
  }

  std::array<Entry, kPlaces> entries_{};
};

class PlainMarkup {
 public:
  explicit PlainMarkup(lxb_html_tokenizer_t* tokenizer) : tokenizer_(tokenizer) {}

  /// Passes on text and tags from `data` on while they are plain, and returns where that ended.
  /// Only for the state of a tokenizer that reads text (`is_text_state`).
  const lxb_char_t* take(const lxb_char_t* data, const lxb_char_t* last);

  /// Whether the tokenizer is between tags, where `take` may go on for it.
  bool is_text_state() const {
    const lxb_html_tokenizer_state_f state = tokenizer_->state;
    return state == lxb_html_tokenizer_state_data_before ||
           (state == data_state_ && state != nullptr);
  }

  /// To be told after the tokenizer ran a state: the one behind "data before" has no name outside
  /// of lexbor.
  void note_state_after(lxb_html_tokenizer_state_f state) {
    if (state == lxb_html_tokenizer_state_data_before) data_state_ = tokenizer_->state;
  }

  /// The attributes that did not go to the tree builder.
  KeptAttributes& kept() { return kept_; }

 private:
  bool emit();
  bool emit_text(std::string_view text);
  bool emit_tag();
  bool out_of_memory();
  bool add_attributes(lxb_html_token_t* token);
  bool add_attribute(lxb_html_token_t* token, const PlainTag::Attribute& attribute);
  bool keep_attributes(lxb_html_token_t* token);
  lxb_char_t* copy_of(std::string_view value);
  const lxb_tag_data_t* tag_named(std::string_view name);
  const lxb_dom_attr_data_t* attribute_named(std::string_view name);

  lxb_html_tokenizer_t* tokenizer_;
  lxb_html_tokenizer_state_f data_state_ = nullptr; // once it ran
  PlainTag tag_;
  KeptAttributes kept_;
  NameMemo<lxb_tag_data_t> tags_;
  NameMemo<lxb_dom_attr_data_t> attributes_;
};

} // namespace lectern
