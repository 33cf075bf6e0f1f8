// The formats that an article is given in when somebody asks for a file, as a module of its own:
// the options and the article as JSON in, the text out. The caller writes one right after the other
// to the address that `reserve` gave.

#include <cstdint>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <utility>

#include "lectern/render.hpp"

namespace {

using nlohmann::json;

std::string input;
std::string output;

bool bool_option(const json& options, const char* name) {
  const auto found = options.find(name);
  return found != options.end() && found->is_boolean() && found->get<bool>();
}

int int_option(const json& options, const char* name) {
  const auto found = options.find(name);
  return found != options.end() && found->is_number_integer() ? found->get<int>() : 0;
}

lectern::RenderOptions render_options(const json& options) {
  lectern::RenderOptions result;
  result.standalone = bool_option(options, "standalone");
  result.front_matter = bool_option(options, "frontMatter");
  result.wrap_columns = int_option(options, "wrapColumns");
  const auto restored = options.find("restored");
  if (restored == options.end() || !restored->is_array()) return result;
  for (const json& id : *restored) {
    if (id.is_number_integer()) result.restored.push_back(id.get<int>());
  }
  return result;
}

std::string rendered(const lectern::Article& article, const json& options) {
  const lectern::RenderOptions ours = render_options(options);
  const auto format = options.find("format");
  if (format == options.end() || *format == "json") return lectern::to_json(article, ours);
  if (*format == "html") return lectern::to_html(article, ours);
  if (*format == "markdown") return lectern::to_markdown(article, ours);
  return lectern::to_text(article, ours);
}

} // namespace

extern "C" {

/// What was written already stays, as far as it fits.
char* reserve(std::uint32_t size) {
  output = std::string();
  input.resize(size);
  return input.data();
}

/// The length of the text, which stands at `rendered_text()` until the next call; less than nothing
/// when the input is no article.
std::int32_t render(std::uint32_t options_size) {
  const std::string text = std::exchange(input, std::string());
  const std::string_view options = std::string_view(text).substr(0, options_size);
  const auto article = lectern::parse_article(std::string_view(text).substr(options.size()));
  if (!article) return -1;
  output = rendered(*article, json::parse(options, nullptr, false));
  return static_cast<std::int32_t>(output.size());
}

const char* rendered_text() { return output.data(); }
}
