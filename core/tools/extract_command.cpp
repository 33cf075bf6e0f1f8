#include "commands.hpp"
#include "streams.hpp"

namespace lectern::tools {

std::string render(const Article& article, OutputFormat format, const RenderOptions& options) {
  std::string out;
  switch (format) {
    case OutputFormat::html:
      out = to_html(article, options);
      break;
    case OutputFormat::markdown:
      out = to_markdown(article, options);
      break;
    case OutputFormat::text:
      out = to_text(article, options);
      break;
    case OutputFormat::json:
      out = to_json(article, options);
      break;
  }
  if (out.empty() || out.back() != '\n') out += '\n';
  return out;
}

int run(const ExtractCommand& command) {
  const auto page = read_input(command.file, command.options.max_input_bytes);
  if (!page) return kCannotRead;
  const Result<Article> article = extract(*page, command.options);
  if (!article) {
    print_error(name_of_input(command.file) + ": " + std::string(describe(article.error())));
    return exit_status_of(article.error());
  }
  return write_output(render(*article, command.format, command.render));
}

int run(const RenderCommand& command) {
  const auto json = read_input(command.file, ExtractOptions().max_input_bytes);
  if (!json) return kCannotRead;
  const std::optional<Article> article = parse_article(*json);
  if (!article) {
    print_error(name_of_input(command.file) + ": this is no article that lectern wrote as JSON");
    return kCannotRead;
  }
  return write_output(render(*article, command.format, command.render));
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
