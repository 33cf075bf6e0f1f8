// Whether a page looks like an article, from one pass over its bytes: long paragraphs with few
// links, and what the page calls itself. No tree is built.
#include "lectern/readable.hpp"

#include <algorithm>
#include <cmath>

#include "base/text.hpp"

namespace lectern {
namespace {

constexpr std::size_t kMinParagraphBytes = 100; // shorter ones stand on any page
constexpr std::size_t kMaxHeadBytes = 200'000;  // where a page says what it is
constexpr float kParagraphWeight = 0.035F;
constexpr float kArticleTypeWeight = 1.2F;
constexpr float kBias = -0.9F;

/// Text bytes of the paragraph whose start tag ends before `at`, without those in links; moves `at`
/// on.
std::size_t read_paragraph(std::string_view page, std::size_t& at) {
  std::size_t bytes = 0;
  int links = 0;
  while (at < page.size()) {
    if (page[at] != '<') {
      if (links == 0) ++bytes;
      ++at;
      continue;
    }
    const std::string_view tag = page.substr(at, 4);
    if (starts_with_ignoring_case(tag, "<a "))
      links = 1;
    else if (starts_with_ignoring_case(tag, "</a"))
      links = 0;
    else if (starts_with_ignoring_case(tag, "</p") || starts_with_ignoring_case(tag, "<p>") ||
             starts_with_ignoring_case(tag, "<p ") || starts_with_ignoring_case(tag, "<div") ||
             starts_with_ignoring_case(tag, "</di"))
      break;
    const std::size_t close = page.find('>', at);
    if (close == std::string_view::npos) {
      at = page.size();
      break;
    }
    at = close + 1;
  }
  return bytes;
}

} // namespace

Readability looks_readable(std::string_view page, const ExtractOptions& options) {
  float text = 0;
  if (options.input == InputFormat::text) {
    for (std::string_view line : split(page, '\n'))
      if (line.size() >= kMinParagraphBytes)
        text += std::sqrt(static_cast<float>(line.size() - kMinParagraphBytes));
  } else {
    for (std::size_t at = page.find("<p"); at != std::string_view::npos; at = page.find("<p", at)) {
      at += 2;
      if (at >= page.size() || (page[at] != '>' && !is_ascii_space(page[at]))) continue;
      at = page.find('>', at);
      if (at == std::string_view::npos) break;
      ++at;
      const std::size_t bytes = read_paragraph(page, at);
      if (bytes >= kMinParagraphBytes)
        text += std::sqrt(static_cast<float>(bytes - kMinParagraphBytes));
    }
  }
  const std::string_view head = page.substr(0, kMaxHeadBytes);
  const bool says_article = head.find("NewsArticle\"") != std::string_view::npos ||
                            head.find("\"Article\"") != std::string_view::npos ||
                            head.find("BlogPosting\"") != std::string_view::npos ||
                            head.find("article:published_time") != std::string_view::npos;
  const float x = kBias + kParagraphWeight * std::min(text, 200.0F) +
                  (says_article ? kArticleTypeWeight : 0.0F);
  Readability result;
  result.score = 1.0F / (1.0F + std::exp(-x));
  result.is_readable = result.score >= 0.5F;
  return result;
}

} // namespace lectern
