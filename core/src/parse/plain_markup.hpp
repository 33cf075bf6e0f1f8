#pragma once
// The part of nearly every page that needs no state machine: text without character references, and
// plain tags. lexbor's tokenizer goes through a dozen states and two copies for a tag with an
// attribute; here the tag is read where it stands, and lexbor's tree builder gets the same token.
// Whatever is not plain is left to the tokenizer, which then goes on from there.

#include <array>
#include <lexbor/html/tokenizer.h>

#include "parse/kept_attributes.hpp"
#include "parse/plain_tag.hpp"

namespace lectern {

class PlainMarkup {
 public:
  explicit PlainMarkup(lxb_html_tokenizer_t* tokenizer) : tokenizer_(tokenizer) {}

  /// Passes on text and tags from `data` on while they are plain, and returns where that ended.
  /// Only for the state of a tokenizer that reads text (`is_text_state`).
  const lxb_char_t* take(const lxb_char_t* data, const lxb_char_t* last);

  /// Whether the tokenizer is between tags, where `take` may go on for it.
  bool is_text_state() const;

  /// To be told after the tokenizer ran a state: the one behind "data before" has no name outside
  /// of lexbor.
  void note_state_after(lxb_html_tokenizer_state_f state);

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
  const lxb_dom_attr_data_t* attribute_named(std::string_view name);

  /// The names that were looked up last: lexbor's tables take a hash and two comparisons for each.
  struct KnownName {
    std::string_view name;
    const lxb_dom_attr_data_t* data = nullptr;
  };
  static constexpr std::size_t kKnownNames = 64;

  lxb_html_tokenizer_t* tokenizer_;
  lxb_html_tokenizer_state_f data_state_ = nullptr; // once it ran
  PlainTag tag_;
  KeptAttributes kept_;
  std::array<KnownName, kKnownNames> known_names_{};
};

} // namespace lectern
