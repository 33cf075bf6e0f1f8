// The only place that shows the engine to JavaScript. Every call is one coarse call: the input is
// bytes that the caller wrote into a buffer here, the answer is UTF-8 text in another buffer. One
// string decoded and parsed at once costs a fraction of an object built field by field across the
// boundary. No decisions here.

#include <cstddef>
#include <cstdint>
#include <emscripten/bind.h>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "lectern/lectern.hpp"

namespace {

/// Where the answer to a call stands in the module's memory, until the next call.
struct Answer {
  std::uint32_t address = 0;
  std::uint32_t size = 0;
  bool is_error = false; // then the answer is {"code", "message", "languages"}
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

/// The input, of which the parts that stand before the last are taken off by their sizes. The
/// longest is the last, so that making room for it moves little.
class Input {
 public:
  std::string_view take(std::size_t size) {
    const std::string_view taken = rest().substr(0, size);
    at_ += taken.size();
    return taken;
  }
  std::string_view rest() const { return std::string_view(text_).substr(at_); }

 private:
  std::string text_ = std::exchange(input_buffer, std::string());
  std::size_t at_ = 0;
};

/// The input is the page's address and the name of its encoding, which may be empty, and the page.
lectern::ExtractOptions take_options(Input& input, std::uint32_t url_size,
                                     std::uint32_t encoding_size, bool is_text) {
  lectern::ExtractOptions options;
  if (is_text) options.input = lectern::InputFormat::text;
  options.url = input.take(url_size);
  options.encoding = input.take(encoding_size);
  return options;
}

Answer extract(std::uint32_t url_size, std::uint32_t encoding_size, bool is_text) {
  Input input;
  lectern::ExtractOptions options = take_options(input, url_size, encoding_size, is_text);
  std::vector<std::string> missing;
  options.missing_phrases = &missing;
  const auto article = lectern::extract(input.rest(), options);
  if (!article)
    return error_with(lectern::code_of(article.error()), lectern::describe(article.error()),
                      missing);
  return answer_with(lectern::to_json(*article));
}

/// The input is a language and the file of its phrases.
Answer add_phrases(std::uint32_t language_size) {
  Input input;
  const std::string_view language = input.take(language_size);
  if (lectern::add_phrases(language, std::string(input.rest()))) return answer_with("{}");
  return error_with("phrases_missing", "not a file of phrases of this version");
}

/// The input is the file of the model for plain text.
Answer add_text_model() {
  if (lectern::add_text_model(Input().rest())) return answer_with("{}");
  return error_with("model_missing", "not a model of this version");
}

/// All languages whose phrases have not been added.
Answer missing_phrases() { return answer_with(list_of(lectern::missing_phrases(""))); }

/// The score in thousandths, as the command writes it.
Answer readable(std::uint32_t url_size, std::uint32_t encoding_size, bool is_text) {
  Input input;
  const lectern::ExtractOptions options = take_options(input, url_size, encoding_size, is_text);
  const auto result = lectern::looks_readable(input.rest(), options);
  const int thousandths = static_cast<int>(static_cast<double>(result.score) * 1000 + 0.5);
  const std::string is_readable = result.is_readable ? "true" : "false";
  return answer_with("{\"readable\":" + is_readable + ",\"score\":" + std::to_string(thousandths) +
                     "e-3}");
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
}
