#pragma once
// A page of plain text whose lines were judged before, for the tests of single passes.

#include <catch2/catch_test_macros.hpp>
#include <string>
#include <vector>

#include "annotate/annotate.hpp"
#include "classify/passes.hpp"
#include "document/build_text_document.hpp"

namespace lectern::test {

struct JudgedLine {
  std::string text;
  float keep;
  bool is_kept;
  const char* reason = "learned";
};

/// One that is surely the article's.
inline const JudgedLine kFerryParagraph{
    "The ferry did not sail on Monday, and the harbour master says that it will not sail on any "
    "other Monday of this winter.",
    0.97F, true};

/// The verdicts of the lines, each with a blank line around it, after `pass`.
inline Verdicts verdicts_after(void (*pass)(const PassInput&, Verdicts&),
                               const std::vector<JudgedLine>& lines) {
  std::string text;
  for (const JudgedLine& line : lines) text += line.text + "\n\n";
  const Dom dom;
  const Document document = build_text_document(text, 1000);
  REQUIRE(document.blocks.size() == lines.size());
  PageData page_data;
  page_data.metadata.language = "en";
  const FeatureTable features = annotate(dom, document, page_data, Url());
  Verdicts verdicts(lines.size());
  for (std::size_t i = 0; i < lines.size(); ++i) {
    verdicts[i].keep = lines[i].keep;
    verdicts[i].reason = lines[i].reason;
    verdicts[i].kind = lines[i].is_kept ? kind_of_shape(document.blocks[i].shape) : Kind::furniture;
  }
  pass({dom, document, features, page_data}, verdicts);
  return verdicts;
}

/// Which lines the article's body shows.
inline std::vector<bool> in_body(const Verdicts& verdicts) {
  std::vector<bool> result;
  for (const Verdict& verdict : verdicts) result.push_back(is_body(verdict.kind));
  return result;
}

} // namespace lectern::test
