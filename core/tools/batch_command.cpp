// JSON Lines in, JSON Lines out, in the same order. One thread reads, several extract, one writes;
// what is between them is bounded, so a stream of any length takes the memory of a few pages.

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <thread>
#include <unistd.h>
#if defined(__GLIBC__)
#include <malloc.h>
#endif

#include "batch_line.hpp"
#include "commands.hpp"
#include "interruption.hpp"
#include "json_string.hpp"
#include "ordered_queue.hpp"
#include "stage_table.hpp"
#include "streams.hpp"

namespace lectern::tools {
namespace {

// Enough that no thread waits for a slow page, little enough to hold in memory.
constexpr std::size_t kItemsPerJob = 8;
constexpr std::size_t kMostBytesInside = 96u << 20;
// JSON writes a character of a page in two bytes at most, but for rare ones.
constexpr std::size_t kJsonBytesPerByte = 2;

std::string error_member(std::string_view code, std::string_view message) {
  return "\"error\":{\"code\":" + json_string(code) + ",\"message\":" + json_string(message) + "}";
}

std::string error_of_line(const std::string& id, long number, std::string_view code,
                          std::string_view what) {
  const std::string message = "line " + std::to_string(number) + " " + std::string(what);
  return "{\"id\":" + id + ",\"line\":" + std::to_string(number) + "," +
         error_member(code, message) + "}\n";
}

void append_article(std::string& out, const Article& article, OutputFormat format) {
  switch (format) {
    case OutputFormat::json:
      out.append("\"article\":").append(to_json(article));
      break;
    case OutputFormat::html:
      out.append("\"html\":").append(json_string(to_html(article)));
      break;
    case OutputFormat::markdown:
      out.append("\"markdown\":").append(json_string(to_markdown(article)));
      break;
    case OutputFormat::text:
      out.append("\"text\":").append(json_string(to_text(article)));
      break;
    case OutputFormat::epub:
      break; // not offered
  }
}

std::string answer(OrderedQueue::Item& item, const BatchCommand& command, StageTable* stages) {
  if (item.is_too_long)
    return error_of_line("null", item.number, code_of(ExtractError::input_too_large),
                         "is longer than the limit");
  Stopwatch stopwatch;
  const BatchLine line = parse_batch_line(item.input);
  Timings timings;
  if (stages != nullptr) timings.push_back({"read", stopwatch.lap()});
  if (!line.error.empty()) return error_of_line(line.id, item.number, "malformed_line", line.error);

  ExtractOptions options = command.options;
  options.input = line.html ? InputFormat::html : InputFormat::text;
  options.url = line.url;
  options.encoding = "utf-8"; // JSON is: what the page says of its bytes no longer holds
  if (stages != nullptr) options.timings = &timings;
  const std::string_view page = line.html ? *line.html : *line.text;
  const Result<Article> article = extract(page, options);
  stopwatch.lap();
  std::string out = "{\"id\":" + line.id + ",";
  if (article)
    append_article(out, *article, command.format);
  else
    out += error_member(code_of(article.error()), describe(article.error()));
  out += "}\n";
  if (stages != nullptr) {
    timings.push_back({"render", stopwatch.lap()});
    stages->add(timings, page.size());
  }
  return out;
}

bool is_blank(std::string_view line) {
  return line.find_first_not_of(" \t\r") == std::string_view::npos;
}

// Nothing that the other threads do can be of use any more, and one of them may be waiting for
// input.
[[noreturn]] void end_at_once(int status) { std::_Exit(status); }

void write_all(OrderedQueue& queue) {
  std::string output;
  while (queue.collect(output)) {
    const int status = write_output(output);
    if (status != kDone) end_at_once(status);
  }
}

void answer_all(OrderedQueue& queue, const BatchCommand& command, StageTable* stages) {
  while (OrderedQueue::Item* item = queue.take()) {
    item->output = answer(*item, command, stages);
    item->input = std::string(); // the memory, not the count
    queue.finish(item);
  }
}

// False when the input failed; the reason was printed. A signal ends the input where it is.
bool read_all(OrderedQueue& queue, int descriptor, const std::string& file,
              const Interruption& interruption) {
  constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
  LineReader reader(descriptor, kJsonBytesPerByte * ExtractOptions().max_input_bytes,
                    [&] { return interruption.wait_for_input(descriptor); });
  std::string line;
  for (long number = 1; interruption.signal() == 0; ++number) {
    const LineReader::Line got = reader.next(line);
    if (got == LineReader::Line::end || got == LineReader::Line::stopped) return true;
    if (got == LineReader::Line::failed) {
      print_error("cannot read " + name_of_input(file) + ": " + std::strerror(errno));
      return false;
    }
    if (number == 1 && line.compare(0, kByteOrderMark.size(), kByteOrderMark) == 0)
      line.erase(0, kByteOrderMark.size());
    const bool is_too_long = got == LineReader::Line::too_long;
    if (!is_too_long && is_blank(line)) continue;
    auto item = std::make_unique<OrderedQueue::Item>();
    item->number = number;
    item->is_too_long = is_too_long;
    item->input = std::move(line);
    queue.put(std::move(item));
  }
  return true;
}

} // namespace

namespace {

/// The C library would give a page's memory back to the system after each page and ask for it again
/// for the next one, which costs a sixth of the time. It keeps what a few pages take.
void keep_memory_between_pages() {
#if defined(__GLIBC__)
  constexpr int kMostKept = 64 << 20, kLargestKept = 4 << 20; // bytes: of all, of one allocation
  ::mallopt(M_MMAP_THRESHOLD, kLargestKept);
  ::mallopt(M_TRIM_THRESHOLD, kMostKept);
#endif
}

} // namespace

int run(const BatchCommand& command) {
  keep_memory_between_pages();
  const bool is_standard = command.file == "-";
  const int descriptor =
      is_standard ? STDIN_FILENO : ::open(command.file.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) {
    print_error("cannot read " + command.file + ": " + std::strerror(errno));
    return kCannotRead;
  }
  const Interruption interruption;
  OrderedQueue queue(kItemsPerJob * static_cast<std::size_t>(command.jobs), kMostBytesInside);
  std::thread writer(write_all, std::ref(queue));
  StageTable stages;
  std::vector<std::thread> workers;
  for (int i = 0; i < command.jobs; ++i)
    workers.emplace_back(answer_all, std::ref(queue), std::cref(command),
                         command.with_timings ? &stages : nullptr);
  const bool is_read = read_all(queue, descriptor, command.file, interruption);
  queue.close();
  for (std::thread& worker : workers) worker.join();
  writer.join();
  if (command.with_timings) std::fputs(stages.text().c_str(), stderr);
  if (!is_standard) ::close(descriptor);
  // What was inside has been answered, whole lines all of them; the status is a shell's for the
  // signal.
  if (interruption.signal() != 0) return kInterrupted + interruption.signal();
  return is_read ? kDone : kCannotRead;
}

} // namespace lectern::tools
