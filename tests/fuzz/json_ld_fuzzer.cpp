// The text of a page's JSON-LD scripts; a NUL parts them.
#include "base/text.hpp"
#include "fuzz/invariants.hpp"
#include "metadata/json_ld.hpp"
#include "metadata/json_tape.hpp"

using namespace lectern;
using namespace lectern::fuzz;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::vector<std::string> texts;
  for (const std::string_view part : split(view_of(data, size), '\0'))
    texts.push_back(to_valid_utf8(part));
  const std::vector<std::string_view> scripts(texts.begin(), texts.end());

  JsonTape tape;
  for (const std::string_view script : scripts) tape.read(script);
  for (std::uint32_t at = 0; at < tape.size(); ++at) {
    require(tape[at].end > at && tape[at].end <= tape.size(), "a value ends behind itself");
    require(tape[at].parent == JsonTape::kNone || tape[at].parent < at,
            "a value stands behind what holds it");
    require(is_valid_utf8(tape.text(at)), "text is valid UTF-8");
  }

  const JsonLd found = read_json_ld(scripts, parse_url("https://quay.example/2026/ferry"));
  std::vector<std::string> all = {
      found.type,        found.headline, found.other_headline, found.published, found.modified,
      found.description, found.body,     found.section,        found.site_name, found.language};
  for (const auto* list : {&found.authors, &found.author_organisations, &found.tags, &found.images,
                           &found.item_headlines})
    all.insert(all.end(), list->begin(), list->end());
  for (const std::string& text : all) require(is_valid_utf8(text), "text is valid UTF-8");
  return 0;
}
