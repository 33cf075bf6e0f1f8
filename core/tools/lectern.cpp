// The `lectern` command: what it understands. What the commands do is in the files named after
// them.

#include <CLI/CLI.hpp>
#include <algorithm>
#include <charconv>
#include <fstream>
#include <limits>
#include <map>
#include <string>
#include <thread>
#include <unistd.h>

#include "address.hpp"
#include "commands.hpp"
#include "streams.hpp"

namespace {

using namespace lectern::tools;

constexpr int kMostJobs = 256;

const std::map<std::string, OutputFormat> kFormats = {{"html", OutputFormat::html},
                                                      {"markdown", OutputFormat::markdown},
                                                      {"text", OutputFormat::text},
                                                      {"json", OutputFormat::json}};
// A book is bytes and no text, so no line of JSON can hold it.
const std::map<std::string, OutputFormat> kDocumentFormats = [] {
  std::map<std::string, OutputFormat> formats = kFormats;
  formats.emplace("epub", OutputFormat::epub);
  return formats;
}();
const std::map<std::string, lectern::InputFormat> kInputs = {{"html", lectern::InputFormat::html},
                                                             {"text", lectern::InputFormat::text}};

// A choice by name. The name is kept by `app` and read when the command runs.
template <typename Value>
CLI::Option* add_choice(CLI::App& app, const std::string& name, Value& value,
                        const std::map<std::string, Value>& choices, const std::string& help) {
  std::string names;
  std::vector<std::string> known;
  for (const auto& [choice, unused] : choices) {
    names += (names.empty() ? "" : "|") + choice;
    known.push_back(choice);
  }
  return app
      .add_option_function<std::string>(
          name, [&value, &choices](const std::string& choice) { value = choices.at(choice); }, help)
      ->check(CLI::Validator(
          [known, name, names](const std::string& choice) {
            const bool is_known = std::find(known.begin(), known.end(), choice) != known.end();
            return is_known ? std::string() : "takes one of " + names + ", not \"" + choice + "\"";
          },
          ""))
      ->type_name(names);
}

CLI::Validator whole_number(int most, int least = 0) {
  return CLI::Validator(
      [most, least](const std::string& text) {
        int value = 0;
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
        const bool is_number = error == std::errc() && end == text.data() + text.size();
        if (is_number && value >= least && value <= most) return std::string();
        return "takes a whole number from " + std::to_string(least) + " to " +
               std::to_string(most) + ", not \"" + text + "\"";
      },
      "");
}

void add_file(CLI::App& app, std::string& file) {
  app.add_option("FILE", file, "The page; - or nothing reads the standard input")->type_name("");
}

void add_page_options(CLI::App& app, lectern::ExtractOptions& options) {
  app.add_option("--url", options.url, "The page's address, which relative links belong to")
      ->type_name("URL")
      ->check(CLI::Validator(
          [](const std::string& url) {
            return is_absolute_address(url) ? std::string()
                                            : "takes an absolute address, not \"" + url + "\"";
          },
          ""));
  add_choice(app, "--input", options.input, kInputs, "What the page is [html]");
  app.add_option("--encoding", options.encoding, "The page's encoding, instead of what it says")
      ->type_name("NAME");
}

void add_output_options(CLI::App& app, OutputOptions& output) {
  lectern::RenderOptions& options = output.render;
  add_choice(app, "--format", output.format, kDocumentFormats, "What to write [html]");
  app.add_option("-o,--output", output.file, "Write to this file, not to the standard output")
      ->type_name("FILE");
  app.add_option("--restore", options.restored, "Put removed blocks back, by their ids in the JSON")
      ->type_name("ID,...")
      ->delimiter(',')
      ->allow_extra_args(false)
      ->check(whole_number(std::numeric_limits<int>::max()));
  app.add_flag("--standalone", options.standalone,
               "HTML: a whole document with headline, byline and style");
  app.add_flag("--front-matter", options.front_matter, "Markdown: the metadata first, as YAML");
  app.add_option("--wrap", options.wrap_columns, "Text: break lines at this column")
      ->type_name("COLUMNS")
      ->check(whole_number(10000));
  app.add_option("--image", output.image_files,
                 "EPUB: a picture of the article to hold; the others become links")
      ->type_name("ADDRESS=FILE")
      ->allow_extra_args(false)
      ->check(CLI::Validator(
          [](const std::string& option) {
            return option.find('=') == std::string::npos ? "takes ADDRESS=FILE" : std::string();
          },
          ""));
}

// For development, and so not in the help: another block model than the one compiled in
// (scripts/quality judges each page with a model that never saw its site), and rules or model alone
// for the ablation.
struct DevelopmentOptions {
  std::string model_file, judge, model;
  bool no_time_limit = false; // the same answers however slow the machine

