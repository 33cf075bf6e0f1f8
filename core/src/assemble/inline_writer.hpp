#pragma once
// The writing side of a line of text. Spaces, line breaks and opening elements wait until something
// visible follows: so white space folds across element borders, spaces stand outside of emphasis,
// and elements that hold nothing are never written.

#include <string_view>
#include <vector>

#include "assemble/inline_text.hpp"
#include "lectern/article.hpp"
#include "parse/dom.hpp"

namespace lectern {

class InlineWriter {
 public:
  /// What is open, outermost first.
  struct Open {
    NodeId end;
    Inline start;   // what it opens
    bool is_inline; // false: a block element, whose border parts text
    bool is_written;
    Tag tag = Tag::div; // of a block element
  };

  /// `keeps_lines`: borders of block elements become line breaks, else spaces. `keeps_lists`: items
  /// begin and end lines.
  InlineWriter(bool keeps_lines, bool keeps_lists)
      : keeps_lines_(keeps_lines), keeps_lists_(keeps_lists) {}

  const std::vector<Open>& open() const { return open_; }
  /// Opens an inline element that ends before the node `end`.
  void open_inline(NodeId end, Inline start);
  void open_block(NodeId end, Tag tag);
  /// Closes what ends at `node` or before it.
  void close_until(NodeId node);

  /// A border between blocks: what follows is apart from what went before.
  void note_border(Tag tag);
  void note_space() { pending_space_ = true; }
  void note_break() { pending_break_ = true; }
  bool is_at_line_start() const { return !has_content_ || pending_break_; }

  /// Words without white space at their ends.
  void add_run(std::string_view text);
  void add_content(Inline part);

  /// Closes all that is open and gives what was written, without padding at its end.
  Inlines finish();

 private:
  void write_waiting();
  bool is_beside_item() const;
  bool continues_last_close(const Inline& start) const;
  void append_to_text(std::string_view text);
  void close_last();
  void trim_end();

  bool keeps_lines_, keeps_lists_;
  Inlines out_;
  std::vector<Open> open_;
  bool has_content_ = false;
  bool has_waiting_elements_ = false;
  bool pending_space_ = false;
  bool pending_break_ = false;
};

} // namespace lectern
