#pragma once
// Lines under prefixes: what Markdown and plain text are made of. A level is one thing that
// surrounds blocks (a quotation, a list item); its first line may begin differently from the
// others.

#include <string>
#include <string_view>
#include <vector>

namespace lectern {

class LineWriter {
 public:
  void push(std::string first, std::string rest) {
    levels_.push_back({std::move(first), std::move(rest), false});
  }
  void pop() { levels_.pop_back(); }

  /// A blank line, under the prefixes of the levels that have lines already.
  void write_blank();

  /// `text` line by line, each under its prefixes; no line feed at the end of it is needed.
  void write(std::string_view text);

  bool empty() const { return out_.empty(); }
  /// Columns that the prefixes take, counted as one a byte: they are ASCII.
  int prefix_width() const;
  std::string take() { return std::move(out_); }

 private:
  struct Level {
    std::string first;
    std::string rest;
    bool is_used;
  };
  std::vector<Level> levels_;
  std::string out_;
};

} // namespace lectern
