#include <algorithm>
#include <cstdio>

#include "commands.hpp"
#include "stage_table.hpp"
#include "streams.hpp"

namespace lectern::tools {

namespace {

std::string render(const Article& article, const OutputOptions& options,
                   const std::vector<ImageFile>& images) {
  std::string out;
  switch (options.format) {
    case OutputFormat::html:
      out = to_html(article, options.render);
      break;
    case OutputFormat::markdown:
      out = to_markdown(article, options.render);
      break;
    case OutputFormat::text:
      out = to_text(article, options.render);
      break;
    case OutputFormat::json:
      out = to_json(article, options.render);
      break;
    case OutputFormat::epub:
      return to_epub(article, images, options.render);
  }
  if (out.empty() || out.back() != '\n') out += '\n';
  return out;
}

// The pictures that the caller names; nothing when one cannot be read, which was printed.
std::optional<std::vector<ImageFile>> read_images(const std::vector<std::string>& image_files) {
  std::vector<ImageFile> images;
  for (const std::string& option : image_files) {
    // An address may hold the sign, a file name after it rarely does.
    const std::size_t at = option.rfind('=');
    auto bytes = read_input(option.substr(at + 1), ExtractOptions().max_input_bytes);
    if (!bytes) return std::nullopt;
    images.push_back({option.substr(0, at), std::move(*bytes)});
  }
  return images;
}

// The first id that no removed block has; the library passes over such ones.
std::optional<int> unknown_id(const Article& article, const std::vector<int>& restored) {
  for (const int id : restored) {
    const bool is_known = std::any_of(article.removed.begin(), article.removed.end(),
                                      [id](const auto& block) { return block.id == id; });
    if (!is_known) return id;
  }
  return std::nullopt;
}

int write_article(const Article& article, const OutputOptions& options) {
  if (const auto id = unknown_id(article, options.render.restored)) {
    print_error("--restore: no removed block has the id " + std::to_string(*id));
    return kUsage;
  }
  const auto images = read_images(options.image_files);
  if (!images) return kCannotRead;
  const std::string out = render(article, options, *images);
  return options.file.empty() || options.file == "-" ? write_output(out)
                                                     : write_file(options.file, out);
}

} // namespace

int run(const ExtractCommand& command) {
  Stopwatch stopwatch;
  const auto page = read_input(command.file, command.options.max_input_bytes);
  if (!page) return kCannotRead;
  const double reading = stopwatch.lap();
  Timings timings;
  ExtractOptions page_options = command.options;
  if (command.with_timings) page_options.timings = &timings;
  const Result<Article> article = extract(*page, page_options);
  stopwatch.lap();
  if (!article) {
    print_error(name_of_input(command.file) + ": " + std::string(describe(article.error())));
    return exit_status_of(article.error());
  }
  const int status = write_article(*article, command.output);
  if (!command.with_timings) return status;
  timings.insert(timings.begin(), {"read", reading});
  timings.push_back({"render", stopwatch.lap()});
  StageTable table;
  table.add(timings, page->size());
  std::fputs(table.text().c_str(), stderr);
  return status;
}

int run(const RenderCommand& command) {
  const auto json = read_input(command.file, ExtractOptions().max_input_bytes);
  if (!json) return kCannotRead;
  const std::optional<Article> article = parse_article(*json);
  if (!article) {
    print_error(name_of_input(command.file) + ": this is no article that lectern wrote as JSON");
    return kCannotRead;
  }
  return write_article(*article, command.output);
}

int run(const ReadableCommand& command) {
  const auto page = read_input(command.file, command.options.max_input_bytes);
  if (!page) return kCannotRead;
  const Readability answer = looks_readable(*page, command.options);
  const long thousandths = static_cast<long>(static_cast<double>(answer.score) * 1000 + 0.5);
  std::string score = std::to_string(thousandths / 1000);
  if (thousandths % 1000 != 0) score += "." + std::to_string(1000 + thousandths % 1000).substr(1);
  return write_output(std::string("{\"readable\": ") + (answer.is_readable ? "true" : "false") +
                      ", \"score\": " + score + "}\n");
}

} // namespace lectern::tools
