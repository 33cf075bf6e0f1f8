#pragma once
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "glance/page_counts.hpp"

namespace lectern {

/// Adds up the text of a page run by run: what stands between two tags that break a line is prose,
/// links or something short. Where the runs end and what surrounds them, the caller says.
class TextRuns {
 public:
  explicit TextRuns(PageCounts& counts) : counts_(counts) {}

  void set_in_link(bool in_link) { in_link_ = in_link; }
  void enter_chrome() { ++chrome_depth_; } // nav, footer, aside
  void leave_chrome() {
    if (chrome_depth_ > 0) --chrome_depth_;
  }
  /// Of the run that begins here.
  void set_in_paragraph() { in_paragraph_ = true; }

  /// The bytes [begin, end) of the page, which hold no tag. What is around them is looked at too: a
  /// price's digits may stand beside a tag.
  void add_text(std::string_view page, std::size_t begin, std::size_t end);
  void end_run();
  /// Writes the amounts and shares of the whole text, once all runs have ended.
  void finish();

 private:
  PageCounts& counts_;
  bool in_link_ = false;
  bool in_paragraph_ = false;
  int chrome_depth_ = 0;
  std::int32_t run_bytes_ = 0, run_linked_ = 0, run_marks_ = 0;
  std::int64_t runs_ = 0, text_bytes_ = 0, linked_bytes_ = 0, chrome_bytes_ = 0, prose_bytes_ = 0,
               paragraph_bytes_ = 0, cluster_ = 0;
};

} // namespace lectern
