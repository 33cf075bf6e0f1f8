// The only place that shows the engine to JavaScript. Every call is one coarse call: the input is
// bytes that the caller wrote into a buffer here, the answer is UTF-8 text in another buffer, JSON
// or the rendered article. One string decoded and parsed at once costs a fraction of an object
// built field by field across the boundary. No decisions here.

#include <cstddef>
#include <cstdint>
#include <emscripten/bind.h>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <utility>

#include "lectern/lectern.hpp"

namespace {

using nlohmann::json;

/// Where the answer to a call stands in the module's memory, until the next call.
struct Answer {
  std::uint32_t address = 0;
  std::uint32_t size = 0;
  bool is_error = false; // then the answer is {"code", "message"}
};

std::string input_buffer;
std::string answer_buffer;

std::uint32_t address_of(const std::string& buffer) {
  return static_cast<std::uint32_t>(reinterpret_cast<std::uintptr_t>(buffer.data()));
}

Answer answer_with(std::string text, bool is_error = false) {
  answer_buffer = std::move(text);
  return {address_of(answer_buffer), static_cast<std::uint32_t>(answer_buffer.size()), is_error};
}

Answer error_with(std::string_view code, std::string_view message) {
  return answer_with(json{{"code", code}, {"message", message}}.dump(), true);
}

/// Makes room for `size` bytes of input and gives the address to write them to.
std::uint32_t reserve_input(std::uint32_t size) {
  answer_buffer = std::string();
  input_buffer.assign(size, '\0');
  return address_of(input_buffer);
}

/// The input is the page and after it the options as JSON.
struct Request {
  explicit Request(std::uint32_t page_size)
      : text(std::exchange(input_buffer, std::string())),
        page(std::string_view(text).substr(0, page_size)),
        options(json::parse(std::string_view(text).substr(page.size()), nullptr, false)) {}
  Request(const Request&) = delete;
  Request& operator=(const Request&) = delete;

  std::string string_option(const char* name) const {
    const auto found = options.find(name);
    return found != options.end() && found->is_string() ? found->get<std::string>() : std::string();
  }
  bool bool_option(const char* name) const {
    const auto found = options.find(name);
    return found != options.end() && found->is_boolean() && found->get<bool>();
  }
  int int_option(const char* name) const {
    const auto found = options.find(name);
    return found != options.end() && found->is_number_integer() ? found->get<int>() : 0;
  }
  lectern::ExtractOptions extract_options() const {
    lectern::ExtractOptions result;
    if (string_option("input") == "text") result.input = lectern::InputFormat::text;
    result.url = string_option("url");
    result.encoding = string_option("encoding");
    return result;
  }

  std::string text;
  std::string_view page;
  json options;
};

Answer extract(std::uint32_t page_size) {
  const Request request(page_size);
  const auto article = lectern::extract(request.page, request.extract_options());
  if (!article)
    return error_with(lectern::code_of(article.error()), lectern::describe(article.error()));
  return answer_with(lectern::to_json(*article));
}

Answer readable(std::uint32_t page_size) {
  const Request request(page_size);
  const auto result = lectern::looks_readable(request.page, request.extract_options());
  return answer_with(json{{"readable", result.is_readable}, {"score", result.score}}.dump());
}

Answer render(std::uint32_t article_size) {
  const Request request(article_size);
  const auto article = lectern::parse_article(request.page);
  if (!article)
    return error_with("not_an_article", "the object is not an article that extract gave");

  lectern::RenderOptions options;
  options.standalone = request.bool_option("standalone");
  options.front_matter = request.bool_option("frontMatter");
  options.wrap_columns = request.int_option("wrapColumns");
  if (const auto restored = request.options.find("restored");
      restored != request.options.end() && restored->is_array()) {
    for (const json& id : *restored) {
      if (id.is_number_integer()) options.restored.push_back(id.get<int>());
    }
  }

  const std::string format = request.string_option("format");
  if (format == "html") return answer_with(lectern::to_html(*article, options));
  if (format == "markdown") return answer_with(lectern::to_markdown(*article, options));
  if (format == "text") return answer_with(lectern::to_text(*article, options));
  return answer_with(lectern::to_json(*article, options));
}

} // namespace

EMSCRIPTEN_BINDINGS(lectern) {
  emscripten::value_object<Answer>("Answer")
      .field("address", &Answer::address)
      .field("size", &Answer::size)
      .field("isError", &Answer::is_error);
  emscripten::function("reserveInput", &reserve_input);
  emscripten::function("extract", &extract);
  emscripten::function("readable", &readable);
  emscripten::function("render", &render);
}