  void add_to(CLI::App& app) {
    app.add_flag("--development-no-time-limit", no_time_limit)->group("");
    app.add_option("--development-model", model_file)->group("");
    app.add_option("--development-judge", judge)->group("");
  }
  bool apply_to(lectern::ExtractOptions& options) {
    if (!model_file.empty()) {
      std::ifstream file(model_file, std::ios::binary);
      model.assign(std::istreambuf_iterator<char>(file), {});
      if (model.empty()) {
        print_error("cannot read " + model_file);
        return false;
      }
    }
    options.development_model = model;
    options.development_judge = judge;
    if (no_time_limit) options.max_milliseconds = 0;
    return true;
  }
};

int one_line_usage_error(const CLI::ParseError& error, const char* first_argument) {
  std::string message = error.what();
  const bool is_option = first_argument == nullptr || first_argument[0] == '-';
  if (error.get_exit_code() == static_cast<int>(CLI::ExitCodes::RequiredError))
    message = is_option ? "no command given"
                        : "there is no command \"" + std::string(first_argument) + "\"";
  constexpr std::string_view kTwice = ": At Most 1 required but received";
  if (const std::size_t at = message.find(kTwice); at != std::string::npos)
    message = message.substr(0, at) + ": was given more than once";
  print_error(message + "; see lectern --help");
  return kUsage;
}

bool waits_for_typing(const std::string& file) {
  return file == "-" && ::isatty(STDIN_FILENO) == 1;
}

bool would_fill_terminal(const OutputOptions& output) {
  const bool is_standard = output.file.empty() || output.file == "-";
  return output.format == OutputFormat::epub && is_standard && ::isatty(STDOUT_FILENO) == 1;
}

// A person who names no file at a terminal would look at a command that does nothing.
template <typename Command>
int run_unless_typing(const Command& command, bool was_named) {
  if (!was_named && waits_for_typing(command.file)) {
    print_error("no FILE given; see lectern --help");
    return kUsage;
  }
  return run(command);
}

} // namespace

int main(int argument_count, char** arguments) {
  CLI::App app("Finds the article on a news page and writes it without everything around it.",
               "lectern");
  app.set_version_flag("--version", std::string("lectern ") + LECTERN_VERSION);
  app.require_subcommand(1);
  app.get_formatter()->column_width(34);

  ExtractCommand extract;
  CLI::App& extract_app = *app.add_subcommand("extract", "Write the article of one page");
  add_file(extract_app, extract.file);
  add_page_options(extract_app, extract.options);
  add_output_options(extract_app, extract.output);
  extract_app.add_flag("--timings", extract.with_timings,
                       "Write to the standard error how long each stage took");

  RenderCommand rendering;
  CLI::App& render_app =
      *app.add_subcommand("render", "Write an article that was kept as JSON in another format");
  add_file(render_app, rendering.file);
  add_output_options(render_app, rendering.output);

  BatchCommand batch;
  batch.jobs = std::clamp(static_cast<int>(std::thread::hardware_concurrency()), 1, kMostJobs);
  CLI::App& batch_app = *app.add_subcommand(
      "batch", "Write the articles of many pages, JSON Lines in and out, in the same order");
  add_file(batch_app, batch.file);
  add_choice(batch_app, "--format", batch.format, kFormats, "What each line holds [json]");
  batch_app.add_option("--jobs", batch.jobs, "Pages read at the same time [one a processor]")
      ->type_name("N")
      ->check(whole_number(kMostJobs, 1));
  batch_app.add_flag("--timings", batch.with_timings,
                     "Write to the standard error how long each stage took, all pages together");
  batch_app.footer(
      "A line in:  {\"id\": any value, \"html\" or \"text\": the page, \"url\": its address}\n"
      "A line out: {\"id\": the same, \"article\": {...}} or {\"id\": the same, \"error\": "
      "{\"code\", \"message\"}}\n"
      "With another format than json, the member is named after the format and holds a string.");

  ReadableCommand readable;
  CLI::App& readable_app =
      *app.add_subcommand("readable", "Tell cheaply whether a page is an article");
  add_file(readable_app, readable.file);
  add_page_options(readable_app, readable.options);

  ExplainCommand explain;
  CLI::App& explain_app =
      *app.add_subcommand("explain", "Show every block of a page with what was decided and why");
  add_file(explain_app, explain.file);
  add_page_options(explain_app, explain.options);
  explain_app.add_flag("--json", explain.json, "One JSON object a line, with all features");
  explain_app.add_flag("--features", explain.features,
                       "The table with each block's place and what was measured");

  DevelopmentOptions development;
  for (CLI::App* command : {&extract_app, &batch_app, &explain_app}) development.add_to(*command);

  app.footer(
      "Exit status: 0 done, 2 wrong usage, 3 no article on the page, 4 cannot read or write or "
      "over a limit.\n"
      "\n"
      "Examples:\n"
      "  lectern extract page.html --url https://news.example/story --format markdown\n"
      "  lectern batch --jobs 4 < pages.jsonl > articles.jsonl");

  try {
    app.parse(argument_count, arguments);
  } catch (const CLI::Success& help) {
    return app.exit(help);
  } catch (const CLI::ParseError& error) {
    return one_line_usage_error(error, argument_count > 1 ? arguments[1] : nullptr);
  }
  for (lectern::ExtractOptions* options : {&extract.options, &batch.options, &explain.options})
    if (!development.apply_to(*options)) return kCannotRead;
  if (would_fill_terminal(extract_app.parsed() ? extract.output : rendering.output)) {
    print_error("a book cannot be shown on a terminal: name a file with -o");
    return kUsage;
  }
  const auto was_named = [](const CLI::App& command) { return command.count("FILE") > 0; };
  if (extract_app.parsed()) return run_unless_typing(extract, was_named(extract_app));
  if (render_app.parsed()) return run_unless_typing(rendering, was_named(render_app));
  if (batch_app.parsed()) return run_unless_typing(batch, was_named(batch_app));
  if (readable_app.parsed()) return run_unless_typing(readable, was_named(readable_app));
  return run_unless_typing(explain, was_named(explain_app));
}
