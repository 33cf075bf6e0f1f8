// A line of text against the phrases, and what reads names out of it. The first byte chooses the
// language.
#include <map>

#include "fuzz/invariants.hpp"
#include "rules/class_names.hpp"
#include "rules/language.hpp"
#include "rules/lexicon.hpp"
#include "rules/names.hpp"

using namespace lectern;
using namespace lectern::fuzz;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size < 1) return 0;
  static const char* const kLanguages[] = {"",   "en", "de", "fr", "es",
                                           "ja", "zh", "ar", "ru", "xx"};
  static std::map<std::string, LexiconSet> sets;
  const std::string language = kLanguages[data[0] % std::size(kLanguages)];
  auto set = sets.find(language);
  if (set == sets.end()) set = sets.emplace(language, LexiconSet::for_language(language)).first;
  const std::string text = to_valid_utf8(view_of(data + 1, size - 1));
  const PhraseHits hits = set->second.match(text);
  for (std::size_t kind = 0; kind < kLexiconCount; ++kind) {
    require(hits.covered_tokens[kind] <= hits.token_count,
            "no more words stand in hits than there are");
    require(hits.count[kind] == 0 || hits.covered_tokens[kind] > 0, "a hit covers a word");
  }
  for (const std::string& name : names_in_byline(text, language)) {
    require(is_valid_utf8(name), "a name is valid UTF-8");
    require(!name.empty(), "a name is one");
  }
  return 0;
}
