#pragma once
// Reading input and writing output with every failure noticed.

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "lectern/result.hpp"

namespace lectern::tools {

/// One line on the standard error: "lectern: MESSAGE". Control characters in it become spaces.
void print_error(std::string_view message);

/// What an error of the library means to the caller of the command.
int exit_status_of(ExtractError error);

/// The file's bytes, "-" for the standard input. One byte more than `limit` is enough to know that
/// the limit is passed. Nothing when it cannot be read: the reason was printed.
std::optional<std::string> read_input(const std::string& file, std::size_t limit);

/// Writes all of it to the standard output. Gives kDone, or the exit status for the failure: a
/// closed pipe is told by the status alone, anything else by a line on the standard error too.
int write_output(std::string_view bytes);

/// Writes a file anew: whole or not at all, also when the run is interrupted. A failure was
/// printed, and leaves what was there before.
int write_file(const std::string& file, std::string_view bytes);

/// How messages name a file.
std::string name_of_input(const std::string& file);

/// Lines of a stream, one at a time, however long up to a limit.
class LineReader {
 public:
  enum class Line { complete, too_long, end, failed, stopped };

  /// `may_read` is asked before each read; its false gives `stopped`, and a line that has only
  /// begun is dropped.
  LineReader(int descriptor, std::size_t limit, std::function<bool()> may_read)
      : descriptor_(descriptor), limit_(limit), may_read_(std::move(may_read)) {}

  /// The next line without its line feed. One over the limit is skipped and gives `too_long`.
  Line next(std::string& line);

 private:
  bool fill();

  int descriptor_;
  std::size_t limit_;
  std::function<bool()> may_read_;
  std::string buffer_; // room for what is read, of which [at_, end_) has not been given out
  std::size_t at_ = 0, end_ = 0;
  bool ended_ = false;
  bool failed_ = false;
  bool stopped_ = false;
};

} // namespace lectern::tools
