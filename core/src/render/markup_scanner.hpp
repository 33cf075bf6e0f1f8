#pragma once
// Reads markup that we wrote ourselves, tag by tag: lower-case names, double-quoted attributes and
// the references that our writers and MathML use. It is strict on purpose: what it does not know is
// an error and not repaired, so nothing foreign can pass for ours.

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace lectern {

class MarkupScanner {
 public:
  enum class Token { text, open, close, end, error };

  explicit MarkupScanner(std::string_view markup) : markup_(markup) {}

  Token next();

  /// Of `text`: with references resolved.
  const std::string& text() const { return text_; }
  /// Of `open` and `close`.
  std::string_view name() const { return name_; }
  /// Of `open`: the value with references resolved, or empty.
  std::string_view attribute(std::string_view name) const;
  const std::vector<std::pair<std::string_view, std::string>>& attributes() const {
    return attributes_;
  }
  /// Of `open`: written as `<name/>`.
  bool closes_itself() const { return closes_itself_; }
  /// Where the token began and where the next one begins.
  std::size_t token_begin() const { return begin_; }
  std::size_t position() const { return at_; }

 private:
  bool read_tag();
  bool read_attributes();
  bool resolve(std::string_view raw, std::string& out) const;
  void skip_space();

  std::string_view markup_;
  std::size_t at_ = 0;
  std::size_t begin_ = 0;
  std::string text_;
  std::string_view name_;
  std::vector<std::pair<std::string_view, std::string>> attributes_;
  bool closes_itself_ = false;
};

} // namespace lectern
