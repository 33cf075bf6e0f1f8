// White space is not counted: it is the page's layout. A run is prose when it is long, holds marks
// of sentences, is little linked and stands outside navigation; what stands between two runs of
// prose parts them, links more than captions.
#include "glance/text_runs.hpp"

#include <algorithm>

namespace lectern {
namespace {

constexpr std::int32_t kFewestProseBytes = 90; // of a paragraph, white space not counted
constexpr std::int32_t kFewestRunBytes = 3;
constexpr std::int32_t kMostLinkShare = 3; // a third of a paragraph at most is linked
constexpr std::int32_t kThousand = 1000;

std::int32_t share(std::int64_t part, std::int64_t whole) {
  return whole <= 0 ? 0 : static_cast<std::int32_t>(part * kThousand / whole);
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool near_digit(std::string_view page, std::size_t begin, std::size_t end) {
  constexpr std::size_t kSpace = 1;
  for (std::size_t i = 0; i <= kSpace; ++i) {
    if (end + i < page.size() && is_digit(page[end + i])) return true;
    if (begin > i && is_digit(page[begin - 1 - i])) return true;
  }
  return false;
}

} // namespace

void TextRuns::add_text(std::string_view page, std::size_t begin, std::size_t end) {
  std::int32_t bytes = 0;
  for (std::size_t at = begin; at < end; ++at) {
    const auto byte = static_cast<unsigned char>(page[at]);
    if (byte <= ' ') continue;
    ++bytes;
    switch (byte) {
      case '.':
      case ',':
      case ';':
        ++run_marks_;
        break;
      case '?':
        ++counts_[Count::questions];
        break;
      case '$':
        if (near_digit(page, at, at + 1)) ++counts_[Count::prices];
        break;
      case 0xC2: // the pound sign
        if (at + 1 < end && static_cast<unsigned char>(page[at + 1]) == 0xA3 &&
            near_digit(page, at, at + 2))
          ++counts_[Count::prices];
        break;
      case 0xE2: // the euro sign
        if (at + 2 < end && page[at + 1] == '\x82' && page[at + 2] == '\xAC' &&
            near_digit(page, at, at + 3))
          ++counts_[Count::prices];
        break;
      case 0xE3: // the ideographic full stop and comma
        if (at + 2 < end && page[at + 1] == '\x80' &&
            (page[at + 2] == '\x82' || page[at + 2] == '\x81'))
          ++run_marks_;
        break;
      case 0xEF: // the full-width comma
        if (at + 2 < end && page[at + 1] == '\xBC' && page[at + 2] == '\x8C') ++run_marks_;
        break;
      default:
        break;
    }
  }
  run_bytes_ += bytes;
  if (in_link_) run_linked_ += bytes;
  if (chrome_depth_ > 0) chrome_bytes_ += bytes;
}

void TextRuns::end_run() {
  const std::int32_t bytes = run_bytes_;
  const std::int32_t linked = run_linked_;
  const std::int32_t marks = run_marks_;
  const bool in_paragraph = in_paragraph_;
  run_bytes_ = run_linked_ = run_marks_ = 0;
  in_paragraph_ = false;
  if (bytes < kFewestRunBytes) return;
  ++runs_;
  text_bytes_ += bytes;
  linked_bytes_ += linked;
  const bool is_prose = bytes >= kFewestProseBytes && linked * kMostLinkShare <= bytes &&
                        marks > 0 && chrome_depth_ == 0;
  if (is_prose) {
    ++counts_[Count::prose_runs];
    prose_bytes_ += bytes;
    if (in_paragraph) paragraph_bytes_ += bytes;
    counts_[Count::sentences] += marks;
    counts_[Count::longest_run] = std::max(counts_[Count::longest_run], bytes);
    cluster_ += bytes;
    counts_[Count::cluster_bytes] =
        std::max(counts_[Count::cluster_bytes],
                 static_cast<std::int32_t>(std::min<std::int64_t>(cluster_, 1 << 30)));
  } else {
    // What stands between two paragraphs parts them, links more than captions.
    const bool is_links = linked * 2 > bytes;
    ++counts_[is_links ? Count::link_runs : Count::short_runs];
    cluster_ -= is_links ? cluster_ / 8 : cluster_ / 16;
  }
}

void TextRuns::finish() {
  const auto whole = [](std::int64_t value) {
    return static_cast<std::int32_t>(std::min<std::int64_t>(value, 1 << 30));
  };
  counts_[Count::text_bytes] = whole(text_bytes_);
  counts_[Count::link_share] = share(linked_bytes_, text_bytes_);
  counts_[Count::chrome_share] = share(chrome_bytes_, text_bytes_);
  counts_[Count::prose_bytes] = whole(prose_bytes_);
  counts_[Count::prose_share] = share(prose_bytes_, text_bytes_);
  counts_[Count::prose_in_p_share] = share(paragraph_bytes_, prose_bytes_);
  counts_[Count::cluster_share] = share(counts_[Count::cluster_bytes], prose_bytes_);
  counts_[Count::runs_a_prose] = whole(runs_ * 10 / std::max(1, counts_[Count::prose_runs]));
}

} // namespace lectern
