#pragma once
// JSON written straight into a string, in the order of the calls. A batch over millions of pages
// writes every text of every page, so there is no tree in between.

#include <string>
#include <string_view>

namespace lectern {

/// `text` between quotes. Invalid UTF-8 becomes U+FFFD: what comes out is always JSON.
void append_json_string(std::string& out, std::string_view text);

class JsonText {
 public:
  explicit JsonText(std::string& out) : out_(out) {}

  void begin_object() { begin('{'); }
  void end_object() { end('}'); }
  void begin_array() { begin('['); }
  void end_array() { end(']'); }
  void key(std::string_view name);

  void string(std::string_view text);
  void number(long value);
  /// At most four decimals, written alike on every platform.
  void number(double value);
  void boolean(bool value);
  void null();

  void member(std::string_view name, std::string_view text) { key(name), string(text); }
  /// null for "not said".
  void member_or_null(std::string_view name, std::string_view text) {
    key(name);
    if (text.empty())
      null();
    else
      string(text);
  }
  /// Left out when empty.
  void member_if(std::string_view name, std::string_view text) {
    if (!text.empty()) member(name, text);
  }

 private:
  void begin(char bracket) { separate(), out_ += bracket, needs_comma_ = false; }
  void end(char bracket) { out_ += bracket, needs_comma_ = true; }
  void separate() {
    if (needs_comma_) out_ += ',';
  }

  std::string& out_;
  bool needs_comma_ = false;
};

} // namespace lectern
