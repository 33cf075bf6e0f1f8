#include "streams.hpp"

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "commands.hpp"
#include "interruption.hpp"

namespace lectern::tools {
namespace {

constexpr std::size_t kReadBytes = 1u << 20;
constexpr std::size_t kPipeBytes = 1u << 16; // what a pipe holds

// read() again after a signal. -1 is a failure that `errno` names.
ssize_t read_some(int descriptor, char* into, std::size_t size) {
  for (;;) {
    const ssize_t count = ::read(descriptor, into, size);
    if (count >= 0 || errno != EINTR) return count;
  }
}

// False on a failure that `errno` names.
bool write_all(int descriptor, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t count = ::write(descriptor, bytes.data(), bytes.size());
    if (count >= 0)
      bytes.remove_prefix(static_cast<std::size_t>(count));
    else if (errno != EINTR)
      return false;
  }
  return true;
}

} // namespace

void print_error(std::string_view message) {
  std::string line = "lectern: " + std::string(message);
  for (char& c : line)
    if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) c = ' ';
  line += '\n';
  std::fputs(line.c_str(), stderr);
}

int exit_status_of(ExtractError error) {
  switch (error) {
    case ExtractError::no_article:
    case ExtractError::empty_input:
      return kNoArticle;
    case ExtractError::unknown_encoding:
      return kUsage;
    case ExtractError::not_text:
    case ExtractError::input_too_large:
    case ExtractError::over_budget:
    case ExtractError::phrases_missing:
    case ExtractError::model_missing:
      break;
  }
  return kCannotRead;
}

namespace {

/// Bytes of a regular file; 0 of anything else.
std::size_t size_of(int descriptor) {
  struct stat status = {};
  const bool is_known = ::fstat(descriptor, &status) == 0 && S_ISREG(status.st_mode);
  return is_known && status.st_size > 0 ? static_cast<std::size_t>(status.st_size) : 0;
}

} // namespace

std::string name_of_input(const std::string& file) { return file == "-" ? "standard input" : file; }

std::optional<std::string> read_input(const std::string& file, std::size_t limit) {
  const bool is_standard = file == "-";
  const int descriptor = is_standard ? STDIN_FILENO : ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
  std::string bytes;
  ssize_t count = descriptor < 0 ? -1 : 1;
  // With room for the last read, which finds the end: growing would double it.
  const std::size_t expected = descriptor >= 0 ? std::min(size_of(descriptor), limit) : 0;
  bytes.reserve(expected + kPipeBytes);
  while (count > 0 && bytes.size() <= limit) {
    const std::size_t before = bytes.size();
    const std::size_t wanted =
        std::min(expected > before ? expected - before : kPipeBytes, limit + 1 - before);
    bytes.resize(before + wanted);
    count = read_some(descriptor, bytes.data() + before, wanted);
    bytes.resize(before + static_cast<std::size_t>(count > 0 ? count : 0));
  }
  const int error = errno;
  if (!is_standard && descriptor >= 0) ::close(descriptor);
  if (count >= 0) return bytes;
  print_error("cannot read " + name_of_input(file) + ": " + std::strerror(error));
  return std::nullopt;
}

int write_output(std::string_view bytes) {
  if (write_all(STDOUT_FILENO, bytes)) return kDone;
  // A socket in a pipe's place says so in its own way when something was left unread.
  if (errno == EPIPE || errno == ECONNRESET) return kPipeClosed;
  print_error(std::string("cannot write the output: ") + std::strerror(errno));
  return kCannotRead;
}

int write_file(const std::string& file, std::string_view bytes) {
  constexpr mode_t kReadableByAll = 0666; // less what the user's mask takes away
  const SignalsHeld signals_held;
  struct stat status = {};
  const bool exists = ::stat(file.c_str(), &status) == 0;
  // A device or a pipe cannot be replaced, and a link or a file of several names must not be.
  struct stat own_status = {};
  const bool has_name = ::lstat(file.c_str(), &own_status) == 0; // also a link to nothing
  const bool is_replaceable =
      !has_name || (S_ISREG(own_status.st_mode) && own_status.st_nlink == 1);
  const std::string written = is_replaceable ? file + ".part-" + std::to_string(::getpid()) : file;
  const int flags = O_WRONLY | O_CREAT | O_CLOEXEC | (is_replaceable ? O_EXCL : O_TRUNC);
  const int descriptor = ::open(written.c_str(), flags, kReadableByAll);
  bool is_written = descriptor >= 0 && write_all(descriptor, bytes);
  int error = errno;
  if (is_written && is_replaceable && exists) (void)::fchmod(descriptor, status.st_mode & 07777);
  if (descriptor >= 0 && ::close(descriptor) != 0 && is_written) {
    is_written = false;
    error = errno;
  }
  if (is_written && is_replaceable && ::rename(written.c_str(), file.c_str()) != 0) {
    is_written = false;
    error = errno;
  }
  if (is_written) return kDone;
  if (is_replaceable && descriptor >= 0) ::unlink(written.c_str());
  print_error("cannot write " + file + ": " + std::strerror(error));
  return kCannotRead;
}

bool LineReader::fill() {
  if (!may_read_()) {
    stopped_ = true;
    return false;
  }
  std::copy(buffer_.begin() + static_cast<std::ptrdiff_t>(at_),
            buffer_.begin() + static_cast<std::ptrdiff_t>(end_), buffer_.begin());
  end_ -= at_;
  at_ = 0;
  if (buffer_.size() < end_ + kReadBytes) buffer_.resize(end_ + kReadBytes);
  const ssize_t count = read_some(descriptor_, buffer_.data() + end_, kReadBytes);
  if (count > 0) end_ += static_cast<std::size_t>(count);
  failed_ = count < 0;
  ended_ = count <= 0;
  return count > 0;
}

LineReader::Line LineReader::next(std::string& line) {
  line.clear();
  bool is_too_long = false;
  std::size_t searched = 0; // bytes from at_ that hold no line feed
  for (;;) {
    const std::string_view read(buffer_.data(), end_);
    const std::size_t end = read.find('\n', at_ + searched);
    if (end != std::string_view::npos) {
      const std::size_t length = end - at_;
      is_too_long = is_too_long || length > limit_;
      if (!is_too_long) line = read.substr(at_, length);
      at_ = end + 1;
      return is_too_long ? Line::too_long : Line::complete;
    }
    searched = end_ - at_;
    if (is_too_long || searched > limit_) {
      is_too_long = true;
      at_ = end_;
      searched = 0;
    }
    if (!ended_ && fill()) continue;
    if (stopped_) return Line::stopped;
    if (failed_) return Line::failed;
    if (is_too_long) return Line::too_long;
    if (searched == 0) return Line::end;
    line.assign(buffer_.data() + at_, searched); // reading on has moved it
    at_ = end_;
    return Line::complete;
  }
}

} // namespace lectern::tools
