#pragma once
// Results and errors. The library never throws on input, never prints and never exits.

#include <cassert>
#include <string_view>
#include <utility>
#include <variant>

namespace lectern {

enum class ExtractError {
  no_article,       // the page holds none: an ordinary outcome
  empty_input,      // no byte, or white space alone
  not_text,         // binary data: an image, an archive, a PDF
  input_too_large,  // over ExtractOptions::max_input_bytes
  over_budget,      // too deep, too many nodes or too slow before any article could be found
  unknown_encoding, // the encoding that was asked for has no such label
  phrases_missing,  // add those of ExtractOptions::missing_phrases first; never natively
  model_missing,    // add the model of plain text first; never natively
};

/// The stable code of JSON and of the wasm package, such as "no_article".
std::string_view code_of(ExtractError error);

/// One sentence in English for a person, without a full stop.
std::string_view describe(ExtractError error);

/// Either a value or an error; `value()` may only be asked when `has_value()`.
template <typename T>
class [[nodiscard]] Result {
 public:
  Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}
  Result(ExtractError error) : state_(std::in_place_index<1>, error) {}

  bool has_value() const { return state_.index() == 0; }
  explicit operator bool() const { return has_value(); }
  T& value() & {
    assert(has_value());
    return *std::get_if<0>(&state_);
  }
  const T& value() const& {
    assert(has_value());
    return *std::get_if<0>(&state_);
  }
  T&& value() && {
    assert(has_value());
    return std::move(*std::get_if<0>(&state_));
  }
  T& operator*() & { return value(); }
  const T& operator*() const& { return value(); }
  T* operator->() { return &value(); }
  const T* operator->() const { return &value(); }
  ExtractError error() const {
    assert(!has_value());
    return *std::get_if<1>(&state_);
  }

 private:
  std::variant<T, ExtractError> state_;
};

} // namespace lectern
