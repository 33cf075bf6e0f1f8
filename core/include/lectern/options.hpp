#pragma once
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "lectern/timings.hpp"

namespace lectern {

enum class InputFormat { html, text };

/// What a caller may set; the defaults are what the extension and the command line use.
struct ExtractOptions {
  InputFormat input = InputFormat::html;
  std::string url;      // the page's address: relative links resolve against it; may be empty
  std::string encoding; // a label that overrides detection, for bytes; empty: BOM, meta, then UTF-8

  // Budgets. When one is reached the answer is made of what was read so far and marked partial.
  std::size_t max_input_bytes = 128u << 20;
  std::size_t max_nodes = 600'000;
  std::size_t max_depth = 512;           // as Blink does: what is deeper is hung higher
  std::size_t max_text_bytes = 8u << 20; // of text that can be read: the longest novel there is
  std::size_t max_blocks = 60'000;
  int max_milliseconds = 1500; // for parsing; 0: no limit

  // Where to append how long each stage took; the caller keeps it alive. Null: nothing is measured.
  Timings* timings = nullptr;

  // Where to name the languages that the page needs and that have not been added (phrases.hpp),
  // when the answer is phrases_missing; the caller keeps it alive. Null: nobody asks.
  std::vector<std::string>* missing_phrases = nullptr;

  // For development: another block model than the one compiled in (the bytes of its file), and
  // which part judges: "rules", "model" or both when empty. The caller keeps the bytes alive.
  std::string_view development_model;
  std::string_view development_judge;
};

} // namespace lectern
