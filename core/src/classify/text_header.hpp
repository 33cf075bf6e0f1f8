#pragma once
// The lines from a headline to the first paragraph under it, told apart by form, order and what
// stands beside them.

#include "classify/passes.hpp"

namespace lectern {

/// Indexes of blocks, or -1.
struct TextHeader {
  int headline = -1;
  int dek = -1;
  int alt = -1, caption = -1, credit = -1;
  int byline = -1;
  int date = -1, date_again = -1; // the same in other words, right below
  int body = -1;                  // the first block after the header
  int unexplained = 0;            // lines before `body` that are none of these
  int offers = 0;                 // of which ask for something

  bool has_picture() const { return alt >= 0 || credit >= 0; }
};

TextHeader read_text_header(const PassInput& in, int headline);

/// How much a headline candidate reads like one by its own length and by what stands under it.
float score_of_header(const PassInput& in, const TextHeader& header);

/// Gives the header's lines their kinds.
void mark_text_header(const TextHeader& header, Verdicts& verdicts);

/// Gives a line a kind that was found by its form.
void set_line_kind(Verdicts& verdicts, int i, Kind kind, const char* reason);

/// One figure of up to three lines; the first of them stands for the figure.
void set_text_figure(Verdicts& verdicts, int alt, int caption, int credit);

} // namespace lectern
