#pragma once
// What a reader sees of a part of the page, as lines.

#include <string>
#include <string_view>
#include <vector>

#include "parse/dom.hpp"

namespace lectern {

/// The lines a reader sees in a range of nodes, one after the other: no scripts, styles and parts
/// hidden by attribute; white space folded, no empty ones. A block's end that has no element after
/// it in the range does not break the line.
class VisibleLines {
 public:
  struct Options {
    std::size_t limit = 0; // it ends after about that many bytes
    /// Puts a space between elements that touch, as bylines need: their parts are set apart by
    /// style sheets.
    bool space_elements = false;
    /// Of a longer line that much and a little more is made: its reader wants short ones.
    std::size_t longest_line = std::string_view::npos;
  };

  VisibleLines(const Dom& dom, NodeId begin, NodeId end, const Options& options);

  /// The next line in `line`, or false.
  bool next(std::string& line);

  /// The parent of the last text of the line that was given last.
  NodeId last_parent() const { return text_parent_; }

 private:
  bool is_unseen() const;
  void add_text();
  void append(std::string_view part);
  bool take(std::string& line);

  const Dom& dom_;
  Options options_;
  NodeId begin_, end_, at_;
  NodeId text_parent_ = kNoNode;
  std::size_t read_ = 0;
  std::vector<NodeId> open_blocks_; // their ends
  std::string_view only_part_;      // the text of the line so far, while it is one node's
  std::string text_;                // else
};

/// All lines of a range.
std::vector<std::string> visible_lines(const Dom& dom, NodeId begin, NodeId end, std::size_t limit,
                                       bool space_elements = false);

/// The text a reader sees of an element, its lines joined by spaces. At most `limit` bytes.
std::string visible_text(const Dom& dom, NodeId node, std::size_t limit);

/// Whether a style attribute keeps an element from being seen.
bool hides_by_style(std::string_view style);

} // namespace lectern
