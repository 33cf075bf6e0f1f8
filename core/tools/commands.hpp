#pragma once
// The commands of `lectern`. Each gives the exit status; on a failure it has written one line to
// the standard error and nothing to the standard output.

#include <string>
#include <vector>

#include "lectern/lectern.hpp"

namespace lectern::tools {

enum ExitStatus : int {
  kDone = 0,
  kUsage = 2,
  kNoArticle = 3,
  kCannotRead = 4,    // or write, or over a limit
  kInterrupted = 128, // plus the signal, as a shell reports it
  kPipeClosed = 141,  // as a shell reports a program that a closed pipe ended
};

enum class OutputFormat { html, markdown, text, json, epub };

/// What is written, and where to.
struct OutputOptions {
  OutputFormat format = OutputFormat::html;
  RenderOptions render;
  std::string file;                     // empty or "-": the standard output
  std::vector<std::string> image_files; // ADDRESS=FILE
};

struct ExtractCommand {
  std::string file = "-";
  ExtractOptions options;
  OutputOptions output;
  bool with_timings = false; // on the standard error
};

/// An article that was written as JSON, in another format.
struct RenderCommand {
  std::string file = "-";
  OutputOptions output;
};

struct BatchCommand {
  std::string file = "-";
  ExtractOptions options; // what no line says of its page
  OutputFormat format = OutputFormat::json;
  int jobs = 1;
  bool with_timings = false; // sums, on the standard error
};

struct ReadableCommand {
  std::string file = "-";
  ExtractOptions options;
};

struct ExplainCommand {
  std::string file = "-";
  ExtractOptions options;
  bool json = false;
  bool features = false;
};

int run(const ExtractCommand& command);
int run(const RenderCommand& command);
int run(const BatchCommand& command);
int run(const ReadableCommand& command);
int run(const ExplainCommand& command);

} // namespace lectern::tools
