#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "lectern/article.hpp"
#include "lectern/options.hpp"
#include "lectern/result.hpp"

namespace lectern {

/// Finds the article on a page and returns it as blocks in reading order.
///
/// `page` holds the bytes of an HTML document or of plain page text (`options.input`) in any
/// encoding that browsers know. Broken markup is repaired as browsers do, invalid bytes become
/// U+FFFD. The Article owns its text. `no_article` is an ordinary outcome, not a fault. Never
/// throws on bad input, never prints; safe from several threads.
Result<Article> extract(std::string_view page, const ExtractOptions& options = {});

/// What `lectern explain` prints of one block of the page, kept or not.
struct ExplainedBlock {
  int id = 0;
  Kind kind = Kind::furniture;
  float confidence = 0;
  std::string reason;
  std::string path; // tags and classes of the block and what surrounds it
  std::string text;
  std::vector<float> features; // in the order of `feature_names()`
};

/// Every block of the page with its verdict; the same decisions as `extract`.
Result<std::vector<ExplainedBlock>> explain(std::string_view page,
                                            const ExtractOptions& options = {});

/// The names of ExplainedBlock::features, in order.
const std::vector<std::string>& feature_names();

/// A sentence in English for a key of ArticleBlock::reason.
std::string_view describe_reason(std::string_view reason);

} // namespace lectern
