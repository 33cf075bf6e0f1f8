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
#include <vector>

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

/// A list in JSON of words that need no escapes: codes of languages.
std::string list_of(const std::vector<std::string>& words) {
  std::string list = "[";
  for (const std::string& word : words) {
    if (list.size() > 1) list += ',';
    list.append(1, '"').append(word).append(1, '"');
  }
  return list + ']';
}

/// `code` and `message` are our own words and need no escapes either: nlohmann's writer is not
/// linked.
Answer error_with(std::string_view code, std::string_view message,
                  const std::vector<std::string>& languages = {}) {
  std::string text = "{\"code\":\"";
  text.append(code).append("\",\"message\":\"").append(message).append("\",\"languages\":");
  return answer_with(text + list_of(languages) + '}', true);
}

/// Makes room for `size` bytes of input and gives the address to write them to. What was written
/// already stays, as far as it fits.
std::uint32_t reserve_input(std::uint32_t size) {
  answer_buffer = std::string();
  input_buffer.resize(size);
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
  /// The languages that the engine misses go to `missing`.
  lectern::ExtractOptions extract_options(std::vector<std::string>* missing = nullptr) const {
    lectern::ExtractOptions result;
    if (string_option("input") == "text") result.input = lectern::InputFormat::text;
    result.url = string_option("url");
    result.encoding = string_option("encoding");
    result.missing_phrases = missing;
    return result;
  }

  std::string text;
  std::string_view page;
  json options;
};

Answer extract(std::uint32_t page_size) {
  const Request request(page_size);
  std::vector<std::string> missing;
  const auto article = lectern::extract(request.page, request.extract_options(&missing));
  if (!article)
    return error_with(lectern::code_of(article.error()), lectern::describe(article.error()),
                      missing);
  return answer_with(lectern::to_json(*article));
}

/// The input is the file of a language's phrases, which the options name.
Answer add_phrases(std::uint32_t file_size) {
  const Request request(file_size);
  if (lectern::add_phrases(request.string_option("language"), std::string(request.page)))
    return answer_with("{}");
  return error_with("phrases_missing", "not a file of phrases of this version");
}

/// The input is the file of the model for plain text.
Answer add_text_model(std::uint32_t file_size) {
  const Request request(file_size);
  if (lectern::add_text_model(request.page)) return answer_with("{}");
  return error_with("model_missing", "not a model of this version");
}

/// All languages whose phrases have not been added.
Answer missing_phrases(std::uint32_t) { return answer_with(list_of(lectern::missing_phrases(""))); }

/// The score in thousandths, as the command writes it.
Answer readable(std::uint32_t page_size) {
  const Request request(page_size);
  const auto result = lectern::looks_readable(request.page, request.extract_options());
  const int thousandths = static_cast<int>(static_cast<double>(result.score) * 1000 + 0.5);
  const std::string is_readable = result.is_readable ? "true" : "false";
  return answer_with("{\"readable\":" + is_readable + ",\"score\":" + std::to_string(thousandths) +
                     "e-3}");
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
  emscripten::function("addPhrases", &add_phrases);
  emscripten::function("addTextModel", &add_text_model);
  emscripten::function("missingPhrases", &missing_phrases);
  emscripten::function("readable", &readable);
  emscripten::function("render", &render);
}
