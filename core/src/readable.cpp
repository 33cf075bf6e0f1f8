// Whether a page is an article, from one pass over its bytes and a small model of what that counts.
// No tree is built. Plain text has no markup to count: there, long lines are what articles have.
#include "lectern/readable.hpp"

#include <algorithm>
#include <cmath>

#include "base/text.hpp"
#include "classify/block_model.hpp"
#include "classify/packed_model.hpp"
#include "glance/page_counts.hpp"
#include "parse/encoding.hpp"

namespace lectern {
namespace {

constexpr float kReadableFrom = 0.5F;

// Of plain text.
constexpr std::size_t kMinLineBytes = 100; // shorter ones stand on any page
constexpr float kMostTextCounted = 200;
constexpr float kLineWeight = 0.035F;
constexpr float kBias = -0.9F;

const BlockModel& readable_model() {
  static const BlockModel kModel = BlockModel::parse(unpack(kReadableModel), page_count_names());
  return kModel;
}

float score_text(std::string_view text) {
  float sum = 0;
  // Line by line: a list of them would be many times as large as a text of line feeds.
  for (std::size_t begin = 0; begin < text.size() && sum < kMostTextCounted;) {
    const std::size_t bytes = std::min(text.find('\n', begin), text.size()) - begin;
    if (bytes >= kMinLineBytes) sum += std::sqrt(static_cast<float>(bytes - kMinLineBytes));
    begin += bytes + 1;
  }
  const float x = kBias + kLineWeight * std::min(sum, kMostTextCounted);
  return static_cast<float>(logistic(static_cast<double>(x)));
}

float score_page(std::string_view page, std::string_view url) {
  const BlockModel& model = readable_model();
  if (!model.is_valid()) return 0;
  const PageCounts counts = count_page(page, url);
  std::array<float, kPageCounts> row;
  std::transform(counts.values.begin(), counts.values.end(), row.begin(),
                 [](std::int32_t value) { return static_cast<float>(value); });
  return model.judge(0, {1, ModelColumns::row_after_row(row, kPageCounts)}).front();
}

} // namespace

Readability looks_readable(std::string_view page, const ExtractOptions& options) {
  Readability result;
  if (options.input == InputFormat::text) {
    result.score = score_text(page);
  } else if (page.starts_with("\xFF\xFE") || page.starts_with("\xFE\xFF")) {
    // UTF-16; every other encoding of the web keeps markup as ASCII.
    const Result<DecodedText> text = decode_page(page, true, options.encoding);
    result.score = text ? score_page(text->view(), options.url) : 0;
  } else {
    result.score = score_page(page, options.url);
  }
  result.is_readable = result.score >= kReadableFrom;
  return result;
}

} // namespace lectern
