// The only place that shows the engine to JavaScript. Every call is one coarse call: the input is
// bytes that the caller wrote into a buffer here, what else it says are numbers, the answer is
// UTF-8 text in another buffer, JSON or the rendered article. One string decoded and parsed at once
// costs a fraction of an object built field by field across the boundary. No decisions here.

#include <cstdint>
#include <cstring>
#include <emscripten/emscripten.h>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "lectern/lectern.hpp"

namespace {

// Where the input to a call and the answer to the last one stand.
std::string input_buffer;
std::string answer_buffer;

std::uint32_t address_of(const std::string& buffer) {
  return static_cast<std::uint32_t>(reinterpret_cast<std::uintptr_t>(buffer.data()));
}

/// What a call returns: whether its answer is an error, {"code", "message", "languages"}.
bool answer_with(std::string text) {
  answer_buffer = std::move(text);
  return false;
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

/// `code` and `message` are our own words and need no escapes either.
bool error_with(std::string_view code, std::string_view message,
                const std::vector<std::string>& languages = {}) {
  std::string text = "{\"code\":\"";
  text.append(code).append("\",\"message\":\"").append(message).append("\",\"languages\":");
  answer_buffer = text + list_of(languages) + '}';
  return true;
}

/// Takes the input apart, from front to back.
class Input {
 public:
  std::string_view take(std::uint32_t size) {
    const std::string_view part = rest_.substr(0, size);
    rest_.remove_prefix(part.size());
    return part;
  }
  Input() = default;
  Input(const Input&) = delete;
  Input& operator=(const Input&) = delete;

 private:
  std::string text_ = std::exchange(input_buffer, std::string());
  std::string_view rest_ = text_;
};

/// The input is the page, behind it its address and its encoding.
struct PageInput {
  PageInput(std::uint32_t page_size, std::uint32_t url_size, std::uint32_t encoding_size,
            bool is_text)
      : page(input.take(page_size)) {
    if (is_text) options.input = lectern::InputFormat::text;
    options.url = input.take(url_size);
    options.encoding = input.take(encoding_size);
  }

  Input input;
  std::string_view page;
  lectern::ExtractOptions options;
};

} // namespace

extern "C" {

/// Makes room for `size` bytes of input and gives the address to write them to. What was written
/// already stays, as far as it fits.
EMSCRIPTEN_KEEPALIVE std::uint32_t reserve_input(std::uint32_t size) {
  answer_buffer = std::string();
  input_buffer.resize(size);
  return address_of(input_buffer);
}

EMSCRIPTEN_KEEPALIVE std::uint32_t answer_address() { return address_of(answer_buffer); }
EMSCRIPTEN_KEEPALIVE std::uint32_t answer_size() {
  return static_cast<std::uint32_t>(answer_buffer.size());
}

EMSCRIPTEN_KEEPALIVE bool extract(std::uint32_t page_size, std::uint32_t url_size,
                                  std::uint32_t encoding_size, bool is_text) {
  PageInput input(page_size, url_size, encoding_size, is_text);
  std::vector<std::string> missing;
  input.options.missing_phrases = &missing;
  const auto article = lectern::extract(input.page, input.options);
  if (!article)
    return error_with(lectern::code_of(article.error()), lectern::describe(article.error()),
                      missing);
  return answer_with(lectern::to_json(*article));
}

/// The score in thousandths, as the command writes it.
EMSCRIPTEN_KEEPALIVE bool readable(std::uint32_t page_size, std::uint32_t url_size,
                                   std::uint32_t encoding_size, bool is_text) {
  const PageInput input(page_size, url_size, encoding_size, is_text);
  const auto result = lectern::looks_readable(input.page, input.options);
  const int thousandths = static_cast<int>(static_cast<double>(result.score) * 1000 + 0.5);
  const std::string is_readable = result.is_readable ? "true" : "false";
  return answer_with("{\"readable\":" + is_readable + ",\"score\":" + std::to_string(thousandths) +
                     "e-3}");
}

/// The input is the file of a language's phrases, and behind it the language's code.
EMSCRIPTEN_KEEPALIVE bool add_phrases(std::uint32_t file_size, std::uint32_t language_size) {
  Input input;
  const std::string_view file = input.take(file_size);
  if (lectern::add_phrases(input.take(language_size), std::string(file))) return answer_with("{}");
  return error_with("phrases_missing", "not a file of phrases of this version");
}

/// All languages whose phrases have not been added.
EMSCRIPTEN_KEEPALIVE bool missing_phrases() {
  return answer_with(list_of(lectern::missing_phrases("")));
}

/// The input is the article as JSON, behind it the ids of removed blocks, of four bytes each.
/// `format` is a place in the list of the wrapper.
EMSCRIPTEN_KEEPALIVE bool render(std::uint32_t article_size, std::uint32_t restored_count,
                                 std::uint32_t format, bool standalone, bool front_matter,
                                 int wrap_columns) {
  Input input;
  const auto article = lectern::parse_article(input.take(article_size));
  if (!article)
    return error_with("not_an_article", "the object is not an article that extract gave");

  lectern::RenderOptions options;
  options.standalone = standalone;
  options.front_matter = front_matter;
  options.wrap_columns = wrap_columns;
  for (std::uint32_t i = 0; i < restored_count; ++i) {
    std::int32_t id = 0;
    const std::string_view bytes = input.take(sizeof id);
    std::memcpy(&id, bytes.data(), bytes.size());
    options.restored.push_back(id);
  }
  switch (format) {
    case 1:
      return answer_with(lectern::to_html(*article, options));
    case 2:
      return answer_with(lectern::to_markdown(*article, options));
    case 3:
      return answer_with(lectern::to_text(*article, options));
    default:
      return answer_with(lectern::to_json(*article, options));
  }
}
}
